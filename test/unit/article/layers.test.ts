import { expect, test } from 'vitest';
import { firstFound, type Layer } from '../../../src/article/layers.ts';
import { scrapeArticle } from '../../../src/article/scrape.ts';
import { PARAGRAPHS } from './ferry-page.ts';

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
  const outcome = scrapeArticle({
    siteName: undefined,
    url: 'https://quay.example/late',
    html: `<html><head><title>Ferry late again</title></head><body><article><h1>Ferry late again</h1><p>By Ann Lee</p><p>4 May 2026</p>${PARAGRAPHS}</article></body></html>`,
  });
  if (outcome.kind !== 'article') throw new Error(outcome.message);
  const { title, authors, publishedAt } = outcome.article;
  expect([title, authors, publishedAt].map((found) => found?.layer)).toEqual([
    'the heading that another place repeats',
    'the byline near the headline',
    'the date that a reader sees',
  ]);
});
