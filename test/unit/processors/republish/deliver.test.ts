import { describe, expect, test } from 'vitest';
import type { DeliveryOutcome, Destination } from '../../../../src/deliver/destination.ts';
import { unavailable } from '../../../../src/deliver/reply.ts';
import { deliverJob } from '../../../../src/processors/republish/deliver.ts';
import type { Route } from '../../../../src/filter/route.ts';
import { nextJob, republishJob } from '../../../support/records/republish-job.ts';
import { offlinePipeline } from '../../../support/site/offline-pipeline.ts';

const job = republishJob();
const { id, revision } = job.record;
const delivered: DeliveryOutcome = { kind: 'delivered', remoteId: '7', notes: [] };

/** A destination that answers so, and takes an article an hour where it is paced. */
function open(
  answer: DeliveryOutcome | Error,
  { maxPerHour, slotMs = 0 }: { maxPerHour?: number; slotMs?: number } = {},
) {
  const offline = offlinePipeline([{ id: 'harbour', feeds: ['https://harbour.example/f'] }]);
  const { clock } = offline;
  const slots: string[] = [];
  const owed: string[] = [];
  const route = { name: 'blog', place: 'destinations[0] (blog)', maxPerHour } as Route;
  const pipeline = { ...offline.pipeline, routes: [route] };
  pipeline.deliverySlots.take = async (name, articleId, { maxPerHour: most }) => {
    slots.push(`take ${name} ${articleId} ${most}`);
    return clock.ms + slotMs;
  };
  pipeline.deliverySlots.used = async (name) => void slots.push(`used ${name}`);
  pipeline.destinations.owe = async (name) => void owed.push(name);
  const destination: Destination = {
    name: 'blog',
    deliver: async () => {
      if (answer instanceof Error) throw answer;
      return answer;
    },
    probe: async () => {},
    check: async () => [],
  };
  const deliver = async (given = job, starts = 1) =>
    await deliverJob(given, { signal: undefined, starts }, destination, pipeline);
  const events = async () => await pipeline.history.read(id);
  return { ...offline, pipeline, slots, owed, deliver, events };
}

describe('what became of a delivery is noted', () => {
  test.each<[DeliveryOutcome, object]>([
    [delivered, { event: 'delivered' }],
    [
      { ...delivered, notes: ['no picture', 'no term'] },
      { event: 'delivered', notes: 'no picture; no term' },
    ],
    [{ kind: 'unchanged', remoteId: '7' }, { event: 'unchanged' }],
    [{ kind: 'withdrawn', remoteId: '7' }, { event: 'withdrawn' }],
    [
      { kind: 'refused', code: 'x', message: 'removed by Ada' },
      { event: 'refused', reason: 'removed by Ada' },
    ],
  ])('%j', async (outcome, event) => {
    const { deliver, events, owed } = open(outcome);
    expect(await deliver()).toEqual(outcome);
    expect(await events()).toEqual([
      { at: expect.any(Number), destination: 'blog', revision, ...event },
    ]);
    expect(owed).toEqual([]);
  });

  test('with what is owed for later', async () => {
    const { deliver, owed } = open({ ...delivered, isLate: true });
    await deliver();
    expect(owed).toEqual(['blog']);
  });

  test('but not where the destination is gone, which an operator is to see', async () => {
    const { deliver, events } = open({ kind: 'gone', message: 'never again' });
    await expect(deliver()).rejects.toMatchObject({
      name: 'PermanentError',
      code: 'destination-gone',
      message: 'never again',
    });
    expect(await events()).toEqual([]);
  });
});

describe('a delivery that is put off', () => {
  test('since only this article is not taken is noted each time', async () => {
    const { deliver, events } = open(unavailable('answered 403'));
    await expect(deliver(job, 1)).rejects.toMatchObject({ code: 'not-taken' });
    await expect(deliver(job, 2)).rejects.toMatchObject({ code: 'not-taken' });
    expect(await events()).toMatchObject([
      { event: 'put-off', destination: 'blog', until: expect.any(String) },
      { event: 'put-off', reason: expect.stringContaining('answered 403') },
    ]);
  });

  test('since its place is still to come is noted once', async () => {
    const { deliver, events, slots } = open(delivered, { maxPerHour: 1, slotMs: 1 });
    const late = {
      code: 'max-per-hour',
      message: 'destinations[0] (blog).maxPerHour: 1 an hour and no more',
    };
    await expect(deliver(job, 1)).rejects.toMatchObject(late);
    await expect(deliver(job, 2)).rejects.toMatchObject(late);
    expect(await events()).toMatchObject([
      { event: 'put-off', until: '2026-11-29T12:00:00.001Z', reason: late.message },
    ]);
    expect(slots).toEqual([`take blog ${id} 1`, `take blog ${id} 1`]);
  });

  test('by an error of its own is noted by whoever gives it up', async () => {
    const { deliver, events } = open(new Error('slip'));
    await expect(deliver()).rejects.toThrow('slip');
    expect(await events()).toEqual([]);
  });
});

describe('a place of the hour', () => {
  test('is taken and used up', async () => {
    const { deliver, slots } = open(delivered, { maxPerHour: 30 });
    await deliver();
    expect(slots).toEqual([`take blog ${id} 30`, 'used blog']);
  });

  test('is not asked for without pace', async () => {
    const { deliver, slots } = open(delivered);
    await deliver();
    expect(slots).toEqual([]);
  });

  test('is not waited for by a withdrawal, nor while the destination is down', async () => {
    const { deliver, slots, pipeline, clock } = open(delivered, { maxPerHour: 1, slotMs: 9 });
    await deliver(nextJob(job, 'withdraw'));
    const down = { sinceMs: clock.ms - 9, reason: 'x', waits: 1, nextTryMs: clock.ms - 1 };
    await pipeline.destinations.saveTrouble('blog', { failing: [], down });
    await deliver();
    expect(slots).toEqual(['used blog', 'used blog']);
  });
});
