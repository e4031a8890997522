import { expect, test } from 'vitest';
import { between } from './body-of-page.ts';

const tableIn = (html: string) =>
  between(html)?.flatMap((block) => ('table' in block ? block.table : []))[0];

const row = (tag: string, ...cells: string[]) =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;

test('a table stands in its place with caption, head and rows of one width', () => {
  const html = `<table><caption>Loaves a day</caption><thead>${row('th', 'Mill', 'Rye', 'Wheat')}</thead><tbody>${row('td', 'Weir', '40', '<b>90</b>')}<tr><td>Hill</td><td colspan="2">shut</td></tr></tbody></table>`;
  expect(between(html)).toEqual([
    {
      table: {
        caption: 'Loaves a day',
        head: 1,
        rows: [
          ['Mill', 'Rye', 'Wheat'],
          ['Weir', '40', '90'],
          ['Hill', 'shut', ''],
        ],
      },
    },
  ]);
});

test('a first row of heading cells is the head, a first column of them is none', () => {
  expect(
    tableIn(`<table>${row('th', 'Mill', 'Rye')}${row('td', 'Weir', '40')}</table>`),
  ).toMatchObject({ head: 1 });
  const column = `<table><tr><th>Weir</th><td>40</td></tr><tr><th>Hill</th><td>12</td></tr></table>`;
  expect(tableIn(column)).toEqual({
    rows: [
      ['Weir', '40'],
      ['Hill', '12'],
    ],
  });
});

test('what a table holds is not given twice', () => {
  const long =
    'The mill by the weir, which the guild of bakers opened again on Friday after the flood.';
  const html = `<table>${row('td', 'Weir', long)}${row('td', 'Hill', long.replace('weir', 'hill'))}</table>`;
  expect(between(html)?.filter((block) => 'p' in block)).toEqual([]);
});

test.each([
  ['a single row', row('td', 'one', 'two')],
  ['a single column', row('td', 'one') + row('td', 'two')],
  [
    'another table in a cell',
    row('td', `<table>${row('td', 'a', 'b')}${row('td', 'c', 'd')}</table>`, 'x') +
      row('td', 'y', 'z'),
  ],
  ['running text in a cell', row('td', 'The wheel turns. '.repeat(60), 'x') + row('td', 'y', 'z')],
  ['hardly anything', row('td', '', '') + row('td', '', 'x') + row('td', '', '')],
  ['too many rows', row('td', 'a', 'b').repeat(201)],
  ['too many columns', row('td', ...Array<string>(21).fill('a')).repeat(2)],
])('a table with %s is none of data', (_what, rows) => {
  const tables = between(`<table>${rows}</table>`)?.filter((block) => 'table' in block) ?? [];
  expect(tables.filter((block) => 'table' in block && block.table.rows.length > 2)).toEqual([]);
});

test('a table that says it only sets the page is none of data', () => {
  expect(
    tableIn(`<table role="presentation">${row('td', 'a', 'b')}${row('td', 'c', 'd')}</table>`),
  ).toBeUndefined();
});

test('a table in a side show is not the article’s', () => {
  const html = `<div class="related-stories"><table>${row('td', 'a', 'b')}${row('td', 'c', 'd')}</table></div>`;
  expect(tableIn(html)).toBeUndefined();
});
