import { expect, test } from 'vitest';
import { oneAtATime } from '../../../src/deliver/one-at-a-time.ts';

test('tasks of one key follow each other in their order, also after a failure; other keys do not wait', async () => {
  const oneOf = oneAtATime();
  const steps: string[] = [];
  const first = Promise.withResolvers<void>();
  const task = (name: string, wait: Promise<void>) => async () => {
    steps.push(`${name} begins`);
    await wait;
    steps.push(`${name} ends`);
    return name;
  };
  const nothing = Promise.resolve();
  const all = [
    oneOf('a', task('a1', first.promise)),
    oneOf('a', task('a2', nothing)),
    oneOf('a', task('a3', nothing)),
    oneOf('b', task('b1', nothing)),
  ];
  await all[3];
  expect(steps).toEqual(['a1 begins', 'b1 begins', 'b1 ends']);
  expect(steps).not.toContain('a2 begins');
  first.reject(new Error('failed'));
  expect(await Promise.allSettled(all)).toMatchObject([
    { status: 'rejected' },
    { value: 'a2' },
    { value: 'a3' },
    { value: 'b1' },
  ]);
  expect(steps.slice(3)).toEqual(['a2 begins', 'a2 ends', 'a3 begins', 'a3 ends']);
  expect(await oneOf('a', task('a4', nothing))).toBe('a4');
});

test('a task that comes while the last one of its key is under way waits for it, whatever ended before', async () => {
  const oneOf = oneAtATime();
  const second = Promise.withResolvers<string>();
  const steps: string[] = [];
  const first = oneOf('a', async () => 'a1');
  const running = oneOf('a', () => second.promise);
  await first;
  const third = oneOf('a', async () => steps.push('a3 begins'));
  await new Promise((resolve) => setImmediate(resolve));
  expect(steps).toEqual([]);
  second.resolve('a2');
  expect(await running).toBe('a2');
  await third;
  expect(steps).toEqual(['a3 begins']);
});
