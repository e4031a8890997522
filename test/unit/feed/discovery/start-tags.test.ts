import { expect, test } from 'vitest';
import { startTags } from '../../../../src/feed/discovery/start-tags.ts';

const tags = (text: string, ...names: string[]) =>
  [...startTags(text, names)].map(({ name, attributes }) => [name, Object.fromEntries(attributes)]);

test('start tags of the names are given in order, with their attributes decoded', () => {
  expect(
    tags(`<A HREF=/x Title='a &amp; b'><b href="/y"><base\nhref = "/z"/>`, 'a', 'base'),
  ).toEqual([
    ['a', { href: '/x', title: 'a & b' }],
    ['base', { href: '/z' }],
  ]);
});

test('the first of a repeated attribute counts', () => {
  expect(tags('<a href="1" href="2" data-href="3">', 'a')).toEqual([
    ['a', { href: '1', 'data-href': '3' }],
  ]);
});

test('a name that goes on is another', () => {
  expect(tags('<abbr href="1"><a-b href="1"></a>', 'a')).toEqual([]);
  expect(tags('<a/><a>', 'a')).toHaveLength(2);
});

test('a bracket within quotes ends no tag, and a quote that is not closed does', () => {
  expect(tags('<a title="1 > 0" href="x">', 'a')).toEqual([['a', { title: '1 > 0', href: 'x' }]]);
  expect(tags('<a href="x" title="y><a href="z">', 'a')[0]).toEqual([
    'a',
    { href: 'x', title: 'y><a href=' },
  ]);
});
