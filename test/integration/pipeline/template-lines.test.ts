import { expect, test } from 'vitest';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { serveNewsSite } from '../../support/site/news-site.ts';
import { openTestPipeline } from '../../support/commands/pipeline.ts';
import { testRedis } from '../../support/redis/redis.ts';
import { PAGES_WITH_LINES } from '../../../src/store/template-lines.ts';

const redis = testRedis();
const NOTICE = 'Tell us what you think of our work, we read each and every letter.';

test('A notice that a source sets under its stories is known by its other pages, and the memory stays small.', async () => {
  const articles = Array.from({ length: 40 }, (_, at) => inventedArticle(31, at + 1));
  const pages = articles.map((article) => [
    article.path,
    { body: articlePage({ ...article, paragraphs: [...article.paragraphs, NOTICE] }) },
  ]);
  await using site = await serveNewsSite(Object.fromEntries(pages));
  const announce = (count: number) =>
    site.pages.set('/feed.xml', {
      type: 'text/xml',
      body: rssFeed(site.url, articles.slice(0, count)),
    });
  const source = { id: 'harbour', feeds: [`${site.url}/feed.xml`] };
  const prefix = `${redis.prefix}-template`;
  await using pipeline = await openTestPipeline([source], { ...redis, prefix });
  announce(5);
  await pipeline.poll();
  announce(40);
  await pipeline.poll({ force: true });
  const texts = (await pipeline.jobs()).map(({ data }) =>
    data.record.paragraphs.map(({ text }) => text),
  );
  expect(texts).toHaveLength(40);
  expect(texts.filter((lines) => lines.includes(NOTICE)).length).toBeLessThan(6);
  const remembered = await pipeline.open.pipeline.templateLines.of('harbour');
  expect(remembered).toHaveLength(PAGES_WITH_LINES);
});

/** A source whose stories end by the notice, of which the feed lists as many as the test says. */
async function openNoticeSource(
  count: number,
  withNotice: (at: number) => boolean,
  prefix: string,
) {
  const articles = Array.from({ length: count }, (_, at) => inventedArticle(33, at + 1));
  const site = await serveNewsSite({});
  const show = (at: number) => {
    const article = articles[at]!;
    const ending = withNotice(at) ? [NOTICE] : [];
    const body = articlePage({ ...article, paragraphs: [...article.paragraphs, ...ending] });
    site.pages.set(article.path, { body });
  };
  for (const at of articles.keys()) show(at);
  const source = { id: 'harbour', feeds: [`${site.url}/feed.xml`] };
  const pipeline = await openTestPipeline([source], { ...redis, prefix });
  return {
    pipeline,
    /** The first `listed` entries, that at `changed` with another summary so that its page is looked at again. */
    async pass(listed: number, changed?: number) {
      const entries = articles.slice(0, listed).map((article, at) => {
        const [lead = '', ...rest] = article.paragraphs;
        return {
          ...article,
          paragraphs: at === changed ? [`${lead} So it was.`, ...rest] : [lead],
        };
      });
      site.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(site.url, entries) });
      await pipeline.poll({ force: true });
    },
    /** Action and whether the notice is in the text, of every job of the article. */
    async told(at: number) {
      const jobs = await pipeline.jobs();
      return jobs.flatMap(({ data: { action, record } }) =>
        record.canonicalUrl.endsWith(articles[at]!.path)
          ? [`${action} ${record.paragraphs.some(({ text }) => text === NOTICE)}`]
          : [],
      );
    },
    async [Symbol.asyncDispose]() {
      await pipeline[Symbol.asyncDispose]();
      await site[Symbol.asyncDispose]();
    },
  };
}

test('A page that stayed as it was is no update where its template was learned after its first reading.', async () => {
  await using source = await openNoticeSource(9, () => true, `${redis.prefix}-learned`);
  await source.pass(1);
  await source.pass(8);
  await source.pass(9, 0);
  expect(await source.told(0)).toEqual(['publish true']);
  expect(await source.told(8)).toEqual(['publish false']);
});

test('A page that stayed as it was is no update where its template has been forgotten since.', async () => {
  const last = 6 + PAGES_WITH_LINES;
  await using source = await openNoticeSource(last, (at) => at < 6, `${redis.prefix}-forgotten`);
  await source.pass(4);
  await source.pass(6);
  await source.pass(last);
  await source.pass(last, 5);
  expect(await source.told(5)).toEqual(['publish false']);
});
