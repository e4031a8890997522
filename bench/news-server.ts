// The sample sites of a benchmark, in a process of their own, so that serving costs the measured one
// nothing but the network. Prints its origin and ends with its parent.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { articlePage, inventedArticle, rssFeed } from '../test/support/records/articles.ts';

const [sources = 50, articles = 20, pageBytes = 170_000] = process.argv.slice(2).map(Number);

const clutter = (bytes: number) => {
  const item = (n: number) =>
    `<li class="card card--${n % 7}" data-id="${n}"><a href="/world/story-${n}"><span class="kicker">World</span> Teaser number ${n} of a long list of other stories</a></li>\n`;
  const script = `<script>window.__state = {"n":[${'0,'.repeat(200)}0]};</script>\n`;
  let text = '';
  for (let n = 0; text.length < bytes; n += 1) text += n % 40 === 0 ? script : item(n);
  return `<aside class="more"><ul>${text}</ul></aside>`;
};

const padding = clutter(pageBytes - 3_000);
const pages = new Map<string, { type: string; body: Buffer }>();

const server = createServer((request, response) => {
  const page = pages.get(request.url ?? '');
  if (!page) {
    response.writeHead(404).end();
    return;
  }
  const etag = '"bench"';
  if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
  else response.writeHead(200, { 'content-type': page.type, etag }).end(page.body);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

for (let source = 0; source < sources; source += 1) {
  const site = `/${source}`;
  const list = Array.from({ length: articles }, (_, index) => inventedArticle(source, index));
  pages.set(`${site}/feed.xml`, {
    type: 'application/rss+xml; charset=utf-8',
    body: Buffer.from(rssFeed(`${origin}${site}`, list)),
  });
  for (const article of list) {
    pages.set(`${site}${article.path}`, {
      type: 'text/html; charset=utf-8',
      body: Buffer.from(articlePage(article, padding)),
    });
  }
}
process.send?.({ origin });
process.on('disconnect', () => process.exit(0));
