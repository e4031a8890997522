import { expect, test } from 'vitest';
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
