import { DAY_MS, HOUR_MS } from '../durations.ts';
import { usualRates, WEEK_HOURS } from '../feed/polling/silence.ts';
import type { PulseStore } from '../store/health/pulses.ts';

/** What a source brought, hour by hour, beside what is usual then; oldest first. */
export interface HourlyRhythm {
  hours: { startMs: number; count: number; usual: number }[];
}

/** The last `length` hours of a source, this one included. */
export async function rhythmOf(
  sourceId: string,
  pulses: PulseStore,
  { length, nowMs }: { length: number; nowMs: number },
): Promise<HourlyRhythm> {
  const [counted, pauses] = await Promise.all([
    pulses.counts(sourceId, nowMs),
    pulses.pauses(sourceId),
  ]);
  const { counts, lastHour } = counted;
  const rates = pauses ? usualRates(counted, pauses.firstHour) : [];
  const hours = Array.from({ length }, (_, index) => {
    const hour = lastHour - length + 1 + index;
    return {
      startMs: hour * HOUR_MS,
      count: counts[counts.length - length + index] ?? 0,
      usual: rates[hour % WEEK_HOURS] ?? 0,
    };
  });
  return { hours };
}

/** The same by days of UTC, as far back as whole days are known; oldest first. */
export function daysOf({ hours }: HourlyRhythm): { startMs: number; count: number }[] {
  const days = new Map<number, number>();
  for (const { startMs, count } of hours) {
    const day = Math.floor(startMs / DAY_MS);
    days.set(day, (days.get(day) ?? 0) + count);
  }
  return [...days].map(([day, count]) => ({ startMs: day * DAY_MS, count }));
}
