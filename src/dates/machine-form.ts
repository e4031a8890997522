import { DAY_MS } from '../durations.ts';

const MINUTE_DIGITS =
  /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d$/;
/** Seconds, milliseconds, microseconds and nanoseconds since 1970, by how many digits they have today. */
const EPOCH_UNITS: [fewest: number, most: number, perMs: number][] = [
  [9, 10, 1 / 1_000],
  [12, 13, 1],
  [15, 16, 1_000],
  [18, 19, 1_000_000],
];

/** Milliseconds of a moment that is written as a number of units since 1970; null for any other text. */
export function epochMsOf(text: string): number | null {
  // .NET's JSON: the offset beside the number says nothing about it.
  const [, wrapped] = /^\\?\/Date\((\d{9,16})(?:[+-]\d{4})?\)\\?\/$/.exec(text) ?? [];
  const [, digits = wrapped ?? '', fraction = ''] =
    /^@?(\d{9,19})(?:\.(\d{1,9}))?$/.exec(wrapped ?? text) ?? [];
  // Twelve digits may be a day and an hour: as milliseconds they would be of before 2001.
  if (MINUTE_DIGITS.test(digits)) return null;
  const unit = EPOCH_UNITS.find(([few, most]) => digits.length >= few && digits.length <= most);
  return unit ? Math.round(Number(`${digits}.${fraction}`) / unit[2]) : null;
}

const inIsoForm = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** ISO 8601, section 5.2.3: the week that holds 4 January is the first; without a day, its Monday. */
function dayOfWeek(year: string, week: string, day: string | undefined): string {
  const fourth = Date.UTC(Number(year), 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY_MS;
  return inIsoForm(monday + ((Number(week) - 1) * 7 + Number(day ?? 1) - 1) * DAY_MS);
}

const dayOfYear = (year: string, day: string) =>
  inIsoForm(Date.UTC(Number(year), 0, 1) + (Number(day) - 1) * DAY_MS);

const BEFORE_ZONE = String.raw`(?=\s*(?:$|Z\b|[A-Z]{2,5}\b|[+-]\d|[ap]\.?\s?m\b))`;
const DOTTED_SECONDS = new RegExp(
  String.raw`(?<=\d,?[\sT])(\d{1,2})\.([0-5]\d)\.([0-5]\d)(\.\d{1,9})?${BEFORE_ZONE}`,
  'i',
);
const DOTTED_MINUTES = new RegExp(
  String.raw`(?<=\d{4},?\s)(\d{1,2})\.([0-5]\d)${BEFORE_ZONE}`,
  'i',
);

/**
 * Forms that programs write, in the form that the general search reads: weeks and days of the year, digits
 * alone, Oracle's and others' dots between hours and minutes, signs that look like a minus.
 */
export function readableForm(text: string): string {
  return (
    text
      .replace(/[−‐‑‒–—﹣－]/g, '-')
      .replace(/^D:(?=\d{8})/, '')
      .replace(/(?<!\d)(\d{4})-?W([0-5]\d)(?:-?([1-7]))?(?!\d)/, (_all, ...part: string[]) =>
        dayOfWeek(part[0] ?? '', part[1] ?? '', part[2]),
      )
      .replace(/^(\d{4})-([0-3]\d\d)(?=T|\s|Z|$)/, (written, year: string, day: string) =>
        Number(day) >= 1 && Number(day) <= 366 ? dayOfYear(year, day) : written,
      )
      .replace(
        /^((?:19|20)\d\d)([01]\d)([0-3]\d)T?([0-2]\d)([0-5]\d)([0-5]\d)?(?!\d)/,
        (_all, year, month, day, hour, minute, second) =>
          `${year}-${month}-${day} ${hour}:${minute}:${second ?? '00'}`,
      )
      .replace(/(?<=\d)T([0-2]\d)-([0-5]\d)-([0-5]\d)(?!\d)/, 'T$1:$2:$3')
      .replace(DOTTED_SECONDS, (_all, hour, minute, second, fraction: string | undefined) => {
        return `${hour}:${minute}:${second}${fraction ?? ''}`;
      })
      .replace(DOTTED_MINUTES, '$1:$2')
      .replace(/'(?=\d\d(?!\d))/, '')
      // "- 0500": the sign of an offset and its digits, not a range.
      .replace(/(:\d\d) ([+-]) (\d{2}:?\d{2})$/, '$1 $2$3')
  );
}
