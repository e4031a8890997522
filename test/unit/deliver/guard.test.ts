import { describe, expect, test } from 'vitest';
import type { Destination } from '../../../src/deliver/destination.ts';
import { deliverGuarded, type DestinationChange } from '../../../src/deliver/guard.ts';
import { unavailable } from '../../../src/deliver/reply.ts';
import { PermanentError, ThrottledError, TransientError } from '../../../src/errors.ts';
import type { RepublishJob } from '../../../src/queue/republish-job.ts';
import { MemoryRedis } from '../../../src/redis/memory-redis.ts';
import { DestinationStore } from '../../../src/store/destinations/destinations.ts';
import { Keys } from '../../../src/store/keys.ts';
import { articleId, republishJob } from '../../support/records/republish-job.ts';

const MINUTE = 60_000;
const job = republishJob({ id: articleId(1) });
const other = republishJob({ id: articleId(2) });

/** A site that fails of what a test says, and a clock that it moves. */
function site() {
  const clock = { ms: 10 * MINUTE };
  const faults: { deliver?: (job: RepublishJob) => Error | undefined; probe?: Error } = {};
  const calls: string[] = [];
  const changes: DestinationChange[] = [];
  const destination: Destination = {
    name: 'blog',
    async deliver(given) {
      calls.push(given.record.id);
      const error = faults.deliver?.(given);
      if (error) throw error;
      return { kind: 'delivered', remoteId: '1', notes: [] };
    },
    async probe() {
      calls.push('probe');
      if (faults.probe) throw faults.probe;
    },
    check: async () => [],
  };
  const store = new DestinationStore(MemoryRedis.client(), new Keys('news'));
  const tools = { store, random: () => 1, tell: (one: DestinationChange) => changes.push(one) };
  const deliver = (given = job, signal?: AbortSignal) =>
    deliverGuarded(given, destination, { now: () => new Date(clock.ms), signal }, tools);
  const failure = async (given = job) =>
    (await deliver(given).then(
      () => undefined,
      (error: unknown) => error,
    )) as ThrottledError;
  return { clock, faults, calls, changes, store, deliver, failure };
}

test('an article that a well site does not take is tried five times, and then given up with how long that took', async () => {
  const { clock, faults, failure, deliver } = site();
  faults.deliver = (given) => (given === job ? unavailable('blog answered 403') : undefined);
  const waits: number[] = [];
  for (let tries = 1; tries <= 4; tries += 1) {
    const error = await failure();
    expect(error).toMatchObject({
      name: 'ThrottledError',
      code: 'not-taken',
      message: `try ${tries}, while others are taken: blog answered 403`,
    });
    waits.push(error.untilMs - clock.ms);
    clock.ms = error.untilMs;
    await deliver(other);
  }
  expect(waits).toEqual([5_000, 15_000, 45_000, 135_000]);
  expect(await failure()).toMatchObject({
    name: 'PermanentError',
    code: 'not-taken',
    message:
      "blog answered 403; 5 tries in 4 min failed while blog was well: the trouble is this article's own",
  });
  expect((await failure()).message).toMatch(/^try 1,/);
});

describe('a site whose probe fails, too', () => {
  async function down() {
    const own = site();
    own.faults.deliver = () => unavailable('no answer');
    own.faults.probe = unavailable('no answer');
    const error = await own.failure();
    return { ...own, error };
  }

  test('is told to be put off once, and its next jobs wait without a call', async () => {
    const { error, changes, calls, failure, clock } = await down();
    expect(error).toMatchObject({
      name: 'ThrottledError',
      code: 'unavailable',
      message: 'blog is put off since 1970-01-01T00:10:00.000Z: no answer',
      untilMs: clock.ms + 2_000,
    });
    expect(changes).toEqual([
      {
        kind: 'put-off',
        destination: 'blog',
        reason: 'no answer',
        sinceMs: clock.ms,
        nextTryMs: clock.ms + 1_000,
      },
    ]);
    const made = calls.length;
    expect(await failure(other)).toMatchObject({ code: 'unavailable', untilMs: clock.ms + 1_000 });
    expect([calls.length, changes.length]).toEqual([made, 1]);
  });

  test('is tried by one job at its time, and is back when that is taken', async () => {
    const { clock, faults, deliver, changes, store } = await down();
    const sinceMs = clock.ms;
    clock.ms += 1_000;
    delete faults.deliver;
    delete faults.probe;
    expect(await deliver(other)).toMatchObject({ kind: 'delivered' });
    expect(changes.at(-1)).toEqual({
      kind: 'back',
      destination: 'blog',
      sinceMs,
      atMs: sinceMs + 1_000,
    });
    expect(await store.health('blog')).toMatchObject({ failing: [], takenAtMs: clock.ms });
    expect(await store.beginTrial('blog', 1_000)).toBe(true);
  });

  test('whose trial is another’s is not called', async () => {
    const { clock, store, failure, calls } = await down();
    clock.ms += 1_000;
    await store.beginTrial('blog', 120_000);
    const made = calls.length;
    expect(await failure(other)).toMatchObject({ untilMs: clock.ms + 1_000 });
    expect(calls).toHaveLength(made);
  });

  test('is back also where it answers that it does not want this job', async () => {
    const { clock, faults, failure, changes } = await down();
    clock.ms += 1_000;
    const refusal = new PermanentError('bad-job', 'no');
    faults.deliver = () => refusal;
    expect(await failure(other)).toBe(refusal);
    expect(changes.at(-1)).toMatchObject({ kind: 'back' });
  });
});

describe('a fault', () => {
  test.each([
    [new PermanentError('bad-job', 'no')],
    [new TransientError('http-400', 'no')],
    [new TransientError('my-unavailable', 'no')],
    [new TypeError('a slip')],
  ])('that says nothing of the site is the job’s: %s', async (error) => {
    const { faults, failure, calls } = site();
    faults.deliver = () => error;
    expect(await failure()).toBe(error);
    expect(calls).not.toContain('probe');
  });

  test.each([new TransientError('http-500', 'oops'), new ThrottledError('throttled', 'slow', 1)])(
    'of a well site that is no refusal is the job’s, and the site was asked: %s',
    async (error) => {
      const { faults, failure, calls } = site();
      faults.deliver = () => error;
      expect(await failure()).toBe(error);
      expect(calls).toContain('probe');
    },
  );

  test('of a site that asks for patience while it is down waits as long as it asks', async () => {
    const { faults, failure, clock } = site();
    const untilMs = clock.ms + 5 * MINUTE;
    faults.deliver = () => new ThrottledError('throttled', 'slow down', untilMs);
    faults.probe = unavailable('no answer');
    expect(await failure()).toMatchObject({ code: 'unavailable', untilMs: untilMs + 1_000 });
  });

  test('of a delivery that was broken off says nothing at all', async () => {
    const { faults, deliver, calls, store } = site();
    faults.deliver = () => unavailable('stopped');
    await expect(deliver(job, AbortSignal.abort())).rejects.toThrow('stopped');
    expect(calls).toEqual([job.record.id]);
    expect(await store.health('blog')).toMatchObject({ failing: [] });
  });
});
