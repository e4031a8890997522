import { expect, test } from 'vitest';
import { MemoryRedis } from '../../../src/redis/memory-redis.ts';
import { FlowStore } from '../../../src/store/health/flow.ts';
import { HistoryStore, revisionsIn, type HistoryEvent } from '../../../src/store/history.ts';
import { Keys } from '../../../src/store/keys.ts';

const HOUR = 3_600_000;

function stores() {
  const redis = MemoryRedis.client();
  const keys = new Keys('news');
  const flow = new FlowStore(redis, keys);
  return { flow, history: new HistoryStore(redis, keys, flow) };
}

test('the newest fifty events of an article are kept, oldest first', async () => {
  const { history } = stores();
  await history.append('a', []);
  expect(await history.read('a')).toEqual([]);
  const events = Array.from({ length: 51 }, (_, at) => ({ at, event: 'seen' }));
  await history.append('a', events.slice(0, 50));
  expect(await history.read('a')).toEqual(events.slice(0, 50));
  await history.append('a', events.slice(50));
  expect(await history.read('a')).toEqual(events.slice(1));
});

test.each<[Partial<HistoryEvent>, Record<string, number>]>([
  [{ event: 'fetched', status: 200 }, { fetched: 1 }],
  [{ event: 'unchanged' }, { unchanged: 1 }],
  [{ event: 'not-modified' }, { unchanged: 1 }],
  [{ event: 'held' }, { held: 1 }],
  [{ event: 'dropped' }, { dropped: 1 }],
  [{ event: 'missing' }, { missing: 1 }],
  [{ event: 'revised', action: 'publish' }, { publish: 1 }],
  [{ event: 'revised', action: 'withdraw' }, { withdraw: 1 }],
  [
    { event: 'filtered', rule: 'filter[0]' },
    { filtered: 1, 'filtered filter[0]': 1 },
  ],
  [{ event: 'delivered', destination: 'blog', rule: 'x' }, { 'delivered blog': 1 }],
  [{ event: 'seen' }, {}],
  [{ event: 'extracted', confidence: 1 }, {}],
])('of an event %j the flow counts %j', async (event, counts) => {
  const { history, flow } = stores();
  await history.append('a', [{ at: 5 * HOUR, ...event } as HistoryEvent]);
  expect(await flow.ofHours([5])).toEqual([counts]);
});

test('events of one append are counted together, in the hour of the last', async () => {
  const { history, flow } = stores();
  const fetched = (at: number) => ({ at, event: 'fetched' });
  await history.append('a', [fetched(5 * HOUR), fetched(6 * HOUR)]);
  expect(await flow.ofHours([5, 6])).toEqual([{}, { fetched: 2 }]);
});

test('the revisions that events tell of are each named once', () => {
  const event = (revision?: number | string) => ({
    at: 1,
    event: 'revised',
    ...(revision === undefined ? {} : { revision }),
  });
  expect(revisionsIn([event(7), event(), event(9), event(7), event('8')])).toEqual([7, 9]);
});
