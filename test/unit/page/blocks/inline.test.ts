import { describe, expect, test } from 'vitest';
import { readBlocks } from '../../../../src/page/blocks/blocks.ts';
import {
  holdsArticle,
  isDropCap,
  isNoteMark,
  isSetAsBlock,
} from '../../../../src/page/blocks/inline.ts';
import { parsePage } from '../../../../src/page/page-tree.ts';
import { elementOf } from '../../../support/site/page-of.ts';

function textsOf(html: string): string[] {
  const parsed = parsePage(`<body>${html}</body>`);
  if (parsed.kind === 'refused') throw new Error(parsed.message);
  return readBlocks(parsed.tree.document).blocks.map(({ text }) => text);
}

describe('text that no eye sees is none of its line', () => {
  test.each([
    '<span style="position:absolute;clip:rect(0,0,0,0)">, opens new tab</span>',
    '<span style="clip-path: inset(50%); height: 1px">, opens new tab</span>',
    '<span style="position:absolute;left:-9999px">, opens new tab</span>',
    '<span style="visibility:hidden">, opens new tab</span>',
    '<span class="offscreen">, opens new tab</span>',
    '<span role="tooltip">A place where ferries land.</span>',
    '<span class="tooltip-text">A place where ferries land.</span>',
  ])('%s', (unseen) => {
    expect(textsOf(`<p>The <a href="/t">ferry${unseen}</a> is late.</p>`)).toEqual([
      'The ferry is late.',
    ]);
  });

  test.each([
    '<span style="left:-9px"> to Sula</span>',
    '<span class="tooltip"> to Sula</span>',
    '<span style="clip:auto"> to Sula</span>',
  ])('and what is seen stays: %s', (seen) => {
    expect(textsOf(`<p>The ferry${seen} is late.</p>`)).toEqual(['The ferry to Sula is late.']);
  });
});

describe('marks that lead to a note', () => {
  test.each([
    '<sup><a href="#fn1">1</a></sup>',
    '<sup class="reference"><a href="#cite_note-1">[1]</a></sup>',
    '<sup data-fn="x"><a href="https://quay.example/late#x1">12</a></sup>',
    '<a href="#footnote-2">[2]</a>',
    '<a href="#fn:2">(2)</a>',
    '<a href="#cite2">*</a>',
    '<a href="/late#ref2">†‡</a>',
    '<sup><a href="#b">b</a></sup>',
    '<sup><a href="#x">123</a></sup>',
    '<a role="doc-noteref" href="#a">*</a>',
  ])('are no part of a word: %s', (mark) => {
    expect(textsOf(`<p>In 2019${mark}, they waited.</p>`)).toEqual(['In 2019, they waited.']);
  });

  test.each([
    ['<sup>2</sup>', 'In 20192, they waited.'],
    ['<sup>th</sup>', 'In 2019th, they waited.'],
    ['<sup><a href="/two">2</a></sup>', 'In 20192, they waited.'],
    [' <a href="#top">1</a>', 'In 2019 1, they waited.'],
    ['<sup><a href="#x">1234</a></sup>', 'In 20191234, they waited.'],
    ['<sup><a href="#x">ab</a></sup>', 'In 2019ab, they waited.'],
    ['<i role="doc-noteref">1</i>', 'In 20191, they waited.'],
    [' <a href="/note#x">1</a>', 'In 2019 1, they waited.'],
  ])('and %s is', (part, line) => {
    expect(textsOf(`<p>In 2019${part}, they waited.</p>`)).toEqual([line]);
  });
});

describe('a first letter by itself', () => {
  test.each([
    '<div class="dropcap">T</div><p>he ferry is late.</p>',
    '<p class="drop-cap">T</p>\n<p>he ferry is late.</p>',
    '<p><img class="dropcap" src="/t.svg" alt="T">he ferry is late.</p>',
    '<p><span class="lettrine">T</span>he ferry is late.</p>',
    ...[
      'dropcap',
      'drop-caps',
      'dropletter',
      'first-letter',
      'lettrine',
      'versal',
      'initial_big',
    ].map((name) => `<div class="c-${name}">T</div><p>he ferry is late.</p>`),
  ])('belongs to its word: %s', (html) => {
    expect(textsOf(html)).toEqual(['The ferry is late.']);
  });

  test('stays where nothing follows it, and where it is a word', () => {
    expect(textsOf('<p class="initial">The ferry</p><p>is late.</p>')).toEqual([
      'The ferry',
      'is late.',
    ]);
    expect(textsOf('<p>T</p><p>The ferry is late.</p>')).toEqual(['T', 'The ferry is late.']);
    expect(textsOf('<p><img src="/t.svg" alt="T"> The ferry</p>')).toEqual(['The ferry']);
    expect(textsOf('<p><img src="/t.svg" alt="The">y wait.</p>')).toEqual(['y wait.']);
    expect(textsOf('<div class="capitals">T</div><p>he ferry</p>')).toEqual(['T', 'he ferry']);
    expect(textsOf('<div class="dropcap">“T</div><p>he ferry</p>')).toEqual(['“The ferry']);
  });
});

test('an inline element that is set as a block is a paragraph', () => {
  const lines = ['The ferry is late.', 'Soup is given.'];
  const set = (attribute: string) =>
    lines.map((line) => `<span ${attribute}>${line}</span>`).join('');
  expect(textsOf(`<div>${set('style="display:block"')}</div>`)).toEqual(lines);
  expect(textsOf(`<div>${set('class="paragraph"')}</div>`)).toEqual(lines);
  for (const display of ['block', 'flow-root', 'list-item', 'flex', 'grid'])
    expect(textsOf(`<div>${set(`style="color:red; display: ${display}"`)}</div>`)).toEqual(lines);
  for (const name of ['para', 'x paragraph', 'paragraph y'])
    expect(textsOf(`<div>${set(`class="${name}"`)}</div>`)).toEqual(lines);
  for (const attribute of [
    'style="display:inline-block"',
    'style="inline-display:block"',
    'class="parade"',
  ])
    expect(textsOf(`<div>${set(attribute)}</div>`)).toHaveLength(1);
  for (const element of ['a', 'b'])
    expect(
      textsOf(`<div>${set('class="paragraph"').replaceAll('span', element)}</div>`),
    ).toHaveLength(1);
  expect(
    textsOf(`<div>${set('style="display:block"').replaceAll('span', 'a')}</div>`),
  ).toHaveLength(1);
});

test('what browsers without scripts are shown is text where it is the article', () => {
  const line =
    'The ferry to the outer islands left four hours late again, and soup was given. '.repeat(3);
  expect(textsOf(`<noscript><p>${line}</p><p>And ${line}</p></noscript>`)).toHaveLength(2);
  expect(textsOf('<noscript><p>Please turn on scripts.</p><p>Thank you.</p></noscript>')).toEqual(
    [],
  );
});

test('that is two paragraphs of three hundred characters, right in it or one element deeper', () => {
  const holds = (html: string) =>
    holdsArticle(elementOf(`<noscript>${html}</noscript>`, 'noscript'));
  const p = (length: number) => `<p>${'a'.repeat(length)}</p>`;
  const two = p(150) + p(150);
  expect([two, p(149) + p(150), p(400), p(100).repeat(3)].map(holds)).toEqual([
    true,
    false,
    false,
    true,
  ]);
  expect(
    [`<div>${two}</div>`, `<div>${p(150)}</div>`.repeat(2), `<div><div>${two}</div></div>`].map(
      holds,
    ),
  ).toEqual([true, true, false]);
  expect(holds(`<div>${two}</div><p>Soup</p>`)).toBe(false);
});

test('an element is a mark, a first letter or a block of its own, or it is none', () => {
  const of = (html: string) => elementOf(html, /^<(\w+)/.exec(html)![1]!);
  const marks = [
    '<b><a href="#fn1">1</a></b>',
    '<sup>1</sup>',
    '<a href="/x">1</a>',
    '<a href="#fn1">1</a>',
  ];
  expect(marks.map((html) => isNoteMark(of(html)))).toEqual([false, false, false, true]);
  const blocks = [
    '<a style="display:block">x</a>',
    '<b class="para">x</b>',
    '<span class="para">x</span>',
  ];
  expect(blocks.map((html) => isSetAsBlock(of(html)))).toEqual([false, false, true]);
  const letters = ['<b class="dropcap">Th</b>', '<b>T</b>', '<b class="dropcap">T</b>'];
  expect(letters.map((html) => isDropCap(of(html)))).toEqual([false, false, true]);
});
