import { DelayedError, type Job, UnrecoverableError, WaitingError } from 'bullmq';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { PermanentError, ThrottledError, TransientError } from '../../../src/errors.ts';
import { jobRunner, type JobContext, type Processor } from '../../../src/queue/run-job.ts';

const NOW = Date.parse('2026-11-29T12:00:00Z');
const MINUTE = 60_000;
const schema = z.object({ page: z.string() });
type Work = Processor<{ page: string }, string>;

beforeEach(() => vi.useFakeTimers({ now: NOW, toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

/** A job as BullMQ hands it over, which notes where it is moved to. */
function aJob(fields: Partial<Job> = {}) {
  const moves: unknown[][] = [];
  const job = {
    id: 'job-7',
    data: { page: '/pier' },
    stalledCounter: 0,
    attemptsMade: 0,
    attemptsStarted: 1,
    moveToDelayed: async (untilMs: number, token?: string) => void moves.push([untilMs, token]),
    moveToWait: async (token?: string) => void moves.push(['at once', token]),
    ...fields,
  };
  return { job: job as unknown as Job, moves };
}

const failing =
  (error: Error): Work =>
  () =>
    Promise.reject(error);

test('a processor is told which try of which job it is, and its payload is parsed', async () => {
  const seen: [unknown, JobContext][] = [];
  const run = jobRunner(schema, async (data, context) => {
    seen.push([data, context]);
    return 'read';
  });
  const { signal } = new AbortController();
  const data = { page: '/pier', more: 1 };
  const { job } = aJob({ data, attemptsMade: 2, attemptsStarted: 5 });
  expect(await run(job, 'token', signal)).toBe('read');
  expect(seen).toEqual([[{ page: '/pier' }, { id: 'job-7', attempt: 3, starts: 5, signal }]]);
});

test('a job is begun again after two workers died with it, and after the third no more', async () => {
  const run = jobRunner(schema, async () => 'read');
  expect(await run(aJob({ stalledCounter: 2 }).job)).toBe('read');
  await expect(run(aJob({ stalledCounter: 3 }).job)).rejects.toThrow(
    new UnrecoverableError('its worker died with it 3 times'),
  );
});

describe('a job of a later version', () => {
  test.each([
    [{ page: '/', v: 3 }],
    [{ v: 3 }],
    [{ page: '/', schema: 'newsrelay.job/2' }],
    [{ page: '/', schema: 'newsrelay.job/10' }],
  ])('%j is left for a minute to a worker that knows it', async (data) => {
    const { job, moves } = aJob({ data });
    const run = jobRunner(schema, async () => 'read');
    await expect(run(job, 'token')).rejects.toThrow(DelayedError);
    expect(moves).toEqual([[NOW + MINUTE, 'token']]);
  });

  test.each([
    [{ page: '/' }],
    [{ page: '/', v: 1 }],
    [{ page: '/', v: 2 }],
    [{ page: '/', v: 'three' }],
    [{ page: '/', schema: 'newsrelay.job/1' }],
    [{ page: '/', schema: 'newsrelay.job/2-draft' }],
    [{ page: '/', schema: 'old newsrelay.job/2' }],
  ])('is none of %j', async (data) => {
    const { job, moves } = aJob({ data });
    expect(await jobRunner(schema, async () => 'read')(job)).toBe('read');
    expect(moves).toEqual([]);
  });
});

test('a payload that is not valid is given up with the name of its job', async () => {
  const run = jobRunner(schema, async () => 'read');
  const given = run(aJob({ data: { page: 7 } }).job);
  await expect(given).rejects.toThrow(UnrecoverableError);
  await expect(given).rejects.toThrow(/^the payload of job job-7 is not valid: /);
});

test('what can never work is given up with its code, and what may pass is tried again', async () => {
  const gone = jobRunner(schema, failing(new PermanentError('http-404', 'not there')))(aJob().job);
  await expect(gone).rejects.toThrow(new UnrecoverableError('http-404: not there'));
  const away = new TransientError('dns', 'no answer');
  const { job, moves } = aJob();
  await expect(jobRunner(schema, failing(away))(job)).rejects.toBe(away);
  expect(moves).toEqual([]);
});

test('a job that is to come back later is put off to that moment', async () => {
  const { job, moves } = aJob();
  const later = failing(new ThrottledError('host-busy', 'not yet', NOW + 5_000));
  await expect(jobRunner(schema, later)(job, 'token')).rejects.toThrow(DelayedError);
  expect(moves).toEqual([[NOW + 5_000, 'token']]);
});

test.each([
  new PermanentError('http-404', 'not there'),
  new ThrottledError('host-busy', 'not yet', NOW + 5_000),
  new Error('aborted'),
])(
  'a job of a worker that stops goes back to the queue, whatever it failed of: %s',
  async (error) => {
    const stop = new AbortController();
    const { job, moves } = aJob();
    const work: Work = () => {
      stop.abort();
      return Promise.reject(error);
    };
    await expect(jobRunner(schema, work)(job, 'token', stop.signal)).rejects.toThrow(WaitingError);
    expect(moves).toEqual([['at once', 'token']]);
  },
);

test('a job that hangs fails at its deadline, with the seconds that it had', async () => {
  const hanging: Work = () => new Promise<never>(() => {});
  const given = jobRunner(schema, hanging, 20)(aJob().job);
  await expect(given).rejects.toThrow('gave up after 0.02 s: the job hangs');
  await expect(given).rejects.toMatchObject({ name: 'TransientError', code: 'deadline' });
});
