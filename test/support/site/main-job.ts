import { expect } from 'vitest';
import { articlePage, inventedArticle, rssFeed } from '../records/articles.ts';
import { serveNewsSite } from './news-site.ts';
import { openTestPipeline } from '../commands/pipeline.ts';

const SOURCES = 10;
const ARTICLES = 10;

async function serveSources() {
  const site = await serveNewsSite();
  const articles = Array.from({ length: SOURCES }, (_, source) =>
    Array.from({ length: ARTICLES }, (_, index) => inventedArticle(source, index)),
  );
  for (const [source, list] of articles.entries()) {
    const root = `/${source}`;
    site.pages.set(`${root}/feed.xml`, {
      type: 'application/rss+xml',
      body: rssFeed(site.url + root, list),
      headers: { etag: `"feed-${source}"` },
    });
    for (const article of list) site.pages.set(root + article.path, { body: articlePage(article) });
  }
  return { site, articles };
}

/**
 * Does the main job on any Redis, looks closely at every job, polls once more, and resolves to the number
 * of jobs that wait after each pass.
 */
export async function doMainJob(redis: { url: string; prefix: string }): Promise<number[]> {
  const { site, articles } = await serveSources();
  await using _site = site;
  const sources = articles.map((_, source) => ({
    id: `source-${source}`,
    feeds: [`${site.url}/${source}/feed.xml`],
  }));
  await using pipeline = await openTestPipeline(sources, redis);

  const first = await pipeline.poll();
  expect(first.map(({ failures }) => failures).flat()).toEqual([]);
  expect(first.map(({ published }) => published)).toEqual(sources.map(() => ARTICLES));

  const jobs = await pipeline.jobs();
  const byTitle = new Map(jobs.map((job) => [job.data.record.title, job]));
  for (const article of articles.flat()) {
    const job = byTitle.get(article.title)!;
    const { record } = job.data;
    expect(job.name).toBe('publish');
    expect(job.id).toBe(`${record.id}-${record.revision}`);
    expect(job.data.byline).toBe('harbour-desk');
    expect(record).toMatchObject({
      id: article.categories[0]!.term,
      channel: 'hbr',
      source: 'Harbour News',
      section: 'harbour/world',
      taxonomy: [article.categories[3]!.term, article.categories[4]!.term],
      paragraphs: article.paragraphs.map((text) => ({ kind: 'p', text })),
      credit: { text: article.credit },
      guid: article.guid,
      publishedAt: '2026-11-23T08:00:00.000Z',
      rights: { mode: 'full' },
    });
  }

  const before = site.requests.length;
  const second = await pipeline.poll({ force: true });
  expect(second.map(({ notModified }) => notModified)).toEqual(sources.map(() => 1));
  const conditional = site.requests.slice(before);
  expect(conditional).toHaveLength(SOURCES);
  expect(conditional.map(({ headers }) => headers['if-none-match'])).toEqual(
    conditional.map(({ path }) => `"feed-${path.split('/')[1]}"`),
  );
  expect(pipeline.troubles).toEqual([]);
  return [jobs.length, (await pipeline.jobs()).length];
}
