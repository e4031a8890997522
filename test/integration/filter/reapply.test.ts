import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Consequence } from '../../../src/operations/reapply/consequence.ts';
import { reapply } from '../../../src/operations/reapply/reapply.ts';
import { contentHash } from '../../../src/record/content-hash.ts';
import { openTestPipeline, type TestPipeline } from '../../support/commands/pipeline.ts';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { articleRecord } from '../../support/records/article-record.ts';
import { testRedis } from '../../support/redis/redis.ts';
import { serveNewsSite, type NewsSite } from '../../support/site/news-site.ts';

const redis = testRedis();
const newPrefix = () => `${redis.prefix}-${randomUUID().slice(0, 8)}`;

interface Rules {
  filter?: object[];
  rewrite?: object[];
}

const open = (rules: Rules, prefix: string, url = 'http://127.0.0.1:1') =>
  openTestPipeline([{ id: 'harbour', feeds: [`${url}/feed.xml`], ...rules }], {
    url: redis.url,
    prefix,
  });

/** One run over everything: what it did, and what a run after it would do. */
async function reapplyAll({ open: opened }: TestPipeline, isDryRun = false) {
  const consequences: Consequence[] = [];
  let pauses = 0;
  const [counts] = await reapply(opened.pipeline, {
    sourceIds: [],
    revisions: await opened.revisionsSince(0),
    isDryRun,
    perSecond: 20,
    signal: new AbortController().signal,
    sleep: async (ms) => {
      expect(ms).toBe(50);
      pauses += 1;
    },
    onConsequence: (consequence) => consequences.push(consequence),
  });
  return {
    counts,
    pauses,
    idsOf: (kind: string) => idsOf(consequences.filter((one) => one.kind === kind)),
  };
}

const idsOf = (consequences: { articleId: string | undefined }[]) =>
  consequences.map(({ articleId }) => String(articleId)).toSorted((a, b) => (a < b ? -1 : 1));

const ALL = Array.from({ length: 1_000 }, (_, index) => index);
const idOf = (index: number) =>
  `${index.toString(16).padStart(8, '0').split('').reverse().join('')}-0000-5000-8000-000000000000`;
const ids = (isMeant: (index: number) => boolean) => ALL.filter(isMeant).map(idOf).toSorted();
const isHoroscope = (index: number) => index % 7 === 0;
const isLive = (index: number) => index % 11 === 0;

/** A thousand articles that the site has, as visits to their pages leave them. */
async function know({ open: { pipeline } }: TestPipeline): Promise<void> {
  const entry = {
    id: null,
    published: null,
    updated: null,
    author: null,
    summary: null,
    categories: [],
    enclosures: [],
  };
  const keep = async (index: number) => {
    const what = isHoroscope(index) ? 'horoscope' : 'story';
    const title = `${isLive(index) ? 'LIVE: ' : ''}The ${what} of day ${index}`;
    const url = `https://harbour.example/day/${index}`;
    const told = articleRecord({
      id: idOf(index),
      title,
      url,
      canonicalUrl: url,
      sourceId: 'harbour',
    });
    const record = { ...told, contentHash: contentHash(told) };
    await pipeline.articles.keep(record, undefined, { now: Date.now(), isConfigured: () => true });
    const visit = { feedUrl: url, entry: { ...entry, title, link: url } };
    await pipeline.articles.rememberVisit(record.id, {
      ...visit,
      validators: null,
      missingSinceMs: null,
    });
  };
  for (let start = 0; start < ALL.length; start += 100) {
    await Promise.all(ALL.slice(start, start + 100).map(keep));
  }
}

const RULES = {
  filter: [{ drop: { title: 'horoscope' } }],
  rewrite: [{ field: 'title', prefix: 'LIVE: ' }],
};
const WITHDRAWN = ids(isHoroscope);
const UPDATED = ids((index) => isLive(index) && !isHoroscope(index));
const NOTHING = { publish: 0, update: 0, route: 0, withdraw: 0, hold: 0, filter: 0, visit: 0 };

/** A pipeline by `RULES` over a thousand articles that are on the site. */
async function openChanged(prefix: string): Promise<TestPipeline> {
  {
    await using before = await open({}, prefix);
    await know(before);
    expect((await reapplyAll(before)).counts).toMatchObject({ looked: 1_000, ...NOTHING });
  }
  return await open(RULES, prefix);
}

test('changed rules are applied to a thousand known articles exactly, as a dry run says', async () => {
  await using pipeline = await openChanged(newPrefix());
  const dry = await reapplyAll(pipeline, true);
  expect(await pipeline.jobs()).toEqual([]);
  const real = await reapplyAll(pipeline);
  expect(real.counts).toEqual(dry.counts);
  expect(real.pauses).toBe(WITHDRAWN.length + UPDATED.length);
  expect(real.idsOf('withdraw')).toEqual(WITHDRAWN);
  expect(real.idsOf('update')).toEqual(UPDATED);
  const jobs = await pipeline.jobs();
  const sent = (name: string) =>
    idsOf(
      jobs.filter((job) => job.name === name).map(({ data }) => ({ articleId: data.record.id })),
    );
  expect(sent('withdraw')).toEqual(WITHDRAWN);
  expect(sent('update')).toEqual(UPDATED);
  const updates = jobs.filter(({ name }) => name === 'update');
  expect(updates.filter(({ data }) => /LIVE/.test(data.record.title ?? ''))).toEqual([]);
  expect(updates[0]?.data).toMatchObject({ changes: ['text'] });
  expect((await reapplyAll(pipeline)).counts).toMatchObject(NOTHING);
});

test('rules that are gone bring a thousand articles back to what they were, exactly', async () => {
  const prefix = newPrefix();
  {
    await using changed = await openChanged(prefix);
    await reapplyAll(changed);
  }
  await using after = await open({}, prefix);
  const back = await reapplyAll(after);
  expect(back.idsOf('publish')).toEqual(WITHDRAWN);
  expect(back.idsOf('update')).toEqual(UPDATED);
  const { articles, filtered } = after.open.pipeline;
  expect(await filtered.namesOf('harbour')).toEqual([]);
  const latest = await Promise.all(ALL.map((index) => articles.latest(idOf(index))));
  expect(latest.filter((one) => one?.action === 'withdraw')).toEqual([]);
  expect((await reapplyAll(after)).counts).toMatchObject(NOTHING);
});

const horoscope = { ...inventedArticle(28, 1), title: 'Your Horoscope for the week' };
const ferry = { ...inventedArticle(28, 2), title: 'Ferry line stays, says the mayor' };
const storyId = ({ categories }: typeof ferry) => categories[0]!.term;

async function serve(...stories: (typeof ferry)[]): Promise<NewsSite> {
  const site = await serveNewsSite();
  site.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(site.url, stories) });
  for (const story of stories) site.pages.set(story.path, { body: articlePage(story) });
  return site;
}

test('what was left out by its feed is visited, and what was left out by its page is published', async () => {
  await using site = await serve(horoscope, ferry);
  const prefix = newPrefix();
  {
    const filter = [{ drop: { title: 'horoscope' } }, { drop: { wordCount: '>0' } }];
    await using before = await open({ filter }, prefix, site.url);
    expect(await before.poll()).toMatchObject([{ filtered: 2, published: 0 }]);
  }
  await using pipeline = await open({}, prefix, site.url);
  expect((await reapplyAll(pipeline)).counts).toMatchObject({ looked: 2, publish: 1, visit: 1 });
  await expect
    .poll(async () =>
      (await pipeline.jobs()).map(({ name, data }) => `${name} ${data.record.title}`),
    )
    .toEqual([`publish ${ferry.title}`, `publish ${horoscope.title}`]);
});

test('what a rule held is published when the rule is gone, and left out when another drops it', async () => {
  await using site = await serve(horoscope, ferry);
  const prefix = newPrefix();
  {
    await using before = await open({ filter: [{ hold: { source: '*' } }] }, prefix, site.url);
    expect(await before.poll()).toMatchObject([{ held: 2 }]);
  }
  await using pipeline = await open(
    { filter: [{ drop: { title: 'horoscope' } }] },
    prefix,
    site.url,
  );
  expect((await reapplyAll(pipeline)).counts).toMatchObject({ publish: 1, filter: 1 });
  expect((await pipeline.jobs()).map(({ data }) => data.record.title)).toEqual([ferry.title]);
  const { held, filtered } = pipeline.open.pipeline;
  expect(await held.list('harbour', 10)).toEqual([]);
  expect(await filtered.find(storyId(horoscope))).toMatchObject({
    rule: 'sources[0] (harbour).filter[0]',
  });
});

test('an article on the site stays where a rule only holds, and one that was taken down stays away', async () => {
  await using site = await serve(horoscope, ferry);
  const prefix = newPrefix();
  {
    await using before = await open(
      { filter: [{ drop: { text: '/./', title: 'horoscope' } }] },
      prefix,
      site.url,
    );
    await before.poll();
    await before.open.pipeline.takedowns.add(storyId(horoscope), { atMs: 0, reason: 'asked for' });
  }
  await using pipeline = await open({ filter: [{ hold: { source: '*' } }] }, prefix, site.url);
  const { counts } = await reapplyAll(pipeline);
  expect(counts).toMatchObject({ withdraw: 0, hold: 0, publish: 0 });
});
