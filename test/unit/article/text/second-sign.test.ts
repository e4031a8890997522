import { describe, expect, test } from 'vitest';
import {
  isSetApart,
  secondSign,
  secondSignOfNote,
  type Witnesses,
  wordsOfNames,
} from '../../../../src/article/text/second-sign.ts';
import type { Wording } from '../../../../src/article/text/wordings/wording.ts';
import { readBlocks } from '../../../../src/page/blocks/blocks.ts';
import { treeOf } from '../../../support/site/page-of.ts';
import { amidText, OF_THE_QUAY, soupWording } from './soup.ts';

/** The sign on the one line in `<b id=line>…` or the whole middle paragraph. */
function signs(html: string, changes: Partial<Wording> = {}, witnesses: Partial<Witnesses> = {}) {
  const { blocks } = readBlocks(treeOf(amidText(html)).document);
  const block = blocks[7]!;
  const all = { ...OF_THE_QUAY, blocks, ...witnesses };
  return [
    secondSign(soupWording(changes), block, all),
    secondSignOfNote(soupWording(changes), block, all),
  ];
}
const sign = (html: string, changes: Partial<Wording> = {}, witnesses: Partial<Witnesses> = {}) =>
  signs(html, changes, witnesses)[0];
const noted = (html: string, changes: Partial<Wording> = {}) => signs(html, changes)[1];

describe('that a line is the template’s is shown by its words and a second sign', () => {
  test.each<[string, string, Partial<Wording>?, Partial<Witnesses>?]>([
    ['it says nothing else', '<p>Soup is hot now.</p>', { isFormula: true }],
    ['it says nothing else', '<p>Soup is hot now.</p>', { appliesTo: 'whole' }],
    ['it is no sentence', '<p>Soup of the day</p>'],
    ['it is no sentence', '<h2>Soup is hot now.</h2>'],
    ['its element is named so', '<div class="promo"><p>Soup is hot now.</p></div>'],
    ['it is repeated', '<p>Soup is hot now.</p>', {}, { repeated: new Set(['Soup is hot now.']) }],
    ['a headline follows it', '<p>Soup: Who pays for the new pot?</p>', { appliesTo: 'label' }],
    ['it begins by a call to the reader', '<p>Soup is hot now.</p>', { appliesTo: 'start' }],
    [
      'it begins by a call to the reader',
      '<p>Soup is hot now.</p>',
      { appliesTo: 'pattern', pattern: /^Soup/ },
    ],
    ['it names the site', '<p>The soup of The Quay is hot now.</p>'],
    ['the desk speaks of itself', '<p>The soup is ours now.</p>'],
    ['the desk speaks of itself', '<p>The soup of this article is hot.</p>'],
    ['it tells the reader what to do', '<p>Subscribe, and the soup is hot.</p>'],
    ['it leads the reader away', '<p>The soup is <a href="/x">yours</a> now.</p>'],
    [
      'it is no paragraph like the others',
      '<div>The soup is hot now.</div>',
      {},
      { usesParagraphs: true },
    ],
    ['it is set apart', '<p><em>The soup is hot now.</em></p>'],
  ])('%s: %s', (expected, html, changes, witnesses) => {
    expect(sign(html, changes, witnesses)).toBe(expected);
  });

  test.each<[string, Partial<Wording>?]>([
    ['<p>The soup is hot now.</p>'],
    ['<p>The soup is hot, she said to us.</p>'],
    ['<p>“Our soup is hot”, that is all.</p>'],
    ['<p>Soup: that is the word for it.</p>', { appliesTo: 'label' }],
    ['<p>The soup is yours now.</p>'],
    ['<p>The <em>soup</em> is hot now.</p>'],
  ])('and %s has none', (html, changes) => {
    expect(sign(html, changes)).toBeUndefined();
  });

  test('a label has twelve words at most', () => {
    const words = (count: number) => sign(`<p>${'soup '.repeat(count).trim()}</p>`);
    expect([words(12), words(13)]).toEqual(['it is no sentence', undefined]);
  });

  test('a box has less than six blocks on a side', () => {
    const box = (count: number) =>
      sign(`<div class="promo"><p>The soup is hot now.</p>${'<p>x</p>'.repeat(count)}</div>`);
    expect([box(5), box(6)]).toEqual(['its element is named so', undefined]);
  });

  test('a box has neither the first line with the last nor all lines', () => {
    const [soup, line] = ['<p>The soup is hot now.</p>', '<p>x</p>'];
    const boxed = `<div class="promo">${soup}${line}</div>`;
    const signIn = (html: string) => {
      const { blocks } = readBlocks(treeOf(html).document);
      const block = blocks.find(({ text }) => text.includes('soup'))!;
      return secondSign(soupWording(), block, { ...OF_THE_QUAY, blocks });
    };
    expect(signIn(line + boxed)).toBe('its element is named so');
    expect(signIn(boxed + line)).toBe('its element is named so');
    expect(signIn(boxed)).toBeUndefined();
  });
});

describe('that a line at the end is a note', () => {
  test.each<[string, string, Partial<Wording>?]>([
    ['it says nothing else', '<p>Soup is hot now.</p>', { isFormula: true }],
    ['it is set apart', '<p>[The soup is hot now.]</p>'],
    ['it is set apart', '<p>(The soup is hot now.)</p>'],
    ['it is set apart', '<p>*The soup is hot now.*</p>'],
    ['it is set apart', '<p><i>The soup is hot now.</i></p>'],
    ['its element is named so', '<div class="promo"><p>The soup is hot now.</p></div>'],
    ['it names the writer', '<p>The soup of Ann Lee is hot now.</p>'],
    ['it names the writer', '<p>Ann has hot soup now.</p>'],
    ['it gives an address of the site', '<p>Soup is hot: soup@thequay now.</p>'],
    ['the desk speaks of itself', '<p>The Quay has this article on soup.</p>'],
    ['the desk speaks of itself', '<p>The soup of this article is hot.</p>'],
    ['the desk speaks of itself', '<p>The soup is ours now.</p>'],
    ['it names the site', '<p>The soup of The Quay is hot now.</p>'],
    ['it tells the reader what to do', '<p>Subscribe, and the soup is hot.</p>'],
    ['it tells the reader what to do', '<p>Soup is hot now.</p>', { appliesTo: 'start' }],
  ])('%s: %s', (expected, html, changes) => {
    expect(noted(html, changes)).toBe(expected);
  });

  test.each(['<p>The soup is hot now.</p>', '<p>The soup is hot, said the captain to us.</p>'])(
    'and %s is none',
    (html) => {
      expect(noted(html)).toBeUndefined();
    },
  );
});

test.each(['em', 'i', 'small', 'cite'])(
  'a line whose every word stands in <%s> is set apart',
  (name) => {
    const apart = (html: string) => isSetApart(readBlocks(treeOf(html).document).blocks[0]!);
    expect(apart(`<p><${name}>Soup</${name}> — <b><${name}>is hot</${name}></b></p>`)).toBe(true);
    expect(apart(`<p><${name}>Soup</${name}> is hot</p>`)).toBe(false);
  },
);

test('words of names have three letters', () => {
  expect(wordsOfNames(['Ann de la Cruz', 'Bo Li'])).toEqual(new Set(['ann', 'cruz']));
});
