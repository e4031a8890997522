import { expect, test } from 'vitest';
import { isAskedFor } from '../../../src/monitor/articles.ts';

const ARTICLE = {
  id: 'b3f1c2d4-0000-4000-8000-000000000000',
  atMs: 0,
  sourceId: 'harbour',
  title: 'Café on the Pier reopens',
  url: 'https://harbour.example/Pier/cafe',
  action: 'update' as const,
  mode: 'full',
};

test.each([
  {},
  { sources: [] },
  { sources: ['mill', 'harbour'] },
  { action: 'update' as const },
  { search: '' },
  { search: 'B3F1' },
  { search: 'PIER cafe' },
  { search: 'reop' },
  { search: 'example/Pier' },
  { sources: ['harbour'], action: 'update' as const, search: 'café' },
])('an article is asked for by %j', (filter) => {
  expect(isAskedFor(ARTICLE, filter)).toBe(true);
});

test.each([
  { sources: ['mill'] },
  { action: 'publish' as const },
  { search: 'f1c2' },
  { search: 'pier closes' },
  { search: 'example/pier' },
  { sources: ['harbour'], action: 'withdraw' as const },
  { sources: ['mill'], search: 'café' },
])('it is not by %j', (filter) => {
  expect(isAskedFor(ARTICLE, filter)).toBe(false);
});
