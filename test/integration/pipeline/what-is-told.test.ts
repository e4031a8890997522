import { describe, expect, test } from 'vitest';
import { Keys } from '../../../src/store/keys.ts';
import { takeDown } from '../../../src/operations/takedown.ts';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { openTestPipeline } from '../../support/commands/pipeline.ts';
import { testRedis } from '../../support/redis/redis.ts';
import { delayedScrapes, runDelayed, takeRepublished } from '../../support/records/scrape-jobs.ts';
import { serveNewsSite } from '../../support/site/news-site.ts';
import { Redis } from 'ioredis';
import { randomUUID } from 'node:crypto';

const redis = testRedis();
const pier = { ...inventedArticle(31, 1), categories: [] };

interface Said {
  head?: string;
  description?: string;
}

const LEAD = '<meta property="og:image" content="https://pics.example/pier.jpg">';

/** A page with everything that a job carries, but for what is edited. */
const page = ({ head = '' }: Said = {}) =>
  articlePage({ ...pier, categories: [] })
    .replace('</head>', `${head || LEAD}</head>`)
    .replace(
      '<div class="article-body">',
      '<p class="byline">By Ada Quill</p><div class="article-body">',
    );

async function openPaper(settings: Record<string, unknown> = {}) {
  const place = { url: redis.url, prefix: `${redis.prefix}-${randomUUID().slice(0, 8)}` };
  const site = await serveNewsSite();
  const clock = { ms: Date.parse('2026-11-23T09:00:00Z') };
  const serve = (said: Said = {}, body = page(said)) => {
    const feed = rssFeed(site.url, [pier]);
    const text = said.description;
    site.pages.set('/feed.xml', {
      type: 'text/xml',
      body: text ? feed.replace(/<description>[^<]*/, `<description>${text}`) : feed,
    });
    site.pages.set(pier.path, { body });
  };
  serve();
  const sources = [
    { id: 'harbour', feeds: [`${site.url}/feed.xml`], recheck: ['15m', '1h'], ...settings },
  ];
  const pipeline = await openTestPipeline(sources, place, { now: () => clock.ms });
  return {
    site,
    serve,
    clock,
    place,
    open: pipeline.open,
    poll: () => pipeline.poll({ force: true }),
    take: () => takeRepublished(place),
    look: async () => {
      clock.ms += 16 * 60_000;
      return await runDelayed(place, 'recheck-');
    },
    [Symbol.asyncDispose]: async () => {
      await pipeline[Symbol.asyncDispose]();
      await site[Symbol.asyncDispose]();
    },
  };
}

type Paper = Awaited<ReturnType<typeof openPaper>>;

/** Published and taken by the site. */
async function published(paper: Paper) {
  await paper.poll();
  const [job] = await paper.take();
  expect(job!.action).toBe('publish');
  return job!.record;
}

describe('whatever a job carries is told when it changes, by one update', () => {
  test.each<[string, Said, string[]]>([
    [
      'a right on pictures that is taken back',
      { head: `${LEAD}<meta name="robots" content="max-image-preview:none">` },
      ['rights', 'images'],
    ],
    [
      'the lead picture',
      { head: '<meta property="og:image" content="https://pics.example/lamp.jpg">' },
      ['images'],
    ],
    ['the writer', { head: `${LEAD}<meta name="author" content="Lee Lamp">` }, ['metadata']],
    [
      'the section',
      { head: `${LEAD}<meta property="article:section" content="Crime">` },
      ['metadata'],
    ],
    [
      'a gate that is put before the text',
      {
        head: `${LEAD}<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"${pier.title}","isAccessibleForFree":false}</script>`,
      },
      ['rights', 'metadata'],
    ],
  ])('%s', async (_what, said, changes) => {
    await using paper = await openPaper();
    await published(paper);
    paper.serve(said);
    await paper.look();
    expect(await paper.take()).toMatchObject([{ action: 'update', changes }]);
    paper.clock.ms += 60 * 60_000;
    await runDelayed(paper.place, 'recheck-');
    expect(await paper.take()).toEqual([]);
  });

  test('a corrected excerpt, where that is all that is shown', async () => {
    await using paper = await openPaper({ republish: 'excerpt', licence: undefined });
    await published(paper);
    paper.serve({ description: 'Fares are not frozen after all: they rise by a tenth in May.' });
    await paper.poll();
    const [update, ...more] = await paper.take();
    expect(update).toMatchObject({ action: 'update', changes: ['text'] });
    expect(update!.record.summary).toContain('they rise by a tenth');
    expect(more).toEqual([]);
  });
});

test('an article that an earlier version remembered is no change at its next visit, and one from then on', async () => {
  await using paper = await openPaper();
  const { id } = await published(paper);
  const client = new Redis(redis.url);
  const key = new Keys(paper.place.prefix).article(id);
  await client.hdel(key, 'told');
  paper.serve({ head: `${LEAD}<meta property="article:section" content="Crime">` });
  await paper.look();
  expect(await paper.take()).toEqual([]);
  paper.serve({ head: `${LEAD}<meta property="article:section" content="Courts">` });
  paper.clock.ms += 60 * 60_000;
  await runDelayed(paper.place, 'recheck-');
  expect(await paper.take()).toMatchObject([{ action: 'update', changes: ['metadata'] }]);
  await client.quit();
});

describe('a withdrawal says why', () => {
  test('gone at its source', async () => {
    await using paper = await openPaper();
    await published(paper);
    paper.site.pages.set(pier.path, { status: 410, body: '' });
    await paper.look();
    paper.clock.ms += 16 * 60_000;
    await runDelayed(paper.place, 'missing-');
    expect(await paper.take()).toMatchObject([
      { action: 'withdraw', reason: { code: 'gone', text: 'http-410' } },
    ]);
  });

  test.each([
    ['noindex', `${LEAD}<meta name="robots" content="noindex">`],
    ['expired', `${LEAD}<meta name="robots" content="unavailable_after: 2026-11-23T08:00:00Z">`],
  ])('%s', async (code, head) => {
    await using paper = await openPaper();
    await published(paper);
    paper.serve({ head });
    await paper.look();
    const [job] = await paper.take();
    expect(job).toMatchObject({ action: 'withdraw', reason: { code } });
    expect(job!.record.title).toBe(pier.title);
  });

  test('expired when its moment comes', async () => {
    await using paper = await openPaper();
    paper.serve({
      head: `${LEAD}<meta name="robots" content="unavailable_after: 2026-11-23T09:10:00Z">`,
    });
    await published(paper);
    paper.clock.ms += 16 * 60_000;
    await runDelayed(paper.place, 'expiry-');
    expect(await paper.take()).toMatchObject([{ action: 'withdraw', reason: { code: 'expired' } }]);
  });

  test('a notice of withdrawal in its text', async () => {
    await using paper = await openPaper();
    await published(paper);
    const body = page().replace(
      /<div class="article-body">[\s\S]*<\/article>/,
      '<div class="article-body"><p>This article has been withdrawn by the publisher.</p></div></article>',
    );
    paper.serve({}, body);
    await paper.look();
    expect(await paper.take()).toMatchObject([{ action: 'withdraw', reason: { code: 'notice' } }]);
  });

  test('taken down: without anything to read, and its earlier jobs leave the queue', async () => {
    await using paper = await openPaper();
    const { id } = await published(paper);
    paper.serve({ head: `${LEAD}<meta property="article:section" content="Crime">` });
    await paper.look();
    await paper.take();
    const { pipeline } = paper.open;
    const taken = await takeDown({ articleId: id, names: [id] }, 'court order', pipeline);
    expect(taken).toEqual({ isWithdrawn: true, inHand: 0 });
    const [queue] = pipeline.queues.sites;
    const kept = await queue!.getJobs(['completed', 'waiting', 'failed', 'delayed']);
    expect(kept.map(({ name }) => name)).toEqual(['withdraw']);
    const [job] = await paper.take();
    expect(job).toMatchObject({
      action: 'withdraw',
      reason: { code: 'takedown', text: 'taken down: court order' },
      record: { id, authors: [], images: [], paragraphs: [] },
    });
    expect(job!.record).not.toHaveProperty('title');
    expect(JSON.stringify(job)).not.toContain('nineteen weeks');
  });

  test('an article that is gone already is still taken down when an operator asks', async () => {
    await using paper = await openPaper();
    const { id } = await published(paper);
    paper.site.pages.set(pier.path, { status: 410, body: '' });
    await paper.look();
    paper.clock.ms += 16 * 60_000;
    await runDelayed(paper.place, 'missing-');
    await paper.take();
    const named = { articleId: id, names: [id] as [string] };
    expect(await takeDown(named, 'court order', paper.open.pipeline)).toMatchObject({
      isWithdrawn: true,
    });
    expect(await paper.take()).toMatchObject([
      { action: 'withdraw', reason: { code: 'takedown' } },
    ]);
    expect(await takeDown(named, 'court order', paper.open.pipeline)).toMatchObject({
      isWithdrawn: false,
    });
    expect(await delayedScrapes(paper.place)).toBeInstanceOf(Array);
  });
});
