import { childrenOf, xmlTextOf, type XmlElement } from '../xml/element.ts';
import type { PollHints } from '../entry.ts';

/** For formats that say nothing about polling. */
export const NO_HINTS: PollHints = {
  ttlMs: null,
  skipHours: [],
  skipDays: [],
  updatePeriodMs: null,
};

const PERIODS_MS: Record<string, number> = {
  hourly: 3_600_000,
  daily: 86_400_000,
  weekly: 7 * 86_400_000,
  monthly: 30 * 86_400_000,
  yearly: 365 * 86_400_000,
};

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

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
  const days = listIn(channel, 'feed:skipDays', 'feed:day').filter((day) => WEEKDAYS.includes(day));
  return {
    ttlMs: minutes === null ? null : minutes * 60_000,
    skipHours: [...new Set(hours)],
    skipDays: [...new Set(days)],
    updatePeriodMs: updatePeriodMs(channel),
  };
}
