import { CronExpressionParser } from 'cron-parser';
import { describe, expect, test } from 'vitest';
import type { Queue } from 'bullmq';
import type { Source } from '../../../src/config/schema.ts';
import { feedId } from '../../../src/queue/queues.ts';
import {
  reconcileSchedulers,
  removeStrayed,
  repeatOptions,
  share,
  tickMs,
} from '../../../src/queue/schedule.ts';

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

test('a share is the same for the same text, from 0 up to 1, and spread over that', () => {
  const shares = Array.from({ length: 1_000 }, (_, index) => share(`feed-${index}`));
  expect(share('feed-7')).toBe(shares[7]);
  expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...shares)).toBeLessThan(1);
  const tenths = Map.groupBy(shares, (one) => Math.floor(one * 10));
  expect(tenths.size).toBe(10);
  for (const some of tenths.values()) expect(some.length).toBeGreaterThan(50);
});

test('a feed ticks at its interval, an adaptive one at its shortest, and a cron pattern has none', () => {
  expect(tickMs({ kind: 'interval', everyMs: 900_000 })).toBe(900_000);
  expect(tickMs({ kind: 'adaptive', minMs: 300_000, maxMs: 3_600_000 })).toBe(300_000);
  expect(tickMs({ kind: 'cron', pattern: '0 * * * *', timezone: 'UTC' })).toBe(0);
});

describe('the first visits of feeds with one interval', () => {
  const startsOf = (feedCount: number, everyMs: number) =>
    Array.from({ length: 500 }, (_, index) => {
      const schedule = { kind: 'interval', everyMs } as const;
      const options = repeatOptions(schedule, `feed-${index}`, { feedCount, now: 1_000_000 });
      expect(options.every).toBe(everyMs);
      return Number(options.startDate) - 1_000_000;
    });

  test.each([
    [100, 900_000, 100_000],
    [10_000, 900_000, 900_000],
  ])(
    'are spread over a second a feed, and no more than the interval: %i feeds every %i ms over %i ms',
    (feedCount, everyMs, spreadMs) => {
      const starts = startsOf(feedCount, everyMs);
      expect(Math.min(...starts)).toBeLessThan(spreadMs / 50);
      expect(Math.max(...starts)).toBeGreaterThan((spreadMs * 49) / 50);
      expect(Math.max(...starts)).toBeLessThan(spreadMs);
    },
  );
});

test('a scheduler whose next tick is more than two intervals off has strayed and is removed', async () => {
  const now = 1_000_000;
  const removed: string[] = [];
  const schedulers = [
    { key: 'soon', every: 60_000, next: now + 60_000 },
    { key: 'late', every: '60000', next: now + 120_000 },
    { key: 'strayed', every: 60_000, next: now + 120_001 },
    { key: 'cron', pattern: '0 0 * * *', next: now + 86_400_000 },
    { key: 'none', every: 60_000 },
  ];
  const poll = {
    getJobSchedulers: async () => schedulers,
    removeJobScheduler: async (key: string) => removed.push(key),
  } as unknown as Queue;
  const stay = await removeStrayed(poll, now);
  expect(removed).toEqual(['strayed']);
  expect(stay.map(({ key }) => key)).toEqual(['soon', 'late', 'cron', 'none']);
});

test('schedulers become those of the feeds that are polled, under ids without secrets', async () => {
  const schedule = { kind: 'interval', everyMs: 60_000 } as const;
  const source = (id: string, feeds: string[], enabled = true) =>
    ({ id, enabled, feeds, schedule }) as Source;
  const shown = 'https://a.example/f?key=***';
  const kept = feedId({ sourceId: 'a', feedUrl: shown });
  const removed: string[] = [];
  const made: unknown[][] = [];
  const poll = {
    getJobSchedulers: async () => [
      { key: kept, every: 60_000 },
      { key: 'gone', every: 60_000 },
      { key: 'strayed', every: 60_000, next: 9_999_999 },
    ],
    removeJobScheduler: async (key: string) => removed.push(key),
    upsertJobScheduler: async (...given: unknown[]) => made.push(given),
  } as unknown as Queue;
  const sources = [
    source('a', ['https://a.example/f?key=s3cret', 'https://a.example/g']),
    source('off', ['https://off.example/f'], false),
  ];
  expect(await reconcileSchedulers(poll, sources, 1_000)).toEqual({ scheduled: 2, removed: 1 });
  expect(removed).toEqual(['strayed', 'gone']);
  expect(made).toMatchObject([
    [
      kept,
      repeatOptions(schedule, kept, { feedCount: 2, now: 1_000 }),
      { name: 'poll', data: { sourceId: 'a', feedUrl: shown, scheduled: true } },
    ],
    [
      feedId({ sourceId: 'a', feedUrl: 'https://a.example/g' }),
      {},
      { data: { feedUrl: 'https://a.example/g' } },
    ],
  ]);
});
