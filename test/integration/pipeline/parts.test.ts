import { expect, test } from 'vitest';
import {
  articlePage,
  inventedArticle,
  rssFeed,
  type InventedArticle,
} from '../../support/records/articles.ts';
import { serveNewsSite, type NewsSite, type Page } from '../../support/site/news-site.ts';
import { openTestPipeline } from '../../support/commands/pipeline.ts';
import { testRedis } from '../../support/redis/redis.ts';

const redis = testRedis();
const story = inventedArticle(5, 1);
const [first, second, third, fourth] = story.paragraphs as [string, string, string, string];

interface PartOf {
  paragraphs: string[];
  credit?: string;
  /** Links under the text. */
  links?: string;
}

function part({ paragraphs, credit, links = '' }: PartOf, article = story): Page {
  const page = articlePage({
    path: article.path,
    guid: article.guid,
    title: article.title,
    categories: [],
    paragraphs,
    ...(credit ? { credit } : {}),
  });
  return { body: page.replace('</div></article>', `</div>${links}</article>`) };
}

const next = (url: string) => `<p class="pager"><a rel="next" href="${url}">Next page</a></p>`;
const single = (url: string) => `<p class="pager"><a href="${url}">Single page</a></p>`;

async function serve(pages: Record<string, Page>, articles: InventedArticle[] = [story]) {
  const site = await serveNewsSite(pages);
  site.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(site.url, articles) });
  return site;
}

async function poll(site: NewsSite, settings: object = {}) {
  const prefix = `${redis.prefix}-${crypto.randomUUID().slice(0, 8)}`;
  const source = { id: 'harbour', feeds: [`${site.url}/feed.xml`], ...settings };
  await using pipeline = await openTestPipeline([source], { ...redis, prefix });
  const [summary] = await pipeline.poll();
  const records = (await pipeline.jobs()).map(({ data }) => data.record);
  return { summary: summary!, records, troubles: pipeline.troubles };
}

const textOf = (record: { paragraphs: { text: string }[] } | undefined) =>
  record?.paragraphs.map(({ text }) => text);

const requestsOf = ({ requests }: NewsSite) =>
  Object.fromEntries(
    [...Map.groupBy(requests, ({ path }) => path)].map(([path, all]) => [path, all.length]),
  );

test('an article on three pages becomes one record with the text and the credit of all', async () => {
  await using site = await serve({
    [story.path]: part({ paragraphs: [first, second], links: next(`${story.path}?page=2`) }),
    // The lead stands on every page.
    [`${story.path}?page=2`]: part({
      paragraphs: [first, third],
      links: next(`${story.path}?page=3`),
    }),
    [`${story.path}?page=3`]: part({ paragraphs: [fourth], credit: story.credit! }),
  });
  const { summary, records } = await poll(site);
  expect(summary).toMatchObject({ published: 1, failures: [], notes: [] });
  expect(records.map(textOf)).toEqual([story.paragraphs]);
  expect(records[0]).toMatchObject({ credit: { text: story.credit }, title: story.title });
});

test.each([
  ['a number of their own', (number: number) => `/${number}`],
  ['the word page', (number: number) => `/page/${number}`],
  ['a number behind the name', (number: number) => `-${number}.html`],
])('pages whose addresses have %s are all found', async (_what, suffix) => {
  const address = (number: number) => `/world/pier-opens${suffix(number)}`;
  const article = { ...story, path: '/world/pier-opens' };
  await using site = await serve(
    {
      [article.path]: part({ paragraphs: [first, second], links: next(address(2)) }, article),
      [address(2)]: part({ paragraphs: [third], links: next(address(3)) }, article),
      [address(3)]: part({ paragraphs: [fourth], credit: story.credit! }, article),
    },
    [article],
  );
  const { records } = await poll(site);
  expect(records.map(textOf)).toEqual([story.paragraphs]);
});

test('each page is fetched once, however often the job has to wait for its turn', async () => {
  const many = Array.from({ length: 4 }, (_, index) => inventedArticle(6, index));
  const pages = many.flatMap((article): [string, Page][] => {
    const [one, two, three, four] = article.paragraphs as [string, string, string, string];
    return [
      [
        article.path,
        part({ paragraphs: [one, two], links: next(`${article.path}?page=2`) }, article),
      ],
      [
        `${article.path}?page=2`,
        part({ paragraphs: [three], links: next(`${article.path}?page=3`) }, article),
      ],
      [`${article.path}?page=3`, part({ paragraphs: [four] }, article)],
    ];
  });
  await using site = await serve(Object.fromEntries(pages), many);
  const politeness = { concurrency: 1, spacing: '50ms' };
  const { summary, records } = await poll(site, { politeness });
  expect(summary).toMatchObject({ published: 4, failures: [] });
  const texts = new Map(records.map((record) => [record.title, textOf(record)]));
  expect(texts).toEqual(new Map(many.map(({ title, paragraphs }) => [title, paragraphs])));
  const asked = requestsOf(site);
  expect(pages.map(([path]) => [path, asked[path]])).toEqual(pages.map(([path]) => [path, 1]));
});

test('the page with the whole text is taken instead of the parts', async () => {
  await using site = await serve({
    [story.path]: part({
      paragraphs: [first],
      links: next(`${story.path}/2`) + single(`${story.path}/full`),
    }),
    [`${story.path}/full`]: part({ paragraphs: story.paragraphs }),
  });
  const { records } = await poll(site);
  expect(records.map(textOf)).toEqual([story.paragraphs]);
  expect(requestsOf(site)[`${story.path}/2`]).toBeUndefined();
});

test('the parts are joined when the single page is not there', async () => {
  await using site = await serve({
    [story.path]: part({
      paragraphs: [first, second],
      links: next(`${story.path}/2`) + single(`${story.path}/full`),
    }),
    [`${story.path}/2`]: part({ paragraphs: [third, fourth] }),
  });
  const { records } = await poll(site);
  expect(records.map(textOf)).toEqual([story.paragraphs]);
});

test('a link to print a whole article costs no request', async () => {
  await using site = await serve({
    [story.path]: part({
      paragraphs: story.paragraphs,
      links: `<p><a href="${story.path}?print=1">Print</a></p>`,
    }),
  });
  const { records } = await poll(site);
  expect(records.map(textOf)).toEqual([story.paragraphs]);
  expect(requestsOf(site)).toEqual({
    '/robots.txt': 1,
    '/.well-known/tdmrep.json': 1,
    '/feed.xml': 1,
    [story.path]: 1,
  });
});

test('a missing later page is tried again later, and nothing is published', async () => {
  await using site = await serve({
    [story.path]: part({ paragraphs: [first, second], links: next(`${story.path}/2`) }),
  });
  const { summary, records } = await poll(site);
  expect(records).toEqual([]);
  expect(summary).toMatchObject({ published: 0, waiting: 1 });
  expect(summary.failures).toEqual([
    expect.stringMatching(/page 2 of the article.*404; it will be tried again/),
  ]);
});

test('a later page that robots.txt forbids is not fetched', async () => {
  await using site = await serve({
    '/robots.txt': { type: 'text/plain', body: `User-agent: *\nDisallow: ${story.path}/2` },
    [story.path]: part({ paragraphs: [first, second], links: next(`${story.path}/2`) }),
    [`${story.path}/2`]: part({ paragraphs: [third, fourth] }),
  });
  const { summary, records } = await poll(site);
  expect(records).toEqual([]);
  expect(summary.failures).toEqual([expect.stringMatching(/robots\.txt/)]);
  expect(requestsOf(site)[`${story.path}/2`]).toBeUndefined();
});

test('pages that lead in a circle, or back to a page already read, end the article', async () => {
  await using site = await serve({
    [story.path]: part({ paragraphs: [first, second], links: next(`${story.path}?page=2`) }),
    [`${story.path}?page=2`]: part({
      paragraphs: [third, fourth],
      links: next(`${story.path}?page=3`),
    }),
    [`${story.path}?page=3`]: (_request, response) =>
      response.writeHead(302, { location: story.path }).end(),
  });
  const { summary, records } = await poll(site);
  expect(summary.failures).toEqual([]);
  expect(records.map(textOf)).toEqual([story.paragraphs]);
  expect(requestsOf(site)[`${story.path}?page=3`]).toBe(1);
});

test('a next page on another host is not followed', async () => {
  await using elsewhere = await serveNewsSite();
  await using site = await serve({
    [story.path]: part({
      paragraphs: story.paragraphs,
      links: next(elsewhere.url.replace('127.0.0.1', 'localhost') + `${story.path}/2`),
    }),
  });
  const { records } = await poll(site);
  expect(records.map(textOf)).toEqual([story.paragraphs]);
  expect(elsewhere.requests).toEqual([]);
});

test('an article without end is held, with the pages that were read', async () => {
  const pages = Array.from({ length: 30 }, (_, index): [string, Page] => [
    index === 0 ? story.path : `${story.path}?page=${index + 1}`,
    part({
      paragraphs: [`${first} ${index}`, `${second} ${index}`],
      links: next(`${story.path}?page=${index + 2}`),
    }),
  ]);
  await using site = await serve(Object.fromEntries(pages));
  const { summary, records } = await poll(site);
  expect(records).toEqual([]);
  expect(summary).toMatchObject({ held: 1, failures: [] });
  expect(summary.notes).toEqual([expect.stringMatching(/held, it goes on after 20 pages/)]);
  // Twenty pages, the feed and the site's two files.
  expect(site.requests).toHaveLength(23);
});
