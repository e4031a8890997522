import { type DateRules, readStatedDate } from '../../dates/date.ts';

/** Where a date stands, it stands in the first of this many characters. */
const MOST_DATE_CHARACTERS = 120;
const EARLIEST = '1990';
const LATEST = '2100';

/**
 * Reads a day as pages print it, with or without an hour, in RFC 3339 with the offset that is stated and
 * `Z` without one; undefined when there is none, and for years before the web.
 */
export function parseDate(text: string, rules: DateRules): string | undefined {
  const source = text.trim().slice(0, MOST_DATE_CHARACTERS);
  // A year, or a month, is no day.
  if (/^\d{4}(?:-\d{2})?$/.test(source)) return undefined;
  const { assumeZone, ...bare } = rules;
  const plain = readStatedDate(source, bare);
  // A day without an hour is the same day by every clock.
  const hasHour = assumeZone !== undefined && plain !== null && !plain.endsWith('T00:00:00Z');
  const stated = hasHour ? readStatedDate(source, rules) : plain;
  return stated !== null && stated >= EARLIEST && stated < LATEST ? stated : undefined;
}

const ZONED = /\d:\d\d.*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})\W*$/i;

/** Whether a date says by which zone's clock it is. */
export const statesZone = (text: string): boolean =>
  ZONED.test(text.trim().slice(0, MOST_DATE_CHARACTERS));
