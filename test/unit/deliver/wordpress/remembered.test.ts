import { expect, test } from 'vitest';
import { remembered } from '../../../../src/deliver/wordpress/remembered.ts';

test('an answer that holds is asked for once, also while it is under way', async () => {
  const known = remembered<number>((answer) => answer > 0);
  let asked = 0;
  const ask = async () => (asked += 1);
  expect(await Promise.all([known.get('a', ask), known.get('a', ask)])).toEqual([1, 1]);
  expect(await known.get('a', ask)).toBe(1);
  expect(await known.get('b', ask)).toBe(2);
  known.forget();
  expect(await known.get('a', ask)).toBe(3);
});

test('one that does not hold, or fails, is asked for again', async () => {
  const known = remembered<number>((answer) => answer > 0);
  expect(await known.get('a', async () => 0)).toBe(0);
  await expect(known.get('a', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
  expect(await known.get('a', async () => 5)).toBe(5);
  expect(await known.get('a', async () => 6)).toBe(5);
});
