import { DAY_MS } from '../durations.ts';

/** A day as it is written: month and day count from 1. */
export interface CalendarDay {
  year: number;
  month: number;
  day: number;
}

const BUDDHIST_LEAD = 543;
/** Years of the Thai calendar that lie between 1900 and 2100. */
const isBuddhistYear = (year: number): boolean => year >= 2443 && year <= 2643;
/** Years of the Iranian calendar in use; later ones are of the lunar one, which has reached 1447. */
export const isSolarHijriYear = (year: number): boolean => year >= 1300 && year <= 1430;

const SOLAR_HIJRI_MONTHS =
  'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند'.split(' ');

/** The month (1 to 12) of the Iranian calendar that a word names, in Persian or Arabic letters. */
export function solarHijriMonthOf(word: string): number | null {
  const month = SOLAR_HIJRI_MONTHS.indexOf(word.replaceAll('ي', 'ی').replace(/^امرداد$/, 'مرداد'));
  return month < 0 ? null : month + 1;
}

const solarHijri = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
});

/** Its year begins at the equinox, on 19 to 22 March: which day that is, ICU knows. */
function fromSolarHijri({ year, month, day }: CalendarDay): CalendarDay | null {
  const dayOfYear = month <= 6 ? (month - 1) * 31 + day : 186 + (month - 7) * 30 + day;
  const earliest = Date.UTC(year + 621, 2, 18) + dayOfYear * DAY_MS;
  for (let ms = earliest; ms <= earliest + 3 * DAY_MS; ms += DAY_MS) {
    const parts = solarHijri.formatToParts(ms);
    const is = (type: string, value: number): boolean =>
      parts.some((part) => part.type === type && part.value === String(value));
    if (is('year', year) && is('month', month) && is('day', day)) {
      const date = new Date(ms);
      return {
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
      };
    }
  }
  return null;
}

/** The same day in the Gregorian calendar; null for one that its calendar does not have. */
export function inGregorian(written: CalendarDay): CalendarDay | null {
  const { year, month, day } = written;
  if (isBuddhistYear(year)) return { year: year - BUDDHIST_LEAD, month, day };
  return isSolarHijriYear(year) ? fromSolarHijri(written) : written;
}
