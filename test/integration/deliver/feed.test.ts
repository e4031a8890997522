import { titledRecord } from '../../../src/queue/republish-job.ts';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'cheerio';
import Parser from 'rss-parser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { articleRecordSchema } from '../../../src/article-record.ts';
import { feedDestinationSchema } from '../../../src/config/destinations.ts';
import { feedDestination } from '../../../src/deliver/syndication/feed-destination.ts';
import { readFeed } from '../../../src/feed/read.ts';
import { articleId, nextJob, republishJob } from '../../support/records/republish-job.ts';

const context = { now: () => new Date('2026-11-23T10:00:00Z') };
let path: string;
beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'newsrelay-feed-'));
});
afterEach(() => rm(path, { recursive: true, force: true }));

const feed = (options = {}) =>
  feedDestination(
    feedDestinationSchema.parse({
      type: 'feed',
      name: 'feeds',
      path,
      url: 'https://aggregator.example/feeds',
      title: 'Aggregator & friends',
      ...options,
    }),
  );
const read = (name: string) => readFile(join(path, name), 'utf8');
const items = async () => JSON.parse(await read('feed.json')).items;
const ids = async () => (await items()).map(({ id }: { id: string }) => id);

test('the JSON Feed carries what version 1.1 requires, and the records whole', async () => {
  const jobs = [1, 2].map((number) => republishJob({ id: articleId(number) }));
  const target = feed();
  await Promise.all(jobs.map((job) => target.deliver(job, context)));
  const parsed = JSON.parse(await read('feed.json'));
  expect(parsed).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Aggregator & friends',
    home_page_url: 'https://aggregator.example/feeds',
    feed_url: 'https://aggregator.example/feeds/feed.json',
  });
  const records = parsed.items.map((item: { _newsrelay: { record: unknown } }) =>
    articleRecordSchema.parse(item._newsrelay.record),
  );
  expect(records).toEqual(jobs.map(({ record }) => record));
  for (const item of parsed.items) {
    expect(item).toMatchObject({
      id: expect.stringMatching(/^urn:uuid:/),
      content_html: expect.stringContaining('Las Piñas'),
      date_published: '2026-11-20T08:30:00.000Z',
    });
  }
});

test.each(['atom.xml', 'rss.xml'])('%s reads back as the same articles', async (name) => {
  const jobs = [
    // Without `]]>`, which our own reader takes out of titles as a leftover of a broken feed.
    republishJob({ id: articleId(1), title: 'Tom & Jerry\u0000: "it\'s" 🚢 Las Piñas' }),
    republishJob({
      id: articleId(2),
      firstSeenAt: '2026-11-19T00:00:00.000Z',
      taxonomy: ['a/b&c'],
      authors: [{ name: 'A & B', url: 'https://harbour.example/?a=1&b=2' }, { name: 'C' }],
      modifiedAt: '2026-11-21T00:00:00.000Z',
    }),
  ];
  const target = feed();
  await Promise.all(jobs.map((job) => target.deliver(job, context)));
  const outcome = await readFeed({ bytes: await readFile(join(path, name)) });
  expect(outcome).toMatchObject({
    kind: 'feed',
    feed: {
      title: 'Aggregator & friends',
      repairs: [],
      entries: jobs.map(titledRecord).map((record) => ({
        id: `urn:uuid:${record.id}`,
        title: record.title.replace('\u0000', ''),
        link: record.canonicalUrl,
        published: record.publishedAt,
        author: record.authors.map((author) => author.name).join(', '),
        summary: record.summary,
        content: expect.stringContaining('<p>We will not give it up.</p>'),
        categories: record.taxonomy.map((term) => ({ term, scheme: null })),
      })),
    },
  });
});

test.each(['atom.xml', 'rss.xml'])('%s is well-formed whatever the text', async (name) => {
  const evil = 'x\u0000\u001B\uFFFE\uD800 <b>&amp;"\'</title> ]]> <!-- <?xml';
  const job = republishJob({
    title: evil,
    summary: evil,
    taxonomy: [evil],
    authors: [{ name: evil }],
    paragraphs: [{ kind: 'p', text: evil }],
    language: '"><x',
  });
  await feed().deliver(job, context);
  // rss-parser reads with a strict XML parser, which ends at the first fault.
  const {
    items: [item],
  } = await new Parser().parseString(await read(name));
  expect(item?.title).toBe(evil.toWellFormed().replaceAll(/[^\P{Cc}\n]|\uFFFE/gu, ''));
});

test('the Atom feed has every element that RFC 4287 requires', async () => {
  await feed().deliver(republishJob({ authors: [] }), context);
  const $ = load(await read('atom.xml'), { xml: true });
  const counts = ['feed', 'feed > entry'].flatMap((parent) =>
    ['id', 'title', 'updated'].map((child) => $(`${parent} > ${child}`).length),
  );
  expect(counts).toEqual([1, 1, 1, 1, 1, 1]);
  expect($('feed > link[rel=self]').attr('href')).toBe('https://aggregator.example/feeds/atom.xml');
  expect($('entry > link[rel=alternate]').length).toBe(1);
  expect($('entry > author > name').text()).toBe('Harbour Post');
});

test('the RSS feed has every element that RSS 2.0 requires', async () => {
  await feed().deliver(republishJob(), context);
  const $ = load(await read('rss.xml'), { xml: true });
  const channel = ['title', 'link', 'description'].map((child) =>
    $(`rss[version="2.0"] > channel > ${child}`).text(),
  );
  expect(channel).toEqual([
    'Aggregator & friends',
    'https://aggregator.example/feeds',
    'Aggregator & friends',
  ]);
  expect($('item > guid[isPermaLink=false]').length).toBe(1);
  expect($('item > pubDate').text()).toBe('Fri, 20 Nov 2026 08:30:00 GMT');
});

test('shows the newest articles up to its limit', async () => {
  const target = feed({ limit: 2 });
  const seen = ['2026-11-20', '2026-11-22', '2026-11-21'];
  for (const [index, day] of seen.entries()) {
    const job = republishJob({ id: articleId(index), firstSeenAt: `${day}T00:00:00.000Z` });
    await target.deliver(job, context);
  }
  expect(await ids()).toEqual([`urn:uuid:${articleId(1)}`, `urn:uuid:${articleId(2)}`]);
});

test('takes later revisions only, and says so for the others', async () => {
  const job = republishJob();
  const update = nextJob(job, 'update', { title: 'Changed' });
  await feed().deliver(update, context);
  expect(await feed().deliver(job, context)).toMatchObject({ kind: 'superseded' });
  expect(await feed().deliver(update, context)).toMatchObject({ kind: 'unchanged' });
  expect((await items())[0].title).toBe('Changed');
});

test('a withdrawn article leaves, stays away and is told to readers', async () => {
  const job = republishJob();
  const { id } = job.record;
  await feed().deliver(job, context);
  expect(await feed().deliver(nextJob(job, 'withdraw'), context)).toMatchObject({
    kind: 'withdrawn',
  });
  expect(await feed().deliver(job, context)).toMatchObject({ kind: 'superseded' });
  for (const name of ['feed.json', 'atom.xml', 'rss.xml']) {
    expect(await read(name)).not.toContain('Ada Marsh');
  }
  expect(await read('atom.xml')).toContain(
    `<at:deleted-entry ref="urn:uuid:${id}" when="2026-11-23T10:00:00.000Z"/>`,
  );
});

test('loses none of many deliveries at once', async () => {
  const target = feed();
  const jobs = Array.from({ length: 60 }, (_, index) => republishJob({ id: articleId(index) }));
  const outcomes = await Promise.all(jobs.map((job) => target.deliver(job, context)));
  expect(outcomes.every(({ kind }) => kind === 'delivered')).toBe(true);
  expect(await items()).toHaveLength(60);
  expect((await readdir(path)).toSorted()).toEqual(['atom.xml', 'feed.json', 'rss.xml']);
});

test('a damaged record costs itself alone, and is told with the next change', async () => {
  const jobs = [1, 2, 3].map((number) => republishJob({ id: articleId(number) }));
  const target = feed();
  await Promise.all(jobs.map((job) => target.deliver(job, context)));
  await target.deliver(nextJob(jobs[2]!, 'withdraw'), context);
  const whole = JSON.parse(await read('feed.json'));
  whole.items[0]._newsrelay.record.title = 7;
  whole._newsrelay.withdrawn.push({ id: 'nonsense' });
  await writeFile(join(path, 'feed.json'), JSON.stringify(whole));
  const outcome = await feed().deliver(republishJob({ id: articleId(4) }), context);
  expect(outcome).toMatchObject({
    kind: 'delivered',
    notes: [expect.stringContaining('2 damaged entries of feed.json')],
  });
  expect(await ids()).toHaveLength(2);
  expect(JSON.parse(await read('feed.json'))._newsrelay.withdrawn).toHaveLength(1);
  const after = await feed().deliver(republishJob({ id: articleId(5) }), context);
  expect(after).toMatchObject({ notes: [] });
});

test('a file that is no JSON any more begins anew, and says so', async () => {
  await writeFile(join(path, 'feed.json'), '{"items": [');
  const outcome = await feed().deliver(republishJob(), context);
  expect(outcome).toMatchObject({ notes: [expect.stringContaining('begins anew')] });
});
