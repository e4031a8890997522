import { HOUR_MS } from '../../durations.ts';
/** What a source brought in each of the last hours, newest last; `lastHour` counts hours since 1970. */
export interface HourlyCounts {
  counts: Uint16Array;
  lastHour: number;
}

const DAY_HOURS = 24;
export const WEEK_HOURS = 7 * DAY_HOURS;
// How much the wider habit counts beside what this very hour of the week has shown: as one more week.
const PRIOR_WEIGHT = 1;

/** Hours since 1970. */
export const hourAt = (ms: number): number => Math.floor(ms / HOUR_MS);

/** Of an hour and those beside it: news does not keep to the clock. */
const NEIGHBOURS = [
  [-1, 0.25],
  [0, 0.5],
  [1, 0.25],
] as const;

/** What the slots of a day or a week bring: each hour falls into the slot that `slotOf` says. */
class Habit {
  readonly #seen: number[];
  readonly #hours: number[];
  readonly #slotOf: (hour: number) => number;

  constructor(slots: number, slotOf = (hour: number) => hour % slots) {
    this.#seen = Array.from({ length: slots }, () => 0);
    this.#hours = Array.from({ length: slots }, () => 0);
    this.#slotOf = slotOf;
  }

  note(hour: number, count: number): void {
    const slot = this.#slotOf(hour);
    this.#seen[slot]! += count;
    this.#hours[slot]! += 1;
  }

  /** Articles an hour in the slot itself. */
  mean(hour: number, prior: number): number {
    const slot = this.#slotOf(hour);
    return (this.#seen[slot]! + PRIOR_WEIGHT * prior) / (this.#hours[slot]! + PRIOR_WEIGHT);
  }

  /** The same with the slots beside it. */
  smooth(hour: number, prior: number): number {
    const about = (values: number[]) =>
      NEIGHBOURS.reduce(
        (sum, [step, weight]) => sum + weight * values[this.#slotOf(hour + step + WEEK_HOURS)]!,
        0,
      );
    return (about(this.#seen) + PRIOR_WEIGHT * prior) / (about(this.#hours) + PRIOR_WEIGHT);
  }
}

/**
 * Articles an hour that are usual in each of the 168 hours of a week (hours since 1970, modulo 168), of
 * a source watched since `firstHour`: what the hour of the week has shown, drawn, as far as little is
 * known of it, to what the hour of the day and the day of the week lead to expect.
 */
export function usualRates({ counts, lastHour }: HourlyCounts, firstHour: number): number[] {
  const ofDay = new Habit(DAY_HOURS);
  const weekdays = new Habit(7, (hour) => Math.floor(hour / DAY_HOURS) % 7);
  const ofWeek = new Habit(WEEK_HOURS);
  const start = Math.max(firstHour, lastHour - counts.length + 1);
  let total = 0;
  for (let hour = start; hour <= lastHour; hour += 1) {
    const count = counts[counts.length - 1 - (lastHour - hour)] ?? 0;
    total += count;
    for (const habit of [ofDay, weekdays, ofWeek]) habit.note(hour, count);
  }
  const mean = total / Math.max(lastHour - start + 1, 1);
  if (total === 0) return Array.from({ length: WEEK_HOURS }, () => 0);
  return Array.from({ length: WEEK_HOURS }, (_, hour) => {
    const prior = (ofDay.smooth(hour, mean) * weekdays.mean(hour, mean)) / mean;
    return ofWeek.smooth(hour, prior);
  });
}

/** How many articles are usual between two moments (epoch ms). */
export function usualBetween(rates: readonly number[], fromMs: number, toMs: number): number {
  let sum = 0;
  for (let atMs = fromMs; atMs < toMs;) {
    const hour = hourAt(atMs);
    const endMs = Math.min((hour + 1) * HOUR_MS, toMs);
    sum += (rates[hour % WEEK_HOURS]! * (endMs - atMs)) / HOUR_MS;
    atMs = endMs;
  }
  return sum;
}

const LONGEST_SILENCE_MS = 10 * WEEK_HOURS * HOUR_MS;

/** When as many articles are usual as `expected`, from a moment on; after ten weeks in any case. */
function momentOfExpected(expected: number, rates: readonly number[], fromMs: number): number {
  let left = expected;
  const limitMs = fromMs + LONGEST_SILENCE_MS;
  for (let atMs = fromMs; atMs < limitMs;) {
    const hour = hourAt(atMs);
    const endMs = (hour + 1) * HOUR_MS;
    const gain = (rates[hour % WEEK_HOURS]! * (endMs - atMs)) / HOUR_MS;
    if (gain >= left) return Math.ceil(atMs + ((endMs - atMs) * left) / gain);
    left -= gain;
    atMs = endMs;
  }
  return limitMs;
}

/** What is remembered of a source's pauses. */
export interface Pauses {
  /** From where its counts tell something (hours since 1970). */
  firstHour: number;
  /** When it last brought something (epoch ms). */
  newAtMs: number;
  /** Its last pauses, newest last, each by how many articles are usual in that time. */
  gaps: number[];
}

const MOST_GAPS = 100;
const LONG_SHARE = 0.98;
// The longest of 50 pauses of a source that publishes by chance (98 of 100 of an exponential spread).
const LONGEST_BY_CHANCE = -Math.log(1 - LONG_SHARE);
const FEW_GAPS = 10;
const MOST_GROWTH = 2;
/** As many usual pauses as pass before a source counts as quiet. */
export const QUIET_PAUSES = 3;
// Nobody knows a source's weekends before it has had one.
const FIRST_WEEK_MS = 7 * DAY_HOURS * HOUR_MS;
const FIRST_WEEK_PATIENCE_MS = 3 * DAY_HOURS * HOUR_MS;
const HISTORY_MS = DAY_HOURS * HOUR_MS;

/** The longest pause that is still usual: 98 of 100 of its pauses are shorter. */
function usualGap(gaps: readonly number[]): number {
  if (gaps.length < FEW_GAPS) return Math.max(LONGEST_BY_CHANCE, ...gaps);
  const sorted = gaps.toSorted((a, b) => a - b);
  return Math.max(sorted[Math.ceil(LONG_SHARE * sorted.length) - 1]!, 1);
}

/** What a source has brought at times (epoch ms), for `afterNews`. */
export interface News {
  atMs: number;
  /** When its new entries were published, or found where they do not say. */
  timesMs: readonly number[];
}

/** The pauses of a source after a poll that brought something; null for one never read before. */
export function afterNews(
  pauses: Pauses | null,
  { atMs, timesMs }: News,
  rates: readonly number[],
): Pauses {
  const firstMs = timesMs.reduce((first, time) => Math.min(first, time), atMs);
  const firstHour = pauses?.firstHour ?? hourAt(firstMs);
  // What a feed holds at first sight tells how it went on before.
  const moments = pauses
    ? [pauses.newAtMs, atMs]
    : [...new Set([...timesMs, atMs])].toSorted((a, b) => a - b);
  const known = pauses?.gaps ?? [];
  // One silence makes no habit; several in a row do.
  const most = known.length < FEW_GAPS ? Infinity : MOST_GROWTH * usualGap(known);
  const added = moments.slice(1).map((moment, index) => {
    const gap = Math.min(usualBetween(rates, moments[index]!, moment), most);
    return Math.round(gap * 100) / 100;
  });
  return { firstHour, newAtMs: atMs, gaps: [...known, ...added].slice(-MOST_GAPS) };
}

/**
 * The moment (epoch ms) from which a source that brings nothing counts as quiet: after three times the
 * longest pause that is usual with it at this time of the week; never with less than a day of history,
 * and after three days at the least while a week of it is not known.
 */
export function quietFrom({ firstHour, newAtMs, gaps }: Pauses, rates: readonly number[]): number {
  const usual = usualGap(gaps);
  const historyMs = newAtMs - firstHour * HOUR_MS;
  const leastMs = historyMs < FIRST_WEEK_MS ? FIRST_WEEK_PATIENCE_MS : 0;
  return Math.max(
    momentOfExpected(QUIET_PAUSES * usual, rates, newAtMs),
    newAtMs + leastMs,
    firstHour * HOUR_MS + HISTORY_MS,
  );
}
