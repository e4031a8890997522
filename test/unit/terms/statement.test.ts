import { describe, expect, test } from 'vitest';
import { statedFor, statement } from '../../../src/terms/statement.ts';

const said = (value: string, where = 'tdmrep') => ({ signal: 'tdm-reservation', value, where });
const url = new URL('https://lantern.example/news/2026/ferry?page=2');
const valuesFor = (...patterns: string[]) =>
  statedFor(
    patterns.flatMap((pattern) => statement(said(pattern), pattern)),
    url,
  ).map(({ value }) => value);

describe('a statement holds for', () => {
  test.each([
    ['the whole site', ''],
    ['a folder', '/news/'],
    ['a pattern', '/*/ferry'],
    ['a path without its slash', 'news/2026'],
    ['an address', 'https://lantern.example/news/*'],
    ['any host', 'https://*/news'],
  ])('%s', (_what, pattern) => {
    expect(valuesFor(pattern)).toEqual([pattern]);
  });

  test.each([
    ['another folder', '/sport/'],
    ['an end that is not there', '/news$'],
    ['another host', 'https://elsewhere.example/news/*'],
  ])('not for %s', (_what, pattern) => {
    expect(valuesFor(pattern)).toEqual([]);
  });
});

test('of what one place states the most specific counts, and what another states beside it', () => {
  const statements = [
    ...statement(said('1'), '/'),
    ...statement(said('0'), '/news/2026/'),
    ...statement(said('1', 'robots.txt'), '/'),
  ];
  expect(statedFor(statements, url)).toEqual([said('0'), said('1', 'robots.txt')]);
});

test('a pattern too long to be kept whole is left out, since cut it would say more', () => {
  expect(statement(said('0'), `/${'a'.repeat(2_000)}`)).toEqual([]);
});
