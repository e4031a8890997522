import { describe, expect, test } from 'vitest';
import { between } from './body-of-page.ts';

const structures = (html: string) =>
  between(html)?.map((block) => {
    if (!('p' in block)) return block;
    const { p: _p, ...structure } = block;
    return structure;
  });

test('lists keep their order, their depth and where one ends and the next begins', () => {
  const html = `<ul><li>Flour of rye<ul><li>From the hill</li><li>From the weir</li></ul></li><li>Salt</li></ul><ol><li>Mix it well.</li><li>Wait an hour.</li></ol>`;
  expect(structures(html)).toEqual([
    { list: 'ul', start: true },
    { list: 'ul', depth: 2 },
    { list: 'ul', depth: 2 },
    { list: 'ul' },
    { list: 'ol', start: true },
    { list: 'ol' },
  ]);
});

test('subheads keep their level below the headline', () => {
  const text = (words: string) =>
    `<p>${words} is what the guild of bakers told the paper in the town hall on Friday.</p>`;
  const html = `<h2>Flour</h2>${text('Rye')}<h3>Prices</h3>${text('Five')}<h5>Taxes</h5>${text('None')}`;
  expect(structures(html)).toEqual([{ level: 2 }, {}, { level: 3 }, {}, { level: 4 }, {}]);
});

test.each([
  [
    'its footer',
    '<blockquote><p>We grind again, stone by stone, as our mothers did.</p><footer>— Ann Quay, miller</footer></blockquote>',
  ],
  [
    'its cite',
    '<blockquote><p>We grind again, stone by stone, as our mothers did.</p><cite>Ann Quay, miller</cite></blockquote>',
  ],
])('a quote has its speaker from %s', (_where, html) => {
  expect(structures(html)).toEqual([{ cite: 'Ann Quay, miller' }]);
});

test('an entry of a live report has its time', () => {
  const entry = (time: string, words: string) =>
    `<section><h3><time datetime="2026-11-23T${time}:00+01:00">${time}</time> ${words}</h3><p>${words}, the guild told all of the town by the bell of the church on Monday morning.</p></section>`;
  const html = entry('10:40', 'Bread is out') + entry('09:30', 'Doors open');
  expect(structures(html)).toMatchObject([
    { level: 3, at: '2026-11-23T09:40:00.000Z' },
    {},
    { level: 3, at: '2026-11-23T08:30:00.000Z' },
    {},
  ]);
});

test('a definition keeps its term', () => {
  const html = `<dl><dt>Rye</dt><dd>A dark flour that the mill at the weir sells from six in the morning on.</dd><dt>Spelt</dt><dd>An old grain that two farms of the upper valley grow for the guild of bakers.</dd></dl>`;
  expect(structures(html)).toEqual([
    { term: 'Rye' },
    { list: 'dl' },
    { term: 'Spelt' },
    { list: 'dl' },
  ]);
});

const SAID = 'We grind again, stone by stone, as our mothers did.';

test('a list in lists is six levels deep at the most', () => {
  const nested = (levels: number): string =>
    levels === 0
      ? ''
      : `<ul><li>Flour of level ${levels} for the mill${nested(levels - 1)}</li></ul>`;
  expect(structures(nested(7))).toEqual([
    { list: 'ul', start: true },
    ...[2, 3, 4, 5, 6, 6].map((depth) => ({ list: 'ul', depth })),
  ]);
});

test('two lists with words between them begin one by one, and a heading in an item is no item', () => {
  const words =
    '<p>Rye is what the guild of bakers told the paper in the town hall on Friday morning.</p>';
  expect(structures(`<ul><li>Salt</li></ul>${words}<ul><li>Rye</li></ul>`)).toEqual([
    { list: 'ul', start: true },
    {},
    { list: 'ul', start: true },
  ]);
  expect(structures(`<ul><li><h3>Flour of the hill</h3>${words}</li></ul>`)).toEqual([
    { level: 3 },
    { list: 'ul', start: true },
  ]);
});

test('a term that is too long for one is a paragraph of its list', () => {
  const html = `<dl><dt>${'Weir and wheel, '.repeat(25)}the miller said.</dt><dd>A wall across a river that raises the water for a mill.</dd></dl>`;
  expect(structures(html)).toEqual([{ list: 'dl' }, { list: 'dl' }]);
});

test.each([
  ['<h4>Flour</h4>', 4],
  ['<h6>Flour</h6>', 4],
  ['<p class="crosshead">Flour</p>', 2],
])('%s is a subhead of level %i', (heading, level) => {
  const text =
    '<p>Rye is what the guild of bakers told the paper in the town hall on Friday morning.</p>';
  expect(structures(heading + text)).toEqual([{ level }, {}]);
});

describe('the time of an entry', () => {
  const at = '2026-11-23T09:40:00.000Z';
  const time = '<time datetime="2026-11-23T10:40:00+01:00"></time>';
  const entry = (heading: string) =>
    structures(
      `<section>${heading}<p>The bread is out, the guild told all of the town by the bell of the church.</p></section>`,
    )?.[0];

  test.each([
    ['deeper in its heading', `<h3><span><b>${time}</b></span>Bread is out</h3>`],
    ['right before it', `${time}<h3>Bread is out</h3>`],
    ['right behind it', `<h3>Bread is out</h3>${time}`],
    ['six elements behind it', `<h3>Bread is out</h3>${'<i></i>'.repeat(5)}${time}`],
    ['six elements before it', `${time}${'<i></i>'.repeat(5)}<h3>Bread is out</h3>`],
    ['as the fiftieth element in it', `<h3>${'<i></i>'.repeat(49)}${time}Bread is out</h3>`],
    [
      'in it and another behind it',
      `<h3>${time}Bread is out</h3><time datetime="2026-11-23T08:00:00Z"></time>`,
    ],
    ['behind a time without a moment', `<h3><time></time>${time}Bread is out</h3>`],
  ])('stands %s', (_where, heading) => {
    expect(entry(heading)).toEqual({ level: 3, at });
  });

  test.each([
    ['seven elements off', `<h3>Bread is out</h3>${'<i></i>'.repeat(6)}${time}`],
    ['the fifty-first element in it', `<h3>${'<i></i>'.repeat(50)}${time}Bread is out</h3>`],
    ['a day without an hour', '<h3><time datetime="2026-11-23"></time>Bread is out</h3>'],
    ['no moment there is', '<h3><time datetime="2026-13-45T25:61"></time>Bread is out</h3>'],
  ])('is none where it is %s', (_what, heading) => {
    expect(entry(heading)).toEqual({ level: 3 });
  });
});

describe('who said a quote', () => {
  const quote = (...parts: string[]) => `<blockquote>${parts.join('')}</blockquote>`;
  const say = (words: string) => `<p>${words}</p>`;

  test.each([
    'author',
    'attribution',
    'cite',
    'speaker',
    'source',
    'quote-source',
    'quote_speaker',
  ])('is told by a line called %s', (name) => {
    const html = quote(say(SAID), `<div class="${name}">— Ann Quay, miller</div>`);
    expect(structures(html)).toEqual([{ cite: 'Ann Quay, miller' }]);
  });

  test('is not told by a line that is called otherwise, and a name has 200 characters at most', () => {
    expect(
      structures(quote(say(SAID), '<div class="sources">— Ann Quay, the miller, said so.</div>')),
    ).toBeUndefined();
    const named = (length: number) =>
      structures(quote(say(SAID), `<footer>${'Ann '.padEnd(length - 1, 'x')}.</footer>`))?.[0];
    expect(named(200)).toHaveProperty('cite');
    expect(named(201)).toBeUndefined();
    expect(structures(quote(say(SAID), '<footer> — </footer>'))).toBeUndefined();
  });

  test('stands at the last of its paragraphs, and not where the words name it', () => {
    const footer = '<footer>Ann Quay, miller</footer>';
    expect(structures(quote(say(SAID), say('And we sell it, too.'), footer))).toEqual([
      {},
      { cite: 'Ann Quay, miller' },
    ]);
    expect(
      structures(quote(say(`${SAID} <cite>Ann Quay, the miller of the weir.</cite>`))),
    ).toEqual([{ spans: expect.any(Array) }]);
    const other = '<footer>Bo Mill, baker</footer>';
    expect(
      structures(quote(say(SAID), footer) + quote(say('We bake again, as we did.'), other)),
    ).toEqual([{ cite: 'Ann Quay, miller' }, { cite: 'Bo Mill, baker' }]);
  });
});
