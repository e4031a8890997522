import { expect, test } from 'vitest';
import { MemoryRedis } from '../../../src/redis/memory-redis.ts';
import { Keys } from '../../../src/store/keys.ts';
import { PageShapes, REMEMBERED_PAGES } from '../../../src/store/page-shapes.ts';

const open = () => new PageShapes(MemoryRedis.client(), new Keys('news'));

test('pages are remembered newest first, each by its confidence and the rules that matched nothing', async () => {
  const shapes = open();
  const [sure, unread, rules] = [
    { confidence: 0.9, unmatchedRules: [] },
    { confidence: null, unmatchedRules: [] },
    { confidence: 0, unmatchedRules: ['title', 'date'] },
  ];
  expect(await shapes.add('a', sure!)).toEqual([sure]);
  await shapes.add('a', unread!);
  expect(await shapes.add('a', rules!)).toEqual([rules, unread, sure]);
  expect(await shapes.of('a')).toEqual([rules, unread, sure]);
  expect(await shapes.of('b')).toEqual([]);
});

test('as many pages are remembered as are compared', async () => {
  const shapes = open();
  for (let page = 0; page <= REMEMBERED_PAGES; page += 1) {
    await shapes.add('a', { confidence: page, unmatchedRules: [] });
  }
  const all = await shapes.of('a');
  expect([all.length, all.at(-1)?.confidence]).toEqual([REMEMBERED_PAGES, 1]);
});

test('a change is told by the first who asks, for each source and change', async () => {
  const shapes = open();
  expect([
    await shapes.claimTelling('a', 'drift'),
    await shapes.claimTelling('a', 'drift'),
    await shapes.claimTelling('a', 'other'),
    await shapes.claimTelling('b', 'drift'),
  ]).toEqual([true, false, true, true]);
});
