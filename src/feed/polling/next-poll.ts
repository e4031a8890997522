import type { Schedule } from '../../config/schedule.ts';
import type { PollHints } from '../entry.ts';
import type { Rhythm } from './poll-state.ts';
import { expectedWaitMs } from './rhythm.ts';
import { WEEKDAYS } from '../formats/hints.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../durations.ts';

/** Bounds on what feeds and failures may do to the operator's schedule. */
export interface PollLimits {
  /** The first wait after a failure; doubled by each further one. */
  minBackoffMs: number;
  /** No wish of a feed and no row of failures makes the wait longer than this. */
  maxMs: number;
}

export const DEFAULT_POLL_LIMITS: PollLimits = { minBackoffMs: 15 * MINUTE_MS, maxMs: DAY_MS };

export interface PollPlan {
  schedule: Schedule;
  nowMs: number;
  /** In [0, 1). */
  random: () => number;
  limits?: PollLimits | undefined;
}

export interface PollTiming {
  /** In a row, the last poll's included; 0 after a success. */
  failures: number;
  /** Of the last failure, such as `http-404`. */
  failureCode?: string | undefined;
  retryAfterMs: number | null;
  freshForMs: number | null;
  hints: PollHints | null;
  rhythm: Rhythm | null;
}

/**
 * The earliest time of the next poll, in epoch milliseconds: the schedule's, and later where the
 * server or the feed ask for it. Nothing makes it earlier than the schedule. For a cron schedule this
 * is the time from which on the next tick counts.
 */
export function nextPollAt(timing: PollTiming, plan: PollPlan): number {
  const { nowMs } = plan;
  const limits = plan.limits ?? DEFAULT_POLL_LIMITS;
  const ownMs = spread(ownWaitMs(timing, plan), plan);
  if (timing.failures > 0) return nowMs + Math.max(ownMs, failureWaitMs(timing, plan, limits));
  const wishMs = Math.min(feedWishMs(timing), limits.maxMs);
  return afterSkipped(nowMs + Math.max(ownMs, wishMs), timing.hints, plan);
}

/**
 * The first poll of a feed that is new: at once for a handful, and spread over one interval where
 * thousands start together.
 */
export function firstPollAt(feedCount: number, plan: PollPlan): number {
  const { schedule, nowMs, random } = plan;
  return nowMs + Math.floor(random() * Math.min(shortestMs(schedule), feedCount * 1_000));
}

/** Zero for cron: its ticks come from outside. */
function shortestMs(schedule: Schedule): number {
  switch (schedule.kind) {
    case 'interval':
      return schedule.everyMs;
    case 'adaptive':
      return schedule.minMs;
    case 'cron':
      return 0;
  }
}

function ownWaitMs({ rhythm }: PollTiming, { schedule, nowMs }: PollPlan): number {
  if (schedule.kind !== 'adaptive' || rhythm === null) return shortestMs(schedule);
  return expectedWaitMs(rhythm, nowMs, schedule.minMs, schedule.maxMs);
}

// Up to a tenth later, never earlier: feeds that were once polled together drift apart, and no
// promise is broken.
function spread(waitMs: number, { random }: PollPlan): number {
  return Math.floor(waitMs * (1 + random() / 10));
}

function feedWishMs({ freshForMs, hints }: PollTiming): number {
  return Math.max(freshForMs ?? 0, hints?.ttlMs ?? 0, hints?.updatePeriodMs ?? 0);
}

/** Grows without end in number, not in length: a failing feed is asked at least once a day for ever. */
function failureWaitMs(timing: PollTiming, plan: PollPlan, limits: PollLimits): number {
  if (timing.retryAfterMs !== null) return timing.retryAfterMs;
  // A refusal is a decision and not an accident: it deserves a longer first wait.
  const isRefusal = /^(?:http-4\d\d|credential-\w+)$/.test(timing.failureCode ?? '');
  const firstMs = Math.max(isRefusal ? HOUR_MS : 0, limits.minBackoffMs);
  const doubled = firstMs * 2 ** Math.min(timing.failures - 1, 20);
  return spread(Math.min(doubled, limits.maxMs), plan);
}

/** RSS 2.0 `skipHours` and `skipDays`, in GMT: moved on to the next hour that is not to be skipped. */
function afterSkipped(atMs: number, hints: PollHints | null, plan: PollPlan): number {
  // RSS 0.91 counted hours from 1 to 24.
  const hours = new Set(hints?.skipHours.map((hour) => hour % 24));
  const days = new Set(hints?.skipDays.map((day) => day.trim().toLowerCase()));
  // A feed that skips everything means nothing by it.
  if (hours.size >= 24) hours.clear();
  if (WEEKDAYS.every((day) => days.has(day))) days.clear();
  const isSkipped = (ms: number) => {
    const date = new Date(ms);
    return hours.has(date.getUTCHours()) || days.has(WEEKDAYS[date.getUTCDay()] ?? '');
  };
  if (!isSkipped(atMs)) return atMs;
  let hourStartMs = atMs - (atMs % HOUR_MS);
  while (isSkipped(hourStartMs)) hourStartMs += HOUR_MS;
  // All who skip the same hours would come back together.
  return hourStartMs + Math.floor(plan.random() * 10 * MINUTE_MS);
}
