import type { Rhythm } from './poll-state.ts';
import { DAY_MS, HOUR_MS } from '../../durations.ts';

// A newsroom's habits of a month ago count a sixteenth of today's.
const HALF_LIFE_MS = 7 * DAY_MS;
const MOST_DAYS_AT_FIRST = 7;

/**
 * Learns from what a poll brought.
 *
 * @param entryTimesMs when each entry not seen before was published, or the time of the poll where
 *   the feed does not say.
 */
export function learnRhythm(rhythm: Rhythm | null, entryTimesMs: number[], nowMs: number): Rhythm {
  if (rhythm === null) return firstRhythm(entryTimesMs, nowMs);
  const elapsedMs = Math.max(0, nowMs - rhythm.updatedAtMs);
  const fade = 0.5 ** (elapsedMs / HALF_LIFE_MS);
  const counts = rhythm.entriesPerHour.map((count) => count * fade);
  for (const timeMs of entryTimesMs) {
    // A date outside the time since the last poll is the publisher's mistake or an old entry come
    // back: it was new to us now.
    const plausible = timeMs <= nowMs && timeMs > rhythm.updatedAtMs - DAY_MS;
    addEntry(counts, plausible ? timeMs : nowMs);
  }
  return asRhythm(counts, rhythm.days * fade + elapsedMs / DAY_MS, nowMs);
}

/** The entries that a feed holds at first sight already tell how it went on before. */
function firstRhythm(entryTimesMs: number[], nowMs: number): Rhythm {
  const recent = entryTimesMs.filter(
    (time) => time <= nowMs && time > nowMs - MOST_DAYS_AT_FIRST * DAY_MS,
  );
  const oldestMs = recent.reduce((oldest, time) => Math.min(oldest, time), nowMs);
  const counts = Array.from({ length: 24 }, () => 0);
  for (const timeMs of recent) addEntry(counts, timeMs);
  return asRhythm(counts, (nowMs - oldestMs) / DAY_MS, nowMs);
}

function addEntry(counts: number[], timeMs: number): void {
  const hour = hourOf(timeMs);
  counts[hour] = (counts[hour] ?? 0) + 1;
}

function asRhythm(counts: number[], days: number, nowMs: number): Rhythm {
  const rounded = (value: number) => Math.round(value * 1_000) / 1_000;
  return { entriesPerHour: counts.map(rounded), days: rounded(days), updatedAtMs: nowMs };
}

/**
 * How long to wait until one new entry is to be expected, between `minMs` and `maxMs`. Night and day
 * differ: the wait adds up what each coming hour usually brings.
 */
export function expectedWaitMs(
  rhythm: Rhythm,
  nowMs: number,
  minMs: number,
  maxMs: number,
): number {
  let expected = 0;
  let atMs = nowMs;
  const endMs = nowMs + maxMs;
  while (atMs < endMs) {
    const stepMs = Math.min(HOUR_MS - (atMs % HOUR_MS), endMs - atMs);
    const gain = entriesPerMs(rhythm, hourOf(atMs)) * stepMs;
    if (expected + gain >= 1) {
      const waitMs = atMs - nowMs + (stepMs * (1 - expected)) / gain;
      return Math.min(Math.max(waitMs, minMs), maxMs);
    }
    expected += gain;
    atMs += stepMs;
  }
  return maxMs;
}

/** The hours beside an hour speak for it too: news does not keep to the clock. */
function entriesPerMs({ entriesPerHour, days }: Rhythm, hour: number): number {
  const count = (h: number) => entriesPerHour[(h + 24) % 24] ?? 0;
  const smoothed = count(hour - 1) / 4 + count(hour) / 2 + count(hour + 1) / 4;
  // A quarter of a day of watching at least: two entries at once are not a flood.
  return smoothed / Math.max(days, 0.25) / HOUR_MS;
}

function hourOf(timeMs: number): number {
  return Math.floor(timeMs / HOUR_MS) % 24;
}
