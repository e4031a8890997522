import { earlierLinkWithoutTracking, linkWithoutTracking } from '../../clean-url.ts';
import type { Entry } from '../entry.ts';
import {
  earlierFingerprint,
  earlierSeenKey,
  entryFingerprint,
  seenKey,
  type SeenEntries,
} from './entry-key.ts';

/**
 * What was remembered of a feed, by today's keys and fingerprints: what an earlier version remembered under
 * a link with parameters that it did not know as tracking, under a guid that it cut, or with a signed
 * picture, is neither new nor changed nor gone.
 */
export function carriedOver(
  seen: SeenEntries,
  entries: readonly Entry[],
  dropQuery?: readonly string[],
): SeenEntries {
  const today = new Map<string, [key: string, remembered: string][]>();
  for (const entry of entries) {
    const key = seenKey(entry, dropQuery);
    const earlier = earlierSeenKey(entry);
    const remembered = earlier === null ? undefined : seen[earlier];
    if (earlier === null || key === null || remembered === undefined) continue;
    const fingerprint = entryFingerprint(entry, dropQuery);
    if (key === earlier && remembered === fingerprint) continue;
    const isSame = [earlierLinkWithoutTracking, linkWithoutTracking].some(
      (trim) => remembered === earlierFingerprint(entry, (link) => trim(link)),
    );
    if (key === earlier && !isSame) continue;
    today.set(earlier, [...(today.get(earlier) ?? []), [key, isSame ? fingerprint : remembered]]);
  }
  if (today.size === 0) return seen;
  return Object.fromEntries(
    Object.entries(seen).flatMap(([key, remembered]) => today.get(key) ?? [[key, remembered]]),
  );
}
