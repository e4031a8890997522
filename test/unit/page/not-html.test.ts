import { expect, test } from 'vitest';
import { findMisfit } from '../../../src/page/not-html.ts';

test.each([
  ['', 'The page is empty.'],
  [' \n\t', 'The page is empty.'],
  ['%PDF-1.7 <a>', 'like a binary file'],
  ['\ufffdPNG\r\n <a>', 'like a binary file'],
  ['GIF89a <a>', 'like a binary file'],
  ['PK\u0003\u0004 <a>', 'like a binary file'],
  ['<p>a\u0000b</p>', 'like a binary file'],
  ['{"a": 1}', 'like JSON'],
  [' [1]', 'like JSON'],
  ['<rss version="2.0">', 'like a feed or a sitemap'],
  ['<?xml version="1.0"?>\n<feed xmlns="x">', 'like a feed or a sitemap'],
  ['<urlset>', 'like a feed or a sitemap'],
  [' <sitemapindex>', 'like a feed or a sitemap'],
  ['Bread is dear. 1 < 2', 'like plain text'],
])('%j is no page: %s', (text, said) => {
  expect(findMisfit(text)?.message).toContain(said);
  expect(findMisfit(text)?.code).toBe(said.includes('empty') ? 'empty-page' : 'not-html');
});

test.each([
  '<p>Bread',
  '<!doctype html>',
  '</p>',
  '<?xml version="1.0"?><html>',
  '<feeds>',
  '{{template}} <p>Bread',
  'PKs are dear <b>now</b>',
  `${'Bread. '.repeat(400)}<p>`,
  `<p>${'Bread. '.repeat(400)}\u0000`,
])('%j is read as a page', (text) => {
  expect(findMisfit(text)).toBeUndefined();
});

test('what a text is shows in its first two thousand characters', () => {
  const at = (place: number) => findMisfit(`<p>${'a'.repeat(place - 3)}\u0000</p>`)?.code;
  expect([at(1_999), at(2_000)]).toEqual(['not-html', undefined]);
});
