import { describe, expect, test } from 'vitest';
import { sharedTopicsOf } from '../../../src/record/shared-topics.ts';

const shared = (...from: string[]) => [{ path: 'world/asia', name: 'Asia', from }];
const topics = (...paths: string[]) =>
  paths.map((path) => ({ path, name: path.split('/').at(-1) ?? '' }));

describe('a name', () => {
  test.each([
    ['Asien', 'zeitung/asien'],
    ['Asia', 'fox-news/world/asia'],
    ['asia', 'post/asia/japan'],
    ['विदेश', 'patrika/विदेश'],
  ])('%s finds %s', (from, path) => {
    expect(sharedTopicsOf(topics(path), shared(from))).toEqual([
      { path: 'world/asia', name: 'Asia', shared: true },
    ]);
  });

  test.each([
    ['Asia', 'post/asiago-cheese'],
    ['Asia', 'post/south-asia'],
  ])('%s does not find %s', (from, path) => {
    expect(sharedTopicsOf(topics(path), shared(from))).toEqual([]);
  });
});

describe('a path', () => {
  test.each([
    ['*/asia', 'post/world/asia'],
    ['post/world/*', 'post/world/asia'],
    ['*/asia*/economy', 'post/asia-pacific/economy'],
    ['POST/asia', 'post/asia'],
    ['*/*', 'post/anything'],
  ])('%s finds %s', (from, path) => {
    expect(sharedTopicsOf(topics(path), shared(from))).toHaveLength(1);
  });

  test.each([
    ['*/asia', 'post/asia/japan'],
    ['post/asia', 'post/world/asia'],
    ['post/a*a', 'post/a'],
    ['*/ab*b', 'x/ab'],
  ])('%s does not find %s', (from, path) => {
    expect(sharedTopicsOf(topics(path), shared(from))).toEqual([]);
  });
});

test('Topics come in the order of the config, each once.', () => {
  const config = [
    { path: 'b', name: 'B', from: ['post/*', 'one'] },
    { path: 'a', name: 'A', from: ['one'] },
  ];
  expect(sharedTopicsOf(topics('post/one', 'post/two'), config).map(({ path }) => path)).toEqual([
    'b',
    'a',
  ]);
});
