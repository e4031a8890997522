import { type CalendarDay, inGregorian, isSolarHijriYear, solarHijriMonthOf } from './calendars.ts';
import { epochMsOf, readableForm } from './machine-form.ts';
import { monthOfWord } from './month-names.ts';
import { offsetInZone, zoneOfName } from './time-zones.ts';
import { westernForm } from './western-form.ts';

/** How a source's dates are to be read where they do not say it themselves. */
export interface DateRules {
  /** IANA zone of dates that state none; UTC when absent. */
  assumeZone?: string | undefined;
  /** The stated offsets are wrong: read the clock as that of `assumeZone`. */
  ignoreOffset?: boolean | undefined;
  /** How 3/4/2026 and 3-4-2026 are meant. When absent, slashes put the month first, dashes the day. */
  monthFirst?: boolean | undefined;
}

/** A moment and the clock it was stated by. */
interface Moment {
  epochMs: number;
  /** Minutes east of UTC of the stated clock; 0 where no zone was stated or assumed. */
  offset: number;
}

/** Minutes east of UTC, the name of an IANA zone, or null where nothing was stated. */
type Zone = number | string | null;

interface Clock {
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
}

/** Line Islands, in minutes. */
const WIDEST_OFFSET = 14 * 60;
const MIDNIGHT: Clock = { hour: 0, minute: 0, second: 0, millisecond: 0 };
/** Longer text is not a date; the cap also bounds the work of every pattern below. */
const MAX_DATE_LENGTH = 120;

// The two forms nearly all feeds use, RFC 822 and RFC 3339, read without the general search.
const RFC822 =
  /^(?:[a-z]{3}, ?)?(\d{1,2}) ([a-z]{3}) (\d{4}) (\d{2}):(\d{2})(?::(\d{2}))? ?(GMT|UTC|UT|Z|[+-]\d{4})$/i;
const RFC3339 =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})$/i;

function clock(hour?: string | number, minute?: string, second?: string, fraction?: string): Clock {
  const millisecond = Number((fraction ?? '').slice(0, 3).padEnd(3, '0'));
  return { hour: Number(hour), minute: Number(minute), second: Number(second ?? 0), millisecond };
}

function numericOffset(text: string): number {
  const [, sign, hour, minute] = /([+-])(\d{1,2}):?(\d{2})?/.exec(text) ?? [];
  const minutes = Number(hour ?? 0) * 60 + Number(minute ?? 0);
  return sign === '-' ? -minutes : minutes;
}

function momentOf(written: CalendarDay, clock: Clock, zone: Zone, rules: DateRules): Moment | null {
  const date = inGregorian(written);
  if (!date) return null;
  const { year, month, day } = date;
  const { hour, minute, second, millisecond } = clock;
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) return null;
  if (day > 28 && day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  if (hour > 24 || minute > 59 || second > 60) return null;
  const wallClockMs = Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
  const isReal = typeof zone !== 'number' || Math.abs(zone) <= WIDEST_OFFSET;
  const stated = rules.ignoreOffset || !isReal ? null : zone;
  const offset =
    typeof stated === 'number'
      ? stated
      : (offsetInZone(stated ?? rules.assumeZone ?? 'UTC', wallClockMs) ?? 0);
  return { epochMs: wallClockMs - offset * 60_000, offset };
}

function readUsualForm(text: string, rules: DateRules): Moment | null {
  const mail = RFC822.exec(text);
  if (mail) {
    const [, day, month = '', year, hour, minute, second, zone = ''] = mail;
    return momentOf(
      {
        year: Number(year),
        month: monthOfWord(month) ?? 0,
        day: Number(day),
      },
      clock(hour, minute, second),
      numericOffset(zone),
      rules,
    );
  }
  const iso = RFC3339.exec(text);
  if (!iso) return null;
  const [, year, month, day, hour, minute, second, fraction, zone = ''] = iso;
  return momentOf(
    { year: Number(year), month: Number(month), day: Number(day) },
    clock(hour, minute, second, fraction),
    numericOffset(zone),
    rules,
  );
}

function readEpoch(text: string): Moment | null {
  const epochMs = epochMsOf(text);
  return epochMs === null ? null : { epochMs, offset: 0 };
}

/** "kl. 12.45", "5.30pm", "10.30 BST": beside a word for the hour or a zone a dot is enough. */
const DOT_OF_A_CLOCK = String.raw`(?<=\b(?:klo?|um|ore|alle)\.?\s\d{1,2})\.|\.(?=\d{2}\s?(?:[ap]\.?m|Uhr|GMT|BST|IST)\b)`;
const SECONDS = String.raw`(?:[:m](\d{2})(?:[.,](\d{1,9}))?)?`;
const CLOCK_PATTERN = new RegExp(
  String.raw`(?<![\d:])(\d{1,2})(?:[:h]|\sh\s|${DOT_OF_A_CLOCK})(\d{2})${SECONDS}:?\s?(?:([ap])\.?\s?m\b\.?)?`,
  'i',
);
const COMPACT_CLOCK = /(?<=\d{8}T)(\d{2})(\d{2})(\d{2})?()()/i;
const OFFSET_PATTERN = /^\s?\(?(?:GMT|UTC|UT|Z)?\s?[+-]\d{1,2}(?::?\d{2})?(?:Z\b)?/i;
const ZONE_NAME =
  /^\s?\(?([A-Z]{3}-?\d[A-Z]{3,4}|[A-Z]{1,4}T|UTC|Z|MSK|МСК|MSD|MEZ|MESZ|WIB|WITA)(?![\p{L}\d_])\)?/iu;
const REGION_NAME =
  /\b(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific|US|Canada|Etc)\/[\w/+-]+/i;

function readClock(match: RegExpExecArray | null): Clock {
  if (!match) return MIDNIGHT;
  const [, hour, minute, second, fraction, half] = match;
  const pm = half?.toLowerCase() === 'p';
  return clock(half ? (Number(hour) % 12) + (pm ? 12 : 0) : hour, minute, second, fraction);
}

/** The zone that stands at the start of `text`, and what follows it. */
function readZone(text: string): { zone: Zone; rest: string } {
  const offset = OFFSET_PATTERN.exec(text)?.[0];
  if (offset) return { zone: numericOffset(offset), rest: text.slice(offset.length) };
  const region = REGION_NAME.exec(text);
  if (region) return { zone: region[0], rest: text.replace(region[0], '') };
  const named = ZONE_NAME.exec(text);
  const zone = named && zoneOfName(named[1] ?? '');
  if (!named || zone === null) return { zone: null, rest: text };
  return { zone, rest: text.slice(named[0].length) };
}

const fullYearOf = (text: string) =>
  text.length > 2 ? Number(text) : Number(text) + (Number(text) < 70 ? 2000 : 1900);

function readNumericDate(text: string, rules: DateRules): CalendarDay | null {
  const iso =
    /(?<!\d)(\d{4})[-/.](\d{1,3})[-/.](\d{1,2})(?!\d)/.exec(text) ??
    /(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)/.exec(text) ??
    /^\s*(\d{4})(?:-(\d{2}))?\s*$/.exec(text);
  if (iso) {
    return { year: Number(iso[1]), month: Number(iso[2] ?? 1), day: Number(iso[3] ?? 1) };
  }
  const parts = /(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/.exec(text);
  if (!parts) return null;
  const [, first, separator, second, year = ''] = parts;
  // With dots the day stands first; without a rule 03/30/2020 is American where it can be, 30-03-2020 is not.
  const preferred = separator !== '.' && (rules.monthFirst ?? separator === '/');
  const monthFirst = Number(second) > 12 || (preferred && Number(first) <= 12);
  const [month, day] = monthFirst ? [first, second] : [second, first];
  return { year: fullYearOf(year), month: Number(month), day: Number(day) };
}

/** Behind "1º" the sign is the letter o once the text is normalized. */
const NTH_DAY = String.raw`(\d{1,2})(?:st|nd|rd|th|er|o|\.)?`;
const MONTH_WORD = String.raw`([\p{L}\p{M}]{3,}|\p{Script=Thai}{2})`;
const DAY_MONTH_YEAR = new RegExp(
  String.raw`(?<!\d)${NTH_DAY}[\s-]*(?:de |of )?\s?${MONTH_WORD}[\s.,/-]*(?:de |of )?\s?(\d{4}|\d{2})(?!\d)`,
  'iu',
);
const MONTH_DAY_YEAR =
  /([\p{L}\p{M}]{3,20})\.?\s{0,9}(\d{1,2})(?:st|nd|rd|th)?[\s,-]{1,9}(?:of )?(\d{4})(?!\d)/iu;
const YEAR_MONTH_DAY = /(?<!\d)(\d{4})[\s.-]+([\p{L}\p{M}]{3,})[\s.-]+(\d{1,2})(?!\d)/iu;

function readWordDate(text: string): CalendarDay | null {
  const forms = [
    { pattern: DAY_MONTH_YEAR, day: 1, month: 2, year: 3 },
    { pattern: MONTH_DAY_YEAR, day: 2, month: 1, year: 3 },
    { pattern: YEAR_MONTH_DAY, day: 3, month: 2, year: 1 },
  ];
  for (const { pattern, ...at } of forms) {
    const match = pattern.exec(text);
    if (!match) continue;
    const [year, word] = [fullYearOf(match[at.year] ?? ''), match[at.month] ?? ''];
    const month = isSolarHijriYear(year) ? solarHijriMonthOf(word) : monthOfWord(word);
    if (month) return { year, month, day: Number(match[at.day]) };
  }
  return null;
}

/** The months of the Levant that are told from each other by "the first" and "the second". */
const TWO_WORDS = /(تشرين|كانون)\s+(ال(?:أول|اول|ثاني))/gu;

function readAnyForm(written: string, rules: DateRules): Moment | null {
  const text = readableForm(westernForm(written)).replace(TWO_WORDS, '$1$2');
  const time = CLOCK_PATTERN.exec(text) ?? COMPACT_CLOCK.exec(text);
  const before = time ? text.slice(0, time.index) : text;
  const { zone, rest } = time
    ? readZone(text.slice(time.index + time[0].length))
    : { zone: null, rest: '' };
  const dateText = `${before.replace(/T$/i, '')} ${rest}`;
  const date = readNumericDate(dateText, rules) ?? readWordDate(dateText);
  return date && momentOf(date, readClock(time), zone, rules);
}

/** A date in any of the forms that feeds and pages use; null when it cannot be read. */
function readMoment(written: string, rules: DateRules): Moment | null {
  const text = written.trim();
  if (text === '' || text.length > MAX_DATE_LENGTH) return null;
  return readUsualForm(text, rules) ?? readEpoch(text) ?? readAnyForm(text, rules);
}

/**
 * A date as any feed writes it (RFC 822, RFC 3339, seconds since 1970, localised or loose forms),
 * as ISO 8601 in UTC; null when it cannot be read.
 */
export function readDate(written: string, rules: DateRules): string | null {
  const moment = readMoment(written, rules);
  return moment && new Date(moment.epochMs).toISOString();
}

const twoDigits = (count: number) => String(count).padStart(2, '0');

function offsetText(minutes: number): string {
  if (minutes === 0) return 'Z';
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

/** A moment by a clock so many minutes east of UTC, RFC 3339 to the second. */
export function atOffset(epochMs: number, minutes: number): string {
  const wallClock = new Date(epochMs + minutes * 60_000).toISOString();
  return `${wallClock.slice(0, 19)}${offsetText(minutes)}`;
}

/**
 * A date as `readDate` reads it, in RFC 3339 to the second with the offset it was stated with: `Z` where
 * it states none.
 */
export function readStatedDate(written: string, rules: DateRules): string | null {
  const moment = readMoment(written, rules);
  return moment && atOffset(moment.epochMs, moment.offset);
}

/** A stated date in UTC, RFC 3339. */
export function inUtc(stated: string): string {
  return stated.endsWith('Z') ? stated : `${new Date(stated).toISOString().slice(0, 19)}Z`;
}

/** A stated date whose clock is not that of UTC; undefined for any other. */
export function withOffset(stated: string): string | undefined {
  return stated.endsWith('Z') ? undefined : stated;
}
