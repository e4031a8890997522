import { describe, expect, test } from 'vitest';
import { tableIn as tableOf } from '../../../../src/article/structure/table.ts';
import { elementOf } from '../../../support/site/page-of.ts';
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
  expect(tableOf(elementOf(`<table>${rows}</table>`, 'table'))).toBeUndefined();
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

describe('a table of data has', () => {
  const read = (rows: string, attributes = '') =>
    tableOf(elementOf(`<table ${attributes}>${rows}</table>`, 'table'));
  const cells = (count: number, text = 'a') => row('td', ...Array<string>(count).fill(text));

  test('two to two hundred rows, and two to twenty columns', () => {
    const rows = (count: number) => read(cells(2).repeat(count))?.rows.length;
    expect([1, 2, 200, 201].map(rows)).toEqual([undefined, 2, 200, undefined]);
    const columns = (count: number) => read(cells(count).repeat(2))?.rows[0]?.length;
    expect([1, 2, 20, 21].map(columns)).toEqual([undefined, 2, 20, undefined]);
  });

  test('no cell of more than 600 characters, and 20,000 in all', () => {
    const long = (length: number) => read(row('td', 'a', 'b'.repeat(length)) + cells(2));
    expect([long(600)?.rows.length, long(601)]).toEqual([2, undefined]);
    const full = (more: string) =>
      read(
        row('td', 'b'.repeat(500), `${more}${'b'.repeat(500)}`) +
          cells(2, 'b'.repeat(500)).repeat(19),
      );
    expect([full('')?.rows.length, full('a')]).toEqual([20, undefined]);
  });

  test('text in half of its cells', () => {
    expect(read(row('td', 'a', '') + row('td', 'b', ''))?.rows).toHaveLength(2);
    expect(read(row('td', 'a', '', '') + row('td', 'b', '', ''))).toBeUndefined();
  });

  test('no role that says it sets a page', () => {
    expect(
      ['presentation', 'none'].map((role) => read(cells(2).repeat(2), `role="${role}"`)),
    ).toEqual([undefined, undefined]);
    expect(read(cells(2).repeat(2), 'role="table"')).toBeDefined();
  });

  test('no table among the first two hundred elements of a cell', () => {
    const inner = `<div><table>${cells(2)}</table></div>`;
    const within = (before: number) =>
      read(row('td', 'a', '<b></b>'.repeat(before) + inner) + cells(2))?.rows.length;
    expect([within(0), within(198), within(199)]).toEqual([undefined, undefined, 2]);
  });
});

describe('the rows of a table', () => {
  const read = (rows: string) => tableOf(elementOf(`<table>${rows}</table>`, 'table'));

  test('stand in its groups or right in it, and are as wide as the widest', () => {
    const html = `<thead>${row('td', 'Mill', 'Rye', 'Oats')}</thead>${row('td', 'Weir', '40')}<tbody>${row('td', 'Hill', '3')}</tbody><tfoot>${row('td', 'All', '43')}</tfoot><div><td>x</td><td>y</td></div>`;
    expect(read(html)).toEqual({
      head: 1,
      rows: [
        ['Mill', 'Rye', 'Oats'],
        ['Weir', '40', ''],
        ['Hill', '3', ''],
        ['All', '43', ''],
      ],
    });
  });

  test('without text are left out, and a caption without text is none', () => {
    expect(
      read(`<caption> </caption>${row('td', 'a', 'b')}${row('td', '', '')}${row('td', 'c', 'd')}`),
    ).toStrictEqual({
      rows: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    });
  });

  test('are the head where each of several cells is a heading', () => {
    const two = row('th', 'a', 'b') + row('th', 'c', 'd') + row('td', 'e', 'f');
    expect(read(two)?.head).toBe(2);
    expect(read(`<tr><th colspan="2">Mills</th></tr>${row('td', 'e', 'f')}`)).not.toHaveProperty(
      'head',
    );
    expect(read(row('th', 'a', 'b').repeat(2))).not.toHaveProperty('head');
  });

  test('have an empty cell for each further column that a cell spans', () => {
    const spanned = (span: string) =>
      read(`<tr><td>a</td><td colspan="${span}">b</td></tr>${row('td', ...'abcdefgh'.split(''))}`)
        ?.rows[0];
    expect(spanned('7')).toEqual(['a', 'b', '', '', '', '', '', '']);
    expect(
      read(`<tr><td colspan="2">a</td><td>b</td></tr>${row('td', 'c', 'd', 'e')}`)?.rows[0],
    ).toEqual(['a', '', 'b']);
    for (const span of ['0', 'x']) expect(spanned(span)?.slice(0, 3)).toEqual(['a', 'b', '']);
    const wide = read(
      `<tr><td colspan="90">Mills</td></tr>${row('td', ...Array<string>(20).fill('a'))}`,
    );
    expect(wide?.rows[0]).toEqual(['Mills', ...Array<string>(19).fill('')]);
  });
});
