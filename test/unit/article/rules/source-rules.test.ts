import { describe, expect, test } from 'vitest';
import { applyRules, NO_RULES, rulesAt } from '../../../../src/article/rules/source-rules.ts';
import { scrapeArticle } from '../../../../src/article/scrape.ts';
import { textOf } from '../../../../src/page/plain-text.ts';
import { articlePage, inventedArticle } from '../../../support/records/articles.ts';
import { pageOf } from '../../../support/site/page-of.ts';

const article = inventedArticle(5, 2);
const page = { html: articlePage(article), url: 'https://harbour.example/world/story-2' };

test('a remove rule with a body rule takes elements out of the body only', () => {
  const rules = { body: '.article-body', remove: ['div:not(.paywall)'] };
  const html = page.html.replace(
    '<div class="ad">',
    '<div class="teaser"><p>Read here why the pier was closed for a whole year before.</p></div><div>',
  );
  const outcome = scrapeArticle({ siteName: undefined, ...page, html, rules });
  if (outcome.kind !== 'article') throw new Error(outcome.message);
  expect(outcome.article.paragraphs.value.map(({ text }) => text)).toEqual(article.paragraphs);
});

test('a remove rule without a body rule takes elements out of the whole page', () => {
  const outcome = scrapeArticle({ siteName: undefined, ...page, rules: { remove: ['h1'] } });
  if (outcome.kind !== 'article') throw new Error(outcome.message);
  expect(outcome.article.paragraphs.value.map(({ text }) => text)).toEqual(article.paragraphs);
});

describe('what the elements stated that a remove rule takes out goes with them', () => {
  const text = article.paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('');
  const aside =
    '<div class="teaser"><h2>Other story of the same harbour town</h2><p class="byline">By Ola Nord</p><time datetime="2020-01-01">1 January 2020</time></div>';
  const block =
    '<script class="other" type="application/ld+json">{"@type":"NewsArticle","headline":"Pier opens again","author":{"name":"Ola Nord"},"datePublished":"2020-01-01"}</script>';
  const meta = '<meta class="other" name="author" content="Ola Nord">';
  const scrapedUnder = (remove: string[], parts: string) => {
    const html = `<html><head><title>Pier opens again</title></head><body><article><h1>Pier opens again</h1>${text}${parts}</article></body></html>`;
    const outcome = scrapeArticle({ siteName: undefined, ...page, html, rules: { remove } });
    if (outcome.kind !== 'article') throw new Error(outcome.message);
    const { authors, publishedAt, title } = outcome.article;
    return { title: title?.value, authors: authors?.value, publishedAt: publishedAt?.value };
  };

  test.each([
    ['an author and a date in an element', '.teaser', aside],
    ['those of a block of data', 'script.other', block],
  ])('%s', (_what, selector, parts) => {
    const nothing = { title: 'Pier opens again', authors: undefined, publishedAt: undefined };
    expect(scrapedUnder([selector], parts)).toEqual(nothing);
    expect(scrapedUnder(['.nothing'], parts)).toMatchObject({
      authors: [{ name: 'Ola Nord' }],
      publishedAt: '2020-01-01T00:00:00Z',
    });
  });

  test('an author in metadata', () => {
    expect(scrapedUnder(['meta.other'], meta).authors).toBeUndefined();
    expect(scrapedUnder(['.nothing'], meta).authors).toEqual([{ name: 'Ola Nord' }]);
  });
});

describe('the rules of a layout', () => {
  const versions = [
    { until: '2022-01-01', body: '.second' },
    { until: '2020-01-01', body: '.first', title: '.name' },
  ];
  const rules = { body: '.now', date: 'time', versions };

  test.each([
    ['2019-12-31T23:59:59Z', { body: '.first', title: '.name', date: 'time' }],
    ['2020-01-01T00:00:00Z', { body: '.second', date: 'time' }],
    ['2021-12-31', { body: '.second', date: 'time' }],
    ['2022-01-01T00:00:00Z', { body: '.now', date: 'time' }],
    [undefined, { body: '.now', date: 'time' }],
  ])('of %s are those that were in use then', (publishedAt, expected) => {
    expect(rulesAt(rules, publishedAt)).toStrictEqual(expected);
  });

  test('are the same on every day where there is one layout', () => {
    expect(rulesAt({ body: '.now' }, '2019-12-31')).toStrictEqual({ body: '.now' });
  });
});

describe('rules that are applied to a page', () => {
  const apply = (html: string, rules: Parameters<typeof applyRules>[1]) =>
    applyRules(pageOf(html), rules);

  test('tell which matched nothing, those for further pages aside', () => {
    const rules = { body: '.b', title: '.t', nextPage: '.n', singlePage: '.s', date: ':no' };
    const matches = apply('<p class="b">Bread</p>', rules);
    expect(matches.unmatched).toEqual(['title', 'date']);
    expect(matches.of('body')?.map(({ name }) => name)).toEqual(['p']);
    expect(matches.of('title')).toBeUndefined();
  });

  test('match no element that the page does not have', () => {
    expect(apply('<p>Bread</p>', { body: 'html' }).unmatched).toEqual(['body']);
  });

  test('say whether they took elements out, and whether links stay', () => {
    const removed = (remove: string[]) => apply('<p class="ad">Bread</p>', { remove }).areRemoved;
    expect([removed(['.ad']), removed(['.sad']), removed([])]).toEqual([true, false, false]);
    const keeps = (dropLinkOnlyBlocks?: boolean) =>
      apply('<p>Bread</p>', dropLinkOnlyBlocks === undefined ? {} : { dropLinkOnlyBlocks })
        .keepLinks;
    expect([keeps(false), keeps(true), keeps()]).toEqual([true, false, false]);
  });

  test('take no body out by a rule for what is in it', () => {
    const page = pageOf('<div class="b"><div>ad</div><p>Bread</p></div><div>beside</div>');
    const matches = applyRules(page, { body: '.b', remove: ['div'] });
    expect(matches.of('body')?.map((body) => textOf(body))).toEqual(['Bread']);
    expect(page.tree.document.children.map((child) => textOf(child))).toContain('beside');
  });

  test('that there are none of match nothing, report nothing and take nothing out', () => {
    expect([
      NO_RULES.of('body'),
      NO_RULES.unmatched,
      NO_RULES.areRemoved,
      NO_RULES.keepLinks,
    ]).toEqual([undefined, [], false, false]);
  });
});
