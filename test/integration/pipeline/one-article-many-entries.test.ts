import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { explain } from '../../../src/operations/explain.ts';
import { articlePage, rssFeed, type InventedArticle } from '../../support/records/articles.ts';
import { openTestPipeline } from '../../support/commands/pipeline.ts';
import { takeRepublished } from '../../support/records/scrape-jobs.ts';
import { gate } from '../../support/site/gate.ts';
import { testRedis } from '../../support/redis/redis.ts';
import {
  MINUTE,
  pier,
  lamp,
  ramp,
  plain,
  openSite,
  visitsTo,
  corrected,
} from '../../support/site/watched-site.ts';

const redis = testRedis();

test('a guid that is used again for another story is another article, and explain says so', async () => {
  const slot = (article: InventedArticle) => ({ ...plain(article), guid: 'slot-1' });
  await using paper = await openSite(redis, [slot(pier)]);
  await paper.poll();
  const [first] = await paper.take();
  const next = {
    ...slot(lamp),
    title: 'Lamp oil is dear this winter',
    paragraphs: lamp.paragraphs.map((text) => text.split(' ').toReversed().join(' ')),
  };
  paper.feed([next]);
  paper.page(next, '<meta property="article:published_time" content="2026-11-23T08:30:00Z">');
  paper.clock.ms += 20 * MINUTE;
  await paper.poll();
  const [second] = await paper.take();
  expect(second).toMatchObject({ action: 'publish', record: { title: next.title } });
  expect(second!.record.id).not.toBe(first!.record.id);
  const { events } = await explain(second!.record.id, paper.open.pipeline);
  expect(events.find(({ event }) => event === 'id-used-again')).toMatchObject({
    other: first!.record.id,
    reason: expect.stringContaining(pier.title),
  });

  // Nothing is published again when the feed says the same once more.
  paper.site.pages.set('/feed.xml', {
    type: 'text/xml',
    body: rssFeed(paper.site.url, [next, ramp]),
  });
  await paper.poll();
  expect((await paper.take()).filter(({ record }) => record.title !== ramp.title)).toEqual([]);
});

test('one article in several feeds of several sources is one record and one publication', async () => {
  const twin = { ...plain(pier), guid: 'another-feed-knows-it-as-7' };
  await using paper = await openSite(redis, [plain(pier)]);
  paper.feed([twin], '/world.xml');
  const both = {
    feeds: ['/feed.xml', '/world.xml'].map((path) => `${paper.site.url}${path}`),
    id: 'harbour',
    recheck: [],
  };
  const place = { url: redis.url, prefix: `${redis.prefix}-${randomUUID().slice(0, 8)}` };
  await using pipeline = await openTestPipeline([both, { ...both, id: 'world' }], place);
  await pipeline.poll();
  const jobs = await takeRepublished(place);
  expect(jobs.map(({ action }) => action)).toEqual(['publish']);
});

test('an entry of an article that was just read costs no second visit', async () => {
  await using paper = await openSite(redis, [plain(pier)]);
  await paper.poll();
  paper.feed([{ ...plain(pier), guid: 'renamed-by-the-feed' }]);
  paper.clock.ms += MINUTE;
  expect(await paper.poll()).toMatchObject({ found: 1, unchanged: 1 });
  expect(visitsTo(paper.site, pier.path)).toHaveLength(1);
});

test('an edit is read although another feed brings the same entry as news at that moment', async () => {
  await using paper = await openSite(redis, [pier], {}, ['/b.xml', '/feed.xml']);
  await paper.poll();
  await paper.take();
  const edited = { ...corrected(pier), title: 'Harbour 5 opens pier 1 again' };
  paper.page(edited);
  paper.feed([edited]);
  paper.feed([edited], '/b.xml');
  // Both readings come before either visit.
  const { poll, scrape } = paper.open.pipeline.queues;
  await scrape.pause();
  const pass = paper.poll();
  await vi.waitFor(async () => {
    expect(visitsTo(paper.site, '/b.xml')).toHaveLength(2);
    expect(await poll.getJobCountByTypes('waiting', 'active', 'delayed')).toBe(0);
  });
  await scrape.resume();
  await pass;
  expect(await paper.take()).toMatchObject([{ action: 'update', record: { title: edited.title } }]);
});

test('an entry that left while older ones stay is looked at, not withdrawn', async () => {
  await using paper = await openSite(redis, [ramp, pier, lamp], { recheck: [] });
  await paper.poll();
  await paper.take();
  paper.feed([ramp, lamp]);
  paper.clock.ms += 20 * MINUTE;
  await paper.poll();
  expect(await paper.delayed()).toEqual([expect.stringMatching(/^left-/)]);
  expect(await paper.look('left-')).toMatchObject([{ kind: 'unchanged' }]);
  expect(await paper.take()).toEqual([]);
});

// Pages that are read at one moment, when nothing is known yet of either.

const TIME = '<meta property="article:published_time" content="2026-11-23T08:00:00Z">';

/** Known by its guid, at an address of its own. */
const at = (path: string, article: InventedArticle): InventedArticle => ({
  ...plain(article),
  path,
  guid: `guid of ${path}`,
});

/** A newspaper whose pages all state one canonical address and are answered once all of them were asked for. */
async function openPaper(
  articles: InventedArticle[],
  canonical: string,
  { feeds, ...settings }: { feeds?: string[]; [key: string]: unknown } = {},
) {
  const paper = await openSite(redis, articles, { recheck: [], ...settings }, feeds);
  const all = gate(articles.length);
  for (const article of articles) {
    const link = `<link rel="canonical" href="${paper.site.url}${canonical}">`;
    const body = articlePage(article).replace('</head>', `${link}${TIME}</head>`);
    paper.site.pages.set(article.path, (_request, response) => {
      void all
        .passed()
        .then(() => response.writeHead(200, { 'content-type': 'text/html' }).end(body));
    });
  }
  return paper;
}

const actionsOf = (jobs: readonly { action: string }[]) =>
  jobs.map(({ action }) => action).toSorted();

const printed = at('/print/pier', pier);
const onScreen = at('/world/pier', {
  ...pier,
  paragraphs: [
    ...pier.paragraphs,
    'This line stands on the page for screens alone, and ends it there.',
  ],
});

const otherStory = at('/world/lamp', {
  ...lamp,
  title: 'Lamp oil is dear this winter',
  paragraphs: lamp.paragraphs.map((text) => text.split(' ').toReversed().join(' ')),
});

test('Two pages of one story that state one canonical address are one article, also when they are read at one moment.', async () => {
  await using paper = await openPaper([printed, onScreen], '/world/pier');
  expect(await paper.poll()).toMatchObject({ found: 2, failures: [] });
  const jobs = await paper.take();
  expect(new Set(jobs.map(({ record }) => record.id)).size).toBe(1);
  expect(actionsOf(jobs).filter((action) => action === 'publish')).toHaveLength(1);

  // Both addresses lead to it from now on.
  paper.clock.ms += 20 * MINUTE;
  await paper.poll();
  expect(await paper.take()).toEqual([]);
  const { aliases } = paper.open.pipeline;
  const found = await aliases.findAll(
    ['/print/pier', '/world/pier'].map((path) => paper.site.url + path),
  );
  expect(new Set(found.map(({ articleId }) => articleId))).toEqual(new Set([jobs[0]!.record.id]));
  expect(found).toHaveLength(2);
});

test('So are those of two feeds, and of more than two links.', async () => {
  const links = ['/a/pier', '/b/pier', '/c/pier', '/d/pier'].map((path) => at(path, pier));
  await using paper = await openPaper(links, '/world/the-pier', {
    feeds: ['/feed.xml', '/more.xml'],
  });
  paper.feed(links.slice(0, 2));
  paper.feed(links.slice(2), '/more.xml');
  await paper.poll();
  const jobs = await paper.take();
  expect(jobs.map(({ action }) => action)).toEqual(['publish']);
});

test('Two stories that state one canonical address at one moment stay two.', async () => {
  await using paper = await openPaper([printed, otherStory], '/world');
  expect(await paper.poll()).toMatchObject({ found: 2, failures: [] });
  const jobs = await paper.take();
  expect(actionsOf(jobs)).toEqual(['publish', 'publish']);
  expect(new Set(jobs.map(({ record }) => record.id)).size).toBe(2);
  expect(visitsTo(paper.site, otherStory.path)).toHaveLength(1);
});

test('A story that waits for a person waits once, by however many links its pages are found.', async () => {
  const filter = [{ hold: { title: 'harbour' } }];
  await using paper = await openPaper([printed, onScreen], '/world/pier', { filter });
  await paper.poll();
  const { held } = paper.open.pipeline;
  const [waiting, ...others] = await held.list('harbour');
  expect(waiting).toBeDefined();
  expect(others).toEqual([]);

  // Found by one more link when it has waited for a while.
  const mailed = at('/mail/pier', pier);
  const link = `<link rel="canonical" href="${paper.site.url}/world/pier">`;
  paper.site.pages.set(mailed.path, {
    body: articlePage(mailed).replace('</head>', `${link}${TIME}</head>`),
  });
  paper.feed([mailed]);
  paper.clock.ms += 20 * MINUTE;
  await paper.poll();
  expect((await held.list('harbour')).map(({ record }) => record.id)).toEqual([waiting!.record.id]);
});

test('Two stories that wait for a person are two, although they state one canonical address.', async () => {
  const filter = [{ hold: { title: '*' } }];
  await using paper = await openPaper([printed, otherStory], '/world', { filter });
  await paper.poll();
  expect(await paper.open.pipeline.held.list('harbour')).toHaveLength(2);
});
