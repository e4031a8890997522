import { expect, test } from 'vitest';
import type { Notice } from '../../../src/processors/pipeline.ts';
import { ScheduleWatch } from '../../../src/service/schedule-watch.ts';

const NOW = 1_000_000;

/** The watch of a config with so many feeds, and the schedulers that Redis has. */
function open(feedCount: number) {
  const schedulers = new Map<string, { key: string; every: number }>();
  const lost = new Set<string>();
  const notices: Notice[] = [];
  const removed: string[] = [];
  const client = {
    zrange: async () => [...schedulers.keys()].flatMap((key) => [key, String(NOW)]),
    hget: async (jobId: string) => (lost.has(jobId.split(':')[1]!) ? null : 'poll'),
  };
  const poll = {
    toKey: (name: string) => name,
    backend: { client: Promise.resolve(client) },
    getJobSchedulers: async () => [...schedulers.values()],
    getJobSchedulersCount: async () => schedulers.size,
    upsertJobScheduler: async (key: string) => schedulers.set(key, { key, every: 60_000 }),
    removeJobScheduler: async (key: string) => {
      removed.push(key);
      schedulers.delete(key);
      lost.delete(key);
    },
  };
  const source = {
    id: 'harbour',
    enabled: true,
    feeds: Array.from({ length: feedCount }, (_, at) => `https://harbour.example/${at}`),
    schedule: { kind: 'interval', everyMs: 60_000 },
  };
  const watch = new ScheduleWatch({
    queues: { poll },
    sources: new Map([['harbour', source]]),
    now: () => NOW,
    notice: (notice: Notice) => notices.push(notice),
  } as never);
  return { watch, schedulers, lost, removed, notices };
}

test('schedulers become those of the config, and nothing is said while they are all there', async () => {
  const { watch, schedulers, notices } = open(2);
  expect(await watch.schedule()).toEqual({ scheduled: 2, removed: 0 });
  await watch.look();
  await watch.look();
  expect([schedulers.size, notices]).toEqual([2, []]);
});

test('nothing is missed before anything was scheduled', async () => {
  const { watch, schedulers, notices } = open(2);
  await watch.look();
  expect([schedulers.size, notices]).toEqual([0, []]);
});

test.each([
  [1, 'the next poll of 1 feed was lost, and scheduled anew'],
  [2, 'the next polls of 2 feeds were lost, and scheduled anew'],
])('schedulers that Redis lost are made anew: %i', async (count, message) => {
  const { watch, schedulers, notices } = open(3);
  await watch.schedule();
  for (const key of [...schedulers.keys()].slice(0, count)) schedulers.delete(key);
  await watch.look();
  expect(schedulers.size).toBe(3);
  expect(notices).toEqual([{ change: 'polls-lost', message }]);
});

test.each([
  [5, ''],
  [6, ' and 1 more'],
])('schedulers whose tick is lost are named, five of %i', async (count, more) => {
  const { watch, schedulers, lost, removed, notices } = open(7);
  await watch.schedule();
  const keys = [...schedulers.keys()].slice(0, count);
  for (const key of keys) lost.add(key);
  await watch.look();
  expect(notices).toEqual([]);
  await watch.look();
  expect(removed).toEqual(keys);
  expect(schedulers.size).toBe(7);
  expect(notices.map(({ message }) => message)).toEqual([
    `the next polls of ${count} feeds were lost, and scheduled anew: ${keys.slice(0, 5).join(', ')}${more}`,
  ]);
});
