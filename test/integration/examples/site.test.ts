// The example site on jobs: the sample ones, those of rich pages, and hostile ones in a real browser.

import { readFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { serve } from '@hono/node-server';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { sampleJobs } from '../../../consumer/index.js';
import type { RepublishJob } from '../../../consumer/index.js';
import { createApp } from '../../../examples/site/app.js';
import { Archive } from '../../../examples/site/archive.js';
import { pathOf } from '../../../examples/site/pages.js';
import { serveDemoSite } from '../../../demo/server.ts';
import { newsrelay, workplace } from '../../support/commands/command.ts';
import { openTestPipeline, waitingJobs } from '../../support/commands/pipeline.ts';
import { RICH_PAGES, richFeed, richPage } from '../../support/records/rich-pages.ts';
import { testRedis } from '../../support/redis/redis.ts';
import { attacks } from '../../support/site/attacks.ts';
import { type Browser, openBrowser } from '../../support/site/browser.ts';
import { chromium } from '../../support/site/chromium.ts';
import { serveNewsSite } from '../../support/site/news-site.ts';
import { startReceiver } from '../../support/site/receiver.ts';

const redis = testRedis();
const SITE = { name: 'The Relay', url: 'http://relay.example' };
const samples = sampleJobs();

function siteOf(jobs: RepublishJob[]) {
  const archive = new Archive(new DatabaseSync(':memory:'));
  for (const job of jobs) archive.apply(job);
  const app = createApp(archive, SITE);
  const get = async (path: string) => {
    const answer = await app.request(path);
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  };
  return { archive, app, get };
}

const titled = ({ record }: RepublishJob) => ({ id: record.id, title: record.title ?? '' });
const full = samples['publish-full'];
const rich = samples['publish-rich'];

/** Every page of the site that shows something of a record. */
const pagesWith = ({ id, sourceId }: { id: string; sourceId: string }, title: string) => [
  '/',
  pathOf({ id, title }),
  '/feed.xml',
  '/sources',
  `/source/${sourceId}`,
];

describe('the sample jobs', () => {
  const site = siteOf(Object.values(samples).filter(({ action }) => action === 'publish'));

  test.each([
    ['the front page', '/', full.record.title!],
    ['an article', pathOf(titled(full)), full.record.paragraphs[0]!.text],
    ['a topic', `/topic/${full.record.taxonomy[0]}`, full.record.title!],
    ['a source', `/source/${full.record.sourceId}`, full.record.title!],
    ['the list of sources', '/sources', full.record.source],
    ['a month', '/archive/2026-11', rich.record.title!],
    ['a search', '/search?q=FERRY+wards', rich.record.title!],
    ['an account', `/by/${full.byline}`, full.record.title!],
    ['the feed', '/feed.xml', full.record.title!],
  ])('are on %s', async (_what, path, words) => {
    const { status, text } = await site.get(path);
    expect([status, text.includes(words)]).toEqual([200, true]);
  });

  test('are related by their topics, and among the recent posts', async () => {
    const { text } = await site.get(pathOf(titled(full)));
    expect(text).toContain('Related');
    expect(text).toContain('Recent posts');
  });

  test('say where they are from, and keep search engines off where the rights say so', async () => {
    const { text } = await site.get(pathOf(titled(full)));
    expect(text).toContain('<meta name="robots" content="noindex, follow"');
    expect(text).toContain(`<link rel="canonical" href="${full.record.canonicalUrl}"`);
    expect(text).toContain('"isBasedOn"');
  });

  test('lead to the publisher in the modes excerpt and link', async () => {
    const [excerpt, link] = [samples['publish-excerpt'], samples['publish-link']];
    expect((await site.get(pathOf(titled(excerpt)))).text).toContain('Continue reading at');
    expect((await site.get(pathOf(titled(link)))).text).toContain('Read the story at');
  });

  test('are marked where they are live, and right to left where they are written so', async () => {
    expect((await site.get(pathOf(titled(samples['publish-live'])))).text).toContain('>Live<');
    const arabic = await site.get(pathOf(titled(samples['publish-right-to-left'])));
    expect(arabic.text).toContain('<h1 lang="ar" dir="rtl">');
  });
});

test('an edited headline moves the page, and its earlier address leads there', async () => {
  const site = siteOf([full, samples['update-text']]);
  const answer = await site.app.request(pathOf(titled(full)));
  expect(answer.status).toBe(301);
  expect(answer.headers.get('location')).toBe(pathOf(titled(samples['update-text'])));
});

test.each([
  ['withdrawn', [rich, samples['withdraw-gone']], rich, 'withdrawn by its publisher'],
  ['taken down', [full, samples['withdraw-takedown']], full, 'taken down'],
] as const)(
  'a page that was %s answers 410 and is nowhere else',
  async (_how, jobs, job, words) => {
    const site = siteOf([...jobs]);
    const { status, text } = await site.get(pathOf(titled(job)));
    expect([status, text.includes(words)]).toEqual([410, true]);
    for (const path of ['/', '/feed.xml', '/search?q=ferry', `/source/${job.record.sourceId}`]) {
      expect((await site.get(path)).text).not.toContain(job.record.title);
    }
  },
);

test('a page that never was answers 404', async () => {
  const site = siteOf([]);
  for (const path of ['/article/none', '/topic/none', '/source/none', '/by/none', '/nothing']) {
    expect((await site.get(path)).status).toBe(404);
  }
});

test('a search takes what readers write for words, whatever signs are in it', async () => {
  const site = siteOf([full]);
  for (const query of ['"', 'title:bus OR', 'bus*', '-', ')(', 'NEAR(bus', "'; DROP TABLE words"]) {
    expect((await site.get(`/search?q=${encodeURIComponent(query)}`)).status).toBe(200);
  }
});

describe.skipIf(!chromium)('in a real browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.[Symbol.asyncDispose]());
  const documentAfterLoad = (url: string) => browser.tab.documentAfterLoad(url);

  /** The site on a port of its own, until the test is over. */
  async function served(jobs: RepublishJob[]): Promise<string> {
    const { app } = siteOf(jobs);
    return await new Promise((resolve) => {
      const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
        resolve(`http://127.0.0.1:${port}`),
      );
      onTestFinished(() => void server.close());
    });
  }

  test('the demo’s articles are on their pages, in lists and search, as far as their rights allow', async () => {
    await using news = await serveDemoSite();
    await using place = await workplace();
    const settings = parse(await readFile('config/demo.yaml', 'utf8'));
    settings.http.allowPorts = news.ports;
    const config = await place.write('demo.yaml', settings);
    const own = { url: redis.url, prefix: `${redis.prefix}-demo` };
    const environment = {
      ...news.environment,
      DEMO_DATA_DIR: place.folder,
      REDIS_URL: own.url,
      DEMO_PREFIX: own.prefix,
    };
    const polled = await newsrelay(['poll', '--config', config], { environment });
    expect([polled.status, polled.stderr]).toEqual([0, expect.any(String)]);
    const jobs = (await waitingJobs(own.url, own.prefix)).map(({ data }) => data);
    expect(new Set(jobs.map(({ record }) => record.sourceId)).size).toBe(3);

    const origin = await served(jobs);
    const front = load(await documentAfterLoad(origin));
    for (const job of jobs) {
      const { record } = job;
      const $ = load(await documentAfterLoad(`${origin}${pathOf(titled(job))}`));
      const text = $('main').text();
      expect($('h1').text()).toBe(record.title);
      for (const { text: words } of record.paragraphs) expect(text).toContain(words);
      const isExcerpt = record.rights.mode === 'excerpt';
      expect(text).toContain(isExcerpt ? record.summary : record.paragraphs[0]!.text);
      expect(text).toContain(record.rights.attribution.text);
      expect(text).not.toMatch(/<\/?(?:p|a|div)\b/);
      expect(front('main').text()).toContain(record.title);
    }
    const [first] = jobs;
    const found = await documentAfterLoad(
      `${origin}/search?q=${encodeURIComponent(first!.record.title!)}`,
    );
    expect(load(found)('main').text()).toContain(first!.record.title);
  });

  test('rich pages show their links, tables, lists, quotes, code, pictures and embeds in place', async () => {
    await using news = await serveNewsSite();
    news.pages.set('/feed.xml', { type: 'text/xml', body: richFeed(news.url) });
    for (const page of RICH_PAGES) news.pages.set(page.path, { body: richPage(page, news.url) });
    const licence = { basis: 'agreement', reference: 'contract 2026-14' };
    await using pipeline = await openTestPipeline(
      [{ id: 'harbour', feeds: [`${news.url}/feed.xml`], republish: 'full', licence }],
      redis,
    );
    await pipeline.poll();
    const jobs = (await pipeline.jobs()).map(({ data }) => data);
    expect(jobs).toHaveLength(RICH_PAGES.length);
    const origin = await served(jobs);
    for (const { title, shows } of RICH_PAGES) {
      const job = jobs.find(({ record }) => record.title === title)!;
      const markup = await documentAfterLoad(`${origin}${pathOf(titled(job))}`);
      for (const words of shows)
        expect([title, words, markup.includes(words)]).toEqual([title, words, true]);
      expect(markup).toContain('St Bride’s');
    }
  });

  test('hostile text in every field leaves nothing active on any page', async () => {
    const receiver = await startReceiver(() => ({ status: 200 }));
    const hostile = attacks(receiver.url);
    const all = hostile.join(' ');
    const { record } = full;
    const job: RepublishJob = {
      ...samples['publish-full'],
      action: 'publish',
      byline: all,
      record: {
        ...record,
        title: all,
        subtitle: all,
        summary: all,
        section: all,
        source: hostile[0]!,
        outlet: { id: 'x', name: all, republish: 'full' },
        taxonomy: hostile,
        topics: hostile.map((text) => ({ path: text, name: text })),
        corrections: hostile.map((text) => ({ text })),
        authors: hostile.map((name) => ({ name, url: `https://courier.example/${name}` })),
        credit: { text: all, people: [], organizations: [] },
        language: hostile[4]!,
        paragraphs: hostile.map((text) => ({ kind: 'p', text })),
        body: [
          ...hostile.map((text, p) => ({
            p,
            spans: [{ text, href: text, strong: true as const }],
          })),
          ...hostile.map((text) => ({ code: text })),
          ...hostile.map((text) => ({ embed: { url: text, provider: 'youtube', title: text } })),
          { table: { caption: all, head: 1, rows: [hostile, hostile] } },
        ],
        images: hostile.map((text) => ({ url: text, alt: text, caption: text, credit: text })),
        rights: { ...record.rights, attribution: { text: all, url: hostile[0]! } },
      },
    };
    const origin = await served([job]);
    for (const path of pagesWith(record, all)) {
      const markup = await documentAfterLoad(`${origin}${path}`);
      expect(markup).toContain('setAttribute');
      expect(markup).not.toMatch(/<html[^>]*data-ran/);
    }
    expect(receiver.received).toEqual([]);
    await receiver.close();
  });
});
