import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { selectorFault } from '../../../src/config/css-selector.ts';

const page = load('<main><p class="a">one</p><p>two</p></main>');

describe('a selector that is let through', () => {
  test.each([
    'p',
    'main > p.a, h2 ~ p',
    '[data-x^="y" i]',
    'div:not(.paywall)',
    'p:has(> a:first-child)',
    ':is(h2, h3):nth-child(2n + 1)',
    'p:nth-last-of-type(odd):contains("two")',
    'p:icontains(TWO)',
    ':where(p):matches(.a)',
    '.md\\:flex, p.\\31 0',
    'p:contains(a. b), a[href$=".pdf"], a[href*=#top]',
    ':root p:only-child:last-child:only-of-type:first-of-type:last-of-type:empty',
    ':any-link, :link, :header, :parent',
  ])('%s works on a page', (selector) => {
    expect(selectorFault(selector)).toBeUndefined();
    expect(() => page(selector).length).not.toThrow();
  });
});

describe('a selector that is refused', () => {
  test.each([
    '',
    ' ',
    'div[',
    'p:is(',
    '.',
    'a,',
    '> p',
    'p >',
    'a >> b',
    'p:not()',
    'div.[x',
    'div.[x]',
    'a..b',
    'p.#x',
    '#.a',
    'p. a',
  ])('%j, for its syntax', (selector) => expect(selectorFault(selector)).toBe('syntax'));

  test.each([
    'p:hovr',
    'p::before',
    'p:nth-child(x)',
    'p:nth-child',
    'p:eq(1)',
    'svg|a',
    'a || b',
    'p:not(:foo)',
  ])('%s, for what no page can be searched by', (selector) =>
    expect(selectorFault(selector)).toBe('unsupported'),
  );
});

test.each(['even', 'ODD', ' 3 ', '-1', '+2', 'n', '2n', '-n+3', '2n - 1', '+3N'])(
  ':nth-child(%s) and its kin are counted',
  (formula) => {
    const kin = ['nth-child', 'nth-last-child', 'nth-of-type', 'nth-last-of-type'];
    for (const name of kin) expect(selectorFault(`p:${name}(${formula})`)).toBeUndefined();
  },
);

test.each(['n2', 'evens', '2m', '1.5', '2n +', '--1'])(':nth-child(%s) is not', (formula) => {
  expect(selectorFault(`p:nth-child(${formula})`)).toBe('unsupported');
});
