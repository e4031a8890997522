import { describe, expect, test } from 'vitest';
import { deliverQueue, SITE_JOBS, TOPOLOGY } from '../../../src/queue/topology.ts';

const DAY_S = 86_400;
const MINUTE_MS = 60_000;

test('a try that hangs ends: a visit to a feed before its lease does, one to a page after five minutes', () => {
  expect(TOPOLOGY.poll.deadlineMs).toBe(110_000);
  expect(TOPOLOGY.scrape.deadlineMs).toBe(5 * MINUTE_MS);
  expect(TOPOLOGY.deliver).not.toHaveProperty('deadlineMs');
});

describe('a job that fails', () => {
  const again = { type: 'exponential', delay: 30_000, jitter: 0.5 };

  test.each([
    ['to poll is not tried again, for the next tick comes', TOPOLOGY.poll.jobs, { attempts: 1 }],
    ['to scrape is tried five times', TOPOLOGY.scrape.jobs, { attempts: 5, backoff: again }],
    ['at the site is tried eight times', SITE_JOBS, { attempts: 8, backoff: again }],
    [
      'at a destination is tried eight times',
      TOPOLOGY.deliver.jobs,
      { attempts: 8, backoff: again },
    ],
  ])('%s', (_name, jobs, tries) => {
    expect(jobs).toMatchObject(tries);
  });

  test('stays for those who ask why: a week of polls, a month of all else', () => {
    expect(TOPOLOGY.poll.jobs.removeOnFail).toEqual({ age: 7 * DAY_S, count: 1_000 });
    expect(TOPOLOGY.scrape.jobs.removeOnFail).toEqual({ age: 30 * DAY_S });
    expect(SITE_JOBS.removeOnFail).toEqual({ age: 30 * DAY_S });
  });
});

test('a job that is done goes at once, and one for the site after a week', () => {
  expect([TOPOLOGY.poll.jobs.removeOnComplete, TOPOLOGY.scrape.jobs.removeOnComplete]).toEqual([
    true,
    true,
  ]);
  expect(SITE_JOBS.removeOnComplete).toEqual({ age: 7 * DAY_S, count: 50_000 });
});

test('a destination has a queue of its own', () => {
  expect(deliverQueue('blog')).toBe('deliver-blog');
});

describe('the payload of a visit to a page', () => {
  const entry = {
    id: null,
    title: null,
    link: 'https://harbour.example/1',
    published: null,
    updated: null,
    author: null,
    summary: null,
    categories: [],
    enclosures: [],
  };
  const visit = { sourceId: 'a', feedUrl: 'b', entry };

  test.each([
    visit,
    { ...visit, seenAtMs: 1, isNew: true, leftKeys: ['x'] },
    { sourceId: 'a', articleId: 'x' },
    { sourceId: 'a', articleId: 'x', stepMs: 1, expires: true, v: 2 },
  ])('%# is read whole', (data) => {
    expect(TOPOLOGY.scrape.schema.parse(data)).toEqual(data);
  });

  test.each([
    {},
    { ...visit, entry: undefined },
    { ...visit, leftKeys: [1] },
    { sourceId: 'a', articleId: 1 },
  ])('%# is refused', (data) => {
    expect(TOPOLOGY.scrape.schema.safeParse(data).success).toBe(false);
  });
});
