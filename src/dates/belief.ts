import { DAY_MS } from '../durations.ts';

/** No news that is on the web is older: 1970, 1900 and the year 1 are what programs write for "no date". */
const EARLIEST_MS = Date.UTC(1990, 0, 1);
const EARLIEST_YEAR = '1990';
/** Time zones and embargoes date an article up to a day ahead. */
const MOST_AHEAD_MS = DAY_MS;

/** A date that was stated and is not believed, and why, in words. */
export interface DateDoubt {
  field: string;
  stated: string;
  reason: string;
}

/**
 * Why a date is not believed; undefined where it is.
 *
 * @param stated - ISO 8601.
 * @param nowMs - When it was read; left out, no date is too far ahead.
 */
export function dateDisbelief(stated: string, nowMs = Infinity): string | undefined {
  // ISO 8601 of four-digit years is in order as text.
  if (nowMs === Infinity && stated >= EARLIEST_YEAR) return undefined;
  const ms = Date.parse(stated);
  if (ms < EARLIEST_MS) return 'before 1990, which stands for no date';
  return ms > nowMs + MOST_AHEAD_MS ? 'more than a day ahead' : undefined;
}
