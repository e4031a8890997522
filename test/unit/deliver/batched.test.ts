import { expect, test } from 'vitest';
import { batched } from '../../../src/deliver/batched.ts';

const soon = () => new Promise((resolve) => setImmediate(resolve));

test('calls that come during a batch are one batch after it, each with its own result', async () => {
  const batches: number[][] = [];
  let underWay = 0;
  const double = batched(async (items: number[]) => {
    underWay += 1;
    expect(underWay).toBe(1);
    batches.push(items);
    await soon();
    underWay -= 1;
    return items.map((item) => 2 * item);
  });
  expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6]);
  expect(batches).toEqual([[1], [2, 3]]);
  expect(await double(4)).toBe(8);
  expect(batches).toEqual([[1], [2, 3], [4]]);
});

test('a batch that fails fails each of its calls, and none of the next', async () => {
  const run = batched(async (items: string[]) => {
    await soon();
    if (items.includes('bad')) throw new Error(`failed with ${items.join(' ')}`);
    return items;
  });
  const results = await Promise.allSettled([run('one'), run('bad'), run('other')]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect(await run('later')).toBe('later');
});
