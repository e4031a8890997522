import { expect, test } from 'vitest';
import { articlePage, rssFeed, type InventedArticle } from '../../support/records/articles.ts';
import { testRedis } from '../../support/redis/redis.ts';
import {
  MINUTE,
  pier,
  lamp,
  ramp,
  plain,
  corrected,
  openSite,
  visitsTo,
} from '../../support/site/watched-site.ts';

const redis = testRedis();

test('a page edited at its source becomes an update with a higher revision at its re-check', async () => {
  await using paper = await openSite(redis, [pier]);
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
  await using paper = await openSite(redis, [pier]);
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
    await using paper = await openSite(redis, [pier]);
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
  await using paper = await openSite(redis, [pier]);
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
  await using paper = await openSite(redis, [pier]);
  await paper.poll();
  await paper.take();
  paper.site.pages.set(pier.path, answer);
  paper.clock.ms += 16 * MINUTE;
  await paper.look('recheck-');
  expect(await paper.take()).toMatchObject([{ action: 'withdraw', record: { title: pier.title } }]);
});

test('an address that leads to the front page counts as missing', async () => {
  await using paper = await openSite(redis, [pier]);
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
  await using paper = await openSite(redis, [pier]);
  await paper.poll();
  paper.site.pages.set(pier.path, { status: 500, body: '' });
  paper.clock.ms += 16 * MINUTE;
  expect(await paper.look('recheck-')).toMatchObject([{ kind: 'unreadable' }]);
  expect(await paper.delayed()).toEqual([expect.stringMatching(`-${60 * MINUTE}$`)]);
  expect(await paper.take()).toHaveLength(1);
});

test('a new date alone is no change, in the feed or on the page', async () => {
  await using paper = await openSite(redis, [pier]);
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
  await using paper = await openSite(redis, [...others, before]);
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

test('a newer revision takes the place of one that still waits, and a first one stays a publication', async () => {
  await using paper = await openSite(redis, [pier]);
  await paper.poll();
  paper.page(corrected(pier));
  paper.clock.ms += 16 * MINUTE;
  await paper.look('recheck-');
  const waiting = await paper.waiting();
  expect(waiting.map(({ name }) => name)).toEqual(['publish']);
  expect(waiting[0]!.data.record.paragraphs.at(-1)!.text).toContain('report is out now');
});

test('an article is withdrawn at the moment after which its publisher wants no copy of it', async () => {
  await using paper = await openSite(redis, [pier], { recheck: [] });
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
