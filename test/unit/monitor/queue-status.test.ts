import { describe, expect, test } from 'vitest';
import { destinationStatus, queueStatus } from '../../../src/monitor/queue-status.ts';
import { NOW, MINUTE } from './facts.ts';

interface Given {
  counts?: Record<string, number>;
  waiting?: number;
  due?: number;
  planned?: number;
  completed?: number;
}

/** A queue as far as its status asks it. */
function queueWith({ counts = {}, waiting, due, planned = 0, completed }: Given) {
  const job = (timestamp: number, opts = {}) => ({ timestamp, opts, attemptsStarted: 0 });
  return {
    name: 'deliver-blog',
    toKey: (type: string) => type,
    backend: {
      client: Promise.resolve({
        zrange: async () => (due === undefined ? [] : ['job', String(due * 0x1000)]),
      }),
    },
    getJobCounts: async () => counts,
    getJobs: async (types: string | string[]) =>
      types === 'delayed'
        ? Array.from({ length: planned }, () => job(0, { delay: 5 }))
        : waiting === undefined
          ? []
          : [job(waiting)],
    getCompleted: async () => (completed === undefined ? [] : [{ finishedOn: completed }]),
  } as never;
}

const time = (ms: number) => new Date(ms).toISOString();

describe('a queue', () => {
  test('that is empty has nothing that waits', async () => {
    expect(await queueStatus(queueWith({}), NOW)).toMatchObject({
      waiting: 0,
      active: 0,
      delayed: 0,
      failed: 0,
      oldestWaitingAt: null,
      dueSince: null,
    });
  });

  test('tells its jobs, and which of them is due', async () => {
    const counts = { waiting: 1, active: 2, delayed: 3, failed: 4 };
    const queue = queueWith({ counts, waiting: NOW - 5, due: NOW - 1 });
    expect(await queueStatus(queue, NOW)).toMatchObject({
      ...counts,
      oldestWaitingAt: time(NOW - 5),
      dueSince: time(NOW - 1),
    });
    expect((await queueStatus(queueWith({ due: NOW }), NOW)).dueSince).toBeNull();
  });
});

describe('a destination', () => {
  const blog = { type: 'webhook', name: 'blog' };
  const statusOf = async (options: object, given: Given, health: object = {}) => {
    const named: string[] = [];
    const status = await destinationStatus({ ...blog, ...options } as never, {
      queues: {
        named: (name: string) => {
          named.push(name);
          return queueWith(given);
        },
      } as never,
      destinations: { health: async () => ({ failing: [], ...health }) } as never,
      deliverySlots: { waiting: async () => 3 } as never,
      nowMs: NOW,
    });
    return { named, ...status };
  };

  test('of which nothing is known is well', async () => {
    expect(await statusOf({}, {})).toEqual({
      named: ['deliver-blog'],
      name: 'blog',
      type: 'webhook',
      state: 'ok',
      waiting: 0,
      oldestWaitingAt: null,
      lastDeliveredAt: null,
    });
  });

  test('that takes its jobs from a queue is told by that', async () => {
    const { named, planned } = await statusOf({ type: 'queue', maxPerHour: 5 }, {});
    expect([named, planned]).toEqual([['blog'], undefined]);
  });

  test('tells what waits, and when it took something last', async () => {
    const given = { counts: { waiting: 2, delayed: 3 }, waiting: NOW - MINUTE, completed: NOW - 9 };
    expect(await statusOf({}, given)).toMatchObject({
      state: 'ok',
      waiting: 5,
      oldestWaitingAt: time(NOW - MINUTE),
      lastDeliveredAt: time(NOW - 9),
    });
    expect(await statusOf({}, given, { takenAtMs: NOW - 3 })).toMatchObject({
      lastDeliveredAt: time(NOW - 3),
    });
  });

  test.each([
    [{}, undefined],
    [{ delay: 60_000 }, 2],
    [{ maxPerHour: 5 }, 3],
    [{ delay: 60_000, maxPerHour: 5 }, 5],
  ])('with %j has so many planned: %s', async (options, planned) => {
    expect((await statusOf(options, { planned: 2 })).planned).toBe(planned);
  });

  test('that is behind or down says since when and why', async () => {
    const late = { waiting: NOW - 11 * MINUTE };
    expect(await statusOf({}, late)).toMatchObject({
      state: 'behind',
      since: time(NOW - 11 * MINUTE),
      reason: 'its oldest job has waited for more than 10 minutes',
    });
    expect(await statusOf({}, late)).not.toHaveProperty('nextProbeAt');
    const down = { sinceMs: NOW - 7, reason: 'refused', waits: 1, nextTryMs: NOW + 7 };
    expect(await statusOf({}, late, { down })).toMatchObject({
      state: 'down',
      since: time(NOW - 7),
      reason: 'refused',
      nextProbeAt: time(NOW + 7),
    });
  });
});
