import { earlierLinkWithoutTracking } from '../../clean-url.ts';
import type { Entry } from '../entry.ts';
import { earlierSeenKey, entryFingerprint, seenKey, type SeenEntries } from './entry-key.ts';

/**
 * What was remembered of a feed, by today's keys and fingerprints: what an earlier version remembered under
 * a link with parameters that it did not know as tracking, or under a guid that it cut, is neither new nor
 * changed nor gone.
 */
export function carriedOver(seen: SeenEntries, entries: readonly Entry[]): SeenEntries {
  const today = new Map<string, [key: string, fingerprint: string][]>();
  for (const entry of entries) {
    const earlier = earlierSeenKey(entry);
    const key = seenKey(entry);
    const remembered = earlier === null ? undefined : seen[earlier];
    if (earlier === null || key === null || remembered === undefined) continue;
    const fingerprint = entryFingerprint(entry);
    const isSame = remembered === entryFingerprint(entry, earlierLinkWithoutTracking);
    if (key === earlier && (remembered === fingerprint || !isSame)) continue;
    today.set(earlier, [...(today.get(earlier) ?? []), [key, isSame ? fingerprint : remembered]]);
  }
  if (today.size === 0) return seen;
  return Object.fromEntries(
    Object.entries(seen).flatMap(([key, fingerprint]) => today.get(key) ?? [[key, fingerprint]]),
  );
}
