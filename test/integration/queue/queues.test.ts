import { Worker } from 'bullmq';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { destinationSchema } from '../../../src/config/schema.ts';
import { queueStatus, destinationStatus } from '../../../src/monitor/queue-status.ts';
import {
  firstDue,
  oldestUnsent,
  plannedJobs,
  recheckJobs,
  republishJobs,
  visitsTo,
} from '../../../src/queue/jobs-about.ts';
import { untilIdle } from '../../../src/queue/idle.ts';
import { Queues } from '../../../src/queue/queues.ts';
import { recheckJobId } from '../../../src/queue/recheck.ts';
import { untakenSince } from '../../../src/queue/untaken.ts';
import { workerConnection } from '../../../src/redis/connection.ts';
import { DeliverySlots } from '../../../src/store/destinations/delivery-slots.ts';
import { DestinationStore } from '../../../src/store/destinations/destinations.ts';
import { Keys } from '../../../src/store/keys.ts';
import { anEntry } from '../../support/records/entries.ts';
import { nextJob, republishJob } from '../../support/records/republish-job.ts';
import { testRedis } from '../../support/redis/redis.ts';

const { url, prefix } = testRedis();
const connection = workerConnection(url);
const stack = new AsyncDisposableStack();
afterAll(async () => {
  await stack.disposeAsync();
  connection.disconnect();
});

const destinations = [
  { type: 'queue', name: 'republish' },
  { type: 'directory', name: 'files', path: '/tmp/x', delay: '1h', maxPerHour: 10 },
].map((one) => destinationSchema.parse(one));

let round = 0;
let own = prefix;
let queues: Queues;
beforeEach(() => {
  round += 1;
  own = `${prefix}-${round}`;
  queues = new Queues(connection, own, destinations);
  stack.defer(() => queues.close());
});

/** Takes the next job of a queue, as a worker of a site does. */
async function takeFrom(name: string) {
  const worker = new Worker(name, null, { connection, prefix: own, autorun: false });
  stack.defer(() => worker.close());
  const job = await worker.getNextJob('site', { block: false });
  if (!job) throw new Error('nothing waits');
  return job;
}

const job = republishJob();
const { id, revision } = job.record;
const update = nextJob(job, 'update', { title: 'Changed' });
const waiting = async (name: string) =>
  (await queues.named(name).getWaiting()).map((one) => `${one.name} ${one.id}`);

test('a queue is known by its name, and ours to work are those that we deliver from', () => {
  expect(queues.all().map(({ name }) => name)).toEqual([
    'poll',
    'scrape',
    'republish',
    'deliver-files',
  ]);
  expect(queues.worked().map(({ name }) => name)).toEqual(['poll', 'scrape', 'deliver-files']);
  expect([queues.has('republish'), queues.has('files')]).toEqual([true, false]);
  expect(() => queues.named('files')).toThrow(new RangeError('there is no queue files'));
});

describe('a revision that is sent', () => {
  test('takes the place of the one that still waits, and a site that saw neither gets it as new', async () => {
    await queues.addRepublish('republish', job);
    expect(await queues.addRepublish('republish', update, { replaced: revision })).toEqual({
      kind: 'added',
      action: 'publish',
    });
    expect(await waiting('republish')).toEqual([`publish ${id}-${revision + 1}`]);
    expect(await queues.waitingForSites()).toMatchObject([
      { action: 'publish', record: { title: 'Changed' } },
    ]);
  });

  test('comes beside the one that a site has begun to take', async () => {
    await queues.addRepublish('republish', job);
    await takeFrom('republish');
    expect(await queues.addRepublish('republish', update, { replaced: revision })).toMatchObject({
      action: 'update',
    });
    expect(await waiting('republish')).toEqual([`update ${id}-${revision + 1}`]);
  });

  test('twice is one job', async () => {
    await queues.addRepublish('republish', job);
    await queues.addRepublish('republish', job);
    expect(await waiting('republish')).toHaveLength(1);
  });

  test('later than now waits for its time, which is told, and handed on to what takes its place', async () => {
    const nowMs = Date.now();
    const plan = { dueMs: nowMs + 600_000, nowMs };
    expect(await queues.addRepublish('deliver-files', job, plan)).toEqual({
      kind: 'added',
      action: 'publish',
      dueMs: plan.dueMs,
    });
    const queue = queues.named('deliver-files');
    expect(await plannedJobs(queue)).toBe(1);
    expect(Math.abs((await firstDue(queue))! - plan.dueMs)).toBeLessThan(5_000);
    expect(Math.abs((await oldestUnsent(queue))! - plan.dueMs)).toBeLessThan(5_000);
    const later = { replaced: revision, dueMs: nowMs + 60_000, nowMs };
    const { dueMs } = (await queues.addRepublish('deliver-files', update, later)) as {
      dueMs: number;
    };
    expect(Math.abs(dueMs - plan.dueMs)).toBeLessThan(5_000);
    const withdrawal = nextJob(update, 'withdraw');
    const last = { replaced: revision + 1, dueMs: nowMs, nowMs };
    expect(await queues.addRepublish('deliver-files', withdrawal, last)).toEqual({
      kind: 'never-began',
    });
    expect(await plannedJobs(queue)).toBe(0);
    expect([await firstDue(queue), await oldestUnsent(queue)]).toEqual([undefined, undefined]);
  });
});

describe('a job that was taken', () => {
  async function taken() {
    await queues.addRepublish('republish', job);
    const one = await takeFrom('republish');
    await one.moveToCompleted('shown', 'site', false);
  }

  test('is sent once more where that is asked for, and one that waits is that one', async () => {
    await taken();
    await queues.addRepublish('republish', job);
    expect(await waiting('republish')).toEqual([]);
    await queues.addAgain('republish', job);
    await queues.addAgain('republish', job);
    expect(await waiting('republish')).toEqual([`publish ${id}-${revision}`]);
  });

  test('can be forgotten, and one that waits cannot', async () => {
    await taken();
    await queues.addRepublish('republish', update);
    await queues.forgetFinished(job.record);
    await queues.forgetFinished(update.record);
    const states = await republishJobs(queues, id, [revision, revision + 1]);
    expect(states.map(({ state, id: jobId }) => [state, jobId])).toEqual([
      ['waiting', `${id}-${revision + 1}`],
    ]);
  });
});

test('revisions are taken out of all queues, and those in a site’s hand are counted', async () => {
  await queues.addRepublish('republish', job);
  await queues.addRepublish('deliver-files', job);
  await queues.addRepublish('republish', update);
  await takeFrom('republish');
  expect(await queues.removeRevisions(id, [revision, revision + 1, revision + 2])).toBe(1);
  expect([await waiting('republish'), await waiting('deliver-files')]).toEqual([[], []]);
});

test('of an article’s jobs it is told where they are, since when and why', async () => {
  await queues.addRepublish('republish', job);
  const one = await takeFrom('republish');
  const [active] = await republishJobs(queues, id, [revision, 1]);
  expect(active).toEqual({
    queue: 'republish',
    id: `${id}-${revision}`,
    state: 'active',
    addedAt: one.timestamp,
    at: undefined,
    reason: undefined,
  });
  await one.moveToFailed(new Error('no room'), 'site', false);
  const [failed] = await republishJobs(queues, id, [revision]);
  expect(failed).toMatchObject({ state: 'delayed', reason: 'no room' });
  expect(failed!.at).toBeGreaterThan(one.timestamp);
});

test('looks that are still to come are found by their steps, and visits by what they are about', async () => {
  const look = { sourceId: 'harbour', articleId: id, stepMs: 900_000 };
  await queues.addRecheck(look, recheckJobId(id, 900_000), 900_000);
  await queues.addRecheck(look, recheckJobId(id, 900_000), 1);
  const found = await recheckJobs(queues, id, [900_000, 3_600_000]);
  expect(found).toMatchObject([{ queue: 'scrape', state: 'delayed' }]);
  expect(Math.abs(found[0]!.at! - Date.now() - 900_000)).toBeLessThan(10_000);
  const { content: _, ...entry } = anEntry({ link: 'https://harbour.example/a?utm_source=x' });
  await queues.addScrapes([]);
  await queues.addScrapes([
    {
      jobId: 'visit-1',
      data: { sourceId: 'harbour', feedUrl: 'https://harbour.example/f', entry },
    },
  ]);
  const about: unknown[] = [];
  const all = await visitsTo(queues, (link, articleId) => {
    about.push([link, articleId]);
    return link !== undefined;
  });
  expect(about).toHaveLength(2);
  expect(about).toEqual(
    expect.arrayContaining([
      ['https://harbour.example/a', undefined],
      [undefined, id],
    ]),
  );
  expect(all).toMatchObject([{ id: 'visit-1', state: 'waiting' }]);
});

test('jobs that nobody takes are told by the oldest, and by none while a worker has one', async () => {
  const queue = queues.named('republish');
  expect(await untakenSince(queue)).toBeUndefined();
  await queues.addRepublish('republish', job);
  await queues.addRepublish('republish', update);
  const [first] = await queue.getJobs('waiting', 0, 0, true);
  expect(await untakenSince(queue)).toBe(first!.timestamp);
  await takeFrom('republish');
  expect(await untakenSince(queue)).toBeUndefined();
});

test('a queue is idle when nothing in it could be done now, whatever waits for later', async () => {
  const queue = queues.named('deliver-files');
  const nowMs = Date.now();
  await queues.addRepublish('deliver-files', job, { dueMs: nowMs + 600_000, nowMs });
  await untilIdle([queue], new AbortController().signal);
  await queues.addRepublish('deliver-files', update);
  const stop = new AbortController();
  let isIdle = false;
  const waits = untilIdle([queue], stop.signal).then(() => {
    isIdle = true;
  });
  await queue.getJobCounts();
  expect(isIdle).toBe(false);
  stop.abort();
  await waits;
});

test('how a queue and a destination stand counts what waits, what is planned and what is due', async () => {
  const nowMs = Date.now();
  await queues.addRepublish('deliver-files', job, { dueMs: nowMs + 600_000, nowMs });
  await queues.addRepublish('deliver-files', update);
  const queue = queues.named('deliver-files');
  const status = await queueStatus(queue, nowMs);
  expect(status).toMatchObject({ waiting: 1, active: 0, delayed: 1, failed: 0, dueSince: null });
  expect(Date.parse(status.oldestWaitingAt!)).toBeGreaterThanOrEqual(nowMs - 1_000);
  expect((await queueStatus(queue, nowMs + 700_000)).dueSince).not.toBeNull();
  const keys = new Keys(own);
  const deliverySlots = new DeliverySlots(connection, keys);
  const facts = {
    queues,
    destinations: new DestinationStore(connection, keys),
    deliverySlots,
    nowMs,
  };
  const [site, files] = destinations;
  expect(await destinationStatus(site!, facts)).toMatchObject({ state: 'ok', waiting: 0 });
  const standing = await destinationStatus(files!, facts);
  expect(standing).toMatchObject({ state: 'ok', waiting: 2, planned: 1, lastDeliveredAt: null });
  for (const article of ['a', 'b']) {
    await deliverySlots.take('files', article, { maxPerHour: 10, nowMs });
  }
  expect((await destinationStatus(files!, facts)).planned).toBe(2);
  const late = await destinationStatus(files!, { ...facts, nowMs: nowMs + 3_700_000 });
  expect(late).toMatchObject({ state: 'behind', since: expect.any(String) });
});
