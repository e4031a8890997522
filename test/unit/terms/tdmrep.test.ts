import { describe, expect, test } from 'vitest';
import { readTdmrep } from '../../../src/terms/tdmrep.ts';

const WHERE = '/.well-known/tdmrep.json';
const reservation = (value: string, pattern: string) => ({
  signal: 'tdm-reservation',
  value,
  where: WHERE,
  pattern,
});

describe('a rule', () => {
  test.each([
    ['a number', 1, '1'],
    ['text', '1', '1'],
    ['true', true, '1'],
    ['none', 0, '0'],
  ])('reserves by %s', (_what, said, value) => {
    const rules = [{ location: '/news/*', 'tdm-reservation': said }];
    expect(readTdmrep(JSON.stringify(rules))).toEqual([reservation(value, '/news/*')]);
  });

  test('may stand alone, behind a byte order mark, with a policy', () => {
    const rule = { location: '/', 'tdm-reservation': 1, 'tdm-policy': 'https://a.example/p.json' };
    expect(readTdmrep(`\uFEFF${JSON.stringify(rule)}`)).toEqual([
      reservation('1', '/'),
      { signal: 'tdm-policy', value: 'https://a.example/p.json', where: WHERE, pattern: '/' },
    ]);
  });

  test('that is wrong is left out, and the others count', () => {
    const rules = [
      { location: '/a', 'tdm-reservation': 2 },
      { 'tdm-reservation': 1 },
      null,
      { location: '/b', 'tdm-reservation': 1 },
    ];
    expect(readTdmrep(JSON.stringify(rules))).toEqual([reservation('1', '/b')]);
  });
});

test.each(['', '<html>', '[', 'null', '"x"', '3'])('%j states nothing', (text) => {
  expect(readTdmrep(text)).toEqual([]);
});

test('of a file the first thousand rules count', () => {
  const rules = Array.from({ length: 1_001 }, (_, at) => ({
    location: `/${at}`,
    'tdm-reservation': 1,
  }));
  const read = readTdmrep(JSON.stringify(rules));
  expect([read.length, read.at(-1)?.pattern]).toEqual([1_000, '/999']);
});
