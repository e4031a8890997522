// D8: no expression in the way of a page's text takes more than linear time, whatever stands there. Each
// run is long enough that a quadratic one would take seconds.

import { describe, expect, test } from 'vitest';
import { scrapeArticle } from '../../../src/article/scrape.ts';

const LENGTH = 200_000;
const runs = (
  'a A é 中 0 1. 1/ - _ / . , @ ( ) | " « # % + : \' ... &nbsp; &amp; <b>a</b> www. http:// ' +
  'Aa~ by~a~ By~ Ann~Lee,~ and~ Jan~1,~ 1~Jan~ ©~ Photo~by~ contributed~to~ ~-~ ~|~ \u00a0 ~ \n'
)
  .split(' ')
  .map((run) => run.replaceAll('~', ' '))
  .map((run) => run.repeat(Math.ceil(LENGTH / run.length)));

const BODY = Array.from(
  { length: 4 },
  (_, index) =>
    `<p>The ferry to the outer islands left ${index + 2} hours late again, and those who waited were given soup.</p>`,
).join('');
const quoted = (text: string) => text.replaceAll('"', '&quot;');
const page = (head: string, body: string) =>
  `<html><head>${head}</head><body><article><h1>Ferry late again</h1>${body}</article></body></html>`;

const places: [string, (run: string) => string][] = [
  ['the title', (run) => page(`<title>${run}!</title>`, `<h1>${run}!</h1>${BODY}`)],
  [
    'addresses',
    (run) => {
      const at = quoted(`https://harbour.example/ferry/${run}x`);
      const links = ['canonical', 'next', 'license'].map(
        (rel) => `<link rel="${rel}" href="${at}">`,
      );
      const metas = ['og:url', 'og:image'].map(
        (name) => `<meta property="${name}" content="${at}">`,
      );
      const text = `<p>See <a href="${at}">there</a><img src="${at}" srcset="${at}"></p>`;
      return page(`<base href="${at}">${links.join('')}${metas.join('')}`, BODY + text);
    },
  ],
  [
    'meta elements',
    (run) => {
      const names = ['og:title', 'description', 'author', 'article:published_time', 'og:site_name'];
      const metas = names.map((name) => `<meta property="${name}" content="${quoted(run)}!">`);
      return page(metas.join(''), BODY);
    },
  ],
  [
    'structured data',
    (run) => {
      const fields = 'headline author datePublished description articleSection keywords'.split(' ');
      const node = Object.fromEntries(fields.map((field) => [field, `${run}!`]));
      const text = JSON.stringify({ '@type': 'NewsArticle', ...node });
      return page(`<script type="application/ld+json">${text}</script>`, BODY);
    },
  ],
  [
    'structured data that is broken',
    (run) =>
      page(
        `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${run}</script>`,
        BODY,
      ),
  ],
  ['the byline', (run) => page('', `<p class="byline">By ${run}!</p><div>${run}!</div>${BODY}`)],
  ['a paragraph', (run) => page('', `${BODY}<p>${run}!</p><p>${run}</p>${BODY}`)],
  [
    'the credit',
    (run) => page('', `${BODY}<p>The AP ${run} contributed to this report${run}!</p>`),
  ],
  [
    'a caption',
    (run) =>
      page(
        '',
        `<figure><img src="/a.jpg" alt="${quoted(run)}"><figcaption>${run}!</figcaption></figure>${BODY}`,
      ),
  ],
  [
    'classes and addresses',
    (run) => {
      const value = quoted(run.slice(0, LENGTH / 4));
      return page(
        `<link rel="canonical" href="https://a.example/${value}!"><link rel="next" href="/x?page=2${value}!">`,
        `<div class="date ${value}!" id="${value}!"><a href="${value}!">Next</a>${BODY}</div>`,
      );
    },
  ],
];

describe.each(places)('long runs in %s', (_place, htmlWith) => {
  test('end soon', { timeout: 120_000 }, () => {
    const slow: string[] = [];
    for (const run of runs) {
      const html = htmlWith(run);
      const started = process.cpuUsage();
      scrapeArticle({ siteName: undefined, html, url: 'https://quay.example/ferry-late' });
      const { user, system } = process.cpuUsage(started);
      // A page of this size takes some milliseconds; the rest is for a busy machine.
      if ((user + system) / 1_000 > 1_000) slow.push(JSON.stringify(run.slice(0, 20)));
    }
    expect(slow).toEqual([]);
  });
});
