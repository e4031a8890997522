import { describe, expect, test } from 'vitest';
import { teaserText } from '../../../../src/page/teaser/teaser.ts';

const LINK = 'https://bakers.example/2026/eleven/';
const TITLE = 'Eleven bakeries open before dawn';
const TEASER = 'Eleven bakeries of the valley sell bread before six, the guild said.';
const own = (words: string, href = LINK) => `<a href="${href}">${words}</a>`;
const read = (markup: string, title: string | null = TITLE, link = LINK) =>
  teaserText(markup, { link, title });
const x = (count: number) => 'x'.repeat(count);

test.each(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strong sub sup time tt u var'.split(
    ' ',
  ),
)('<%s> stands in a word', (name) => {
  expect(read(`Mixed<${name}>word</${name}>parts`)).toBe('Mixedwordparts');
});

test.each(['img', 'wbr'])('<%s> stands in a word', (name) => {
  expect(read(`Mixed<${name}>parts`)).toBe('Mixedparts');
});

test.each(['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'object'])(
  'nobody reads what stands in <%s>',
  (name) => {
    expect(read(`Bread <${name}>and salt</${name}>is dear`)).toBe('Bread is dear');
  },
);

test.each(['&amp;#8220;', '&amp;#x201c;', '&amp;ldquo;'])('%s was escaped twice', (sign) => {
  expect(read(`${sign}Bread is dear`)).toBe('“Bread is dear');
  expect(read(`<p>${sign}Bread is dear</p>`)).toBe('“Bread is dear');
});

test('a teaser is read for twenty thousand characters', () => {
  expect(read(x(20_001))).toBe(x(20_000));
});

describe('a way on at the end', () => {
  test('has sixty characters beside its link at the most', () => {
    const after = (count: number) => read(`${TEASER} ${own('Story')}<b>${x(count)}</b>`);
    expect([after(60), after(61)]).toEqual([TEASER, `${TEASER} Story${x(61)}`]);
    const before = (count: number) => read(`<p>${TEASER}</p><p>${x(count)}${own('Story')}</p>`);
    expect([before(60), before(61)]).toEqual([TEASER, `${TEASER} ${x(61)}`]);
  });

  test('is one sentence', () => {
    expect(read(`${TEASER} ${own('Story')} is told.<b> And more</b>`)).toBe(
      `${TEASER} Story is told. And more`,
    );
    expect(read(`${TEASER} ${own('Story')} is<b> told.</b>`)).toBe(TEASER);
    expect(read(`<p>${TEASER} Bread is dear. See ${own('Story')}</p>`)).toBe(
      `${TEASER} Bread is dear.`,
    );
    expect(read(`<b>${TEASER} </b>See <i>the</i> ${own('Story')}`)).toBe(TEASER);
  });

  test('has words, and may lead elsewhere behind its own link', () => {
    expect(read(`${TEASER} ${own(' ')}`)).toBe(TEASER);
    expect(
      read(
        `${TEASER} ${own('Story')} on ${own('Bakers of the valley and of the hills beyond it, one and all', 'https://bakers.example/')}`,
      ),
    ).toBe(TEASER);
    expect(read(`${TEASER} ${own('Survey', 'https://mill.example/')}`)).toBe(`${TEASER} Survey`);
  });

  test('that is all of a teaser is text, unless it is the title or a call to read', () => {
    expect([read(own(TITLE)), read(own('Read more »')), read(own(TEASER))]).toEqual([
      '',
      '',
      TEASER,
    ]);
    expect(read(`${x(60)}${own('Story')}`)).toBe(`${x(60)}Story`);
  });
});

test.each<[string, string, boolean]>([
  ['http://www.bakers.example/2026/eleven?utm=1#x', LINK, true],
  ['/2026/eleven', LINK, true],
  [' /2026/eleven// ', LINK, true],
  ['/2026/twelve', LINK, false],
  ['https://mill.example/2026/eleven/', LINK, false],
  ['https://[', LINK, false],
  ['/?p=7', 'https://bakers.example/?p=7', true],
  ['/?p=8', 'https://bakers.example/?p=7', false],
])('%s leads to %s: %s', (href, link, leads) => {
  expect(read(`${TEASER} ${own('Story', href)}`, TITLE, link)).toBe(
    leads ? TEASER : `${TEASER} Story`,
  );
});

describe('a sentence that holds the title without a link', () => {
  const posted = (title: string, before = 'The post ', after = ' appeared first on Bakers.') =>
    read(`${TEASER} ${before}${title}${after}`, title) === TEASER;

  test.each<[string, boolean, boolean]>([
    ['is one for a title of eight characters', posted('Bakeries'), posted('Bakerie')],
    ['has sixty characters before it', posted(TITLE, `${x(59)} `), posted(TITLE, `${x(61)} `)],
    [
      'has a hundred and twenty after it',
      posted(TITLE, 'The post ', ` ${x(118)}.`),
      posted(TITLE, 'The post ', ` ${x(119)}.`),
    ],
    ['does not begin by it', posted(TITLE), posted(TITLE, '')],
    ['does not end by it', posted(TITLE), posted(TITLE, 'The post ', '')],
    ['is the last', posted(TITLE), posted(TITLE, 'The play ', ' drew a crowd. It runs until May.')],
    [
      'may have a dot in the site’s name',
      posted(TITLE, 'The post ', ' appeared first on St. Louis Bread News.'),
      posted(TITLE, 'The post ', ' appeared first on St. Louis Bread News today.'),
    ],
  ])('%s', (_what, isWay, isOther) => {
    expect([isWay, isOther]).toEqual([true, false]);
  });
});

describe('at the end', () => {
  test('a call to read may have four signs behind it', () => {
    const call = 'magpatuloy sa pagbabasa';
    expect([read(`${TEASER} ${call} »»»`), read(`${TEASER} ${call} »»»»`)]).toEqual([
      TEASER,
      `${TEASER} ${call} »»»»`,
    ]);
  });

  test.each(['[…]', '(...)', '{…}', '[ ... ]'])('%s is the mark of a cut', (mark) => {
    expect(read(`${TEASER} ${mark}`)).toBe(TEASER);
    expect(read(`Eleven bakeries of the ${mark}`)).toBe('Eleven bakeries of the…');
  });

  test('several calls go one by one', () => {
    expect(read(`${TEASER} Read more | Continue reading`)).toBe(TEASER);
    expect(read('Read more')).toBe('');
    expect(read(TITLE.toUpperCase())).toBe('');
    expect(read(TITLE, null)).toBe(TITLE);
  });
});
