import { expect, test } from 'vitest';
import { heedClock, heedMemory, type WatchedWorkers } from '../../../src/queue/pauses.ts';

/** A worker that is watched, and what was done to it; `look` does what is done now and then. */
function open(redis: object = {}) {
  const done: string[] = [];
  const looks: { periodMs: number; work: () => Promise<unknown> }[] = [];
  const watched = {
    redis,
    workers: [
      {
        hold: (reason: string) => done.push(`hold ${reason}`),
        release: (reason: string) => done.push(`release ${reason}`),
      },
    ],
    onTrouble: ({ error }: { error: Error }) => done.push(error.message),
    every: (periodMs: number, work: () => Promise<unknown>) => looks.push({ periodMs, work }),
  } as unknown as WatchedWorkers;
  const look = async () => {
    done.length = 0;
    await looks[0]!.work();
    return [...done];
  };
  return { watched, look, looks, done };
}

test('work pauses while Redis is full, and goes on when it has room', async () => {
  let used = 50;
  const redis = { info: async () => `used_memory:${used}\r\nmaxmemory:100\r\n` };
  const { watched, look, looks } = open(redis);
  heedMemory(watched);
  expect(looks[0]!.periodMs).toBe(5_000);
  expect(await look()).toEqual([]);
  used = 99;
  expect(await look()).toEqual([
    'hold memory',
    'Redis uses 99 % of its maxmemory: polling and scraping pause; raise maxmemory, or let the site work off its queue',
  ]);
  expect(await look()).toEqual([]);
  used = 10;
  expect(await look()).toEqual([
    'release memory',
    'Redis uses 10 % of its maxmemory: polling and scraping go on',
  ]);
});

test('work pauses while the clock is wrong, and what it did is put right also after that', async () => {
  let disagreement: string | undefined;
  const { watched, look, looks, done } = open();
  const clock = { sync: async () => {}, disagreement: () => disagreement };
  heedClock(watched, clock as never, async () => done.push('put right'));
  expect(looks[0]!.periodMs).toBe(1_000);
  expect(await look()).toEqual([]);
  disagreement = 'the clock is 2 hours ahead';
  expect(await look()).toEqual([
    'hold clock',
    'put right',
    'work pauses: the clock is 2 hours ahead',
  ]);
  expect(await look()).toEqual(['put right']);
  disagreement = undefined;
  expect(await look()).toEqual(['put right', 'release clock', 'the clock is right: work goes on']);
  expect(await look()).toEqual([]);
});
