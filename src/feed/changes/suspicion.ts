import type { FeedChanges } from './changes.ts';
import { fingerprintIn, type SeenEntries } from './entry-key.ts';
import { CUT_OFF } from '../repairs.ts';
import { DAY_MS } from '../../durations.ts';

/** Below this a feed is too small for its turnover to say anything. */
const FEW_ENTRIES = 5;
/** A document that was cut off and has lost more than half of its entries has lost them in the cut. */
const CUT_OFF_SHARE = 1 / 2;
/** Feeds shrink when an archive is cleared, seldom to less than a fifth; a broken query gives scraps. */
const SCRAPS_SHARE = 1 / 5;
/** Feeds of that length or longer are expected not to shrink to scraps. */
const LONG_FEED = 10;
/** The next busy hour brings two or three times the usual; ten times is another list. */
const FLOOD_FACTOR = 10;
/** Fewer new articles than this are no flood, however short the feed was. */
const FLOOD_ENTRIES = 30;
/** Time zones and embargoes date an entry up to a day ahead; two days are a wrong clock. */
const FUTURE_MS = 2 * DAY_MS;
/** News that is a year old when it first appears comes from an archive. */
const ARCHIVE_MS = 365 * DAY_MS;
/** One or two strangely dated entries are a slip; from three on the feed is wrong. */
const DATED_ENTRIES = 3;

export type SuspicionKind = 'empty' | 'truncated' | 'all-new' | 'flood' | 'dates';

/** Why a reading is not believed at once: the kind for machines, the message for people. */
export interface FeedSuspicion {
  kind: SuspicionKind;
  message: string;
}

export interface FeedReading {
  /** Of the last reading that was believed; empty for a feed never read. */
  seen: SeenEntries;
  /** When that was (epoch ms); null where nobody noted it. */
  readAtMs: number | null;
  /** This one. */
  entries: number;
  changes: FeedChanges;
  repairs: readonly string[];
  nowMs: number;
}

/**
 * What makes a reading look like an accident of the publisher rather than news: it is held then,
 * neither published as a flood nor read as deletions. A first reading is never suspicious.
 */
export function suspicionOf(reading: FeedReading): FeedSuspicion | undefined {
  if (Object.keys(reading.seen).length === 0) return undefined;
  for (const [kind, finding] of SUSPICION_TESTS) {
    const message = finding(reading);
    if (message !== undefined) return { kind, message };
  }
  return undefined;
}

type SuspicionTest = (reading: FeedReading) => string | undefined;

const SUSPICION_TESTS: [SuspicionKind, SuspicionTest][] = [
  ['empty', emptied],
  ['truncated', truncated],
  ['all-new', allNew],
  ['flood', flood],
  ['dates', datesFarOff],
];

const sizeOf = (seen: SeenEntries): number => Object.keys(seen).length;

function newEntries({ changes }: FeedReading) {
  return changes.changed.filter(({ kind }) => kind === 'new');
}

function emptied({ seen, entries }: FeedReading): string | undefined {
  if (entries > 0) return undefined;
  return `it has no entries, and had ${sizeOf(seen)}`;
}

function truncated({ seen, entries, repairs }: FeedReading): string | undefined {
  const before = sizeOf(seen);
  const isCutOff = repairs.includes(CUT_OFF) && entries < before * CUT_OFF_SHARE;
  const isScraps = before >= LONG_FEED && entries < before * SCRAPS_SHARE;
  if (!isCutOff && !isScraps) return undefined;
  return `it has ${entries} entries, and had ${before}`;
}

// A busy feed that is seldom polled turns over completely, with entries younger than the last
// reading. What was there at that time already is not new: its guid is.
function allNew(reading: FeedReading): string | undefined {
  const { seen, readAtMs, entries } = reading;
  const found = newEntries(reading);
  const known = sizeOf(seen);
  if (known < FEW_ENTRIES || found.length < FEW_ENTRIES) return undefined;
  if (Object.keys(reading.changes.seen).some((key) => key in seen)) return undefined;
  const fingerprints = new Set(Object.values(seen).map(fingerprintIn));
  const old = found.filter(
    ({ fingerprint, entry }) =>
      fingerprints.has(fingerprint) ||
      (readAtMs !== null && entry.published !== null && Date.parse(entry.published) < readAtMs),
  );
  if (old.length * 2 < found.length) return undefined;
  return `all of its ${entries} entries have new ids, and most of them are older than the last reading`;
}

function flood(reading: FeedReading): string | undefined {
  const found = newEntries(reading).length;
  const before = sizeOf(reading.seen);
  if (found < FLOOD_ENTRIES || reading.entries < before * FLOOD_FACTOR) return undefined;
  return `it has ${reading.entries} entries, and had ${before}`;
}

function datesFarOff(reading: FeedReading): string | undefined {
  const { nowMs } = reading;
  const times = newEntries(reading).flatMap(({ entry }) =>
    entry.published === null ? [] : Date.parse(entry.published),
  );
  const off = times.filter((time) => time > nowMs + FUTURE_MS || time < nowMs - ARCHIVE_MS);
  if (off.length < DATED_ENTRIES || off.length * 2 <= times.length) return undefined;
  return `${off.length} of ${times.length} new entries are dated far from today`;
}
