import { expect, test } from 'vitest';
import { scrapeArticle } from '../../../src/article/scrape.ts';
import { article, articleOf, FIRST, PARAGRAPHS } from './ferry-page.ts';

const url = 'https://quay.example/ferry-late';
const TITLE = '<h1>Ferry late again</h1>';

test('a rights notice stands among the last forty lines of a page', () => {
  const notice =
    '<p>This material may not be published, broadcast, rewritten, or redistributed.</p>';
  const signals = (after: number) =>
    articleOf(
      `${article(PARAGRAPHS)}<footer>${notice}${'<p>Soup</p>'.repeat(after)}</footer>`,
    ).signals.map(({ signal }) => signal);
  expect(signals(39)).toContain('rights-notice');
  expect(signals(40)).not.toContain('rights-notice');
});

test('a page all of whose text is a template’s is no article', () => {
  const html = `<article>${TITLE}<p>Sign up for the newsletter of the quay today.</p></article>`;
  expect(scrapeArticle({ siteName: undefined, url, html })).toMatchObject({ code: 'no-body' });
});

test('a credit is none of the paragraphs', () => {
  const line = 'Additional reporting by Ann Lee in Port Else.';
  const { paragraphs, credit, structure } = articleOf(article(`${PARAGRAPHS}<p>${line}</p>`));
  expect(structure.map((one) => 'paragraph' in one && one.paragraph)).toEqual(paragraphs.value);
  expect(paragraphs.value.map(({ text }) => text)).not.toContain(line);
  expect(credit).toMatchObject({ value: { text: line }, from: 'text' });
});

test('each field is what the source’s rule for it selects', () => {
  const html = `<html><head><title>Ferry late again</title><meta name="author" content="Cy Dow"><link rel="next" href="/x"></head><body>
<article>${TITLE}<b class="t">Boat is late</b><b class="s">Soup is given</b><b class="w">Ann Lee</b><time class="d" datetime="2026-03-04">x</time>
<i class="x">harbour/ferries</i><a class="n" href="/2">2</a><a class="o" href="/all">All</a><div>${PARAGRAPHS}</div></article></body></html>`;
  const rules = {
    title: '.t',
    subtitle: '.s',
    authors: '.w',
    date: '.d',
    taxonomy: '.x',
    nextPage: '.n',
    singlePage: '.o',
  };
  const outcome = scrapeArticle({ siteName: undefined, url, html, rules });
  if (outcome.kind !== 'article') throw new Error(outcome.message);
  const from = 'rule';
  expect(outcome.article).toMatchObject({
    title: { value: 'Boat is late', from },
    subtitle: { value: 'Soup is given', from },
    authors: { value: [{ name: 'Ann Lee' }], from },
    publishedAt: { value: '2026-03-04T00:00:00Z', from },
    taxonomyPaths: { value: ['harbour/ferries'], from },
    nextPageUrl: 'https://quay.example/2',
    singlePageUrl: 'https://quay.example/all',
    unmatchedRules: [],
  });
});

test('an article that somebody signs is in no doubt for that, and one that nobody signs is', () => {
  const doubts = (by: string) => articleOf(article(by + PARAGRAPHS)).doubts.map(({ name }) => name);
  expect(doubts('<p>By Ann Lee</p>')).not.toContain('nobody-signs');
  expect(doubts('')).toContain('nobody-signs');
});

test('the dateline is that of the first paragraph', () => {
  const { dateline } = articleOf(
    article(`<p>PORT ELSE, Northland (AP) — ${FIRST}</p>${PARAGRAPHS}`),
  );
  expect(dateline?.value).toBe('PORT ELSE, Northland (AP)');
  expect(articleOf(article(PARAGRAPHS)).dateline).toBeUndefined();
});
