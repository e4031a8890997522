import { describe, expect, test } from 'vitest';
import {
  isLabel,
  type LineContext,
  speakersIn,
} from '../../../../../src/article/text/line-rules.ts';
import type { Block } from '../../../../../src/page/blocks/blocks.ts';
import {
  blocksIn,
  NOTHING_KNOWN,
  ruleOn as ruleOnFirst,
} from '../../../../support/article/rule-on.ts';

/** The rule that strikes the first line of the markup, where it is all of the body. */
const ruleOn = (html: string, given: (block: Block) => Partial<LineContext>) =>
  ruleOnFirst(html, (block) => ({ blocks: [block], ...given(block) }));

describe('those who speak in turn', () => {
  const speakers = (html: string) => [
    ...speakersIn(blocksIn(html), new Set(['Reporter', 'Mayor', 'Soup:', 'Soup.'])),
  ];
  const said = '<p>The soup is given.</p>';
  const name = (text: string) => `<p>${text}</p>`;

  test.each<[string, string, string[]]>([
    [
      'two with words between',
      name('Reporter') + said + name('Mayor') + said + name('Reporter'),
      ['Reporter', 'Mayor'],
    ],
    ['none where one follows itself', name('Mayor') + said + name('Mayor'), []],
    ['none where nothing stands between them', name('Reporter') + name('Mayor') + said, []],
    [
      'none where two of three have nothing between them',
      name('Reporter') + said + name('Mayor') + name('Reporter'),
      [],
    ],
    ['none that are sentences or lead to something', name('Soup:') + said + name('Soup.'), []],
    ['none that are not repeated', name('Baker') + said + name('Miller'), []],
  ])('are %s', (_who, html, names) => {
    expect(speakers(html)).toEqual(names);
  });

  test('are no labels, however often they come', () => {
    const repeated = (names: string[]) =>
      ruleOn('<p>Mayor</p>', () => ({ repeated: new Set(['Mayor']), speakers: new Set(names) }));
    expect([repeated([]), repeated(['Mayor'])]).toEqual(['repeated-label', undefined]);
  });
});

test('a refrain has less than sixty characters', () => {
  const repeated = (length: number) =>
    ruleOn(`<p>${'a'.repeat(length - 1)}.</p>`, ({ text }) => ({ repeated: new Set([text]) }));
  expect([repeated(59), repeated(60)]).toEqual([undefined, 'repeated-label']);
});

test('a caption has three hundred characters at most', () => {
  const after = (length: number) =>
    ruleOn(`<p><em>${'a'.repeat(length - 1)}.</em></p>`, (block) => ({
      known: { ...NOTHING_KNOWN, afterPicture: new Set([block]) },
    }));
  expect([after(300), after(301)]).toEqual(['caption', undefined]);
});

describe('a byline', () => {
  const by = (text: string, authors: string[] = []) =>
    ruleOn(`<p>${text}</p>`, () => ({ authors }));

  test('that begins so has less than sixty characters', () => {
    const names = 'By Ann Lee and Bob Ray and Cy Dow and Di Fox and Ed Gull';
    expect([by(names.padEnd(59, 'l')), by(names.padEnd(60, 'l'))]).toEqual(['byline', undefined]);
  });

  test('that names a writer has 140 characters at most', () => {
    const name = 'a'.repeat(120);
    const named = (length: number) => by(`${name} ${'b'.repeat(length - 121)}`, [name]);
    expect([named(140), named(141)]).toEqual(['byline', undefined]);
  });

  test('names a writer by more than four letters', () => {
    expect([by('Bola, harbour', ['bola']), by('Bolas, harbour', ['bolas'])]).toEqual([
      undefined,
      'byline',
    ]);
  });

  test('of several writers may be as long as their names and forty letters', () => {
    const authors = ['annalee', 'bobbray'];
    const beside = (letters: number) => by(`Anna Lee, Bobb Ray ${'b'.repeat(letters)}`, authors);
    expect([beside(40), beside(41)]).toEqual(['byline', undefined]);
  });
});

test('in a list a date is the page’s by its label alone', () => {
  const item = (text: string) => ruleOn(`<ul><li>${text}</li></ul>`, () => ({}));
  expect([item('Updated: 9 March 2026'), item('9 March 2026')]).toEqual(['timestamp', undefined]);
});

describe('a line that stands on other pages', () => {
  const shared = (html: string, isShared = true) =>
    ruleOn(html, (block) => ({ onOtherPages: new Set(isShared ? [block] : []) }));

  test('is the template’s with a second sign', () => {
    expect(
      shared(
        '<p>Stories from the quay, told every week to all who would rather hear them than read them at home</p>',
      ),
    ).toBe('on-other-pages');
    expect(
      shared(
        '<p>Stories from the quay, told every week to all who would rather hear them than read them at home</p>',
        false,
      ),
    ).toBeUndefined();
  });

  test.each([
    '<h2>Stories from the quay</h2>',
    '<p>Additional reporting by Ann Lee in Port Else and by others who are on the outer islands this week</p>',
    '<p>The storm has cost the town nine boats so far.</p>',
  ])('is the article’s: %s', (html) => {
    expect(shared(html)).toBeUndefined();
  });
});

test('what a list’s item, a heading or a cell’s heading says is no loose label', () => {
  const loose = (html: string) => ruleOn(html, () => ({ usesParagraphs: true }));
  expect([loose('<ul><li>Soup</li></ul>'), loose('<blockquote>Soup</blockquote>')]).toEqual([
    undefined,
    undefined,
  ]);
});

test('a credit is no label', () => {
  const label = (text: string) => isLabel(blocksIn(`<p>${text}</p>`)[0]!);
  expect([label('Additional reporting by Ann Lee'), label('Additional soup by Ann Lee')]).toEqual([
    false,
    true,
  ]);
});
