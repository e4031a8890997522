import { describe, expect, test } from 'vitest';
import { dateRulesOf } from '../../../../src/article/dates/dates.ts';
import { pageOf } from '../../../support/site/page-of.ts';
import { articleOf, BODY, ld, type Parts, stated } from './dated-page.ts';

const url = 'https://quay.example/a';
const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;
const state = `<script type="application/json">${JSON.stringify({
  story: { headline: 'Ferry late again', publishedAt: '2026-03-09' },
})}</script>`;

describe('a page was published', () => {
  test.each<[string, Parts]>([
    ['structured data', { head: stated('2026-03-09') }],
    ['metadata', { head: meta('article:published_time', '2026-03-09') }],
    [
      'the property datePublished',
      { after: '<abbr itemprop="datePublished" title="2026-03-09">9:00</abbr>' },
    ],
    ['the date that a reader sees', { below: '<div>9 March 2026</div>' }],
    ['metadata of the page rather than of the story', { head: meta('date', '2026-03-09') }],
    [
      'a date elsewhere on the page',
      { after: '<p><a href="/a"><time datetime="2026-03-09">9 March</time></a></p>', url },
    ],
    ['the state for the page’s scripts', { after: state, url }],
    ['the day in the address', { url: 'https://quay.example/2026/03/09/a' }],
  ])('as %s says where nothing else does', (layer, parts) => {
    const { publishedAt } = articleOf(parts);
    expect([publishedAt?.layer, publishedAt?.value]).toEqual([layer, '2026-03-09T00:00:00Z']);
  });

  test.each<[string, Parts]>([
    [
      'structured data',
      { head: meta('article:published_time', '2026-03-08') + stated('2026-03-09') },
    ],
    [
      'metadata',
      {
        head: meta('article:published_time', '2026-03-09'),
        after: '<abbr itemprop="datePublished" title="2026-03-08">9:00</abbr>',
      },
    ],
    [
      'the property datePublished',
      {
        after: '<abbr itemprop="datePublished" title="2026-03-09">9:00</abbr>',
        below: '<div>8 March 2026</div>',
      },
    ],
    [
      'the date that a reader sees',
      { below: '<div>9 March 2026</div>', head: meta('date', '2026-03-08') },
    ],
    [
      'metadata of the page rather than of the story',
      {
        head: meta('date', '2026-03-09'),
        after: '<p><a href="/a"><time datetime="2026-03-08">8 March</time></a></p>',
        url,
      },
    ],
    [
      'a date elsewhere on the page',
      {
        after: `<p><a href="/a"><time datetime="2026-03-09">9 March</time></a></p>${state.replace('03-09', '03-08')}`,
        url,
      },
    ],
    [
      'the state for the page’s scripts',
      { after: state, url: 'https://quay.example/2026/03/08/a' },
    ],
  ])('as %s says, before the places of less weight', (layer, parts) => {
    const { publishedAt } = articleOf(parts);
    expect([publishedAt?.layer, publishedAt?.value]).toEqual([layer, '2026-03-09T00:00:00Z']);
  });
});

describe('a page was changed', () => {
  const changed = '2026-03-12T09:00:00Z';
  test.each<[string, Parts]>([
    [
      'structured data',
      {
        head:
          meta('article:modified_time', '2026-03-11') +
          ld({ headline: 'Ferry late again', author: 'Ann Lee', dateModified: changed }),
      },
    ],
    [
      'metadata',
      {
        head: meta('article:modified_time', changed),
        after: '<abbr itemprop="dateModified" title="2026-03-11">9:00</abbr>',
      },
    ],
    [
      'the property dateModified',
      {
        after: `<abbr itemprop="dateModified" title="${changed}">9:00</abbr>`,
        body: `${BODY}<p>Updated: 11 March 2026</p>`,
      },
    ],
    ['a line that begins with "updated"', { body: `${BODY}<p>Updated: 12 March 2026, 09:00</p>` }],
  ])('as %s says, before the places of less weight', (layer, parts) => {
    const { modifiedAt } = articleOf({ ...parts, url });
    expect([modifiedAt?.layer, modifiedAt?.value]).toEqual([layer, changed]);
  });
});

describe('the month stands first in 3/4/2026', () => {
  const isFirst = (lang: string, host = 'quay.example') =>
    dateRulesOf(pageOf(`<html lang="${lang}">`, { url: `https://${host}/1` })).monthFirst;

  test.each([
    ['en', true],
    ['en-US', true],
    ['en_us', true],
    ['en-GB', false],
    ['de-US', false],
    ['den', false],
    ['', false],
  ])('in the language “%s”: %s', (lang, expected) => {
    expect(isFirst(lang)).toBe(expected);
  });

  test.each('uk au nz ie in za eu de fr it es nl ng ke lk pk'.split(' '))(
    'not in English of a .%s',
    (top) => {
      expect(isFirst('en', `quay.${top}`)).toBe(false);
      expect(isFirst('en', `quay.${top}.com`)).toBe(true);
    },
  );
});
