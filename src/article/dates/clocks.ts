import { atOffset } from '../../dates/date.ts';
import { offsetsInCountry } from '../../dates/time-zones.ts';
import { hostOf, type Page } from '../../page/page.ts';
import { DAY_MS } from '../../durations.ts';
import { isDayOnly } from './printed-date.ts';
import type { Found } from '../scraped.ts';

/** A date in a page's data. */
export interface Stated extends Found<string> {
  /** Whether it says by which zone's clock. */
  isZoned: boolean;
}

const HALF_HOUR_MS = 30 * 60_000;
/** Kiribati is farthest to the east; nobody lives west of Samoa. */
const EAST_MS = 14 * 60 * 60_000;
const WEST_MS = 11 * 60 * 60_000;

/** "+05:30" in minutes. */
function minutesOf(offset: string): number {
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/**
 * The same moment by the clock of the page's readers: many systems state UTC in their metadata and print
 * local time. Both are one moment where they lie whole half hours apart, as time zones do.
 */
export function byPrintedClock(stated: string, printed: string | undefined): string {
  if (!stated.endsWith('Z') || printed === undefined) return stated;
  const offset = /[+-]\d\d:\d\d$/.exec(printed)?.[0];
  const statedMs = Date.parse(stated);
  if (offset) {
    const isSame = Math.abs(Date.parse(printed) - statedMs) < 60_000;
    return isSame ? `${atOffset(statedMs, minutesOf(offset)).slice(0, 19)}${offset}` : stated;
  }
  if (isDayOnly(printed)) return stated;
  // Pages print no seconds.
  const apartMs = Date.parse(printed) - Math.floor(statedMs / 60_000) * 60_000;
  const halfHours = Math.round(apartMs / HALF_HOUR_MS);
  const isZone =
    Math.abs(apartMs - halfHours * HALF_HOUR_MS) <= 60_000 &&
    apartMs <= EAST_MS &&
    apartMs >= -WEST_MS;
  return isZone ? atOffset(statedMs, halfHours * 30) : stated;
}

/** A moment that data states without a zone, by the zone that the page prints beside the same clock. */
export const withPrintedZone = (stated: string, printed: string | undefined): string =>
  printed !== undefined && !printed.endsWith('Z') && printed.slice(0, 16) === stated.slice(0, 16)
    ? printed
    : stated;

/** A day from the page's data with the hour that the page prints beside the same day. */
export const withPrintedHour = (day: string, printed: string | undefined): string =>
  printed?.slice(0, 10) === day.slice(0, 10) ? printed : day;

/** Whether a moment is on a day that is stated without an hour, by the clock of any place on Earth. */
export function isOnDay(moment: string, day: string): boolean {
  const afterMs = Date.parse(moment) - Date.parse(day);
  return isDayOnly(day) && afterMs >= -EAST_MS && afterMs < DAY_MS + WEST_MS;
}

/** The country of a page's publisher by its address, else by its language: "AU". */
export function countryOf(page: Page): string | undefined {
  const top = /\.([a-z]{2})$/.exec(hostOf(page))?.[1];
  if (top) return top === 'uk' ? 'GB' : top.toUpperCase();
  return /^[a-z]{2,3}-([A-Z]{2})$/.exec(page.tree.html?.attribs['lang'] ?? '')?.[1];
}

/** A moment by the one clock of the publisher's country that puts it on the day that the page prints. */
export function onPrintedDay(page: Page, stated: string, printed: string | undefined): string {
  if (printed === undefined || !isDayOnly(printed)) return stated;
  const day = printed.slice(0, 10);
  const country = countryOf(page);
  const isAsked = stated.endsWith('Z') && !isDayOnly(stated) && !stated.startsWith(day);
  if (!isAsked || !country) return stated;
  const epochMs = Date.parse(stated);
  const [moment, ...others] = [...offsetsInCountry(country, epochMs)]
    .map((minutes) => atOffset(epochMs, minutes))
    .filter((local) => local.startsWith(day));
  return others.length === 0 ? (moment ?? stated) : stated;
}

/**
 * Which of two statements in UTC is local time that a system labels wrongly: they lie as far apart as the
 * publisher's country from Greenwich.
 */
function inCountry(page: Page, first: string, second: string): string {
  const [one, other] = [Date.parse(first), Date.parse(second)];
  const country = one === other ? undefined : countryOf(page);
  if (!country) return first;
  const offsets = offsetsInCountry(country, one);
  const minutes = (one - other) / 60_000;
  if (offsets.has(minutes)) return atOffset(other, minutes);
  return offsets.has(-minutes) ? atOffset(one, -minutes) : first;
}

/** One moment that a page's data states twice, once without a zone or by another clock. */
export function byEitherClock(
  page: Page,
  first: Stated | undefined,
  second: Stated | undefined,
): Stated | undefined {
  if (!first || !second) return first ?? second;
  if (first.isZoned) {
    const areUtc = [first, second].every(({ isZoned, value }) => isZoned && value.endsWith('Z'));
    const value = areUtc
      ? inCountry(page, first.value, second.value)
      : byPrintedClock(first.value, second.value);
    return { ...first, value };
  }
  if (!second.isZoned || isDayOnly(first.value)) return first;
  const isSameClock = second.value.slice(0, 19) === first.value.slice(0, 19);
  const value = isSameClock ? second.value : byPrintedClock(second.value, first.value);
  return value === second.value && !isSameClock ? first : { ...first, value };
}
