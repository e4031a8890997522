import { expect, test } from 'vitest';
import { isSameArticle } from '../../../src/article/same-article.ts';

interface Given {
  id?: string;
  title?: string;
  authors?: string[];
  at?: string;
}

const from = 'text' as const;
const identity = ({ id, title, authors, at }: Given) => ({
  ...(id && { nativeId: { value: id, from } }),
  ...(title && { title: { value: title, from } }),
  ...(authors && { authors: { value: authors.map((name) => ({ name })), from } }),
  ...(at && { publishedAt: { value: at, from } }),
});

const LATE = 'Ferry to the outer islands is late again';
const SOUP = 'Soup kitchen closes for a week';

test.each<[string, Given, Given]>([
  ['one id, whatever their headlines', { id: '7', title: LATE }, { id: '7', title: SOUP }],
  ['one headline', { title: LATE }, { title: LATE }],
  ['three quarters of a headline', { title: 'Ferries' }, { title: 'Ferrie boat' }],
  ['one headline with a number', { title: LATE }, { title: `${LATE} – page 2` }],
  ['one headline and an id on the first alone', { title: LATE, id: '7' }, { title: LATE }],
  ['one writer of several', { authors: ['Ann Lee', 'Bob Ray'] }, { authors: ['ANN LEE'] }],
  [
    'one moment and nothing else',
    { title: LATE, at: '2026-05-04T08:00:00Z' },
    { at: '2026-05-04T08:00:00Z' },
  ],
])('two pages with %s are one article', (_what, one, other) => {
  expect(isSameArticle(identity(one), identity(other))).toBe(true);
  expect(isSameArticle(identity(other), identity(one))).toBe(true);
});

test.each<[string, Given, Given]>([
  ['two ids', { id: '7', title: LATE }, { id: '8', title: LATE }],
  ['two headlines', { title: LATE }, { title: SOUP }],
  [
    'two headlines by one writer',
    { title: LATE, authors: ['Ann Lee'] },
    { title: SOUP, authors: ['Ann Lee'] },
  ],
  [
    'one headline of a column by two writers',
    { title: LATE, authors: ['Ann Lee'] },
    { title: LATE, authors: ['Bob Ray'] },
  ],
  ['half of a headline', { title: 'Ferries' }, { title: 'Ferri boats' }],
  [
    'two moments and no headline on one',
    { title: LATE, at: '2026-05-04T08:00:00Z' },
    { at: '2026-05-04T09:00:00Z' },
  ],
  ['an id on one alone and nothing else', { id: '7' }, {}],
  ['nothing in common', { title: LATE }, { authors: ['Ann Lee'] }],
])('two pages with %s are two articles', (_what, one, other) => {
  expect(isSameArticle(identity(one), identity(other))).toBe(false);
});
