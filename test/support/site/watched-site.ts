import { randomUUID } from 'node:crypto';
import {
  articlePage,
  inventedArticle,
  rssFeed,
  type InventedArticle,
} from '../records/articles.ts';
import { serveNewsSite, type NewsSite } from './news-site.ts';
import { openTestPipeline } from '../commands/pipeline.ts';
import { delayedScrapes, runDelayed, takeRepublished } from '../records/scrape-jobs.ts';

export const MINUTE = 60_000;

export const pier = inventedArticle(5, 1);

export const lamp = inventedArticle(5, 2);

export const ramp = inventedArticle(5, 3);

/** Nothing but guid, link and address to know it by. */
export const plain = (article: InventedArticle): InventedArticle => ({
  ...article,
  categories: [],
});

export const corrected = (article: InventedArticle): InventedArticle => ({
  ...article,
  paragraphs: [
    ...article.paragraphs.slice(0, 3),
    `The inspector's report is out now: nobody was near the crane when it dropped its load, and the ramp was never meant for carts at all, as was said here at first.`,
  ],
});

export async function openSite(
  redis: { url: string; prefix: string },
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

export const visitsTo = (site: NewsSite, path: string) =>
  site.requests.filter((request) => request.path === path);
