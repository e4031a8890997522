import { CronExpressionParser } from 'cron-parser';
import { z } from 'zod';
import { cronPattern, isCronPattern, passes, timeZone } from './checks.ts';
import { durationMeant, intervalOr, intervalSchema } from './duration.ts';

const NOT_A_SCHEDULE = 'is not a schedule';
const SCHEDULE_MEND =
  'write a duration such as 15m, or { cron: "*/10 * * * *", timezone: Asia/Manila }, or { adaptive: { min: 5m, max: 6h } }';

function scheduleMend(written: string): string {
  if (passes(() => isCronPattern(written))) {
    return `write { cron: "${written.trim()}", timezone: UTC }, with your own time zone`;
  }
  const meant = durationMeant(written);
  return meant === undefined ? SCHEDULE_MEND : `write ${meant}`;
}

export const scheduleSchema = z.union(
  [
    intervalOr(NOT_A_SCHEDULE, scheduleMend).transform((everyMs) => ({
      kind: 'interval' as const,
      everyMs,
    })),
    z
      .strictObject({
        cron: cronPattern.describe('Five fields: minute hour day month weekday.'),
        timezone: timeZone.default('UTC').describe('IANA zone in which the pattern is read.'),
      })
      .transform(({ cron, timezone }) => ({ kind: 'cron' as const, pattern: cron, timezone })),
    z
      .strictObject({
        adaptive: z
          .strictObject({
            min: intervalSchema.describe('Shortest pause between two polls.'),
            max: intervalSchema.describe('Longest pause between two polls.'),
          })
          .refine(({ min, max }) => min <= max, {
            message: 'has a `min` longer than its `max`; swap them',
          })
          .describe('Follow the feed’s own rhythm between two limits.'),
      })
      .transform(({ adaptive }) => ({
        kind: 'adaptive' as const,
        minMs: adaptive.min,
        maxMs: adaptive.max,
      })),
  ],
  { error: `${NOT_A_SCHEDULE}; ${SCHEDULE_MEND}` },
);

export type Schedule = z.infer<typeof scheduleSchema>;

/** The next moments of a cron schedule after one (epoch ms). */
export function cronTimes(
  { pattern, timezone }: Extract<Schedule, { kind: 'cron' }>,
  afterMs: number,
  count: number,
): number[] {
  const times = CronExpressionParser.parse(pattern, {
    currentDate: new Date(afterMs),
    tz: timezone,
  });
  return times.take(count).map((time) => time.getTime());
}
