import { expect, test } from 'vitest';
import { sampleJobs, type ArticleRecord } from '../../../../consumer/index.js';
import type { ArticleRecord as Record } from '../../../../src/article-record.ts';
import { coreBlocks } from '../../../../src/deliver/wordpress/core-blocks.ts';

const jobs = sampleJobs();
const rich = jobs['publish-rich'].record as ArticleRecord as Record;
const blocks = (record: Record) =>
  coreBlocks(record).map(({ name, attributes = {}, html }) => [name, attributes, html] as const);

test('each kind of block of a body is one of the editor’s own, with the class that it gives', () => {
  expect(
    blocks(rich).map(([name, attributes, html]) => [name, attributes, /^<[^>]*>/.exec(html)?.[0]]),
  ).toEqual([
    ['paragraph', {}, '<p>'],
    ['table', {}, '<figure class="wp-block-table">'],
    ['heading', {}, '<h2>'],
    ['list', { ordered: true }, '<ol>'],
    ['quote', {}, '<blockquote class="wp-block-quote">'],
    ['paragraph', {}, '<p>'],
    ['code', {}, '<pre class="wp-block-code">'],
    ['separator', {}, '<hr class="wp-block-separator has-alpha-channel-opacity"/>'],
    ['html', {}, '<dl>'],
    ['paragraph', { className: 'newsrelay-credit' }, '<p class="newsrelay-credit">'],
    ['paragraph', { className: 'newsrelay-attribution' }, '<p class="newsrelay-attribution">'],
  ]);
});

test('a heading below the second level says its level, and a list without numbers says nothing', () => {
  const body: Record['body'] = [
    { p: 0, level: 3 },
    { p: 1, list: 'ul' },
  ];
  const paragraphs: Record['paragraphs'] = [
    { kind: 'h', text: 'Times' },
    { kind: 'li', text: 'Noon' },
  ];
  const [heading, list] = blocks({ ...rich, paragraphs, body });
  expect(heading).toEqual(['heading', { level: 3 }, '<h3>Times</h3>']);
  expect(list).toEqual(['list', {}, '<ul><li>Noon</li></ul>']);
});

test('an embed that holds its words is a quote, another the link to it', () => {
  const embed = { url: 'https://social.example/1', provider: 'Social', text: 'The ferry is late.' };
  const [quote] = blocks({ ...rich, paragraphs: [], body: [{ embed }] });
  expect(quote?.[0]).toBe('quote');
  expect(quote?.[2]).toMatch(/^<blockquote class="wp-block-quote">/);
});
