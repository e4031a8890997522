import { cleanUrl } from '../../clean-url.ts';
import { carriedOver } from './carry-over.ts';
import {
  entryFingerprint,
  passedOver,
  seenKey,
  wasPassedOver,
  type SeenEntries,
} from './entry-key.ts';
import type { Entry } from '../entry.ts';

/** An entry that leads somewhere. */
export type LinkedEntry = Entry & { link: string };

export interface ChangedEntry {
  key: string;
  fingerprint: string;
  kind: 'new' | 'changed';
  entry: LinkedEntry;
  /** What is remembered of the reading before, of one that changed. */
  before?: string;
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

export interface ReadingRules {
  /** Parameters of links that name no page, by the source's settings. */
  dropQuery?: readonly string[] | undefined;
  /** When the last reading was (epoch ms). */
  readAtMs?: number | null;
}

/** Compares a reading of a feed with the last one. Oldest entries come first, as they were published. */
export function changesSince(
  remembered: SeenEntries,
  entries: readonly Entry[],
  { dropQuery, readAtMs = null }: ReadingRules = {},
): FeedChanges {
  const trusted = withRivals(distrustRepeatedIds(entries));
  const seen = carriedOver(remembered, trusted, dropQuery);
  const changes: FeedChanges & { seen: Record<string, string> } = {
    changed: [],
    left: [],
    seen: Object.create(null) as Record<string, string>,
    problems: [],
  };
  for (const entry of trusted.toReversed()) {
    const key = seenKey(entry, dropQuery);
    if (!hasLink(entry) || key === null) {
      changes.problems.push(
        `the entry "${entry.title ?? entry.id ?? 'without title'}" has no usable link and is left out`,
      );
      continue;
    }
    if (key in changes.seen) continue;
    const fingerprint = entryFingerprint(entry, dropQuery);
    const before = seen[key];
    const isOld = before !== undefined && wasPassedOver(before) && !isSince(entry, readAtMs);
    changes.seen[key] = isOld ? passedOver(fingerprint) : fingerprint;
    if (isOld || before === fingerprint) continue;
    const isChanged = before !== undefined && !wasPassedOver(before);
    const change = isChanged ? { kind: 'changed' as const, before } : { kind: 'new' as const };
    changes.changed.push({ key, fingerprint, entry, ...change });
  }
  changes.left = leftSince(seen, changes.seen);
  return changes;
}

/** What was passed over at first is news once it is published anew. */
function isSince({ published }: Entry, readAtMs: number | null): boolean {
  return published !== null && readAtMs !== null && Date.parse(published) > readAtMs;
}

/** Keys stand in the order in which they were remembered: oldest first. */
function leftSince(seen: SeenEntries, now: SeenEntries): string[] {
  const before = Object.keys(seen);
  const oldestThatStayed = before.findIndex((key) => key in now);
  if (oldestThatStayed === -1) return [];
  return before.slice(oldestThatStayed).filter((key) => !(key in now));
}
