import { describe, expect, test } from 'vitest';
import { pollFeed } from '../../../../src/processors/poll/poll.ts';
import type { PollJob } from '../../../../src/queue/topology.ts';
import { offlinePipeline } from '../../../support/site/offline-pipeline.ts';

const INDEX = 'https://harbour.example/sitemap.xml';
const child = (name: string) => `https://harbour.example/${name}.xml`;
const indexOf = (...urls: string[]) =>
  `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls
    .map((url) => `<sitemap><loc>${url}</loc></sitemap>`)
    .join('')}</sitemapindex>`;
const PAGES = `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://harbour.example/about</loc></url></urlset>`;

function harbour(source = {}) {
  const offline = offlinePipeline([{ id: 'harbour', feeds: [INDEX], ...source }]);
  const { answers, pipeline, context } = offline;
  const poll = (body: string, job: Partial<PollJob> = {}) => {
    const feedUrl = job.feedUrl ?? INDEX;
    answers.set(feedUrl, { body, headers: { 'content-type': 'application/xml' } });
    return pollFeed({ sourceId: 'harbour', feedUrl, ...job }, context, pipeline);
  };
  return { ...offline, poll };
}

test('the sitemaps of an index are polled as feeds, one level down, and the index itself is none of them', async () => {
  const { poll, queued } = harbour();
  const result = await poll(indexOf(child('news-a'), INDEX, child('news-b')));
  expect(result).toMatchObject({ kind: 'index', notes: [] });
  expect(queued.polls.map(({ data }) => data).toSorted(byUrl)).toEqual([
    { sourceId: 'harbour', feedUrl: child('news-a'), depth: 1 },
    { sourceId: 'harbour', feedUrl: child('news-b'), depth: 1 },
  ]);
  expect(new Set(queued.polls.map(({ jobId }) => jobId)).size).toBe(2);
  expect(queued.polls[0]!.jobId).toMatch(/^sitemap-harbour-.+-\d+$/);
});

const byUrl = (a: PollJob, b: PollJob) => a.feedUrl.localeCompare(b.feedUrl);

test.each([
  [{ force: true }, { force: true }],
  [
    { force: true, whole: true },
    { force: true, whole: true },
  ],
  [{}, {}],
])('what is asked of an index (%j) is asked of its sitemaps', async (asked, expected) => {
  const { poll, queued } = harbour();
  await poll(indexOf(child('news')), asked);
  expect(queued.polls[0]!.data).toEqual({
    sourceId: 'harbour',
    feedUrl: child('news'),
    depth: 1,
    ...expected,
  });
});

test.each([
  [2, 1, []],
  [3, 0, ['it is the 4th index within another, and not followed']],
])('an index at depth %i has %i sitemap polled', async (depth, polled, notes) => {
  const { poll, queued } = harbour();
  expect(await poll(indexOf(child('news')), { depth })).toMatchObject({ kind: 'index', notes });
  expect(queued.polls).toHaveLength(polled);
});

test('where more sitemaps may hold news than are to be read, that is told with the setting', async () => {
  const { poll, queued } = harbour({ sitemaps: 2 });
  const names = ['news-a', 'news-b', 'news-c'].map(child);
  expect(await poll(indexOf(...names))).toMatchObject({
    notes: [
      '3 of its 3 sitemaps may hold news, and the 2 likeliest are read; raise sitemaps of harbour above 2 to read more',
    ],
  });
  expect(queued.polls).toHaveLength(2);
});

describe('a sitemap without news', () => {
  test('that was found in an index is remembered as one, and asked no more for a month', async () => {
    const { poll, queued, clock } = harbour();
    const found = { feedUrl: child('pages'), depth: 1 };
    expect(await poll(PAGES, found)).toEqual({ kind: 'ordinary-sitemap' });
    expect(await poll(indexOf(child('pages')))).toMatchObject({
      notes: [
        "none of its 1 sitemaps holds news; name the site's news sitemap or feed under feeds of harbour",
      ],
    });
    expect(queued.polls).toEqual([]);
    expect(await poll(indexOf(child('pages'), child('news')), { force: true })).toMatchObject({
      notes: [],
    });
    expect(queued.polls).toHaveLength(1);
    queued.polls.length = 0;
    clock.ms += 31 * 86_400_000;
    await poll(indexOf(child('pages')), { force: true });
    expect(queued.polls).toHaveLength(1);
  });

  test('that an operator named is no feed', async () => {
    const { poll } = harbour();
    expect(await poll(PAGES)).toMatchObject({ kind: 'failed', code: 'not-a-feed' });
  });
});

test('an index that lists nothing says nothing of it', async () => {
  const { poll } = harbour();
  expect(await poll(indexOf(INDEX))).toMatchObject({ kind: 'index', polls: [], notes: [] });
});
