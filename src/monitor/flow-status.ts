import { HOUR_MS } from '../durations.ts';
import type { FlowCounts } from '../store/health/flow.ts';
import { hourAt, WEEK_HOURS } from '../feed/polling/silence.ts';

export interface FlowStatus {
  /** What happened since the hour began, and in the 24 hours with it: `found`, `fetched`, `publish`, `delivered blog`… */
  hour: FlowCounts;
  day: FlowCounts;
  /** Articles published since midnight, and those that are usual by now; null before a week is known. */
  publishedToday: number;
  usualByNow: number | null;
}

const WEEKS = 4;

function totalOf(all: readonly FlowCounts[]): FlowCounts {
  const total: FlowCounts = {};
  for (const counts of all) {
    for (const [name, many] of Object.entries(counts)) total[name] = (total[name] ?? 0) + many;
  }
  return total;
}

/** Midnight of the operator's day, down to the hour (hours since 1970). */
function firstHourOfDay(nowMs: number): number {
  return hourAt(new Date(nowMs).setHours(0, 0, 0, 0));
}

function hoursFrom(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The hours (since 1970) that `flowStatus` needs: the last 24, this day, and its like in the weeks before. */
export function hoursOfFlow(nowMs: number): {
  lastDay: number[];
  today: number[];
  before: number[][];
} {
  const last = hourAt(nowMs);
  const today = hoursFrom(firstHourOfDay(nowMs), last);
  const before = Array.from({ length: WEEKS }, (_, week) =>
    today.map((hour) => hour - (week + 1) * WEEK_HOURS),
  );
  return { lastDay: hoursFrom(last - 23, last), today, before };
}

export interface FlowOfHours {
  lastDay: FlowCounts[];
  today: FlowCounts[];
  before: FlowCounts[][];
}

/** What passes through, against what is usual. Pure. */
export function flowStatus({ lastDay, today, before }: FlowOfHours, nowMs: number): FlowStatus {
  const published = (hours: readonly FlowCounts[]) => totalOf(hours)['publish'] ?? 0;
  const passed = (nowMs % HOUR_MS) / HOUR_MS;
  // A week in which nobody polled says nothing of what is usual.
  const known = before.filter((hours) => (totalOf(hours)['polls'] ?? 0) > 0);
  const byNow = known.map(
    (hours) => published(hours.slice(0, -1)) + passed * published(hours.slice(-1)),
  );
  const usual = byNow.reduce((total, many) => total + many, 0) / known.length;
  return {
    hour: lastDay.at(-1) ?? {},
    day: totalOf(lastDay),
    publishedToday: published(today),
    usualByNow: known.length === 0 ? null : Math.round(usual),
  };
}
