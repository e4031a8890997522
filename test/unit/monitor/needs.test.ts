import { expect, test } from 'vitest';
import { sourceStatus } from '../../../src/monitor/source-status.ts';
import {
  factsOf,
  failureWith,
  healthOf,
  MINUTE,
  needs,
  NO_MEMORY_USED,
  NOW,
  sourceOf,
} from './facts.ts';

function failing(code: string) {
  const source = sourceOf();
  const health = healthOf({ failure: failureWith(code) });
  return sourceStatus(source, factsOf(source, [health]), NOW);
}

test('nothing wrong, nothing needed', () => {
  const source = sourceOf();
  const status = sourceStatus(source, factsOf(source, [healthOf()]), NOW);
  expect(needs({ sources: [status] })).toEqual([]);
});

test.each([
  ['dns', /typing mistake/],
  ['http-401', /name and password/],
  ['http-404', /newsrelay discover/],
  ['http-503', /by itself/],
  ['not-a-feed', /what the address answers/],
  ['address-refused', /setting/],
  ['robots-disallowed', /politeness/],
])('a source that fails by %s is named with what to do about just that', (code, mend) => {
  const [only, ...others] = needs({ sources: [failing(code)] });
  expect(others).toEqual([]);
  expect(only).toMatchObject({ subject: 'harbour', cause: `it is ${code}`, weight: 'act' });
  expect(only!.mend).toMatch(mend);
});

test('politeness.robots is offered for a refusal by robots.txt alone', () => {
  for (const code of ['dns', 'connect', 'address-refused', 'robots-unreachable', 'timeout']) {
    expect(needs({ sources: [failing(code)] })[0]!.mend).not.toContain('politeness: { robots');
  }
});

test('a feed that has moved is a note with the line to write', () => {
  const source = sourceOf();
  const moved = { to: 'https://new.example/feed.xml', sinceMs: NOW - MINUTE };
  const status = sourceStatus(source, factsOf(source, [healthOf({ moved })]), NOW);
  expect(needs({ sources: [status] })).toMatchObject([
    { kind: 'feed-moved', weight: 'note', paste: 'feeds: [https://new.example/feed.xml]' },
  ]);
});

test('where every feed is overdue it is said once, and where one is, of that one', () => {
  const overdue = (id: string) => {
    const source = sourceOf({ id });
    const health = healthOf({ sourceId: id, nextPollAtMs: NOW - 600 * MINUTE });
    return sourceStatus(source, factsOf(source, [health]), NOW);
  };
  const well = sourceStatus(
    sourceOf({ id: 'well' }),
    factsOf(sourceOf({ id: 'well' }), [healthOf()]),
    NOW,
  );
  expect(needs({ sources: [overdue('a'), overdue('b')] })).toMatchObject([{ subject: '' }]);
  expect(needs({ sources: [overdue('a'), well] })).toMatchObject([{ subject: 'a' }]);
});

test('the worst comes first', () => {
  const destination = {
    name: 'blog',
    type: 'wordpress' as const,
    waiting: 61,
    oldestWaitingAt: null,
    lastDeliveredAt: null,
    state: 'down' as const,
    reason: 'no connection',
  };
  const queue = {
    name: 'scrape',
    waiting: 0,
    active: 0,
    delayed: 0,
    failed: 2,
    oldestWaitingAt: null,
    dueSince: null,
  };
  const found = needs({
    sources: [failing('dns')],
    destinations: [destination],
    queues: [queue],
    memory: { ...NO_MEMORY_USED, use: 0.8, limitBytes: 10 },
    licences: new Map([['harbour', { basis: 'b', reference: 'r', until: '2026-12-05' }]]),
  });
  expect(found.map(({ kind }) => kind)).toEqual([
    'redis-memory',
    'destination-down',
    'source-failing',
    'quarantine',
    'licence',
  ]);
  expect(found[1]!.cause).toBe('is down: no connection; 61 jobs wait');
});

test('a licence is told two weeks before its last day and as long as it is past, and not before', () => {
  const until = (date: string) =>
    needs({ licences: new Map([['a', { basis: 'b', reference: 'r', until: date }]]) });
  expect(until('2026-12-20')).toEqual([]);
  expect(until('2026-12-05')[0]!.cause).toContain('ends on');
  expect(until('2026-11-29')[0]!.cause).toContain('ends on');
  expect(until('2026-11-28')[0]!.cause).toContain('ended on');
});

test('jobs that are due and that nobody takes are told after two hours', () => {
  const queue = {
    name: 'scrape',
    waiting: 0,
    active: 0,
    delayed: 9,
    failed: 0,
    oldestWaitingAt: null,
  };
  const at = (hoursAgo: number) => new Date(NOW - hoursAgo * 60 * MINUTE).toISOString();
  expect(
    needs({
      queues: [
        { ...queue, dueSince: at(1) },
        { ...queue, dueSince: null },
      ],
    }),
  ).toEqual([]);
  expect(needs({ queues: [{ ...queue, dueSince: at(3) }] })).toMatchObject([
    { kind: 'overdue', subject: 'scrape', since: at(3) },
  ]);
});

test('articles that were decided on and never enqueued are told', () => {
  expect(needs({ unsent: 2 })).toMatchObject([
    { subject: 'outbox', cause: expect.stringContaining('2 articles were') },
  ]);
});

test.each(['connect', 'timeout'])(
  'a server that gives no answer (%s) is nothing to try by hand',
  (code) => {
    expect(needs({ sources: [failing(code)] })[0]!.mend).toContain('by itself');
  },
);
