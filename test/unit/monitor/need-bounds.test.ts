import { describe, expect, test } from 'vitest';
import { NEED_KINDS } from '../../../src/monitor/need.ts';
import { destinationStanding, queueStanding } from '../../support/records/status.ts';
import { needs, NO_MEMORY_USED, NOW } from './facts.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const iso = (ms: number) => new Date(ms).toISOString();

describe('Redis', () => {
  test.each([
    [0.69, null, []],
    [0.7, null, ['Redis uses 70 % of its maxmemory; polling pauses at 75 %']],
    [0.5, NOW + 14 * DAY, []],
    [0.5, NOW + 14 * DAY - 1, ['Redis will be full on 2026-12-13 at this rate']],
  ])('at a use of %d, full at %s, needs %j', (use, fullAtMs, causes) => {
    const fullAt = fullAtMs === null ? null : iso(fullAtMs);
    expect(needs({ memory: { ...NO_MEMORY_USED, use, fullAt } }).map(({ cause }) => cause)).toEqual(
      causes,
    );
  });
});

describe('a destination', () => {
  const of = (changes: Parameters<typeof destinationStanding>[0]) =>
    needs({ destinations: [destinationStanding(changes)] })[0];

  test('that is well needs nothing', () => {
    expect(of({})).toBeUndefined();
  });

  test('that is down is told with its reason and how to try it', () => {
    expect(
      of({ state: 'down', waiting: 1, since: iso(NOW), reason: 'no connection' }),
    ).toMatchObject({
      cause: 'is down: no connection; 1 job waits',
      since: iso(NOW),
      mend: 'mend it; what waits is delivered by itself',
      paste: 'newsrelay deliver --test blog',
    });
    expect(of({ state: 'down' })!.cause).toBe('is down: it cannot be reached; 3 jobs wait');
  });

  test.each([
    ['queue', /site’s worker/],
    ['webhook', /role deliver/],
  ] as const)('of type %s that is behind is told with who should take its jobs', (type, mend) => {
    const need = of({ type, state: 'behind', waiting: 2 });
    expect(need).toMatchObject({ kind: 'destination-behind', since: null });
    expect(need!.cause).toBe(
      'is behind: 2 jobs wait to be taken, the oldest for more than ten minutes',
    );
    expect(need!.mend).toMatch(mend);
  });
});

test.each([
  [2 * HOUR - 1, 0],
  [2 * HOUR, 1],
])('jobs that are due for %i ms and not taken are %i need', (lateMs, count) => {
  const queues = [queueStanding({ failed: 0, dueSince: iso(NOW - lateMs) })];
  expect(needs({ queues })).toHaveLength(count);
});

test.each([
  [1, '1 job was given up'],
  [2, '2 jobs were given up'],
])('%i given up is told in words', (failed, cause) => {
  expect(needs({ queues: [queueStanding({ failed })] })).toMatchObject([
    { kind: 'quarantine', subject: 'scrape', cause, paste: 'newsrelay quarantine list' },
  ]);
});

test.each([
  [1, '1 article was decided on and not enqueued for more than an hour'],
  [3, '3 articles were decided on and not enqueued for more than an hour'],
])('%i unsent is told in words', (unsent, cause) => {
  expect(needs({ unsent })).toMatchObject([{ kind: 'overdue', subject: 'outbox', cause }]);
});

describe('a licence', () => {
  const of = (until: string | undefined) =>
    needs({
      licences: new Map([['a', { basis: 'b', reference: 'r', ...(until && { until }) }]]) as never,
    });

  test('without an end needs nothing', () => {
    expect(of(undefined)).toEqual([]);
  });

  // The day it names is its last one.
  test.each([
    ['2026-12-13', []],
    ['2026-12-12', ['its licence (r) ends on 2026-12-12']],
    ['2026-11-28', ['its licence (r) ended on 2026-11-28: no full text is republished']],
  ])('until %s needs %j', (until, causes) => {
    expect(of(until).map(({ cause }) => cause)).toEqual(causes);
  });
});

test('needs of one kind are told from the oldest on, those without a time first', () => {
  const down = (name: string, since?: string) =>
    destinationStanding({ name, state: 'down', ...(since ? { since } : {}) });
  const destinations = [down('b', iso(NOW)), down('a', iso(NOW - 1)), down('c')];
  expect(needs({ destinations }).map(({ subject }) => subject)).toEqual(['c', 'a', 'b']);
});

test('no more than twenty damaged places are named, each since it was found', () => {
  const damaged = new Map(Array.from({ length: 21 }, (_, index) => [`key${index}`, index]));
  const found = needs({ damaged });
  expect(found).toHaveLength(20);
  expect(found[0]).toMatchObject({ subject: 'key0', since: iso(0), weight: 'note' });
});

test('kinds stand from the worst to what can wait', () => {
  const place = (kind: (typeof NEED_KINDS)[number]) => NEED_KINDS.indexOf(kind);
  const order = [
    'config',
    'redis-memory',
    'damaged',
    'destination-down',
    'destination-behind',
    'overdue',
    'source-refused',
    'source-failing',
    'source-quiet',
    'drift',
    'quarantine',
    'held',
    'feed-gone',
    'licence',
    'source-missing',
    'configs-differ',
    'feed-moved',
  ] as const;
  expect(order.map(place)).toEqual(order.map((_, index) => index));
});
