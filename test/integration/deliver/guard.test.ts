import { afterAll, describe, expect, test } from 'vitest';
import type { DeliveryOutcome, Destination } from '../../../src/deliver/destination.ts';
import { deliverGuarded, type DestinationChange } from '../../../src/deliver/guard.ts';
import { unavailable } from '../../../src/deliver/reply.ts';
import { ThrottledError, TransientError } from '../../../src/errors.ts';
import type { RepublishJob } from '../../../src/queue/republish-job.ts';
import { commandConnection } from '../../../src/redis/connection.ts';
import { DestinationStore } from '../../../src/store/destinations/destinations.ts';
import { Keys } from '../../../src/store/keys.ts';
import { testRedis } from '../../support/redis/redis.ts';
import { articleId, republishJob } from '../../support/records/republish-job.ts';

const { url, prefix } = testRedis();
const redis = commandConnection(url);
afterAll(() => redis.disconnect());

const poison = republishJob({ id: articleId(666) });
const jobs = Array.from({ length: 9 }, (_, n) => republishJob({ id: articleId(n) }));
const [first, second] = jobs as [RepublishJob, RepublishJob];

/** A destination whose answers the test sets, as two processes would share it. */
function place(name: string) {
  let nowMs = 1_000_000;
  const calls: string[] = [];
  const changes: DestinationChange[] = [];
  const rules = {
    deliver: (_job: RepublishJob): Error | undefined => undefined,
    probe: (): Error | undefined => undefined,
  };
  const destination: Destination = {
    name,
    async deliver(job) {
      calls.push(job.record.id);
      const error = rules.deliver(job);
      if (error) throw error;
      return { kind: 'delivered', remoteId: '1', notes: [] };
    },
    async probe() {
      calls.push('probe');
      const error = rules.probe();
      if (error) throw error;
    },
    check: async () => [],
  };
  const process = () => {
    const store = new DestinationStore(redis, new Keys(prefix));
    const tools = {
      store,
      random: () => 1,
      tell: (change: DestinationChange) => changes.push(change),
    };
    return (job: RepublishJob): Promise<DeliveryOutcome> =>
      deliverGuarded(job, destination, { now: () => new Date(nowMs) }, tools);
  };
  return {
    rules,
    calls,
    changes,
    process,
    now: () => nowMs,
    goTo: (ms: number) => {
      nowMs = ms;
    },
  };
}

async function failureOf(delivery: Promise<DeliveryOutcome>) {
  try {
    await delivery;
  } catch (error) {
    return error as ThrottledError;
  }
  throw new Error('it was delivered');
}

describe('one article that the site does not take', () => {
  test('is tried again by itself, then given up with its reason; the others never wait', async () => {
    const site = place('waf');
    site.rules.deliver = (job) =>
      job === poison ? unavailable('waf answered 403 without JSON: Forbidden') : undefined;
    for (let tries = 1; tries <= 4; tries += 1) {
      const deliver = site.process();
      const error = await failureOf(deliver(poison));
      expect(error).toMatchObject({ name: 'ThrottledError', code: 'not-taken' });
      expect(error.message).toContain('403');
      expect(await deliver(first)).toMatchObject({ kind: 'delivered' });
      site.goTo(error.untilMs);
    }
    const verdict = await failureOf(site.process()(poison));
    expect(verdict).toMatchObject({ name: 'PermanentError', code: 'not-taken' });
    expect(verdict.message).toMatch(/Forbidden; 5 tries in 4 min failed while waf was well/);
    expect(site.changes).toEqual([]);
  });

  test('is given up by the others alone where the probe always fails', async () => {
    const site = place('odd-probe');
    site.rules.probe = () => unavailable('no such message');
    site.rules.deliver = (job) => (job === poison ? unavailable('timed out') : undefined);
    const deliver = site.process();
    let error = await failureOf(deliver(poison));
    for (let round = 0; round < 12 && error.name === 'ThrottledError'; round += 1) {
      // Those that were put off with it come first.
      site.goTo(error.untilMs - 1);
      expect(await deliver(first)).toMatchObject({ kind: 'delivered' });
      site.goTo(error.untilMs);
      error = await failureOf(deliver(poison));
    }
    expect(error).toMatchObject({ name: 'PermanentError', code: 'not-taken' });
  });

  test('is not given up for a destination that asks to be called less', async () => {
    const site = place('limited');
    site.rules.deliver = (job) =>
      job === poison
        ? new ThrottledError('throttled', 'asked to wait', site.now() + 500)
        : undefined;
    const deliver = site.process();
    for (let round = 0; round < 10; round += 1) {
      expect(await failureOf(deliver(poison))).toMatchObject({ code: 'throttled' });
      site.goTo(site.now() + 60_000);
    }
    expect(await deliver(first)).toMatchObject({ kind: 'delivered' });
  });

  test('has its tries forgotten once it is taken', async () => {
    const site = place('slow-minute');
    let isSlow = true;
    site.rules.deliver = () => (isSlow ? unavailable('timed out') : undefined);
    const deliver = site.process();
    for (let round = 0; round < 3; round += 1) {
      isSlow = true;
      for (let tries = 0; tries < 3; tries += 1) {
        const error = await failureOf(deliver(poison));
        expect(error.code).toBe('not-taken');
        site.goTo(error.untilMs);
      }
      isSlow = false;
      await deliver(poison);
    }
  });
});

describe('a destination that is down', () => {
  test('is called by one job at a time, over all processes, and told once', async () => {
    const site = place('down');
    site.rules.deliver = () => unavailable('connection refused');
    site.rules.probe = () => unavailable('connection refused');
    const one = site.process();
    const other = site.process();
    const error = await failureOf(one(first));
    expect(error).toMatchObject({ code: 'unavailable', untilMs: 1_002_000 });
    expect(error.message).toBe(
      'down is put off since 1970-01-01T00:16:40.000Z: connection refused',
    );
    site.calls.length = 0;
    expect(await failureOf(other(second))).toMatchObject({ untilMs: 1_001_000 });
    expect(site.calls).toEqual([]);
    site.goTo(1_001_000);
    await Promise.all(jobs.map((job, n) => failureOf((n % 2 ? one : other)(job))));
    expect(site.calls.filter((call) => call !== 'probe')).toHaveLength(1);

    site.goTo(1_010_000);
    site.rules.deliver = () => undefined;
    expect(await other(second)).toMatchObject({ kind: 'delivered' });
    expect(await one(first)).toMatchObject({ kind: 'delivered' });
    expect(site.changes).toEqual([
      {
        kind: 'put-off',
        destination: 'down',
        reason: 'connection refused',
        sinceMs: 1_000_000,
        nextTryMs: 1_001_000,
      },
      { kind: 'back', destination: 'down', sinceMs: 1_000_000, atMs: 1_010_000 },
    ]);
  });

  test('costs no job its tries, however long', async () => {
    const site = place('long');
    site.rules.deliver = () => unavailable('maintenance');
    site.rules.probe = () => unavailable('maintenance');
    const deliver = site.process();
    for (let round = 0; round < 50; round += 1) {
      const error = await failureOf(deliver(first));
      expect(error.name).toBe('ThrottledError');
      site.goTo(error.untilMs);
    }
  });

  test('that answers its probe and takes nothing puts everything off, and gives nothing up', async () => {
    const site = place('read-only');
    site.rules.deliver = () => new TransientError('http-500', 'read-only database');
    const deliver = site.process();
    for (const job of jobs.slice(0, 4)) {
      expect(await failureOf(deliver(job))).toMatchObject({ code: 'http-500' });
    }
    expect(await failureOf(deliver(jobs[4]!))).toMatchObject({ code: 'unavailable' });
    for (let round = 0; round < 30; round += 1) {
      site.goTo(site.now() + 301_000);
      expect(await failureOf(deliver(jobs[round % 9]!))).toMatchObject({ name: 'ThrottledError' });
    }
  });

  test('is tried by another job next time', async () => {
    const site = place('turns');
    site.rules.deliver = () => unavailable('down');
    site.rules.probe = () => unavailable('down');
    const deliver = site.process();
    const { untilMs: trialUntilMs } = await failureOf(deliver(first));
    const { untilMs: othersUntilMs } = await failureOf(deliver(second));
    expect(othersUntilMs).toBeLessThan(trialUntilMs);
  });
});
