import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { serveDemoSite } from '../../../demo/server.ts';
import { loadConfig, type LoadedConfig } from '../../../src/config/load.ts';
import { destinationSchema } from '../../../src/config/schema.ts';
import type { DryRun } from '../../../src/operations/dry-run.ts';
import { passed, tried, wouldBeSent } from '../../support/commands/dry-run.ts';
import { testConfig, type TestSource } from '../../support/commands/pipeline.ts';
import {
  articlePage,
  inventedArticle,
  rssFeed,
  type InventedArticle,
} from '../../support/records/articles.ts';
import { testRedis } from '../../support/redis/redis.ts';
import { serveNewsSite, type NewsSite } from '../../support/site/news-site.ts';

const redis = testRedis();

/** A paper with six articles, of which each is another case. */
async function paper(number: number): Promise<{ site: NewsSite; source: TestSource }> {
  const site = await serveNewsSite();
  onTestFinished(() => site[Symbol.asyncDispose]());
  const story = (index: number, changes: Partial<InventedArticle> = {}) => ({
    ...inventedArticle(400 + number, index),
    ...changes,
  });
  const plain = story(1);
  const horoscope = story(2, { title: `Your horoscope of week ${number}` });
  const short = story(3, { paragraphs: [`The pier of town ${number} opens.`] });
  const obituary = story(4, { title: `Obituary: the keeper of lighthouse ${number}` });
  const gone = story(5);
  const shut = story(6);
  site.pages.set('/feed.xml', {
    type: 'text/xml',
    body: rssFeed(site.url, [plain, horoscope, short, obituary, gone, shut]),
  });
  site.pages.set('/second.xml', { type: 'text/xml', body: rssFeed(site.url, [plain, obituary]) });
  for (const one of [plain, horoscope, short, obituary]) {
    site.pages.set(one.path, { body: articlePage(one) });
  }
  site.pages.set(shut.path, {
    body: articlePage(shut).replace(
      '<head>',
      '<head><meta name="robots" content="noindex, noarchive">',
    ),
  });
  const source = {
    id: `paper-${number}`,
    channel: number % 2 === 0 ? 'even' : 'odd',
    feeds: [`${site.url}/feed.xml`, `${site.url}/second.xml`],
    republish: number % 3 === 0 ? 'full' : number % 3 === 1 ? 'excerpt' : 'link',
  };
  return { site, source };
}

/** What a summary says of articles, without the order in which their pages were visited. */
const told = (summaries: DryRun['summaries']) =>
  summaries.map(({ published, held, filtered, dropped, failures, filteredBy }) => ({
    published,
    held,
    filtered,
    dropped,
    failures: failures.toSorted(),
    filteredBy,
  }));

async function twentyPapers(): Promise<LoadedConfig> {
  const papers = await Promise.all(Array.from({ length: 20 }, (_, index) => paper(index)));
  const filter = [
    { drop: { title: 'horoscope' } },
    { drop: { wordCount: '<10' } },
    { hold: { title: '/^obituary/i' } },
  ];
  const config = testConfig(
    papers.map(({ source }) => ({ ...source, filter })),
    `${redis.prefix}-${randomUUID().slice(0, 8)}`,
  );
  const more = [
    { name: 'evens', sources: ['even'], delay: '1h' },
    { name: 'texts', filter: [{ keep: { mode: 'full' } }], byline: 'desk' },
  ];
  config.destinations.push(
    ...more.map((one) => destinationSchema.parse({ type: 'queue', ...one })),
  );
  return config;
}

test('of twenty sources it says what a real pass then enqueues, holds and leaves out', async () => {
  const config = await twentyPapers();
  const dry = await tried(config);
  const real = await passed(config, redis.url);
  expect(wouldBeSent(dry)).toEqual(real.sent);
  expect(real.sent).toHaveLength(20 + 10 + 7);
  const held = dry.decisions.flatMap(({ outcome, articleId = '' }) =>
    outcome === 'held' ? [articleId] : [],
  );
  expect(held.toSorted()).toEqual(real.held);
  expect(told(dry.summaries)).toEqual(told(real.summaries));
});

test('it says of each entry what becomes of it, by which line of the config', async () => {
  const { decisions } = await tried(await twentyPapers());
  const place = 'sources[1] (paper-1).filter';
  const ofOne = decisions.filter(
    ({ sourceId, outcome }) => sourceId === 'paper-1' && outcome !== 'unchanged',
  );
  expect(ofOne).toMatchObject([
    {
      outcome: 'enqueued',
      mode: 'excerpt',
      destinations: [
        { destination: 'republish', isTaken: true, byline: 'harbour-desk' },
        {
          destination: 'evens',
          isTaken: false,
          reason: 'destinations[1] (evens).sources: none of even',
        },
        {
          destination: 'texts',
          isTaken: false,
          reason: 'destinations[2] (texts).filter: no keep rule matched',
        },
      ],
    },
    { outcome: 'held', rule: `${place}[2]` },
    { outcome: 'filtered', rule: `${place}[0]`, title: 'Your horoscope of week 1' },
    { outcome: 'filtered', rule: `${place}[1]` },
    { outcome: 'dropped', reason: expect.stringContaining('noindex') },
    { outcome: 'failed', reason: expect.stringContaining('404') },
  ]);
});

test('of the demo it says what a real pass then enqueues', async () => {
  await using site = await serveDemoSite();
  const outcome = await loadConfig('config/demo.yaml', {
    ...site.environment,
    DEMO_PREFIX: `${redis.prefix}-demo`,
  });
  if (outcome.kind !== 'config') throw new Error('the demo’s config has problems');
  const config = { ...outcome.config, http: { ...outcome.config.http, allowPorts: site.ports } };
  const dry = await tried(config);
  const real = await passed(config, redis.url);
  expect(wouldBeSent(dry)).toEqual(real.sent);
  expect(real.sent.length).toBeGreaterThan(8);
});
