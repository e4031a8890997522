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

test('a value is kept to 500 characters, a pattern to 1,000', () => {
  const [kept] = statement(said('x'.repeat(501)), `/${'a'.repeat(999)}`);
  expect(kept?.value).toHaveLength(500);
  expect(kept?.pattern).toHaveLength(1_000);
  expect(statement(said('0'), `/${'a'.repeat(1_000)}`)).toEqual([]);
});

test.each([
  ['https://Lantern.example', { host: 'lantern.example', pattern: '' }],
  ['https://lantern.example?page=*', { host: 'lantern.example', pattern: '/?page=*' }],
  ['http://lantern.example*', { host: 'lantern.example*', pattern: '' }],
  ['  *.pdf ', { pattern: '*.pdf' }],
  ['news', { pattern: '/news' }],
])('%s is about %j', (about, place) => {
  expect(statement(said('1'), about)).toEqual([{ ...said('1'), ...place }]);
});

test('of what is equally specific all counts, and what another signal says beside it', () => {
  const other = { ...said('1'), signal: 'tdm-policy' };
  const statements = [
    ...statement(said('0'), '/news'),
    ...statement(said('1'), '/news'),
    ...statement(other, '/'),
  ];
  expect(statedFor(statements, url)).toEqual([said('0'), said('1'), other]);
});
