import { describe, expect, test } from 'vitest';
import {
  ruledAuthors,
  ruledDate,
  ruledLink,
  ruledOr,
  ruledText,
  ruledTexts,
} from '../../../../src/article/rules/ruled-fields.ts';
import type { RuleMatches } from '../../../../src/article/rules/source-rules.ts';
import { elementOf, pageOf } from '../../../support/site/page-of.ts';

/** As if every rule matched these elements. */
const matching = (...elements: string[]): RuleMatches =>
  ({ of: () => elements.map((html) => elementOf(html, /^<(\w+)/.exec(html)?.[1] ?? '')) }) as never;
const NONE: RuleMatches = { of: () => undefined } as never;

test('what a rule gives comes before what was found', () => {
  const found = { value: 'found', from: 'meta' } as const;
  expect(ruledOr('ruled', found)).toEqual({ value: 'ruled', from: 'rule' });
  expect(ruledOr<string>(undefined, found)).toBe(found);
  expect(ruledOr<string>(undefined, undefined)).toBeUndefined();
});

describe('a rule gives', () => {
  test('the text of the first match, if it has any', () => {
    expect(ruledText(matching('<p> Bread  is <b>dear</b></p>', '<p>Salt</p>'), 'title')).toBe(
      'Bread is dear',
    );
    expect(ruledText(matching('<p> </p>', '<p>Salt</p>'), 'title')).toBeUndefined();
    expect(ruledText(NONE, 'title')).toBeUndefined();
  });

  test('the texts of all matches', () => {
    expect(ruledTexts(matching('<p>Bread</p>', '<p> </p>', '<p>Salt</p>'), 'taxonomy')).toEqual([
      'Bread',
      'Salt',
    ]);
    expect(ruledTexts(matching('<p> </p>'), 'taxonomy')).toBeUndefined();
    expect(ruledTexts(NONE, 'taxonomy')).toBeUndefined();
  });

  test('the writers, each once', () => {
    expect(
      ruledAuthors(matching('<p>By Ann Lee and Bob Ray</p>', '<meta content="Ann Lee">')),
    ).toEqual([{ name: 'Ann Lee' }, { name: 'Bob Ray' }]);
    expect(ruledAuthors(matching('<p>…</p>'))).toBeUndefined();
    expect(ruledAuthors(NONE)).toBeUndefined();
  });

  test.each([
    [
      '<time datetime="2024-03-09" content="2024-03-10">11 March 2024</time>',
      '2024-03-09T00:00:00Z',
    ],
    ['<meta content="2024-03-10">', '2024-03-10T00:00:00Z'],
    ['<time>11 March 2024</time>', '2024-03-11T00:00:00Z'],
    ['<time>soon</time>', undefined],
  ])('the date of %s', (element, date) => {
    expect(ruledDate(matching('<p>soon</p>', element))).toBe(date);
  });

  test('a link, by the page’s address', () => {
    const page = pageOf('<p>', { url: 'https://quay.example/a/1' });
    expect(ruledLink(matching('<a href="2">2</a>'), 'nextPage', page)).toBe(
      'https://quay.example/a/2',
    );
    expect(ruledLink(matching('<a>2</a>'), 'nextPage', page)).toBeUndefined();
    expect(ruledLink(NONE, 'nextPage', page)).toBeUndefined();
    expect(ruledDate(NONE)).toBeUndefined();
  });
});
