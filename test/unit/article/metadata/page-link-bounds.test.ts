import { describe, expect, test } from 'vitest';
import { findCanonicalUrl } from '../../../../src/article/metadata/page-links.ts';
import { pageOf } from '../../../support/site/page-of.ts';
import { ARTICLE_URL, partsIn as parts } from '../../../support/article/parts-in.ts';

const url = ARTICLE_URL;
const canonical = (head: string, at = url, headers: Record<string, string> = {}) =>
  findCanonicalUrl(pageOf(head, { url: at, headers }))?.value;
const link = (rel: string, href: string) => `<link rel="${rel}" href="${href}">`;

describe('the canonical address', () => {
  test.each(['', 'saved.html'])('of a page without an address, %j, is what it says', (at) => {
    expect(canonical(link('canonical', 'https://quay.example/x'), at)).toBe(
      'https://quay.example/x',
    );
    expect(canonical(link('canonical', '/x'), at)).toBeUndefined();
  });

  test('is the first that can be the article’s', () => {
    const og = '<meta property="og:url" content="https://quay.example/og">';
    expect(canonical(link('canonical', '/news/') + og)).toBe('https://quay.example/og');
    expect(canonical(og, url, { link: '<https://other.example/a>; rel=canonical' })).toBe(
      'https://quay.example/og',
    );
    const header = '<https://quay.example/a>; title="x"; rel=canonical';
    expect(canonical(og, url, { link: header })).toBe('https://quay.example/a');
  });

  test('is told from another site’s by two labels of the host', () => {
    expect(canonical(link('canonical', 'https://a.b.quay.example/x'))).toBeDefined();
    expect(canonical(link('canonical', 'https://quay.other/x'))).toBeUndefined();
  });

  test('is not the front page’s, with slashes however many', () => {
    expect(canonical(link('canonical', 'https://quay.example//'))).toBeUndefined();
    expect(canonical(link('canonical', 'https://quay.example/news//'))).toBeUndefined();
    expect(canonical(link('canonical', '/ne'))).toBe('https://www.quay.example/ne');
  });

  test('may be that of the article with a slash', () => {
    expect(canonical(link('canonical', `${url}/`))).toBe(`${url}/`);
  });
});

describe('the address of an article without what numbers its pages', () => {
  test.each([
    '-2',
    '/2',
    '_2',
    ',2',
    '/page/2',
    '-page-2',
    '-seite-2',
    '/seite/2',
    '-p2',
    '/p/2',
    '_s4',
    '/s/4',
    '/12',
    '-page2.html',
  ])('is found on its page %s', (end) => {
    const all = '<a href="/news/ferry-late?all">view all</a>';
    expect(parts(all, { at: url + end }).singlePageUrl).toBe(`${url}?all`);
  });

  test.each(['-212', '-x2', '/teil/2'])('has what numbers none: %s', (end) => {
    const all = '<a href="/news/ferry-late?all">view all</a>';
    expect(parts(all, { at: url + end }).singlePageUrl).toBeUndefined();
  });
});

describe('the parts of an article', () => {
  const next = `<a href="?page=2">next</a>`;
  const all = '<a href="?all">view all</a>';

  test('are linked beside its text, or in it where nothing is around', () => {
    expect(parts(next)).toEqual({ nextPageUrl: `${url}?page=2` });
    expect(parts(next, { name: 'p' })).toEqual({});
    expect(parts(`</main>${next}`)).toEqual({});
  });

  test('are the first of each kind', () => {
    expect(parts(`${all}<a href="?all=2">view all</a>${next}`)).toEqual({
      nextPageUrl: `${url}?page=2`,
      singlePageUrl: `${url}?all`,
    });
    expect(parts('<a href="?page=3">next</a>', { head: link('next', '?page=2') })).toEqual({
      nextPageUrl: `${url}?page=2`,
    });
  });

  test('may be on one page that the text links as the next', () => {
    expect(parts('<a href="?page=2">view all</a>', { head: link('next', '?page=2') })).toEqual({
      nextPageUrl: `${url}?page=2`,
      singlePageUrl: `${url}?page=2`,
    });
  });

  test.each([
    ['a link without an address', '<a>next</a>'],
    ['a link within the page', '<a href="#next">next</a>'],
    ['a link without the article’s name', '<a href="/news/other-2">next</a>'],
    ['a link that says nothing of it', '<a href="?page=2">Soup</a>'],
    ['an address for mail', '<a href="mailto:ferry-late@quay.example">next</a>'],
    ['an address that begins alike', '<a href="/old/news/ferry-late-2">next</a>'],
  ])('are none by %s', (_what, html) => {
    expect(parts(html)).toEqual({});
  });

  test.each(['?print', '?print=1', '&print=1', '/print/', '/print'])(
    'are all on the page to print: %s',
    (end) => {
      const href = end.startsWith('&') ? `?a=b${end}` : end;
      expect(parts(`<a href="/news/ferry-late${href}">x</a>`).singlePageUrl).toBe(`${url}${href}`);
      expect(parts(`<a href="/news/ferry-late?x=${end.slice(1)}s">x</a>`)).toEqual({});
    },
  );

  test('are looked for among three thousand links', () => {
    const links = (count: number) => '<a href="/x">x</a>'.repeat(count) + next;
    expect([parts(links(2_999)), parts(links(3_000))]).toEqual([
      { nextPageUrl: `${url}?page=2` },
      {},
    ]);
  });
});
