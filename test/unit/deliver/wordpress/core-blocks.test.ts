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
  expect(list).toEqual([
    'list',
    {},
    '<ul><!-- wp:list-item --><li>Noon</li><!-- /wp:list-item --></ul>',
  ]);
});

test('an embed that holds its words is a quote, another the link to it', () => {
  const embed = { url: 'https://social.example/1', provider: 'Social', text: 'The ferry is late.' };
  const [quote] = blocks({ ...rich, paragraphs: [], body: [{ embed }] });
  expect(quote?.[0]).toBe('quote');
  expect(quote?.[2]).toMatch(/^<blockquote class="wp-block-quote">/);
});

test('lists in a list, and the paragraphs of a quote, are blocks of their own', () => {
  const body: Record['body'] = [
    { p: 0, list: 'ul', start: true },
    { p: 1, list: 'ol', depth: 2 },
    { p: 2, cite: 'Mara' },
  ];
  const paragraphs: Record['paragraphs'] = [
    { kind: 'li', text: 'Noon' },
    { kind: 'li', text: 'Gong' },
    { kind: 'quote', text: 'We sail.' },
  ];
  const item = (inner: string) => `<!-- wp:list-item --><li>${inner}</li><!-- /wp:list-item -->`;
  const inner = `<!-- wp:list {"ordered":true} --><ol>${item('Gong')}</ol><!-- /wp:list -->`;
  const [list, quote] = blocks({ ...rich, paragraphs, body });
  expect(list![2]).toBe(`<ul>${item(`Noon${inner}`)}</ul>`);
  expect(quote![2]).toBe(
    '<blockquote class="wp-block-quote"><!-- wp:paragraph --><p>We sail.</p><!-- /wp:paragraph --><cite>Mara</cite></blockquote>',
  );
});

test('a picture of which the library has a copy stands in its place, another nowhere', () => {
  const [image] = [
    { url: 'https://x.example/a.jpg', alt: 'A "b"', caption: 'C & d', credit: 'Ann' },
  ];
  const body: Record['body'] = [{ image: 0 }, { image: 1 }];
  const given = { ...rich, body, images: [image, { url: 'https://x.example/other.jpg' }] };
  const inText = new Map([[image.url, { id: 7, url: 'https://site.example/a.jpg?x&y' }]]);
  const rights = { ...given.rights, images: 'copy' as const };
  const [block, next] = coreBlocks({ ...given, rights }, inText);
  expect(block).toEqual({
    name: 'image',
    attributes: { id: 7, sizeSlug: 'full', linkDestination: 'none' },
    html: '<figure class="wp-block-image size-full"><img src="https://site.example/a.jpg?x&amp;y" alt="A &quot;b&quot;" class="wp-image-7"/><figcaption class="wp-element-caption">C &amp; d (Ann)</figcaption></figure>',
  });
  expect(next!.name).not.toBe('image');
});
