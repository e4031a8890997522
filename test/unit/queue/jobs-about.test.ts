import { describe, expect, test } from 'vitest';
import {
  firstDue,
  oldestUnsent,
  plannedJobs,
  recheckJobs,
  republishJobs,
  visitsTo,
} from '../../../src/queue/jobs-about.ts';
import { recheckJobId } from '../../../src/queue/recheck.ts';
import { republishJobId } from '../../../src/queue/republish-job.ts';
import { anEntry } from '../../support/records/entries.ts';
import { articleId } from '../../support/records/republish-job.ts';

const LINK = 'https://harbour.example/a';
const id = articleId(1);

interface FakeJob {
  id: string;
  state?: string;
  data?: unknown;
  opts?: { delay?: number };
  attemptsStarted?: number;
  finishedOn?: number;
  failedReason?: string;
}

/** A queue that has these jobs; `due` are the scores of those that are put off (epoch ms). */
function queueOf(jobs: (FakeJob | undefined)[], due: Record<string, number> = {}, name = 'scrape') {
  const looks: unknown[] = [];
  const made = jobs.map(
    (job) =>
      job && {
        timestamp: 5,
        opts: {},
        attemptsStarted: 0,
        getState: async () => job.state ?? 'waiting',
        ...job,
      },
  );
  const queue = {
    name,
    toKey: (type: string) => `key ${type}`,
    backend: {
      client: Promise.resolve({
        zscore: async (key: string, jobId: string) =>
          key === 'key delayed' && due[jobId] !== undefined
            ? String(due[jobId] * 0x1000 + 7)
            : null,
        zrange: async (key: string, from: number, to: number, options: object) => {
          looks.push([key, from, to, options]);
          const [first] = Object.entries(due);
          return first ? [first[0], String(first[1] * 0x1000 + 7)] : [];
        },
      }),
    },
    getJob: async (jobId: string) => made.find((job) => job?.id === jobId),
    getJobs: async (types: unknown, start: number, end: number) => {
      looks.push([types, start, end]);
      return made.slice(start, end + 1);
    },
  };
  return { queue: queue as never, looks };
}

const state = (changes: object) => ({
  queue: 'scrape',
  state: 'waiting',
  addedAt: 5,
  at: undefined,
  reason: undefined,
  ...changes,
});

test('the sites’ jobs of revisions are found by their ids', async () => {
  const jobId = republishJobId({ record: { id, revision: 7 } });
  const { queue } = queueOf([{ id: jobId, state: 'completed', finishedOn: 9 }], {}, '{site}');
  expect(await republishJobs({ sites: [queue] }, id, [6, 7])).toEqual([
    state({ queue: 'site', id: jobId, state: 'completed', at: 9 }),
  ]);
});

test('looks that are still to come are told with their time', async () => {
  const jobId = recheckJobId(id, 60_000);
  const jobs = [{ id: jobId, state: 'delayed', failedReason: 'http-500' }];
  const { queue } = queueOf(jobs, { [jobId]: 70_000 });
  expect(await recheckJobs({ scrape: queue }, id, [60_000, 90_000])).toEqual([
    state({ id: jobId, state: 'delayed', at: 70_000, reason: 'http-500' }),
  ]);
  const gone = queueOf(jobs);
  expect(await recheckJobs({ scrape: gone.queue }, id, [60_000])).toMatchObject([
    { at: undefined },
  ]);
});

test('the first job that is put off is due at the time of its score', async () => {
  const { queue, looks } = queueOf([], { a: 70_000 });
  expect(await firstDue(queue)).toBe(70_000);
  expect(looks).toEqual([['key delayed', 0, 0, { WITHSCORES: true }]]);
  expect(await firstDue(queueOf([]).queue)).toBeUndefined();
});

test('the oldest job that is still to be handed over counts from the time that it waited for', async () => {
  expect(await oldestUnsent(queueOf([{ id: 'a', opts: { delay: 10 } }]).queue)).toBe(15);
  expect(await oldestUnsent(queueOf([undefined]).queue)).toBeUndefined();
  const { queue, looks } = queueOf([]);
  expect(await oldestUnsent(queue)).toBeUndefined();
  expect(looks).toEqual([[['waiting', 'active', 'delayed'], 0, 0]]);
});

test('planned are those that wait for a time of their own and that nobody has begun with', async () => {
  const { queue } = queueOf([
    { id: 'a', opts: { delay: 1 } },
    { id: 'b', opts: { delay: 1 }, attemptsStarted: 1 },
    { id: 'c' },
    undefined,
  ]);
  expect(await plannedJobs(queue)).toBe(1);
});

describe('visits to a page', () => {
  const { content: _, ...entry } = anEntry({ link: `${LINK}?utm_source=x` });
  const visit = (jobId: string) => ({
    id: jobId,
    data: { sourceId: 'harbour', feedUrl: LINK, entry, seenAtMs: 1 },
  });
  const recheck = { id: 'again', data: { sourceId: 'harbour', articleId: id } };
  const other = { id: 'other', data: { odd: true } };

  test('are found by its cleaned address or its article', async () => {
    const { queue } = queueOf([visit('first'), recheck, other, undefined]);
    const about = async (isAbout: (link?: string, articleId?: string) => boolean) =>
      (await visitsTo({ scrape: queue }, isAbout)).map((job) => job.id);
    expect(await about((link) => link === LINK)).toEqual(['first']);
    expect(await about((_link, articleId) => articleId === id)).toEqual(['again']);
    expect(await about(() => true)).toEqual(['first', 'again', 'other']);
  });

  test('are looked for a thousand jobs at a time, in five thousand', async () => {
    const jobs = Array.from({ length: 5_001 }, (_job, at) => ({ ...other, id: `job-${at}` }));
    const { queue, looks } = queueOf(jobs);
    expect(await visitsTo({ scrape: queue }, () => true)).toHaveLength(5_000);
    expect(looks).toHaveLength(5);
    const few = queueOf([visit('first')]);
    await visitsTo({ scrape: few.queue }, () => true);
    expect(few.looks).toEqual(
      [0, 1_000].map((start) => [['failed', 'active', 'waiting', 'delayed'], start, start + 999]),
    );
  });
});
