import { describe, expect, test } from 'vitest';
import { readBlocks } from '../../../../src/page/blocks/blocks.ts';
import { outlineOf, sideShows } from '../../../../src/page/blocks/outline.ts';
import { treeOf } from '../../../support/site/page-of.ts';

/** A paragraph of so many characters that begins with its name. */
const p = (name: string, length: number) => `<p>${name}${'a'.repeat(length - name.length)}</p>`;
const box = (label: string, name: string, length: number) =>
  `<div class="${label}">${p(name, length)}</div>`;

/** The first letters of the blocks that stand in a side show. */
function aside(html: string): string {
  const { blocks, regions } = readBlocks(treeOf(html).document);
  const isAside = sideShows(outlineOf(blocks, regions), undefined);
  return blocks
    .filter(isAside)
    .map(({ text }) => text[0])
    .join('');
}

test('the text of each region is summed outwards', () => {
  const { blocks, regions } = readBlocks(
    treeOf(`<main>${p('A', 100)}<div>${p('B', 50)}<p>short</p></div></main>`).document,
  );
  const { good, paragraphs, all } = outlineOf(blocks, regions);
  expect([[...good], [...paragraphs], [...all]]).toEqual([
    [150, 150, 100, 50, 50, 0],
    [2, 2, 1, 1, 1, 0],
    [155, 155, 100, 55, 50, 5],
  ]);
});

describe('an element that is named as a side show is one', () => {
  test('up to half of the running text where the name is strong', () => {
    expect(aside(p('A', 101) + box('related', 'B', 99))).toBe('B');
    expect(aside(p('A', 100) + box('related', 'B', 100))).toBe('');
  });

  test('up to three tenths where it is weak', () => {
    expect(aside(p('A', 710) + box('card', 'B', 290))).toBe('B');
    expect(aside(p('A', 700) + box('card', 'B', 300))).toBe('');
  });

  test.each(['comment', 'comments', 'respond', 'disqus', 'discussion', 'forum'])(
    'up to nine tenths where it is called %s',
    (label) => {
      expect(aside(p('A', 110) + box(label, 'B', 890))).toBe('B');
      expect(aside(p('A', 100) + box(label, 'B', 900))).toBe('');
    },
  );

  test('unless seven tenths of the text stand under the same word', () => {
    const cards = (length: number) =>
      box('card', 'B', length) + box('card', 'C', length) + box('card', 'D', length);
    expect(aside(p('A', 295) + cards(235))).toBe('');
    expect(aside(p('A', 310) + cards(230))).toBe('BCD');
  });

  test('unless half of it stands in slides', () => {
    const slides = (length: number) =>
      box('slideshow', 'B', length) + box('slideshow', 'C', length);
    expect(aside(p('A', 500) + slides(250))).toBe('');
    expect(aside(p('A', 510) + slides(245))).toBe('BC');
  });

  test('and one that lies in another of the same name counts once', () => {
    const nested = `<div class="card">${box('card', 'B', 260)}</div>`;
    expect(aside(p('A', 540) + nested + box('card', 'C', 200))).toBe('BC');
  });

  test('unless it lies, with a weak name, within what is named as the text', () => {
    const within = (label: string) =>
      p('A', 300) + `<div class="article-body">${p('B', 300)}${box(label, 'C', 100)}</div>`;
    expect(aside(within('card'))).toBe('C');
    expect(
      aside(p('A', 300) + `<div class="card"><div class="article-body">${p('B', 60)}</div></div>`),
    ).toBe('');
    expect(
      aside(
        p('A', 300) + `<div class="related"><div class="article-body">${p('B', 60)}</div></div>`,
      ),
    ).toBe('B');
  });
});

describe('words of which most of the text is called name no side show', () => {
  test('from seven tenths of it on, in several elements', () => {
    const cards = (last: number) =>
      p('A', 1_000 - 460 - last) +
      box('card', 'B', 230) +
      box('card', 'C', 230) +
      box('card', 'D', last);
    expect([aside(cards(240)), aside(cards(239))]).toEqual(['', 'BCD']);
  });

  test('where one of them holds half of it', () => {
    const cards = (first: number) =>
      p('A', 900 - first) + box('card', 'B', first) + box('card', 'C', 100);
    expect([aside(cards(500)), aside(cards(499))]).toEqual(['', 'C']);
  });

  test('unless they are readers’ comments', () => {
    expect(aside(p('A', 120) + box('comment', 'B', 440) + box('comment', 'C', 440))).toBe('BC');
    expect(aside(p('A', 150) + box('comment', 'B', 600) + box('comment', 'C', 250))).toBe('BC');
  });

  test('and what is named as the text is in a side show where it holds no text itself', () => {
    const named = (text: string) =>
      aside(`${p('A', 300)}<div class="card"><div class="article-body"><p>${text}</p></div></div>`);
    expect([named('Bread'), named(`B${'a'.repeat(50)}`)]).toEqual(['B', '']);
  });
});

describe('a sentence in a paragraph beside another is text', () => {
  const said = 'Bread is what all of them were given on the quay of the town.';
  const beside = (name: string, before: string, after: string, text = said) =>
    aside(`${p('A', 400)}<div>${before}<p class="${name}">${text}</p>${after}</div>`);
  const other = '<p>Salt</p>';

  test.each([
    ['before it', '', other],
    ['behind it', other, ''],
    ['before it, after a blank', '', ` \n ${other}`],
    ['behind it, after a blank', `${other} \n `, ''],
  ])('that stands %s', (_where, before, after) => {
    expect(beside('related', before, after)).toBe('');
  });

  test('and it is none alone, beside words, or where it is no sentence', () => {
    expect(beside('related', '', '')).toBe('B');
    expect(beside('related', 'Salt', '<b>Salt</b>')).toBe('B');
    expect(beside('related', other, '', said.slice(0, -1))).toBe('B');
    expect(beside('related', other, '', 'Bread.')).toBe('B');
    expect(
      aside(`${p('A', 400)}<div>${other}<div class="related">${said}</div>${other}</div>`),
    ).toBe('B');
    expect(
      aside(`${p('A', 400)}<ul>${other}<li class="related">${said}${said}</li>${other}</ul>`),
    ).toBe('B');
  });

  test.each(
    'hidden caption credit figcaption legend image img photo picture foto bild video'.split(' '),
  )('unless it is called %s, as a picture’s line is', (name) => {
    expect(beside(name, other, other)).toBe('B');
  });
});

test('in an element the words of its own parts count, to its last and no further', () => {
  const inTop = (last: number, beside: string) => {
    const cards = box('card', 'B', 240) + box('card', 'C', 220) + box('card', 'D', last);
    const { blocks, regions } = readBlocks(
      treeOf(`<div id="top">${p('A', 540 - last)}${cards}</div>${beside}`).document,
    );
    const top = regions.find(({ element }) => element.attribs['id'] === 'top');
    const asideOf = sideShows(outlineOf(blocks, regions), top);
    return blocks
      .filter(({ region }) => top?.holds(region))
      .filter(asideOf)
      .map(({ text }) => text[0])
      .join('');
  };
  expect([inTop(240, ''), inTop(239, ''), inTop(239, box('card', 'E', 300))]).toEqual([
    '',
    'BCD',
    'BCD',
  ]);
});
