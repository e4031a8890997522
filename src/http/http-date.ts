const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MONTH = `(${MONTHS.join('|')})`;
const TIME = String.raw`(\d\d):(\d\d):(\d\d)`;

// RFC 9110 section 5.6.7: the one format to send and the two old ones still to be read.
const IMF_FIXDATE = new RegExp(
  String.raw`^[A-Z][a-z]{2}, (\d\d?) ${MONTH} (\d{4}) ${TIME} (?:GMT|UTC)$`,
);
const RFC850 = new RegExp(String.raw`^[A-Z][a-z]{5,8}, (\d\d)-${MONTH}-(\d\d) ${TIME} GMT$`);
const ASCTIME = new RegExp(String.raw`^[A-Z][a-z]{2} ${MONTH} ([ \d]\d) ${TIME} (\d{4})$`);

/**
 * Epoch milliseconds of an HTTP date in any of its three formats, null for anything else.
 * `Date.parse` reads far more than a date and takes asctime's for local time.
 */
export function parseHttpDate(text: string, nowMs: number): number | null {
  const trimmed = text.trim();
  const imf = IMF_FIXDATE.exec(trimmed);
  if (imf) {
    const [, day, name, year, ...clock] = imf;
    return utc(Number(year), name, day, clock);
  }
  const old = RFC850.exec(trimmed);
  if (old) {
    const [, day, name, year, ...clock] = old;
    return utc(yearOfTwoDigits(Number(year), nowMs), name, day, clock);
  }
  const c = ASCTIME.exec(trimmed);
  if (!c) return null;
  const [, name, day, hours, minutes, seconds, year] = c;
  return utc(Number(year), name, day, [hours, minutes, seconds]);
}

function utc(
  year: number,
  name: string | undefined,
  day: string | undefined,
  clock: (string | undefined)[],
): number | null {
  const [hours = 0, minutes = 0, seconds = 0] = clock.map(Number);
  if (hours > 23 || minutes > 59 || seconds > 60) return null;
  const ms = Date.UTC(year, MONTHS.indexOf(name ?? ''), Number(day), hours, minutes, seconds);
  return new Date(ms).getUTCDate() === Number(day) || seconds === 60 ? ms : null;
}

/** A two-digit year that would lie over 50 years ahead is of the century before. */
function yearOfTwoDigits(twoDigits: number, nowMs: number): number {
  const thisYear = new Date(nowMs).getUTCFullYear();
  const year = thisYear - (thisYear % 100) + twoDigits;
  return year > thisYear + 50 ? year - 100 : year;
}
