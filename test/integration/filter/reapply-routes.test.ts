import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { destinationSchema } from '../../../src/config/schema.ts';
import { reapply } from '../../../src/operations/reapply/reapply.ts';
import { republishJobSchema } from '../../../src/queue/republish-job.ts';
import { openTestPipeline, type TestPipeline } from '../../support/commands/pipeline.ts';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { testRedis } from '../../support/redis/redis.ts';
import { serveNewsSite } from '../../support/site/news-site.ts';

const redis = testRedis();
const ferry = { ...inventedArticle(31, 1), title: 'Ferry line stays' };
const chess = { ...inventedArticle(31, 2), title: 'Chess club wins' };

/** One paper on one Redis, under configs that differ in their destinations and rewrites. */
async function desk() {
  const site = await serveNewsSite();
  site.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(site.url, [ferry, chess]) });
  for (const story of [ferry, chess]) site.pages.set(story.path, { body: articlePage(story) });
  const place = { url: redis.url, prefix: `${redis.prefix}-${randomUUID().slice(0, 8)}` };
  return {
    open: (destination: object, source = {}) =>
      openTestPipeline([{ id: 'harbour', feeds: [`${site.url}/feed.xml`], ...source }], place, {
        destinations: [destinationSchema.parse({ type: 'queue', name: 'games', ...destination })],
      }),
    [Symbol.asyncDispose]: () => site[Symbol.asyncDispose](),
  };
}

async function reapplyAll({ open }: TestPipeline) {
  const [counts] = await reapply(open.pipeline, {
    sourceIds: [],
    revisions: await open.revisionsSince(0),
    isDryRun: false,
    perSecond: 20,
    signal: new AbortController().signal,
    sleep: () => Promise.resolve(),
    onConsequence: () => {},
  });
  return counts;
}

/** What a queue holds, sorted. */
async function asked({ open: { pipeline } }: TestPipeline, queue = 'games'): Promise<string[]> {
  const jobs = await pipeline.queues.named(queue).getJobs(['waiting'], 0, -1, true);
  return jobs
    .map(({ data }) => republishJobSchema.parse(data))
    .map(({ action, record }) => `${action} ${record.title}`)
    .toSorted((a, b) => (a < b ? -1 : 1));
}

const clear = ({ open: { pipeline } }: TestPipeline) =>
  Promise.all(pipeline.queues.sites.map((queue) => queue.drain()));

test('other rules of a destination publish there what it gains and withdraw what it loses, and nothing elsewhere', async () => {
  await using paper = await desk();
  {
    await using before = await paper.open({ filter: [{ keep: { title: 'chess' } }] });
    await before.poll();
    expect(await asked(before)).toEqual([`publish ${chess.title}`]);
    await clear(before);
  }
  await using pipeline = await paper.open({ filter: [{ keep: { title: 'ferry' } }] });
  expect(await reapplyAll(pipeline)).toMatchObject({ looked: 2, route: 2, update: 0, withdraw: 0 });
  expect(await asked(pipeline)).toEqual([`publish ${ferry.title}`, `withdraw ${chess.title}`]);
  expect(await asked(pipeline, 'republish')).toEqual([]);
  expect(await reapplyAll(pipeline)).toMatchObject({ looked: 2, route: 0 });
});

test('a destination that gets all again is published what it never had, along with a rewrite of all', async () => {
  await using paper = await desk();
  {
    await using before = await paper.open({ filter: [{ keep: { title: 'chess' } }] });
    await before.poll();
    await clear(before);
  }
  const rewrite = [{ field: 'title', find: '/$/', replace: '!' }];
  await using pipeline = await paper.open({}, { rewrite });
  expect(await reapplyAll(pipeline)).toMatchObject({ update: 2, route: 0 });
  expect(await asked(pipeline)).toEqual([`publish ${ferry.title}!`, `update ${chess.title}!`]);
  expect(await asked(pipeline, 'republish')).toEqual([
    `update ${chess.title}!`,
    `update ${ferry.title}!`,
  ]);
  expect(await reapplyAll(pipeline)).toMatchObject({ update: 0, route: 0 });
});

test('a destination that had all and is given rules loses what is not for it', async () => {
  await using paper = await desk();
  {
    await using before = await paper.open({});
    await before.poll();
    await clear(before);
  }
  await using pipeline = await paper.open({ filter: [{ drop: { title: 'ferry' } }] });
  expect(await reapplyAll(pipeline)).toMatchObject({ route: 1 });
  expect(await asked(pipeline)).toEqual([`withdraw ${ferry.title}`]);
  expect(await reapplyAll(pipeline)).toMatchObject({ route: 0 });
});
