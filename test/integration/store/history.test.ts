import { afterAll, expect, test } from 'vitest';
import { workerConnection } from '../../../src/redis/connection.ts';
import { FlowStore } from '../../../src/store/health/flow.ts';
import { HistoryStore, revisionsIn } from '../../../src/store/history.ts';
import { Keys } from '../../../src/store/keys.ts';
import { testRedis } from '../../support/redis/redis.ts';

const { url, prefix } = testRedis();
const redis = workerConnection(url);
afterAll(() => redis.disconnect());

const HOUR = 3_600_000;
let round = 0;

function open() {
  round += 1;
  const keys = new Keys(`${prefix}-${round}`);
  const flow = new FlowStore(redis, keys);
  return { flow, history: new HistoryStore(redis, keys, flow) };
}

test.each([
  [{ event: 'fetched' }, { fetched: 1 }],
  [{ event: 'unchanged' }, { unchanged: 1 }],
  [{ event: 'not-modified' }, { unchanged: 1 }],
  [{ event: 'held' }, { held: 1 }],
  [
    { event: 'held', rule: 'a rule' },
    { held: 1, 'held a rule': 1 },
  ],
  [{ event: 'dropped' }, { dropped: 1 }],
  [{ event: 'missing' }, { missing: 1 }],
  [
    { event: 'filtered', rule: 'a rule' },
    { filtered: 1, 'filtered a rule': 1 },
  ],
  [{ event: 'revised', action: 'publish' }, { publish: 1 }],
  [{ event: 'revised', action: 'withdraw' }, { withdraw: 1 }],
  [{ event: 'delivered', destination: 'blog' }, { 'delivered blog': 1 }],
  [{ event: 'seen' }, {}],
  [{ event: 'extracted' }, {}],
])('%j counts as %j in its hour', async (event, counts) => {
  const { flow, history } = open();
  await history.append('a', [{ at: 5 * HOUR + 1, ...event }]);
  expect(await flow.ofHours([4, 5, 6])).toEqual([{}, counts, {}]);
});

test('events are kept in their order, the newest fifty of them', async () => {
  const { history } = open();
  const events = Array.from({ length: 51 }, (_, at) => ({ at, event: 'seen' }));
  await history.append('a', events.slice(0, 50));
  await history.append('a', events.slice(50));
  await history.append('a', []);
  expect(await history.read('a')).toEqual(events.slice(1));
  expect(await history.read('b')).toEqual([]);
});

test('the same events at once are counted together', async () => {
  const { flow, history } = open();
  await history.append('a', [
    { at: 0, event: 'fetched' },
    { at: 0, event: 'fetched' },
    { at: 1, event: 'held' },
  ]);
  expect(await flow.ofHours([0])).toEqual([{ fetched: 2, held: 1 }]);
});

test('each revision that events tell of is named once', () => {
  const events = [7, 7, 8].map((revision) => ({ at: 0, event: 'revised', revision }));
  expect(
    revisionsIn([...events, { at: 0, event: 'seen' }, { at: 0, event: 'x', revision: 'y' }]),
  ).toEqual([7, 8]);
});
