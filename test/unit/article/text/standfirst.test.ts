import { describe, expect, test } from 'vitest';
import {
  findStandfirst,
  splitStandfirst,
  STANDFIRST_NAMES,
} from '../../../../src/article/text/standfirst.ts';
import { readBlocks } from '../../../../src/page/blocks/blocks.ts';
import { treeOf } from '../../../support/site/page-of.ts';
import { sentence } from './article-of.ts';
import { walkRows } from '../../../support/patterns/walked-rows.ts';

function standfirst(html: string, descriptions: string[] = [], isPictured = false) {
  const { blocks } = readBlocks(treeOf(html).document);
  const pictured = new Set(isPictured ? blocks.map(({ region }) => region) : []);
  const found = findStandfirst(blocks, descriptions, pictured, {
    blocks,
    siteNames: [],
    authors: [],
    authorWords: new Set(),
    repeated: new Set(),
    onOtherPages: new Set(),
    usesParagraphs: false,
  });
  return found && blocks.indexOf(found);
}
const LINE = 'The ferry is late again and nobody knows why';
const words = (list: string) => list.split(' ');

describe('a line between headline and text is the standfirst', () => {
  test.each(
    words(
      'dek deck standfirst stand-first subtitle sub-title subhead sub-head subheadline subheading subhed summary lead lede leadin lead-in intro introduction excerpt description abstract chapo chapeau vorspann anriss preface preamble ingress entradilla bajada sumario sommario tagline teaser-text teasertext short-text shorttext perex',
    ),
  )('where it is called %s', (name) => {
    expect(standfirst(`<p class="c-${name}">${LINE}</p>`)).toBe(0);
    expect(standfirst(`<div class="${name}_x"><p>${LINE}</p></div>`)).toBe(0);
    expect(standfirst(`<p itemprop="${name}">${LINE}</p>`)).toBe(0);
    expect(standfirst(`<p class="x${name}">${LINE}</p>`)).toBeUndefined();
    expect(standfirst(`<main class="${name}"><div><p>${LINE}</p></div></main>`)).toBeUndefined();
  });

  test('where the page’s description says the same, in 30 letters of it', () => {
    expect(standfirst(`<p>${LINE}</p>`, [LINE.toUpperCase()])).toBe(0);
    expect(standfirst(`<p>PORT ELSE — ${LINE}</p>`, [`${LINE}…`])).toBe(0);
    expect(
      standfirst(`<p>${LINE}</p>`, ['Soup is cold in the harbour office, they say']),
    ).toBeUndefined();
    expect(standfirst(`<p>${'a'.repeat(30)}</p>`, ['a'.repeat(30)])).toBe(0);
    expect(standfirst(`<p>${'a'.repeat(29)}</p>`, ['a'.repeat(29)])).toBeUndefined();
    const alike = (letters: number) =>
      standfirst(`<p>${'a'.repeat(letters)}${'b'.repeat(20)}</p>`, [
        `${'a'.repeat(letters)}${'c'.repeat(20)}`,
      ]);
    expect([alike(60), alike(59)]).toEqual([0, undefined]);
  });

  test('where it is a sentence of 60 characters among the first three lines', () => {
    expect([
      standfirst(`<p>${sentence('A', 60)}</p>`),
      standfirst(`<p>${sentence('A', 59)}</p>`),
    ]).toEqual([0, undefined]);
    const after = (count: number) =>
      standfirst(`${'<p>Soup</p>'.repeat(count)}<p>${sentence('A', 60)}</p>`);
    expect([after(2), after(3)]).toEqual([2, undefined]);
    expect(standfirst(`<p>${sentence('A', 60)}</p>`, [], true)).toBeUndefined();
    expect(standfirst(`<p>${'a'.repeat(80)}</p>`)).toBeUndefined();
  });

  test('of 25 to 1,000 characters, half of them in links', () => {
    const called = (length: number) => standfirst(`<p class="lead">${'a'.repeat(length)}</p>`);
    expect([called(24), called(25), called(1_000), called(1_001)]).toEqual([
      undefined,
      0,
      0,
      undefined,
    ]);
    const linked = (count: number) =>
      standfirst(
        `<p class="lead"><a href="/x">${'a'.repeat(count)}</a>${'b'.repeat(100 - count)}</p>`,
      );
    expect([linked(50), linked(51)]).toEqual([0, undefined]);
  });
});

describe('it is none', () => {
  test.each(['figure', 'figcaption', 'picture', 'aside'])(
    'in <%s>, unless the description repeats it',
    (name) => {
      const html = `<${name}><p class="lead">${LINE}</p></${name}>`;
      expect(standfirst(html)).toBeUndefined();
      expect(standfirst(html, [LINE])).toBe(0);
    },
  );

  test.each(
    words(
      'image images img photo photos picture pictures foto fotos bild bilder caption video videos',
    ),
  )('in what is called %s', (name) => {
    expect(standfirst(`<div class="${name}"><p class="lead">${LINE}</p></div>`)).toBeUndefined();
  });

  test.each(['class="modal"', 'class="popup"', 'hidden'])('in an element with %s', (attribute) => {
    expect(
      standfirst(`<div ${attribute}><p class="lead">${LINE}</p></div>`, [LINE]),
    ).toBeUndefined();
  });

  test('where it is a date or the template’s', () => {
    expect(standfirst('<p class="lead">Published on 9 March 2026, 08:30</p>')).toBeUndefined();
    expect(standfirst('<p class="lead">Abonnez-vous à notre lettre du port</p>')).toBeUndefined();
  });
});

test('a standfirst in sentences opens the text, and any other is the subtitle', () => {
  const block = (text: string) => readBlocks(treeOf(`<h2>${text}</h2>`).document).blocks[0];
  expect(splitStandfirst(undefined)).toEqual({ lead: [] });
  expect(splitStandfirst(block('The ferry is late'))).toEqual({
    lead: [],
    subtitle: 'The ferry is late',
  });
  expect(splitStandfirst(block('The ferry is late.')).lead).toMatchObject([
    { kind: 'p', text: 'The ferry is late.' },
  ]);
});

walkRows('STANDFIRST_NAMES', STANDFIRST_NAMES);
