import { describe, expect, test } from 'vitest';
import { passedOverIn, reasonOfState, taken } from '../../../src/operations/explain.ts';
import { feedId } from '../../../src/queue/queues.ts';
import { shortHash } from '../../../src/short-hash.ts';

const job = (changes: object) => ({
  queue: 'site-a',
  id: 'story-7',
  state: 'completed',
  addedAt: 1,
  at: 9,
  reason: undefined,
  ...changes,
});

describe('a job that a site’s own worker completed is an event', () => {
  test.each([
    ['of its revision', {}, [{ at: 9, event: 'taken', destination: 'site-a', revision: 7 }]],
    ['and not before it ended', { at: undefined }, []],
    ['and not where it was given up', { state: 'failed' }, []],
    ['and not where it is ours', { queue: 'deliver-blog' }, []],
  ])('%s', (_what, changes, events) => {
    expect(taken(job(changes))).toEqual(events);
  });
});

describe('why a job waits', () => {
  const events = [
    { at: 1, event: 'put-off', destination: 'blog', reason: 'is down' },
    { at: 2, event: 'planned', destination: 'site-a', reason: 'delay' },
    { at: 3, event: 'delivered', destination: 'blog' },
    { at: 4, event: 'put-off', destination: 'other', reason: 'other' },
  ];
  const reason = (changes: object) => reasonOfState(job({ reason: 'failed', ...changes }), events);

  test('is what its history says last of its destination, ours or a site’s own', () => {
    expect(reason({ state: 'delayed', queue: 'deliver-blog' })).toBe('is down');
    expect(reason({ state: 'delayed', queue: 'site-a' })).toBe('delay');
  });

  test('is its last failure where nothing is told or it is not put off', () => {
    expect(reason({ state: 'delayed', queue: 'site-b' })).toBe('failed');
    expect(reason({ state: 'waiting', queue: 'deliver-blog' })).toBe('failed');
  });
});

test('what a feed had at its first reading is found by the feed’s address, without its secrets', async () => {
  const address = 'https://bay.example/pier';
  const shown = 'https://bay.example/rss?key=***';
  const passed = { atMs: 5, newest: '2026-11-29T00:00:00.000Z', links: [shortHash(address)] };
  const id = feedId({ sourceId: 'bay', feedUrl: shown });
  const asked: string[] = [];
  const pipeline = {
    sources: new Map([
      ['hill', { id: 'hill', feeds: ['https://hill.example/rss'] }],
      ['bay', { id: 'bay', feeds: ['https://bay.example/old', 'https://bay.example/rss?key=s'] }],
    ]),
    feeds: {
      passedOver: async (feed: string) => {
        asked.push(feed);
        return feed === id ? passed : null;
      },
    },
  } as never;
  expect(await passedOverIn(address, pipeline)).toEqual({
    feed: shown,
    atMs: 5,
    newest: '2026-11-29T00:00:00.000Z',
  });
  expect(await passedOverIn('https://bay.example/ferry', pipeline)).toBeUndefined();
  expect(asked).toHaveLength(6);
});
