import { childrenOf, xmlTextOf, type XmlElement } from '../xml/element.ts';
import type { PollHints } from '../entry.ts';
import { DAY_MS, HOUR_MS } from '../../durations.ts';

/** For formats that say nothing about polling. */
export const NO_HINTS: PollHints = {
  ttlMs: null,
  skipHours: [],
  skipDays: [],
  updatePeriodMs: null,
};

const PERIODS_MS: Record<string, number> = {
  hourly: HOUR_MS,
  daily: DAY_MS,
  weekly: 7 * DAY_MS,
  monthly: 30 * DAY_MS,
  yearly: 365 * DAY_MS,
};

/** As `Date` counts them, from 0. */
export const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];

function trimmedTextIn(element: XmlElement, name: string): string {
  return xmlTextOf(childrenOf(element, name)[0]).trim();
}

/** The texts of `<outer><inner>…</inner>…</outer>`. */
function listIn(element: XmlElement, outer: string, inner: string): string[] {
  return childrenOf(element, outer)
    .flatMap((node) => (typeof node === 'string' ? [] : childrenOf(node, inner)))
    .map((node) => xmlTextOf(node).trim());
}

function positive(text: string): number | null {
  return /^\d{1,9}$/.test(text) && Number(text) > 0 ? Number(text) : null;
}

function updatePeriodMs(channel: XmlElement): number | null {
  const period = trimmedTextIn(channel, 'sy:updatePeriod').toLowerCase();
  const ms = Object.hasOwn(PERIODS_MS, period) ? PERIODS_MS[period] : undefined;
  return ms === undefined
    ? null
    : ms / (positive(trimmedTextIn(channel, 'sy:updateFrequency')) ?? 1);
}

/** RSS `ttl`, `skipHours` (GMT, 24 means 0) and `skipDays`; the RSS syndication module's period. */
export function hintsOf(channel: XmlElement): PollHints {
  const minutes = positive(trimmedTextIn(channel, 'feed:ttl'));
  const hours = listIn(channel, 'feed:skipHours', 'feed:hour')
    .filter((text) => /^\d{1,2}$/.test(text) && Number(text) <= 24)
    .map((text) => Number(text) % 24);
  const days = listIn(channel, 'feed:skipDays', 'feed:day').filter((day) =>
    WEEKDAYS.includes(day.toLowerCase()),
  );
  return {
    ttlMs: minutes === null ? null : minutes * 60_000,
    skipHours: [...new Set(hours)],
    skipDays: [...new Set(days)],
    updatePeriodMs: updatePeriodMs(channel),
  };
}
