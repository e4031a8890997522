import { CronExpressionParser } from 'cron-parser';
import { describe, expect, test } from 'vitest';
import { repeatOptions } from '../../../src/queue/schedule.ts';

/** The days, by the zone's own calendar, on which a daily job runs; BullMQ reads patterns by the same parser. */
function daysOf(pattern: string, timezone: string, from: string, days: number): string[] {
  const schedule = { kind: 'cron', pattern, timezone } as const;
  const { pattern: withSecond } = repeatOptions(schedule, 'harbour', { feedCount: 1, now: 0 });
  const parsed = CronExpressionParser.parse(withSecond!, { tz: timezone, currentDate: from });
  const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: timezone });
  return Array.from({ length: days }, () => calendar.format(parsed.next().toDate()));
}

const following = (from: string, days: number): string[] =>
  Array.from({ length: days }, (_, index) =>
    new Date(Date.parse(from) + index * 86_400_000).toISOString().slice(0, 10),
  );

describe('F14: a daily job runs once on every day that the clocks change', () => {
  test.each([
    ['London in spring', 'Europe/London', '2026-03-27'],
    ['London in autumn', 'Europe/London', '2026-10-23'],
    ['New York in spring', 'America/New_York', '2026-03-06'],
    ['New York in autumn', 'America/New_York', '2026-10-30'],
    ['Sydney in spring', 'Australia/Sydney', '2026-10-02'],
    ['Sydney in autumn', 'Australia/Sydney', '2026-04-03'],
  ])('%s', (_what, timezone, from) => {
    // In and around the hour that is skipped or comes twice.
    for (const pattern of ['30 1 * * *', '30 2 * * *', '0 0 * * *', '59 23 * * *']) {
      const [first = ''] = daysOf(pattern, timezone, `${from}T00:00:00Z`, 1);
      const days = daysOf(pattern, timezone, `${from}T00:00:00Z`, 5);
      expect({ pattern, days }).toEqual({ pattern, days: following(first, 5) });
    }
  });
});

test('cron feeds of one pattern have each a second of their own', () => {
  const seconds = Array.from({ length: 200 }, (_, index) => {
    const schedule = { kind: 'cron', pattern: '0 * * * *', timezone: 'UTC' } as const;
    const options = repeatOptions(schedule, `feed-${index}`, { feedCount: 200, now: 0 });
    return Number(options.pattern!.split(' ')[0]);
  });
  expect(new Set(seconds).size).toBeGreaterThan(40);
});
