import type { FirstReading } from '../../config/feed-rules.ts';
import type { ChangedEntry, FeedChanges } from './changes.ts';
import { passedOver } from './entry-key.ts';

/** A feed's first reading, cut down to its newest entries: the others are only remembered. */
export interface CutReading {
  changes: FeedChanges;
  passedOver: ChangedEntry[];
}

const entryTime = ({ entry: { published, updated } }: ChangedEntry): number =>
  Date.parse(published ?? updated ?? '');

/** Newest first: by the dates where all have one, else as the feed lists them. */
function newestFirst(changed: readonly ChangedEntry[]): ChangedEntry[] {
  const listed = changed.toReversed();
  const isDated = listed.every((change) => !Number.isNaN(entryTime(change)));
  return isDated ? listed.toSorted((a, b) => entryTime(b) - entryTime(a)) : listed;
}

/** What of a feed never read before is published: an archive is no news. */
export function cutFirstReading(
  changes: FeedChanges,
  { newest, maxAge }: FirstReading,
  nowMs: number,
): CutReading {
  const most = newest === 'all' ? Infinity : newest;
  const isTooOld = (change: ChangedEntry) =>
    maxAge !== undefined && entryTime(change) < nowMs - maxAge;
  const taken = new Set(
    newestFirst(changes.changed)
      .filter((change) => !isTooOld(change))
      .slice(0, most),
  );
  const rest = changes.changed.filter((change) => !taken.has(change));
  const seen = { ...changes.seen };
  for (const { key, fingerprint } of rest) seen[key] = passedOver(fingerprint);
  const changed = changes.changed.filter((change) => taken.has(change));
  return { changes: { ...changes, changed, seen }, passedOver: rest };
}
