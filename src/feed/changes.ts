import { cleanUrl } from '../clean-url.ts';
import { shortHash } from '../short-hash.ts';
import { entryFingerprint, entryKey } from './entry-key.ts';
import type { Entry } from './entry.ts';

/** Entry keys of a feed's last reading, each with the fingerprint it had. */
export type SeenEntries = Readonly<Record<string, string>>;

/** An entry that leads somewhere. */
export type LinkedEntry = Entry & { link: string };

export interface ChangedEntry {
  key: string;
  fingerprint: string;
  kind: 'new' | 'changed';
  entry: LinkedEntry;
}

export interface FeedChanges {
  changed: ChangedEntry[];
  /** What is to be remembered of this reading. */
  seen: SeenEntries;
  /** Entries that had to be left out, in words that name them. */
  problems: string[];
}

// An id that several entries share names none of them (a CMS that prints one number for all).
function distrustRepeatedIds(entries: readonly Entry[]): Entry[] {
  const linksById = Map.groupBy(entries, ({ id }) => id);
  return entries.map((entry) => {
    const links = new Set(linksById.get(entry.id)?.map(({ link }) => link));
    return entry.id !== null && links.size > 1 ? { ...entry, id: null } : entry;
  });
}

function hasLink(entry: Entry): entry is LinkedEntry {
  return entry.link !== null && cleanUrl(entry.link) !== undefined;
}

/** Compares a reading of a feed with the last one. Oldest entries come first, as they were published. */
export function changesSince(seen: SeenEntries, entries: readonly Entry[]): FeedChanges {
  const changes: FeedChanges & { seen: Record<string, string> } = {
    changed: [],
    seen: Object.create(null) as Record<string, string>,
    problems: [],
  };
  for (const entry of distrustRepeatedIds(entries).toReversed()) {
    const name = entryKey(entry);
    if (!hasLink(entry) || name === null) {
      changes.problems.push(
        `the entry "${entry.title ?? entry.id ?? 'without title'}" has no usable link and is left out`,
      );
      continue;
    }
    const key = shortHash(name);
    const fingerprint = entryFingerprint(entry);
    if (key in changes.seen) continue;
    changes.seen[key] = fingerprint;
    if (seen[key] === fingerprint) continue;
    changes.changed.push({ key, fingerprint, entry, kind: key in seen ? 'changed' : 'new' });
  }
  return changes;
}
