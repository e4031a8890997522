import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { explain } from '../../../src/operations/explain.ts';
import {
  articlePage,
  inventedArticle,
  rssFeed,
  type InventedArticle,
} from '../../support/records/articles.ts';
import { serveNewsSite, type NewsSite } from '../../support/site/news-site.ts';
import { openTestPipeline } from '../../support/commands/pipeline.ts';
import { testRedis } from '../../support/redis/redis.ts';
import { delayedScrapes, runDelayed, takeRepublished } from '../../support/records/scrape-jobs.ts';

const redis = testRedis();
const MINUTE = 60_000;

const pier = inventedArticle(5, 1);
const lamp = inventedArticle(5, 2);
const ramp = inventedArticle(5, 3);

/** Nothing but guid, link and address to know it by. */
const plain = (article: InventedArticle): InventedArticle => ({ ...article, categories: [] });

const corrected = (article: InventedArticle): InventedArticle => ({
  ...article,
  paragraphs: [
    ...article.paragraphs.slice(0, 3),
    `The inspector's report is out now: nobody was near the crane when it dropped its load, and the ramp was never meant for carts at all, as was said here at first.`,
  ],
});

async function openSite(
  articles: InventedArticle[],
  settings: Record<string, unknown> = {},
  feeds = ['/feed.xml'],
) {
  const place = { url: redis.url, prefix: `${redis.prefix}-${randomUUID().slice(0, 8)}` };
  const site = await serveNewsSite();
  const clock = { ms: Date.parse('2026-11-23T09:00:00Z') };
  const feed = (list: InventedArticle[], path = '/feed.xml') =>
    site.pages.set(path, { type: 'text/xml', body: rssFeed(site.url, list) });
  const page = (article: InventedArticle, extra = '') =>
    site.pages.set(article.path, { body: articlePage(article, extra) });
  for (const path of feeds) feed(path === '/feed.xml' ? articles : [], path);
  for (const article of articles) page(article);
  const sources = [
    {
      id: 'harbour',
      feeds: feeds.map((path) => site.url + path),
      recheck: ['15m', '1h'],
      ...settings,
    },
  ];
  const pipeline = await openTestPipeline(sources, place, { now: () => clock.ms });
  return {
    site,
    feed,
    page,
    clock,
    poll: async () => (await pipeline.poll({ force: true }))[0]!,
    take: () => takeRepublished(place),
    waiting: () => pipeline.jobs(),
    look: (idStart: string) => runDelayed(place, idStart),
    delayed: () => delayedScrapes(place),
    open: pipeline.open,
    troubles: pipeline.troubles,
    [Symbol.asyncDispose]: async () => {
      await pipeline[Symbol.asyncDispose]();
      await site[Symbol.asyncDispose]();
    },
  };
}

const visitsTo = (site: NewsSite, path: string) =>
  site.requests.filter((request) => request.path === path);

test('a page edited at its source becomes an update with a higher revision at its re-check', async () => {
  await using paper = await openSite([pier]);
  await paper.poll();
  const [first] = await paper.take();
  expect(first!.action).toBe('publish');
  const { id, revision } = first!.record;
  expect(await paper.delayed()).toEqual([`recheck-${id}-${15 * MINUTE}`]);

  paper.page(corrected(pier));
  paper.clock.ms += 16 * MINUTE;
  expect(await paper.look('recheck-')).toEqual([
    { kind: 'enqueued', action: 'update', articleId: id, revision: expect.any(Number) },
  ]);
  const [update] = await paper.take();
  expect(update).toMatchObject({ action: 'update', record: { id } });
  expect(update!.record.revision).toBeGreaterThan(revision);
  expect(update!.record.paragraphs.at(-1)!.text).toContain('report is out now');
  expect(update!.record.taxonomy).toEqual(first!.record.taxonomy);
  expect(update!.record.firstSeenAt).toBe(first!.record.firstSeenAt);
  expect(await paper.delayed()).toEqual([`recheck-${id}-${60 * MINUTE}`]);
});

test('re-checks are conditional, come once a step and end with the schedule', async () => {
  await using paper = await openSite([pier]);
  const headers = { etag: '"one"' };
  paper.site.pages.set(pier.path, { body: articlePage(pier), headers });
  await paper.poll();
  for (const minutes of [16, 60]) {
    paper.clock.ms += minutes * MINUTE;
    expect(await paper.look('recheck-')).toEqual([
      { kind: 'unchanged', articleId: expect.any(String) },
    ]);
  }
  expect(await paper.delayed()).toEqual([]);
  expect(
    visitsTo(paper.site, pier.path).map((request) => request.headers['if-none-match']),
  ).toEqual([undefined, '"one"', '"one"']);
  expect(await paper.take()).toHaveLength(1);
});

test.each([404, 410])(
  'a page that answers %i is withdrawn only when a later visit confirms it, and comes back as an update',
  async (status) => {
    await using paper = await openSite([pier]);
    await paper.poll();
    const [first] = await paper.take();
    const { id, revision } = first!.record;

    paper.site.pages.set(pier.path, { status, body: '' });
    paper.clock.ms += 16 * MINUTE;
    expect(await paper.look('recheck-')).toMatchObject([{ kind: 'missing', articleId: id }]);
    expect(await paper.take()).toEqual([]);
    paper.clock.ms += 15 * MINUTE;
    expect(await paper.look('missing-')).toMatchObject([{ action: 'withdraw' }]);
    const [withdrawal] = await paper.take();
    expect(withdrawal).toMatchObject({ action: 'withdraw', record: { id, title: pier.title } });
    expect(withdrawal!.record.revision).toBeGreaterThan(revision);

    paper.page(pier);
    paper.clock.ms += 40 * MINUTE;
    expect(await paper.look('recheck-')).toMatchObject([{ action: 'update' }]);
    const [back] = await paper.take();
    expect(back!.record.contentHash).toBe(first!.record.contentHash);
    expect(back!.record.revision).toBeGreaterThan(withdrawal!.record.revision);
  },
);

test('a page that is back at the second look was never withdrawn', async () => {
  await using paper = await openSite([pier]);
  await paper.poll();
  paper.site.pages.set(pier.path, { status: 404, body: '' });
  paper.clock.ms += 16 * MINUTE;
  await paper.look('recheck-');
  paper.page(pier);
  paper.clock.ms += 15 * MINUTE;
  expect(await paper.look('missing-')).toMatchObject([{ kind: 'unchanged' }]);
  expect((await paper.take()).map(({ action }) => action)).toEqual(['publish']);
});

test.each([
  [
    'asks not to be indexed',
    { body: articlePage(pier).replace('<head>', '<head><meta name="robots" content="noindex">') },
  ],
  [
    'carries a withdrawal notice',
    {
      body: articlePage({
        ...pier,
        paragraphs: [
          'This article has been withdrawn because the harbour board has disputed the account of the accident that it gave.',
        ],
        credit: '',
      }),
    },
  ],
])('a page that now %s is withdrawn at once', async (_what, answer) => {
  await using paper = await openSite([pier]);
  await paper.poll();
  await paper.take();
  paper.site.pages.set(pier.path, answer);
  paper.clock.ms += 16 * MINUTE;
  await paper.look('recheck-');
  expect(await paper.take()).toMatchObject([{ action: 'withdraw', record: { title: pier.title } }]);
});

test('an address that leads to the front page counts as missing', async () => {
  await using paper = await openSite([pier]);
  await paper.poll();
  paper.site.pages.set('/', { body: articlePage(lamp) });
  paper.site.pages.set(pier.path, (_request, response) =>
    response.writeHead(302, { location: '/' }).end(),
  );
  paper.clock.ms += 16 * MINUTE;
  expect(await paper.look('recheck-')).toMatchObject([{ kind: 'missing' }]);
  expect((await paper.take()).map(({ action }) => action)).toEqual(['publish']);
});

test('a re-check that fails changes nothing, and the next one comes all the same', async () => {
  await using paper = await openSite([pier]);
  await paper.poll();
  paper.site.pages.set(pier.path, { status: 500, body: '' });
  paper.clock.ms += 16 * MINUTE;
  expect(await paper.look('recheck-')).toMatchObject([{ kind: 'unreadable' }]);
  expect(await paper.delayed()).toEqual([expect.stringMatching(`-${60 * MINUTE}$`)]);
  expect(await paper.take()).toHaveLength(1);
});

test('a new date alone is no change, in the feed or on the page', async () => {
  await using paper = await openSite([pier]);
  await paper.poll();
  const body = rssFeed(paper.site.url, [pier]).replace('08:00:00', '08:45:00');
  paper.site.pages.set('/feed.xml', { type: 'text/xml', body });
  paper.clock.ms += 20 * MINUTE;
  expect(await paper.poll()).toMatchObject({ polled: 1, found: 0 });
  const dated = '<meta property="article:modified_time" content="2026-11-23T09:30:00Z">';
  paper.site.pages.set(pier.path, { body: articlePage(pier).replace('<head>', `<head>${dated}`) });
  expect(await paper.look('recheck-')).toMatchObject([{ kind: 'unchanged' }]);
  expect(await paper.take()).toHaveLength(1);
});

test.each<[string, (article: InventedArticle) => InventedArticle]>([
  ['headline', (article) => ({ ...article, title: 'Small boats get a pier of their own' })],
  ['slug', (article) => ({ ...article, path: '/world/small-boats-get-a-pier' })],
  ['guid suffix', (article) => ({ ...article, guid: 'https://harbour.example/pier#1' })],
  [
    'slug and guid together',
    (article) => ({
      ...article,
      path: '/world/small-boats-get-a-pier',
      guid: 'https://harbour.example/small-boats-get-a-pier',
    }),
  ],
])('an article whose %s was edited is the same article', async (_what, edit) => {
  const before = { ...plain(pier), guid: 'https://harbour.example/pier#0' };
  const others = [lamp, ramp].map(plain);
  await using paper = await openSite([...others, before]);
  paper.feed([others[0]!, before, others[1]!]);
  await paper.poll();
  const published = await paper.take();
  const { id } = published.find(({ record }) => record.title === pier.title)!.record;

  const after = corrected(edit(before));
  paper.feed([others[0]!, after, others[1]!]);
  paper.page(after);
  paper.clock.ms += 20 * MINUTE;
  await paper.poll();
  if (edit(before).path === before.path && edit(before).title === before.title) {
    await paper.look(`recheck-${id}`);
  }
  expect(await paper.take()).toMatchObject([
    { action: 'update', record: { id, title: after.title } },
  ]);
});

test('a guid that is used again for another story is another article, and explain says so', async () => {
  const slot = (article: InventedArticle) => ({ ...plain(article), guid: 'slot-1' });
  await using paper = await openSite([slot(pier)]);
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
  await using paper = await openSite([plain(pier)]);
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
  await using paper = await openSite([plain(pier)]);
  await paper.poll();
  paper.feed([{ ...plain(pier), guid: 'renamed-by-the-feed' }]);
  paper.clock.ms += MINUTE;
  expect(await paper.poll()).toMatchObject({ found: 1, unchanged: 1 });
  expect(visitsTo(paper.site, pier.path)).toHaveLength(1);
});

test('an edit is read although another feed brings the same entry as news at that moment', async () => {
  await using paper = await openSite([pier], {}, ['/b.xml', '/feed.xml']);
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
  await using paper = await openSite([ramp, pier, lamp], { recheck: [] });
  await paper.poll();
  await paper.take();
  paper.feed([ramp, lamp]);
  paper.clock.ms += 20 * MINUTE;
  await paper.poll();
  expect(await paper.delayed()).toEqual([expect.stringMatching(/^left-/)]);
  expect(await paper.look('left-')).toMatchObject([{ kind: 'unchanged' }]);
  expect(await paper.take()).toEqual([]);
});

test('a newer revision takes the place of one that still waits, and a first one stays a publication', async () => {
  await using paper = await openSite([pier]);
  await paper.poll();
  paper.page(corrected(pier));
  paper.clock.ms += 16 * MINUTE;
  await paper.look('recheck-');
  const waiting = await paper.waiting();
  expect(waiting.map(({ name }) => name)).toEqual(['publish']);
  expect(waiting[0]!.data.record.paragraphs.at(-1)!.text).toContain('report is out now');
});

test('an article is withdrawn at the moment after which its publisher wants no copy of it', async () => {
  await using paper = await openSite([pier], { recheck: [] });
  const headers = { 'x-robots-tag': 'unavailable_after: 24 Nov 2026 09:00:00 GMT' };
  paper.site.pages.set(pier.path, { body: articlePage(pier), headers });
  await paper.poll();
  const [first] = await paper.take();
  expect(first!.record.rights.expiresAt).toBe('2026-11-24T09:00:00.000Z');
  paper.clock.ms += 23 * 60 * MINUTE;
  const [waiting, ...others] = await paper.delayed();
  expect([waiting, others]).toEqual([expect.stringMatching(/^expiry-/), []]);
  // Workers that know nothing of expiry leave the job to those that do.
  const job = await paper.open.pipeline.queues.scrape.getJob(waiting!);
  expect(job!.data).toMatchObject({ expires: true, v: 2 });
  paper.clock.ms += 61 * MINUTE;
  expect(await paper.look('expiry-')).toMatchObject([{ action: 'withdraw' }]);
  expect(await paper.take()).toMatchObject([
    { action: 'withdraw', record: { id: first!.record.id } },
  ]);
});
