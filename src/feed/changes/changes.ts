import { cleanUrl } from '../../clean-url.ts';
import { carriedOver } from './carry-over.ts';
import { entryFingerprint, seenKey, type SeenEntries } from './entry-key.ts';
import type { Entry } from '../entry.ts';

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
  /**
   * Keys of entries that are gone although older ones stayed: they did not make room for newer ones,
   * somebody took them out or changed what they are known by.
   */
  left: string[];
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

/** Entries that ids tell apart and one link does not are told of each other. */
function withRivals(entries: readonly Entry[]): Entry[] {
  const idsByLink = new Map<string | null, Set<string>>();
  for (const { id, link } of entries) {
    if (id !== null) idsByLink.set(link, (idsByLink.get(link) ?? new Set()).add(id));
  }
  return entries.map((entry) => {
    const count = entry.link === null ? 0 : (idsByLink.get(entry.link)?.size ?? 0);
    return count > 1 ? { ...entry, entriesAtLink: count } : entry;
  });
}

function hasLink(entry: Entry): entry is LinkedEntry {
  return entry.link !== null && cleanUrl(entry.link) !== undefined;
}

/** Compares a reading of a feed with the last one. Oldest entries come first, as they were published. */
export function changesSince(remembered: SeenEntries, entries: readonly Entry[]): FeedChanges {
  const trusted = withRivals(distrustRepeatedIds(entries));
  const seen = carriedOver(remembered, trusted);
  const changes: FeedChanges & { seen: Record<string, string> } = {
    changed: [],
    left: [],
    seen: Object.create(null) as Record<string, string>,
    problems: [],
  };
  for (const entry of trusted.toReversed()) {
    const key = seenKey(entry);
    if (!hasLink(entry) || key === null) {
      changes.problems.push(
        `the entry "${entry.title ?? entry.id ?? 'without title'}" has no usable link and is left out`,
      );
      continue;
    }
    const fingerprint = entryFingerprint(entry);
    if (key in changes.seen) continue;
    changes.seen[key] = fingerprint;
    if (seen[key] === fingerprint) continue;
    changes.changed.push({ key, fingerprint, entry, kind: key in seen ? 'changed' : 'new' });
  }
  // Keys stand in the order in which they were remembered: oldest first.
  const before = Object.keys(seen);
  const oldestThatStayed = before.findIndex((key) => key in changes.seen);
  if (oldestThatStayed !== -1) {
    changes.left = before.slice(oldestThatStayed).filter((key) => !(key in changes.seen));
  }
  return changes;
}
