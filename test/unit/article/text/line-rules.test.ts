import { describe, expect, test } from 'vitest';
import {
  isLabel,
  type LineContext,
  repeatedLines,
  usesParagraphs,
} from '../../../../src/article/text/line-rules.ts';
import { blocksIn, lineContext, ruleOn } from '../../../support/article/rule-on.ts';

const known = (changes: Partial<LineContext['known']>): Partial<LineContext> => ({
  known: { ...lineContext().known, ...changes },
});

describe('a link', () => {
  const link = '<p><a href="/x">The ferry is late again</a></p>';

  test('leads away, unless links are kept or this one is the article’s', () => {
    expect(ruleOn(link)).toBe('leads-away');
    expect(ruleOn(link, known({ keepLinks: true }))).toBeUndefined();
    expect(ruleOn(link, (block) => ({ linked: new Set([block]) }))).toBeUndefined();
  });
});

describe('a line that comes again and again', () => {
  const repeated = (html: string) => ruleOn(html, (block) => ({ repeated: new Set([block.text]) }));

  test.each(['<p>Harbour office of Port Else</p>', '<li>Soup</li>', `<p>${'a'.repeat(59)}…b.</p>`])(
    '%s is a label',
    (html) => {
      expect(repeated(html)).toBe('repeated-label');
    },
  );

  test.each([
    '<h2>Soup</h2>',
    '<dl><dt>Soup</dt></dl>',
    '<p>Soup is cold.</p>',
    '<p>Next fight: none</p>',
    '<p>次：无</p>',
  ])('%s is none', (html) => {
    expect(repeated(html)).toBeUndefined();
  });
});

test('a line of 30 characters that a picture says, too, is its text', () => {
  const of = (length: number) => {
    const text = `${'a'.repeat(length - 1)}.`;
    return ruleOn(`<p>${text}</p>`, known({ pictures: new Set([text]) }));
  };
  expect([of(30), of(29)]).toEqual(['text-of-picture', undefined]);
});

describe('a line right after a picture', () => {
  const after = (html: string) =>
    ruleOn(html, (block) => known({ afterPicture: new Set([block]) }));

  test.each([
    ...['photo', 'foto', 'bild', 'picture', 'image', 'credit', 'fot', 'kuva', 'Photos'].map(
      (word) => `<p>The quay at dawn. (${word}: A. Lee)</p>`,
    ),
    ...['em', 'i', 'small', 'cite'].map((name) => `<p><${name}>The quay at dawn.</${name}></p>`),
  ])('%s is its caption', (html) => {
    expect(after(html)).toBe('caption');
    expect(ruleOn(html)).toBeUndefined();
  });

  test.each([
    '<p>The quay at dawn.</p>',
    '<p>The <em>quay</em> at dawn.</p>',
    '<p>The quay (photo: A) at dawn.</p>',
    `<p><em>${'a'.repeat(300)}.</em></p>`,
    '<ul><li><em>The quay.</em></li></ul>',
  ])('%s is none', (html) => {
    expect(after(html)).toBeUndefined();
  });
});

test('a quotation of 30 characters that the text holds is set beside it', () => {
  const quote = (length: number, said: string) =>
    ruleOn(`<blockquote>${'a'.repeat(length - 1)}.</blockquote>`, { said: () => said });
  expect([
    quote(30, 'b'.concat('a'.repeat(29))),
    quote(29, 'a'.repeat(40)),
    quote(30, 'soup'),
  ]).toEqual(['pull-quote', undefined, undefined]);
});

describe('a short line that is no sentence', () => {
  const loose = (html: string, isStrict = true) => ruleOn(html, { usesParagraphs: isStrict });

  test('is no paragraph among paragraphs', () => {
    expect(loose('<div>Soup of the day</div>')).toBe('fragment-among-paragraphs');
    expect(loose('<div>Soup of the day</div>', false)).toBeUndefined();
    expect(loose('<div>Soup of the day.</div>')).toBeUndefined();
    expect([loose(`<div>${'a'.repeat(79)}</div>`), loose(`<div>${'a'.repeat(80)}</div>`)]).toEqual([
      'fragment-among-paragraphs',
      undefined,
    ]);
  });

  test.each([
    '<p>Soup</p>',
    '<dl><dt>Soup</dt></dl>',
    '<dl><dd>Soup</dd></dl>',
    '<pre>Soup</pre>',
    '<ul><li>Soup</li></ul>',
    '<h2>Soup</h2>',
  ])('%s may be', (html) => {
    expect(loose(html)).toBeUndefined();
  });

  test.each(['td', 'th'])('is none in <%s>, whatever is beside it', (cell) => {
    expect(loose(`<table><tr><${cell}>Soup</${cell}></tr></table>`, false)).toBe(
      'fragment-among-paragraphs',
    );
  });
});

describe('a date', () => {
  test('on a line of its own is the page’s', () => {
    expect(ruleOn('<p>9 March 2026, 08:30</p>')).toBe('timestamp');
    expect(ruleOn('<pre>9 March 2026, 08:30</pre>')).toBeUndefined();
    expect(ruleOn('<h2>9 March 2026</h2>')).toBeUndefined();
  });
});

describe('a byline within the text', () => {
  const authors = ['annlee'];

  test('is struck where it begins so, or is a writer’s name and little else', () => {
    expect(ruleOn('<p>By Ann Lee</p>')).toBe('byline');
    expect(ruleOn('<p>By Ann Lee.</p>')).toBeUndefined();
    expect(ruleOn('<p>Ann Lee, harbour desk</p>', { authors })).toBe('byline');
    expect(ruleOn('<ul><li>Ann Lee</li></ul>', { authors })).toBe('byline');
    expect(ruleOn('<h2>Ann Lee</h2>', { authors })).toBeUndefined();
    expect(ruleOn('<p>Ann Lee, harbour desk.</p>', { authors })).toBeUndefined();
    expect(ruleOn('<p>Bob Ray</p>', { authors })).toBeUndefined();
    expect(ruleOn('<p>Lee, harbour</p>', { authors: ['lee'] })).toBeUndefined();
  });

  test('has 40 letters beside the name at most', () => {
    const line = (letters: number) => ruleOn(`<p>Ann Lee ${'b'.repeat(letters)}</p>`, { authors });
    expect([line(40), line(41)]).toEqual(['byline', undefined]);
  });
});

test('lines of less than 120 characters that stand there three times are repeated', () => {
  const lines = (length: number, times: number) =>
    [...repeatedLines(blocksIn(`<p>${'a'.repeat(length)}</p>`.repeat(times)))].length;
  expect([lines(119, 3), lines(119, 2), lines(120, 3)]).toEqual([1, 0, 0]);
});

test('a body uses paragraphs where more than seven tenths of it stand in them', () => {
  const uses = (inside: number) =>
    usesParagraphs(
      blocksIn(`<p>${'a'.repeat(inside)}</p><div>${'b'.repeat(1_000 - inside)}</div>`),
    );
  expect([uses(701), uses(700)]).toEqual([true, false]);
  const all = blocksIn(`<p>${'a'.repeat(701)}</p><div>${'b'.repeat(300)}</div>`);
  expect(usesParagraphs(all)).toBe(true);
  expect(usesParagraphs(blocksIn(`<ul><li>${'a'.repeat(100)}</li></ul>`))).toBe(true);
});

test.each([
  ['<h2>Soup.</h2>', true],
  ['<p>Soup of the day</p>', true],
  [`<p>${'a'.repeat(49)}</p>`, true],
  [`<p>${'a'.repeat(50)}</p>`, false],
  ['<p>Soup is cold.</p>', false],
  ['<p>“Soup”</p>', false],
  ['<p>"Soup"</p>', false],
  ['<p>14:05 Divers go down</p>', false],
  ['<pre>Soup</pre>', false],
  ['<ul><li>Soup</li></ul>', false],
])('whether %s is a label: %s', (html, expected) => {
  expect(isLabel(blocksIn(html)[0]!)).toBe(expected);
});
