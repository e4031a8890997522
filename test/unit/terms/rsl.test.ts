import { describe, expect, test } from 'vitest';
import { readRsl } from '../../../src/terms/rsl.ts';

const document = (license: string, url = '/') =>
  `<?xml version="1.0"?><rsl xmlns="https://rslstandard.org/rsl"><content url="${url}">${license}</content></rsl>`;
const license = (inside: string) => `<license>${inside}</license>`;
const valuesOf = (xml: string) => readRsl(xml, 'terms.xml').map(({ value }) => value);

describe('what a licence asks that bears on showing articles', () => {
  test.each([
    ['nothing', license('<permits type="usage">all</permits>'), 'permitted'],
    ['all is prohibited', license('<prohibits type="usage">all</prohibits>'), 'prohibits: all'],
    ['search is prohibited', license('<prohibits>search</prohibits>'), 'prohibits: search'],
    [
      'only training is prohibited',
      license('<permits>search</permits><prohibits>ai-train, ai-input</prohibits>'),
      'permitted',
    ],
    [
      'other uses are named than ours',
      license('<permits type="usage">ai-train</permits>'),
      'permits only: ai-train',
    ],
    ['a place is excluded', license('<prohibits type="geo">DE</prohibits>'), 'prohibits: de'],
    [
      'subscription',
      license('<payment type="subscription"><standard>https://s.example/</standard></payment>'),
      'payment: subscription',
    ],
    ['attribution alone', license('<payment type="attribution"/>'), 'permitted'],
    ['payment for training alone', license('<payment type="training"/>'), 'permitted'],
    [
      'a free licence beside a paid one',
      license('<payment type="purchase"/>') + license('<payment type="free"/>'),
      'permitted',
    ],
  ])('%s', (_what, licenses, value) => {
    expect(valuesOf(document(licenses))).toEqual([value]);
  });
});

test('prefixes, capitals and comments are read over', () => {
  const xml = `<r:RSL xmlns:r="https://rslstandard.org/rsl"><!-- a --><r:Content url="/x">
    <r:License><r:Prohibits type="usage"><![CDATA[all]]></r:Prohibits></r:License></r:Content></r:RSL>`;
  expect(readRsl(xml, 'here')).toEqual([
    { signal: 'rsl', value: 'prohibits: all', where: 'here', pattern: '/x' },
  ]);
});

test('each content has terms of its own', () => {
  const prohibited = license('<prohibits>all</prohibits>');
  const xml = `${document(prohibited, '/paid/*')}${document(license(''), 'https://b.example/free')}`;
  expect(readRsl(xml, 'x')).toMatchObject([
    { value: 'prohibits: all', pattern: '/paid/*' },
    { value: 'permitted', pattern: '/free', host: 'b.example' },
  ]);
});

test.each(['', 'no xml at all', '<html><body>Not found</body></html>', '<rsl><content'])(
  '%j states nothing',
  (text) => expect(readRsl(text, 'x')).toEqual([]),
);

test('a document is read up to half a million characters', () => {
  const after = (characters: number) => {
    const begin = `<rsl xmlns="https://rslstandard.org/rsl">`;
    const content = `<content url="/">${license('<prohibits>all</prohibits>')}</content>`;
    return `${begin}${' '.repeat(characters - begin.length - content.length)}${content}</rsl>`;
  };
  expect(valuesOf(after(500_000))).toEqual(['prohibits: all']);
  expect(valuesOf(after(600_000))).toEqual([]);
});
