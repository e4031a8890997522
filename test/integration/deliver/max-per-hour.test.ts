import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { destinationSchema } from '../../../src/config/schema.ts';
import { ThrottledError } from '../../../src/errors.ts';
import { directoryDestination } from '../../../src/deliver/directory.ts';
import { deliverJob } from '../../../src/processors/republish/deliver.ts';
import type { RepublishJob } from '../../../src/queue/republish-job.ts';
import { writeSeedText } from '../../../src/record/seed-format.ts';
import { openTestPipeline } from '../../support/commands/pipeline.ts';
import {
  articleId,
  nextJob,
  republishJob,
  sendToAll,
} from '../../support/records/republish-job.ts';
import { testRedis } from '../../support/redis/redis.ts';

const MINUTE_MS = 60_000;
const redis = testRedis();

/** A folder that takes 30 articles an hour, and a clock that is moved by hand. */
async function paced(name: string) {
  const path = await mkdtemp(join(tmpdir(), 'newsrelay-paced-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  const options = destinationSchema.parse({ type: 'directory', name, path, maxPerHour: 30 });
  const clock = { ms: Date.parse('2026-11-23T09:00:00Z') };
  const pipeline = await openTestPipeline([], redis, {
    now: () => clock.ms,
    destinations: [options],
  });
  const folder = directoryDestination(options as never, writeSeedText);
  return {
    clock,
    pipeline: pipeline.open.pipeline,
    names: async () => (await readdir(path)).filter((file) => file.endsWith('.json')).toSorted(),
    /** In minutes from the start: when the job goes out. */
    deliver: async (job: RepublishJob): Promise<number | 'delivered'> => {
      const context = { signal: undefined, starts: 1 };
      const outcome: unknown = await deliverJob(job, context, folder, pipeline.open.pipeline).catch(
        (error: unknown) => error,
      );
      if (!(outcome instanceof ThrottledError)) return 'delivered';
      return (outcome.untilMs - clock.ms) / MINUTE_MS;
    },
    [Symbol.asyncDispose]: () => pipeline[Symbol.asyncDispose](),
  };
}

const jobs = Array.from({ length: 4 }, (_, n) => republishJob({ id: articleId(n), images: [] }));

test('articles go out a fixed time apart, in the order in which they came', async () => {
  await using at = await paced('spread');
  expect(await at.deliver(jobs[0]!)).toBe('delivered');
  expect(await at.deliver(jobs[1]!)).toBe(2);
  expect(await at.deliver(jobs[2]!)).toBe(4);
  at.clock.ms += 2 * MINUTE_MS;
  // A later article does not take the place of one that waits.
  expect(await at.deliver(jobs[3]!)).toBe(4);
  expect(await at.deliver(jobs[2]!)).toBe(2);
  expect(await at.deliver(jobs[1]!)).toBe('delivered');
  expect(await at.names()).toEqual([0, 1].map((n) => `${articleId(n)}.json`));
  const { deliverySlots } = at.pipeline;
  expect(await deliverySlots.waiting('spread', at.clock.ms)).toBe(2);
});

test('a later revision goes out at the place of the one before, and a new one takes a place of its own', async () => {
  await using at = await paced('places');
  await at.deliver(jobs[0]!);
  expect(await at.deliver(jobs[1]!)).toBe(2);
  expect(await at.deliver(nextJob(jobs[1]!, 'update'))).toBe(2);
  at.clock.ms += 2 * MINUTE_MS;
  expect(await at.deliver(nextJob(jobs[1]!, 'update'))).toBe('delivered');
  expect(await at.deliver(nextJob(jobs[0]!, 'update'))).toBe(2);
});

test('a withdrawal goes out at once', async () => {
  await using at = await paced('gone');
  await at.deliver(jobs[0]!);
  expect(await at.deliver(jobs[1]!)).toBe(2);
  expect(await at.deliver(nextJob(jobs[1]!, 'withdraw'))).toBe('delivered');
  expect(await at.deliver(nextJob(jobs[0]!, 'withdraw'))).toBe('delivered');
});

test('after an hour without articles the first goes out at once', async () => {
  await using at = await paced('quiet');
  await at.deliver(jobs[0]!);
  at.clock.ms += 60 * MINUTE_MS;
  expect(await at.deliver(jobs[1]!)).toBe('delivered');
  expect(await at.deliver(jobs[2]!)).toBe(2);
});

test('workers deliver all of it, each at its time', async () => {
  const path = await mkdtemp(join(tmpdir(), 'newsrelay-paced-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  const options = destinationSchema.parse({
    type: 'directory',
    name: 'workers',
    path,
    maxPerHour: 18_000,
  });
  const folder = directoryDestination(options as never, writeSeedText);
  await using pipeline = await openTestPipeline([], redis, {
    destinations: [options],
    pushes: [{ destination: folder, concurrency: 4 }],
  });
  await Promise.all(jobs.map((job) => sendToAll(pipeline.open.pipeline.queues, job)));
  const names = async () => (await readdir(path)).filter((file) => file.endsWith('.json'));
  await vi.waitFor(async () => expect(await names()).toHaveLength(jobs.length), 20_000);
  expect(pipeline.troubles).toEqual([]);
});
