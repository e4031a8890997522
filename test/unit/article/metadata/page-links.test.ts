import { describe, expect, test } from 'vitest';
import {
  findCanonicalUrl,
  relOf,
  NEXT_PAGE,
  SINGLE_PAGE,
} from '../../../../src/article/metadata/page-links.ts';
import { elementOf, pageOf } from '../../../support/site/page-of.ts';
import { ARTICLE_URL, partsIn } from '../../../support/article/parts-in.ts';
import { walkRows } from '../../../support/patterns/walked-rows.ts';

const url = ARTICLE_URL;
const link = (rel: string, href: string) => `<link rel="${rel}" href="${href}">`;
const canonical = (head: string, options: object = {}) =>
  findCanonicalUrl(pageOf(head, { url, ...options }))?.value;

test('link types are read in any case', () => {
  expect(relOf(elementOf('<a rel="Next  nofollow">', 'a'))).toEqual(['next', 'nofollow']);
  expect(relOf(elementOf('<a>', 'a'))).toEqual(['']);
});

describe('the canonical address', () => {
  test('is the link’s, else the header’s, else og:url', () => {
    const og = '<meta property="og:url" content="https://quay.example/og">';
    const headers = { Link: '<https://quay.example/header>; rel="canonical", </x>; rel=next' };
    expect(canonical(link('canonical', '/link#top') + og, { headers })).toBe(
      'https://www.quay.example/link',
    );
    expect(canonical(og, { headers })).toBe('https://quay.example/header');
    expect(canonical(og)).toBe('https://quay.example/og');
    expect(canonical(og, { headers: { Link: '</x>; rel=next' } })).toBe('https://quay.example/og');
    expect(canonical('<p>')).toBeUndefined();
  });

  test.each(['www', 'm', 'mobile', 'amp', 'news'])('may be on %s.quay.example', (label) => {
    expect(canonical(link('canonical', `https://${label}.quay.example/x`))).toBe(
      `https://${label}.quay.example/x`,
    );
  });

  test.each([
    ['of another site', 'https://other.example/news/ferry-late'],
    ['of the front page', 'https://www.quay.example/'],
    ['of the section above', 'https://www.quay.example/news/'],
    ['that is none', 'mailto:x'],
  ])('is not one %s', (_name, href) => {
    expect(canonical(link('canonical', href))).toBeUndefined();
  });

  test('may be the front page with a query, or of the front page itself', () => {
    expect(canonical(link('canonical', '/?p=7'), { url: 'https://www.quay.example/?p=7&x' })).toBe(
      'https://www.quay.example/?p=7',
    );
    expect(canonical(link('canonical', '/'), { url: 'https://www.quay.example/' })).toBe(
      'https://www.quay.example/',
    );
    expect(
      canonical(link('canonical', '/'), { url: 'https://www.quay.example/?p=7' }),
    ).toBeUndefined();
  });

  test.each(['amp', 'print', 'full', 'index.html', 'index.php', '2'])(
    'may be that above /%s',
    (last) => {
      expect(canonical(link('canonical', url), { url: `${url}/${last}` })).toBe(url);
      expect(canonical(link('canonical', url), { url: `${url}/x-${last}` })).toBeUndefined();
    },
  );
});

const parts = (body: string, head = '', at = url) => partsIn(body, { head, at });
const words = (list: string) => list.split('|');

describe('the next page of an article', () => {
  test.each(
    words(
      'next|Next page|Go to next page|go to the next page|the next page|page suivante|suivant|nächste|nächste Seite|weiter|siguiente|página siguiente|volgende|volgende pagina|pagina successiva|次へ|次ページ|下一页|next ›|Next page »|weiter →|next >>',
    ),
  )('is behind "%s"', (text) => {
    expect(parts(`<a href="?page=2">${text.replaceAll('>', '&gt;')}</a>`).nextPageUrl).toBe(
      `${url}?page=2`,
    );
    expect(
      parts(`<a href="?page=2">${text.replaceAll('>', '&gt;')} x</a>`).nextPageUrl,
    ).toBeUndefined();
  });

  test('is what the head or a link says is next', () => {
    expect(parts('', link('next', `${url}?page=2`)).nextPageUrl).toBe(`${url}?page=2`);
    expect(parts('<a rel="next" href="?page=2">2</a>').nextPageUrl).toBe(`${url}?page=2`);
    expect(parts('', link('next', '/news/other')).nextPageUrl).toBeUndefined();
  });

  test.each([
    '-2',
    '/2',
    '_2',
    ',2',
    '/page/2',
    '-page-2',
    '/seite-2',
    '-p2',
    '_s4',
    '/2/',
    '-2.html',
  ])('has the article’s address with %s', (end) => {
    expect(parts(`<a href="/news/ferry-late${end}">next</a>`).nextPageUrl).toBe(`${url}${end}`);
    const third = `/news/ferry-late${end.replace(/[24]/, '3')}`;
    expect(parts(`<a href="${third}">next</a>`, '', `${url}${end}`).nextPageUrl).toContain(third);
  });

  test.each([
    ['of another site', 'https://other.example/news/ferry-late?page=2'],
    ['of another article', '/news/bread-dear'],
    ['that is this page', url],
  ])('is none %s', (_name, href) => {
    expect(parts(`<a href="${href}">next</a>`)).toEqual({});
  });

  test('is not looked for in saved pages, on the front page, or in longer texts', () => {
    expect(parts('<a href="?page=2">next</a>', '', 'saved.html')).toEqual({});
    expect(parts('<a href="?page=2">next</a>', '', 'https://www.quay.example/')).toEqual({});
    expect(parts(`<a rel="next" href="?page=2">${'a'.repeat(40)}</a>`).nextPageUrl).toBeDefined();
    expect(parts(`<a rel="next" href="?page=2">${'a'.repeat(41)}</a>`)).toEqual({});
  });
});

describe('an article on one page', () => {
  test.each(
    words(
      'single page|View as single page|view on one page|one page|full article|Full story|show all|view all|all on one page|auf einer Seite|auf einer Seite lesen|alles auf einer Seite|pagina unica|texte intégral',
    ),
  )('is behind "%s"', (text) => {
    expect(parts(`<a href="?all">${text}</a>`)).toEqual({ singlePageUrl: `${url}?all` });
    expect(parts(`<a href="?all">${text} x</a>`)).toEqual({});
  });

  test.each(['?print', '?a=b&print=1', '/news/ferry-late/print', '/news/ferry-late/print/'])(
    'is the page to print, %s',
    (href) => {
      expect(parts(`<a href="${href}">x</a>`).singlePageUrl).toBeDefined();
    },
  );

  test('is found beside the next, the first of each', () => {
    expect(
      parts(
        '<a href="?page=2">next</a><a href="?page=3">next</a><a href="?all">view all</a><a href="?all2">view all</a>',
      ),
    ).toEqual({ nextPageUrl: `${url}?page=2`, singlePageUrl: `${url}?all` });
  });
});

walkRows('NEXT_PAGE', NEXT_PAGE);
walkRows('SINGLE_PAGE', SINGLE_PAGE);
