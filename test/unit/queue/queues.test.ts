import { describe, expect, test } from 'vitest';
import { Queues } from '../../../src/queue/queues.ts';
import { republishJobId } from '../../../src/queue/republish-job.ts';
import { nextJob, republishJob } from '../../support/records/republish-job.ts';

const job = republishJob();
const update = nextJob(job, 'update', { title: 'Changed' });
const jobId = republishJobId(job);
const { id, revision } = job.record;

interface FakeJob {
  state?: string;
  data?: unknown;
  finishedOn?: number;
  opts?: { delay?: number };
}

/** A queue that remembers what it was asked for; a job that is locked is not removed. */
function queueOf(name: string, jobs: Record<string, FakeJob> = {}, locked: string[] = []) {
  const asked: unknown[] = [];
  const known = new Map(Object.entries(jobs));
  const remove = (one: string) => {
    asked.push(['remove', one]);
    return locked.includes(one) || !known.delete(one) ? 0 : 1;
  };
  const queue = {
    name,
    add: async (...given: unknown[]) => asked.push(given),
    addBulk: async (given: unknown[]) => asked.push(...given),
    remove: async (one: string) => remove(one),
    getJob: async (one: string) =>
      known.has(one)
        ? {
            id: one,
            timestamp: 100,
            attemptsStarted: 0,
            opts: {},
            ...known.get(one),
            getState: async () => known.get(one)?.state ?? 'waiting',
            remove: async () => remove(one),
          }
        : undefined,
    getWaiting: async () => [...known.values()],
  };
  return { queue, asked };
}

function open(...sites: ReturnType<typeof queueOf>[]) {
  const [poll, scrape] = [queueOf('poll'), queueOf('{scrape}')];
  const queues = Object.assign(Object.create(Queues.prototype), {
    poll: poll.queue,
    scrape: scrape.queue,
    sites: sites.map(({ queue }) => queue),
  }) as Queues;
  return { queues, poll, scrape };
}

test('visits and looks are added under ids that can be computed again', async () => {
  const { queues, poll, scrape } = open();
  await queues.addPoll({ sourceId: 'a', feedUrl: 'f' } as never, 'poll-1');
  expect(poll.asked).toEqual([
    ['poll', { sourceId: 'a', feedUrl: 'f' }, { jobId: 'poll-1', removeOnFail: true }],
  ]);
  await queues.addScrapes([]);
  await queues.addScrapes([{ jobId: 's-1', data: { a: 1 } as never }]);
  await queues.addRecheck({ sourceId: 'a', articleId: id }, 'r-1', 5);
  expect(scrape.asked).toEqual([
    { name: 'scrape', data: { a: 1 }, opts: { jobId: 's-1' } },
    ['recheck', { sourceId: 'a', articleId: id }, { jobId: 'r-1', delay: 5 }],
  ]);
});

test('queues are known by the names that people know', () => {
  const { queues } = open(queueOf('{deliver-blog}'), queueOf('site'));
  expect([queues.has('deliver-blog'), queues.has('blog')]).toEqual([true, false]);
  expect(queues.named('scrape').name).toBe('{scrape}');
  expect(() => queues.named('blog')).toThrow('there is no queue blog');
  expect(queues.worked().map(({ name }) => name)).toEqual(['poll', '{scrape}', '{deliver-blog}']);
  expect(queues.all()).toHaveLength(4);
});

describe('a revision', () => {
  const added = (action: string, next: object, more = {}) => [
    action,
    expect.objectContaining(next),
    { jobId: republishJobId(update), ...more },
  ];

  test('takes the place of the one before while that waits, and is what that was', async () => {
    const site = queueOf('site', { [jobId]: { data: job } });
    const { queues } = open(site);
    expect(await queues.addRepublish('site', update, { replaced: revision })).toEqual({
      kind: 'added',
      action: 'publish',
    });
    expect(site.asked).toEqual([['remove', jobId], added('publish', { action: 'publish' })]);
  });

  test.each([
    ['nobody says which it replaces', { [jobId]: { data: job } }, [], undefined],
    ['that is gone', {}, [], revision],
    ['that is being taken', { [jobId]: { data: job, state: 'active' } }, [], revision],
    ['that was taken', { [jobId]: { data: job, state: 'completed' } }, [], revision],
  ])('is added beside it where %s', async (_why, jobs, locked, replaced) => {
    const site = queueOf('site', jobs, locked);
    const outcome = await open(site).queues.addRepublish('site', update, { replaced });
    expect(outcome).toEqual({ kind: 'added', action: 'update' });
    expect(site.asked).toEqual([added('update', { action: 'update' })]);
  });

  test('is added beside one that a worker takes at this moment', async () => {
    const site = queueOf('site', { [jobId]: { data: job } }, [jobId]);
    await open(site).queues.addRepublish('site', update, { replaced: revision });
    expect(site.asked).toEqual([['remove', jobId], added('update', { action: 'update' })]);
  });

  test('goes out when it is due, or when the one before was to', async () => {
    const planned = { [jobId]: { data: job, state: 'delayed', opts: { delay: 900 } } };
    const site = queueOf('site', planned);
    const plan = { replaced: revision, dueMs: 500, nowMs: 200 };
    expect(await open(site).queues.addRepublish('site', update, plan)).toEqual({
      kind: 'added',
      action: 'publish',
      dueMs: 1_000,
    });
    expect(site.asked.at(-1)).toEqual(added('publish', {}, { delay: 800 }));
    const again = queueOf('site', {
      [jobId]: { data: job, state: 'waiting', opts: { delay: 900 } },
    });
    expect(await open(again).queues.addRepublish('site', update, plan)).toMatchObject({
      dueMs: 500,
    });
  });

  test('that withdraws what never began is nothing to send', async () => {
    const planned = { [jobId]: { data: job, state: 'delayed', opts: { delay: 900 } } };
    const site = queueOf('site', planned);
    const plan = { replaced: revision, dueMs: 500, nowMs: 200 };
    const withdrawal = nextJob(job, 'withdraw');
    expect(await open(site).queues.addRepublish('site', withdrawal, plan)).toEqual({
      kind: 'never-began',
    });
    expect(site.asked).toEqual([['remove', jobId]]);
  });
});

describe('a job that is to go out again', () => {
  test.each([
    ['where it is over', { finishedOn: 9 }, 2],
    ['and is not doubled where it waits', {}, 1],
  ])('%s', async (_what, before, steps) => {
    const site = queueOf('site', { [jobId]: before });
    await open(site).queues.addAgain('site', job);
    expect(site.asked).toHaveLength(steps);
    expect(site.asked.at(-1)).toEqual(['publish', job, { jobId }]);
  });

  test('is forgotten by each site that is done with it', async () => {
    const done = queueOf('done', { [jobId]: { finishedOn: 9 } });
    const waiting = queueOf('waiting', { [jobId]: {} });
    const none = queueOf('none');
    await open(done, waiting, none).queues.forgetFinished(job.record);
    expect([done.asked, waiting.asked, none.asked]).toEqual([[['remove', jobId]], [], []]);
  });
});

test('jobs of revisions leave every queue, and those in hand are counted', async () => {
  const free = queueOf('free', { [jobId]: {} });
  const inHand = queueOf('in-hand', { [jobId]: { state: 'active' } }, [jobId]);
  expect(await open(free, inHand, queueOf('none')).queues.removeRevisions(id, [revision, 1])).toBe(
    1,
  );
  expect(free.asked[0]).toEqual(['remove', jobId]);
});

test('what waits for sites is told, of all of them', async () => {
  const { queues } = open(
    queueOf('one', { a: { data: job } }),
    queueOf('two', { b: { data: update } }),
  );
  expect((await queues.waitingForSites()).map(({ action }) => action)).toEqual([
    'publish',
    'update',
  ]);
});
