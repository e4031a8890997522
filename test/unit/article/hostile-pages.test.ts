import { describe, expect, test } from 'vitest';
import type { ArticleRules } from '../../../src/config/article-rules.ts';
import { scrapeArticle } from '../../../src/article/scrape.ts';
import { HOSTILE_PAGES, MANY_TEXTS, SENTENCE } from '../../support/article/hostile-pages.ts';
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
  test.each(HOSTILE_PAGES)('%s', { timeout: 30_000 }, (_, html) => {
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
