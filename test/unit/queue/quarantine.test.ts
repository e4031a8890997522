import { describe, expect, test } from 'vitest';
import {
  dropOfRemovedSources,
  dropQuarantined,
  listQuarantine,
  retryQuarantined,
  showQuarantined,
} from '../../../src/queue/quarantine.ts';

interface GivenUp {
  data?: unknown;
  finishedOn?: number;
  isFailed?: boolean;
}

/** A queue with these jobs; one that is `damaged` cannot be read. */
function queueOf(name: string, jobs: Record<string, GivenUp | 'damaged'>) {
  const done: unknown[] = [];
  const known = new Map(Object.entries(jobs));
  const queue = {
    name,
    toKey: (id: string) => `news:${name}:${id}`,
    getRanges: async (_types: string[], start: number, end: number) =>
      [...known.keys()].slice(start, end + 1),
    getJob: async (id: string) => {
      const job = known.get(id);
      if (job === 'damaged') throw new Error('no JSON');
      return (
        job && {
          id,
          name: 'scrape',
          data: {},
          failedReason: 'http-500',
          attemptsMade: 3,
          attemptsStarted: 5,
          stalledCounter: 1,
          timestamp: 1_000,
          finishedOn: 2_000,
          stacktrace: ['first', 'second'],
          ...job,
          retry: async (...given: unknown[]) => done.push(['retry', id, ...given]),
        }
      );
    },
    getJobState: async (id: string) => {
      const job = known.get(id);
      if (job === 'damaged') return 'failed';
      return job === undefined ? 'unknown' : job.isFailed === false ? 'waiting' : 'failed';
    },
    remove: async (id: string) => {
      done.push(['remove', id]);
      known.delete(id);
    },
  };
  return { queue: queue as never, done };
}

const time = (ms: number) => new Date(ms).toISOString();

describe('what was given up is listed', () => {
  test('with all that is known, the latest first', async () => {
    const one = queueOf('{scrape}', { a: { data: { sourceId: 'harbour' } } });
    const other = queueOf('poll', { b: { finishedOn: 9_000 } });
    const jobs = await listQuarantine([one.queue, other.queue]);
    expect(jobs.map(({ ref }) => ref)).toEqual(['poll/b', 'scrape/a']);
    expect(jobs[1]).toEqual({
      ref: 'scrape/a',
      queue: 'scrape',
      name: 'scrape',
      sourceId: 'harbour',
      subject: '',
      reason: 'http-500',
      attempts: 3,
      starts: 5,
      stalls: 1,
      addedAt: time(1_000),
      failedAt: time(2_000),
    });
  });

  test.each([
    [{ sourceId: 'a', feedUrl: 'f' }, 'a', 'f'],
    [{ sourceId: 'a', feedUrl: 'f', articleId: 'x' }, 'a', 'x'],
    [{ sourceId: 'a', feedUrl: 'f', articleId: 'x', entry: { link: 'l' } }, 'a', 'l'],
    [{ record: { sourceId: 'a', url: 'u', id: 'x' } }, 'a', 'u'],
    [{ sourceId: 7 }, undefined, ''],
    [null, undefined, ''],
  ])('by what it was about: %j', async (data, sourceId, subject) => {
    const { queue } = queueOf('scrape', { a: { data } });
    expect(await listQuarantine([queue])).toMatchObject([{ sourceId, subject }]);
  });

  test('also where it is damaged, by its key', async () => {
    const { queue } = queueOf('scrape', { a: 'damaged', b: {} });
    expect(await listQuarantine([queue])).toMatchObject([
      { ref: 'scrape/b' },
      {
        ref: 'scrape/a',
        reason: 'news:scrape:a is damaged: no JSON',
        attempts: 0,
        starts: 0,
        stalls: 0,
        failedAt: time(0),
      },
    ]);
  });

  test('however many there are', async () => {
    const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, at) => [`j-${at}`, {}]));
    expect(await listQuarantine([queueOf('scrape', many).queue])).toHaveLength(1_000);
  });
});

describe('one of them', () => {
  const open = () => {
    const poll = queueOf('poll', { a: { isFailed: false } });
    const scrape = queueOf('scrape', { a: { data: { feedUrl: 'f' } } });
    return { queues: [poll.queue, scrape.queue], poll, scrape };
  };

  test.each(['scrape/a', 'a'])('is shown by %s with its errors', async (ref) => {
    expect(await showQuarantined(open().queues, ref)).toMatchObject({
      ref: 'scrape/a',
      subject: 'f',
      data: { feedUrl: 'f' },
      history: ['first', 'second'],
    });
    expect(await showQuarantined(open().queues, 'x')).toBeUndefined();
    expect(await showQuarantined(open().queues, 'poll/a')).toBeUndefined();
  });

  test('is tried again with all its tries, or forgotten', async () => {
    const { queues, scrape, poll } = open();
    expect(await retryQuarantined(queues, 'a')).toBe(true);
    expect(await dropQuarantined(queues, 'scrape/a')).toBe(true);
    expect(scrape.done).toEqual([
      ['retry', 'a', 'failed', { resetAttemptsMade: true, resetAttemptsStarted: true }],
      ['remove', 'a'],
    ]);
    expect([await retryQuarantined(queues, 'x'), await dropQuarantined(queues, 'x')]).toEqual([
      false,
      false,
    ]);
    expect(poll.done).toEqual([]);
  });
});

test('one that is damaged is shown as that, not tried again, and forgotten', async () => {
  const { queue, done } = queueOf('scrape', { cut: 'damaged' });
  expect(await showQuarantined([queue], 'cut')).toMatchObject({
    reason: 'news:scrape:cut is damaged: no JSON',
    data: undefined,
    history: [],
  });
  expect(await retryQuarantined([queue], 'cut')).toBe(false);
  expect(await dropQuarantined([queue], 'cut')).toBe(true);
  expect(done).toEqual([['remove', 'cut']]);
});

test('visits of sources that are configured no more are forgotten', async () => {
  const { queue, done } = queueOf('scrape', {
    kept: { data: { sourceId: 'harbour' } },
    gone: { data: { sourceId: 'quay' } },
    odd: {},
  });
  expect(await dropOfRemovedSources([queue], (id) => id === 'harbour')).toBe(1);
  expect(done).toEqual([['remove', 'gone']]);
});
