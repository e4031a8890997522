import { describe, expect, test } from 'vitest';
import { flightRows } from '../../../../src/page/page-data/flight.ts';
import { jsonReader } from '../../../../src/page/page-data/script-data.ts';

const push = (text: string) => `self.__next_f.push([1,${JSON.stringify(text)}])`;
const rows = (...scripts: string[]) => flightRows(scripts, jsonReader());
const textRow = (text: string) => `T${Buffer.byteLength(text).toString(16)},${text}`;

describe('rows of pushed strings', () => {
  test('a text is as many bytes as it says, to its last character, and the next row follows at once', () => {
    const long = 'Die Fähre fährt — täglich: um acht,\nund abends.';
    expect(rows(push(`1:${textRow(long)}2:${textRow('a')}3:{"b":1}\n`))).toEqual([
      { kind: 'text', text: long },
      { kind: 'text', text: 'a' },
      { kind: 'data', data: { b: 1 } },
    ]);
  });

  test('JSON ends with its line, or with the last of the pushed strings', () => {
    expect(rows(push('1:["a"]\n2:{"b":'), push('2}'))).toEqual([
      { kind: 'data', data: ['a'] },
      { kind: 'data', data: { b: 2 } },
    ]);
  });

  test('references, broken JSON and texts of no length are no rows', () => {
    expect(rows(push('1:I[3]\n2:"$x"\n3:{"b":\n4:T0,\n5:Tx,y\n6:[7]\n'))).toEqual([
      { kind: 'data', data: [7] },
    ]);
    expect(rows(push('no row at all'))).toEqual([]);
  });
});

test.each([
  'self.__next_f.push([1,"1:[2]"])',
  ' self.__next_f.push([1,"1:[2]"]) ; ',
  'window.__next_f.push([1,"1:[2]"])',
  '(self.__next_f=self.__next_f||[]).push([1,"1:[2]"])',
])('%s pushes', (script) => {
  expect(rows(script)).toEqual([{ kind: 'data', data: [2] }]);
});

test.each([
  'self.__next_f.push([0])',
  'self.__next_f.push([1,2])',
  'other.push([1,"1:[2]"])',
  'self.__next_f.push([1,"1:[2]"]); go()',
  'self.__next_f.push([1,"1:[2]"',
])('%s pushes no string', (script) => {
  expect(rows(script)).toEqual([]);
});

test('a row may have no id, and the last one no end', () => {
  expect(rows(push(':[1]\n2:[3]'))).toEqual([
    { kind: 'data', data: [1] },
    { kind: 'data', data: [3] },
  ]);
  expect(rows(push('1:'))).toEqual([]);
});
