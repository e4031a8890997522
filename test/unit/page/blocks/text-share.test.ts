import { expect, test } from 'vitest';
import { holdsMostOfPage } from '../../../../src/page/blocks/text-share.ts';
import { elementOf } from '../../../support/site/page-of.ts';

const words = (count: number) => 'oars '.repeat(count);

test.each([
  ['more than half of the page’s letters', `<div><p>${words(6)}</p></div><p>${words(4)}</p>`, true],
  ['a letter more than half of them', `<div><p>${words(5)}s</p></div><p>${words(5)}</p>`, true],
  ['half of them', `<div><p>${words(5)}</p></div><p>${words(5)}</p>`, false],
  [
    'more with a script that nobody reads',
    `<div><p>${words(4)}</p><script>${words(9)}</script></div><p>${words(6)}</p>`,
    false,
  ],
  ['blanks', `<div>${' '.repeat(900)}</div><p>${words(1)}</p>`, false],
])('An element that holds %s holds most of it: %s %s', (_, body, isMost) => {
  const html = `<html><body>${body.replaceAll('oars ', 'oars')}</body></html>`;
  expect(holdsMostOfPage(elementOf(html, 'div'))).toBe(isMost);
});
