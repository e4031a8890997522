import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Parser from 'rss-parser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { articleRecordSchema } from '../../../src/article/record.ts';
import { feedDestinationSchema } from '../../../src/config/destinations.ts';
import { feedDestination } from '../../../src/deliver/syndication/feed-destination.ts';
import { articleId, nextJob, republishJob } from '../../support/republish-job.ts';

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

const hostile = {
  title: 'Tom & Jerry\u0000\u001B <b>"bold"</b> ]]> 🚢 \uD800',
  taxonomy: ['a/b&c', 'd/<e>'],
  authors: [{ name: 'A & B', url: 'https://harbour.example/?a=1&b=2' }],
};

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

test.each(['rss.xml', 'atom.xml'])('%s parses back to the same articles', async (name) => {
  const jobs = [
    republishJob({ id: articleId(1) }),
    republishJob({ id: articleId(2), firstSeenAt: '2026-11-19T00:00:00.000Z', ...hostile }),
  ];
  const target = feed();
  await Promise.all(jobs.map((job) => target.deliver(job, context)));
  // rss-parser keeps an Atom entry's categories and first author only when they are asked for.
  const parser = new Parser({
    customFields: { item: [['category', 'terms', { keepArray: true }]] as never },
  });
  const parsed = await parser.parseString(await read(name));
  expect(parsed.title).toBe('Aggregator & friends');
  const clean = (text: string) =>
    text.toWellFormed().replaceAll('\u0000', '').replaceAll('\u001B', '');
  const wanted = jobs.map(({ record }) => ({
    id: `urn:uuid:${record.id}`,
    link: record.canonicalUrl,
    title: clean(record.title),
    published: new Date(record.publishedAt ?? '').toISOString(),
    terms: record.taxonomy,
  }));
  const found = parsed.items.map((item) => {
    const { terms = [] } = item as { terms?: (string | { $: { term: string } })[] };
    return {
      id: item['guid'] ?? item['id'],
      link: item.link,
      title: item.title,
      published: item.isoDate,
      terms: terms.map((term) => (typeof term === 'string' ? term : term.$.term)),
    };
  });
  expect(found).toEqual(wanted);
  expect(parsed.items[0]?.['content:encoded'] ?? parsed.items[0]?.content).toContain(
    '<p>We will not give it up.</p>',
  );
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
