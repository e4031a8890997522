import { describe, expect, test } from 'vitest';
import type { ArticleRules } from '../../../src/config/article-rules.ts';
import { scrapeArticle } from '../../../src/article/scrape.ts';
import { allPageFixtures } from './page-fixture.ts';

/** mulberry32: the same pages on every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SCRAPS = [
  '<',
  '>',
  '"',
  '&',
  '&#x0;',
  '</p>',
  '<p>',
  '<div>',
  '<script>',
  '<!--',
  ']]>',
  '{',
  '}',
  '\\',
  '\u0000',
  '\ud800',
  '<a href="',
  '<table>',
  '<h1>',
  '<li>',
];

type Mutation = (html: string, next: () => number) => string;
const at = (html: string, next: () => number): number => Math.floor(next() * html.length);

const mutations: Mutation[] = [
  (html, next) => html.slice(0, at(html, next)),
  (html, next) => html.slice(at(html, next)),
  (html, next) => {
    const [from, to] = [at(html, next), at(html, next)].toSorted((a, b) => a - b);
    return html.slice(0, from) + html.slice(to);
  },
  (html, next) => `${'<div><span>'.repeat(Math.floor(next() * 400))}${html}`,
  (html, next) => {
    const parts = html.split(/(?=<)/);
    return parts.toSorted(() => next() - 0.5).join('');
  },
  (html, next) => {
    let garbled = html;
    for (let count = 0; count < 20; count += 1) {
      const place = at(garbled, next);
      const scrap = SCRAPS[Math.floor(next() * SCRAPS.length)] ?? '<';
      garbled = garbled.slice(0, place) + scrap + garbled.slice(place + Math.floor(next() * 6));
    }
    return garbled;
  },
  (html, next) => html.replaceAll(/"[^"]*"/g, (quoted) => (next() < 0.2 ? '[{"a":[]}]' : quoted)),
];

test('2,000 mutated pages give an outcome each', () => {
  const next = random(20_261_123);
  const pages = allPageFixtures();
  const kinds = new Set<string>();
  for (let count = 0; count < 2_000; count += 1) {
    let html = pages[count % pages.length] ?? '';
    for (let times = 1 + Math.floor(next() * 3); times > 0; times -= 1) {
      html = mutations[Math.floor(next() * mutations.length)]?.(html, next) ?? html;
    }
    const url = next() < 0.1 ? 'not an address' : 'https://courier.example/news/council-adjourns';
    kinds.add(
      scrapeArticle({ siteName: undefined, html, url, rules: { body: 'article', date: 'time' } })
        .kind,
    );
  }
  expect(kinds).toEqual(new Set(['article', 'not-an-article']));
}, 60_000);

/** A little under what is read of elements, and of texts between them. */
const MANY = 24_000;
const MANY_TEXTS = 9_900;
const SENTENCE =
  'A sentence of the usual length, with a comma, that says nothing at all to anybody. ';

// 250 ms is the promise; processor time, and several times as much, keeps the test true on a busy machine.
function quickOutcome(page: { html: string; rules?: ArticleRules }): string {
  const started = process.cpuUsage();
  const outcome = scrapeArticle({
    siteName: undefined,
    ...page,
    url: 'https://courier.example/news/x',
  });
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1_000).toBeLessThan(1_000);
  return outcome.kind === 'article' ? outcome.kind : outcome.code;
}

describe('pages that are refused at once', () => {
  test.each([
    ['too-deep', 'nested elements', '<div>'.repeat(500_000)],
    ['too-deep', 'unclosed inline elements', '<b><i>'.repeat(200_000)],
    ['too-large', 'attributes without end', `<p ${'a="b" '.repeat(500_000)}>`],
    ['too-large', 'elements without end', `<p>${SENTENCE}</p>${'<i></i>'.repeat(500_000)}`],
    ['too-large', 'texts without end', `<p>${SENTENCE}</p>${'<i>a</i>'.repeat(10_001)}`],
    ['too-large', 'text without end', `<p>${SENTENCE}</p>`.repeat(100_000)],
    ['too-large', 'text that comments cut', `<p>${'Not much. <!---->'.repeat(200_000)}</p>`],
    ['too-large', 'one text without end', `<p>${SENTENCE.repeat(100_000)}</p>`],
  ])('%s: %s', { timeout: 30_000 }, (code, _, html) => {
    expect(quickOutcome({ html })).toBe(code);
  });
});

describe('pages made to take long', () => {
  test.each([
    ['unclosed paragraphs', `<p>${SENTENCE}`.repeat(MANY_TEXTS)],
    ['closing tags without openers', '</p></div>'.repeat(MANY)],
    ['comments', `<p>${SENTENCE}</p>${'<!-- -->'.repeat(1_000_000)}`],
    [
      'headings',
      `<h2>Soup</h2>`.repeat(4_900) + `<p>${SENTENCE}</p>` + `<h3>Bread</h3>`.repeat(4_900),
    ],
    ['one long text', `<p>${'word '.repeat(190_000)}</p>`],
    ['one long word', `<p>${'a'.repeat(990_000)}</p>`],
    [
      'pictures beside each other',
      `<article><p>${SENTENCE}</p>${'<img src="/a.jpg">'.repeat(MANY)}</article>`,
    ],
    [
      'links beside each other',
      `<article><p>${SENTENCE}</p>${'<a href="/x?page=2">next</a>'.repeat(MANY_TEXTS)}</article>`,
    ],
    ['line breaks', `<article>${'<br>'.repeat(MANY)}<p>${SENTENCE}</p></article>`],
    [
      'bylines',
      `<article><h1>T</h1>${'<span class="author">By A B and C D, E F</span>'.repeat(MANY_TEXTS)}<p>${SENTENCE}</p></article>`,
    ],
    [
      'bylines of as many classes',
      `<article><h1>T</h1>${Array.from({ length: MANY_TEXTS }, (_, index) => `<div class="author-${index} byline">By Ann Lee</div>`).join('')}<p>${SENTENCE}</p></article>`,
    ],
    [
      'a site that signs with its address, beside thousands of writers',
      `${'<meta name="author" content="Ann Lee, courier.example">'.repeat(200)}<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Soup', author: Array.from({ length: 20_000 }, (_, index) => ({ name: `Lee${index}` })) })}</script><p>${SENTENCE}</p>`,
    ],
    [
      'deep values of microdata',
      `${'<div>'.repeat(500)}${'<meta itemprop="author" content="Ann Lee">'.repeat(MANY - 1_000)}<p>${SENTENCE}</p>`,
    ],
    [
      'first-level headings',
      `<title>${'Soup and bread '.repeat(600)}</title>${'<h1>XYZ QXJ</h1>'.repeat(MANY_TEXTS)}<p>${SENTENCE}</p>`,
    ],
    [
      'headings of which one may be the headline',
      `<title>Soup and bread</title><meta property="og:title" content="The title that is shared here"><h1>Soup and bread</h1>${'<h2>A heading of the usual length, which says nothing</h2>'.repeat(MANY_TEXTS)}<p>${SENTENCE}</p>`,
    ],
    [
      'meta tags',
      `<head>${'<meta name="author" content="A &amp; B, C">'.repeat(MANY)}</head><p>${SENTENCE}</p>`,
    ],
    ['a title of separators', `<title>${' | a - '.repeat(100_000)}</title><p>${SENTENCE}</p>`],
    ['a heading of spaces', `<h1>${' '.repeat(500_000)}x</h1><p>${SENTENCE}</p>`],
    [
      'nested arrays in structured data',
      `<script type="application/ld+json">${'['.repeat(500_000)}</script><p>${SENTENCE}</p>`,
    ],
    [
      'structured data of commas',
      `<script type="application/ld+json">{${',   '.repeat(300_000)}</script><p>${SENTENCE}</p>`,
    ],
    [
      'structured data of empty nodes',
      `${`<script type="application/ld+json">[${'{},'.repeat(600_000)}1]</script>`.repeat(8)}<p>${SENTENCE}</p>`,
    ],
    [
      'states of empty nodes',
      `${`<script type="application/json">[${'{},'.repeat(600_000)}1]</script>`.repeat(8)}<p>Soup</p>`,
    ],
    [
      'a source set without end',
      `<article><p>${SENTENCE}</p><img srcset="${'/a.jpg 1w, '.repeat(200_000)}"></article>`,
    ],
    [
      'elements that share their name with the article’s',
      `<div class="a">${`<p>${SENTENCE}</p>`.repeat(5_500)}</div><a href="/x">${'link '.repeat(50_000)}</a>${`<section><div class="a">${SENTENCE}</div></section>`.repeat(3_000)}`,
    ],
    [
      'lines in one element',
      `<h1>A heading of usual length</h1>${`A line and <a href="/x">a link</a>, no more.<br><br>`.repeat(3_250)}<p>${SENTENCE.repeat(9)}</p>`,
    ],
    [
      'links on lines that single breaks part',
      `<h1>A heading of usual length</h1><div>${`A line of the usual length that holds <a href="/x">a link</a>, and nothing else at all.<br>`.repeat(3_250)}</div><p>${SENTENCE.repeat(9)}</p>`,
    ],
    [
      'long lines that end no sentence',
      `<h1>A heading of usual length</h1><div>${`${SENTENCE.trim().slice(0, -1)}<br>`.repeat(MANY_TEXTS)}</div>`,
    ],
    [
      'short lines that end like credits',
      `<article>${'<p>A, B and C, with D, contributed to</p>'.repeat(MANY_TEXTS)}<p>${SENTENCE}</p></article>`,
    ],
    ...['canonical', 'next', 'license', 'amphtml'].map((rel) => [
      `the address of rel=${rel} of slashes`,
      `<link rel="${rel}" href="https://a.example${'/'.repeat(100_000)}x"><p>${SENTENCE}</p>`,
    ]),
    ...['-', '.', ' ', '( ', 'a ', '| ', ','].map((pump) => [
      `a thousand writers of ${JSON.stringify(pump)}, each another one`,
      `${Array.from({ length: 1_000 }, (_, at) => `<meta name="author" content="${pump.repeat(300)}${at}!">`).join('')}<p>${SENTENCE}</p>`,
    ]),
    [
      'ten thousand writers in structured data',
      `<script type="application/ld+json">{"@type":"NewsArticle","author":[${Array.from({ length: 10_000 }, (_, at) => `{"name":"${'-'.repeat(280)}x${at}!"}`).join()}]}</script><p>${SENTENCE}</p>`,
    ],
  ])('%s', { timeout: 30_000 }, (_, html) => {
    expect(quickOutcome({ html })).toMatch(/^(?:article|no-body)$/);
  });
});

describe('source rules that match thousands of elements', () => {
  const paragraphs = `<p>${SENTENCE}<i class="r">By Ann Lee</i></p>`.repeat(4_900);

  test.each<[string, string, ArticleRules]>([
    ['a body of paragraphs', `<div class="b">${paragraphs}</div>`, { body: '.b p' }],
    [
      'a body of paragraphs with pictures',
      `<div class="b">${`<div><p>${SENTENCE}<img src="/a.jpg"></p></div>`.repeat(7_900)}</div>`,
      { body: '.b p' },
    ],
    [
      'removal from each paragraph',
      `<div class="b">${paragraphs}</div>`,
      { body: '.b p', remove: ['.r'] },
    ],
    [
      'removal beside the body',
      `<div class="b">${paragraphs}</div>${'<i class="r"></i>'.repeat(14_000)}`,
      { body: '.b p', remove: ['.r'] },
    ],
    [
      'fields at the top of the page',
      `<p>${SENTENCE.repeat(9)}</p>${'<i class="r">By Ann Lee</i>'.repeat(MANY_TEXTS)}`,
      { title: '.r', authors: '.r', date: '.r', taxonomy: '.r' },
    ],
  ])('%s', { timeout: 60_000 }, (_, html, rules) => {
    const outcome = quickOutcome({ html: `<h1>A heading of usual length</h1>${html}`, rules });
    expect(outcome).toMatch(/^(?:article|no-body)$/);
  });
});
