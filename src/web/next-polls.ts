import { cronTimes, type Schedule } from '../config/schedule.ts';

/** The next moments (epoch ms) at which a source may be polled, from the one that is planned on. */
export function nextPolls(schedule: Schedule, nextPollAt: string | null, count: number): number[] {
  if (nextPollAt === null) return [];
  const firstMs = Date.parse(nextPollAt);
  if (schedule.kind === 'cron') return cronTimes(schedule, firstMs - 1, count);
  const everyMs = schedule.kind === 'interval' ? schedule.everyMs : schedule.minMs;
  return Array.from({ length: count }, (_, index) => firstMs + index * everyMs);
}
