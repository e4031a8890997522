import { expect, test } from 'vitest';
import { firstFound, type Layer } from '../../../src/article/layers.ts';
import { scraped } from './page-fixture.ts';

const layers: Layer<string, string>[] = [
  { name: 'before the colon', from: 'jsonld', find: (text) => /^(\w+):/.exec(text)?.[1] },
  { name: 'the last word', from: 'text', find: (text) => /\w+$/.exec(text)?.[0] },
];

test('the first layer that answers gives the field and its name', () => {
  expect(firstFound(layers, 'soup: cold')).toEqual({
    value: 'soup',
    from: 'jsonld',
    layer: 'before the colon',
  });
  expect(firstFound(layers, 'cold soup')).toMatchObject({ value: 'soup', from: 'text' });
  expect(firstFound(layers, '…')).toBeUndefined();
});

test('an article says which layer gave its title, authors and dates', () => {
  const { title, authors, publishedAt } = scraped('lazy-pictures-with-captions');
  for (const found of [title, authors, publishedAt]) expect(found?.layer).toMatch(/^[a-z]/);
});
