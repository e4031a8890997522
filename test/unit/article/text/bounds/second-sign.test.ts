import { describe, expect, test } from 'vitest';
import {
  isSetApart,
  secondSign,
  secondSignOfNote,
  secondSignOfTemplate,
  type Witnesses,
} from '../../../../../src/article/text/second-sign.ts';
import type { Wording } from '../../../../../src/article/text/wordings/wording.ts';
import { type Block, readBlocks } from '../../../../../src/page/blocks/blocks.ts';
import { treeOf } from '../../../../support/site/page-of.ts';
import { amidText, OF_THE_QUAY, soupWording } from '../soup.ts';

type Given = Partial<Witnesses> | ((block: Block) => Partial<Witnesses>);

/** The line that holds the word soup, between seven paragraphs and seven, and what is known beside it. */
function lineOf(html: string, given: Given = {}): [Block, Witnesses] {
  const { blocks } = readBlocks(treeOf(amidText(html)).document);
  const block = blocks.find(({ text }) => /soup|汤/i.test(text))!;
  return [
    block,
    {
      ...OF_THE_QUAY,
      blocks,
      ...(typeof given === 'function' ? given(block) : given),
    },
  ];
}
const sign = (html: string, changes: Partial<Wording> = {}, given: Given = {}) =>
  secondSign(soupWording(changes), ...lineOf(html, given));
const noted = (html: string, changes: Partial<Wording> = {}, given: Given = {}) =>
  secondSignOfNote(soupWording(changes), ...lineOf(html, given));
const LINE = '<p>The soup is hot now.</p>';

describe('an element that is named as no part of the text', () => {
  const around = (before: number, after: number) =>
    sign(`<div class="promo">${'<p>x</p>'.repeat(before)}${LINE}${'<p>x</p>'.repeat(after)}</div>`);

  test('has less than six lines before the one in it, and after it', () => {
    expect([around(5, 0), around(6, 0), around(0, 5), around(0, 6), around(5, 5)]).toEqual([
      'its element is named so',
      undefined,
      'its element is named so',
      undefined,
      'its element is named so',
    ]);
  });

  test('may stand around another, and is not the one that is named as the text', () => {
    expect(sign(`<div class="promo"><section><div>${LINE}</div></section></div>`)).toBe(
      'its element is named so',
    );
    expect(sign(`<div class="article-body">${LINE}</div>`)).toBeUndefined();
  });

  test('is not that of the whole page, unless the page is one line', () => {
    const inBox = (html: string) => {
      const { blocks } = readBlocks(treeOf(`<div class="promo">${html}</div>`).document);
      const [, witnesses] = lineOf(LINE);
      return secondSign(soupWording(), blocks[0]!, { ...witnesses, blocks });
    };
    expect([inBox(LINE), inBox(`${LINE}<p>Bread.</p>`)]).toEqual([
      'its element is named so',
      undefined,
    ]);
  });
});

describe('what else is known of a line', () => {
  const shared = (block: Block): Partial<Witnesses> => ({ onOtherPages: new Set([block]) });

  test('that it stands on other pages is a sign of a template and of a note', () => {
    expect([sign(LINE, {}, shared), noted(LINE, {}, shared)]).toEqual([
      'it stands on other pages too',
      'it stands on other pages too',
    ]);
  });

  test('a name has five letters', () => {
    const named = (name: string) =>
      sign('<p>The soup of Quays is hot.</p>', {}, { siteNames: [name] });
    expect([named('quay'), named('quays')]).toEqual([undefined, 'it names the site']);
  });

  test('a label leads to a headline, which is no sentence and begins with a capital', () => {
    const label = (text: string) => sign(`<p>${text}</p>`, { appliesTo: 'label', words: 'note' });
    expect([label('Note: The soup is hot now.'), label('Note: why the soup is hot now?')]).toEqual([
      undefined,
      undefined,
    ]);
    expect(label('Note: Why is the soup hot now?')).toBe('a headline follows it');
  });

  test('only a paragraph is none like the others', () => {
    const apart = (html: string, usesParagraphs = true) => sign(html, {}, { usesParagraphs });
    expect([
      apart('<div>The soup is hot now.</div>'),
      apart('<ul><li>The soup is hot now.</li></ul>'),
      apart(LINE),
      apart('<div>The soup is hot now.</div>', false),
    ]).toEqual(['it is no paragraph like the others', undefined, undefined, undefined]);
  });

  test('who is spoken to counts beside a link alone', () => {
    expect(sign('<p>The soup is yours now.</p>')).toBeUndefined();
    expect(sign('<p>The <a href="/x">soup</a> is hot now.</p>')).toBeUndefined();
  });
});

describe('who speaks is told by the words of the wording’s languages', () => {
  const ours = '<p>The soup is ours now.</p>';

  test.each([
    ['en', 'the desk speaks of itself'],
    ['de en', 'the desk speaks of itself'],
    ['any', 'the desk speaks of itself'],
    ['de', undefined],
  ])('%s', (languages, expected) => {
    expect(sign(ours, { languages })).toBe(expected);
  });

  test('where a script sets no blanks, verbs follow their subject at once', () => {
    const said = (html: string) => sign(html, { languages: 'zh', words: '汤' });
    expect(said('<p>本网的汤是热的。</p>')).toBe('the desk speaks of itself');
    expect(said('<p>船长表示，本网的汤是热的。</p>')).toBeUndefined();
  });
});

describe('a note', () => {
  test('of the desk with a link or the site’s name is one, whatever it tells', () => {
    expect([
      noted('<p>This article on soup <a href="/x">was</a> read.</p>'),
      noted('<p>This article on soup was read at The Quay.</p>'),
      noted('<p>This article on soup was read.</p>'),
    ]).toEqual(['the desk speaks of itself', 'the desk speaks of itself', undefined]);
  });

  test('gives an address of the site by an at sign and its name', () => {
    expect([
      noted('<p>Soup was had by soup@thequay then.</p>'),
      noted('<p>Soup was had by soup @ thequay then.</p>'),
    ]).toEqual(['it gives an address of the site', undefined]);
  });

  test('names a writer by the whole name anywhere, and by a part at its beginning', () => {
    expect([
      noted('<p>Soup was had by Ann Lee then.</p>'),
      noted('<p>Lee was had by soup then.</p>'),
      noted('<p>Soup was had by Lee then.</p>'),
    ]).toEqual(['it names the writer', 'it names the writer', undefined]);
  });
});

describe('a line that comes again on other pages is the template’s where', () => {
  const template = (html: string, given: Given = {}) =>
    secondSignOfTemplate(...lineOf(html, given));

  test.each<[string, string, Given?]>([
    ['it is no sentence', '<p>Soup of the day</p>'],
    ['its element is named so', `<div class="promo">${LINE}</div>`],
    ['it is set apart', '<p><em>The soup is hot now.</em></p>'],
    [
      'it is no paragraph like the others',
      '<div>The soup is hot now.</div>',
      { usesParagraphs: true },
    ],
    ['it names the site', '<p>The soup of The Quay is hot now.</p>'],
    ['the desk speaks of itself', '<p>The soup is ours now.</p>'],
    ['the desk speaks of itself', '<p>The soup of this article is hot.</p>'],
    ['it tells the reader what to do', '<p>Subscribe, and the soup is hot.</p>'],
    ['it speaks to the reader', '<p>The soup is yours now.</p>'],
    ['it speaks to the reader', '<p>La soupe est à vous.</p>'],
  ])('%s: %s', (expected, html, given) => {
    expect(template(html, given)).toBe(expected);
  });

  test.each<[string, Given?]>([
    [LINE],
    [LINE, { usesParagraphs: true }],
    ['<ul><li>The soup is hot now.</li></ul>', { usesParagraphs: true }],
    ['<p>The soup is yours, she said.</p>'],
    ['<p>The soup of The Quay was hot.</p>'],
    ['<p>The soup is hot, “and yours”.</p>'],
  ])('and %s is not', (html, given) => {
    expect(template(html, given)).toBeUndefined();
  });
});

test('a line is set apart by an element around it or by its own, and has words', () => {
  const apart = (html: string) => isSetApart(readBlocks(treeOf(html).document).blocks[0]!);
  expect([
    apart('<center>Soup is hot</center>'),
    apart('<p><center>Soup is hot</center></p>'),
    apart('<em><p>Soup is hot</p></em>'),
    apart('<p><em>—</em></p>'),
  ]).toEqual([true, true, false, false]);
});
