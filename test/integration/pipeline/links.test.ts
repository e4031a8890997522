import { randomUUID } from 'node:crypto';
import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { renderHtml } from '../../../consumer/index.js';
import { wordpressDestinationSchema } from '../../../src/config/destinations.ts';
import { postOf } from '../../../src/deliver/wordpress/post.ts';
import { openTestPipeline } from '../../support/commands/pipeline.ts';
import { RICH_PAGES, richFeed, richPage } from '../../support/records/rich-pages.ts';
import { testRedis } from '../../support/redis/redis.ts';
import { serveNewsSite } from '../../support/site/news-site.ts';

const redis = testRedis();
const options = wordpressDestinationSchema.parse({
  type: 'wordpress',
  name: 'blog',
  url: 'https://blog.example',
  username: 'newsrelay',
  password: 'x',
});
const count = RICH_PAGES.find(({ path }) => path === '/count')!;

/** Addresses that the text leads to in each output, the attribution's aside. */
const addressesIn = (html: string) => {
  const $ = load(html);
  $('.newsrelay-attribution').remove();
  return $('a')
    .toArray()
    .map((link) => $(link).attr('href'));
};

test.each([
  ['keep', ['https://results.example/2026']],
  ['drop', []],
])('links: %s', async (links, addresses) => {
  await using site = await serveNewsSite();
  site.pages.set('/feed.xml', { type: 'text/xml', body: richFeed(site.url) });
  for (const page of RICH_PAGES) site.pages.set(page.path, { body: richPage(page, site.url) });
  const place = { url: redis.url, prefix: `${redis.prefix}-${randomUUID().slice(0, 8)}` };
  const source = { id: 'quay', feeds: [`${site.url}/feed.xml`], links };
  await using pipeline = await openTestPipeline([source], place);
  await pipeline.poll();
  const job = (await pipeline.jobs())
    .map(({ data }) => data)
    .find(({ record }) => record.title === count.title)!;
  expect(JSON.stringify(job.record.body).includes('"href"')).toBe(links === 'keep');
  const html = renderHtml(job.record as never);
  const { content } = postOf(job, options, { now: new Date() }).post;
  for (const output of [html, content]) {
    expect(addressesIn(output)).toEqual(addresses);
    expect(output).toContain('<strong>92 per cent</strong>');
    expect(output).toContain('newsrelay-attribution');
    const text = load(output)('body').text();
    expect(text).toContain('according to figures of the electoral office, with');
  }
});
