import { earlierLinkWithoutTracking, linkWithoutTracking } from '../../clean-url.ts';
import type { Entry } from '../entry.ts';
import { entryFingerprint, seenKey, type SeenEntries } from './entry-key.ts';

/**
 * What was remembered of a feed, by today's keys and fingerprints: what an earlier version remembered under
 * a link with parameters that it did not know as tracking is neither new nor changed nor gone.
 */
export function carriedOver(seen: SeenEntries, entries: readonly Entry[]): SeenEntries {
  const today = new Map<string, [key: string, fingerprint: string]>();
  for (const entry of entries) {
    const { link } = entry;
    if (link === null || earlierLinkWithoutTracking(link) === linkWithoutTracking(link)) continue;
    const earlier = seenKey(entry, earlierLinkWithoutTracking);
    const key = seenKey(entry);
    const remembered = earlier === null ? undefined : seen[earlier];
    if (earlier === null || key === null || remembered === undefined) continue;
    const isSame = remembered === entryFingerprint(entry, earlierLinkWithoutTracking);
    today.set(earlier, [key, isSame ? entryFingerprint(entry) : remembered]);
  }
  if (today.size === 0) return seen;
  return Object.fromEntries(
    Object.entries(seen).map(([key, fingerprint]) => today.get(key) ?? [key, fingerprint]),
  );
}
