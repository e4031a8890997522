import { expect, test } from 'vitest';
import { readLiteral } from '../../../src/page/js-literal.ts';

test.each([
  ['{"a":[1,-2.5e3,true,null]}', { a: [1, -2500, true, null] }],
  ["{a:'it\\'s \"so\"',$b:`c`,}", { a: 'it\'s "so"', $b: 'c' }],
  [
    '{a:undefined,b:void 0,c:!0,d:!1,e:NaN}',
    { a: undefined, b: undefined, c: true, d: false, e: undefined },
  ],
  ['JSON.parse("{\\"a\\":\\"b\\"}")', { a: 'b' }],
  ['JSON.parse(\'{"a":"b"}\')', { a: 'b' }],
  ['{d:new Date("2026-05-04"),n:new Date(5)}', { d: '2026-05-04', n: 5 }],
  ["'\\x41\\u00e9\\n'", 'Aé\n'],
  ['[ "a" , [ ] , { } ]', ['a', [], {}]],
  ['{"__proto__":{"a":1}}', JSON.parse('{"__proto__":{"a":1}}')],
])('%s is read as data', (literal, value) => {
  expect(readLiteral(`x = ${literal}; y`, 4)).toEqual({ value, end: 4 + literal.length });
});

test.each(['{a:b}', '{a:f()}', '[1,2', '{"a" 1}', 'alert(1)', '{a:`${b}`}', '{a:1+1}'])(
  '%s is a program or broken, and is no data',
  (script) => {
    expect(readLiteral(script, 0).value).toBeUndefined();
  },
);

test('what is nested deeper than honest data is left', () => {
  expect(readLiteral('['.repeat(100_000), 0).value).toBeUndefined();
});

test.each([
  ['lists', '[', ']'],
  ['entries', '{a:', '}'],
])('%s are read sixty levels deep', (_what, open, close) => {
  const nested = (depth: number) =>
    readLiteral(`${open.repeat(depth)}1${close.repeat(depth)}`, 0).value;
  expect([nested(60) !== undefined, nested(61)]).toEqual([true, undefined]);
});

test.each([
  ['{"a":1,"a":2}', { a: 2 }],
  ['{1:2,"b" : 3 , c:4}', { 1: 2, b: 3, c: 4 }],
  ['[.5,5.,-1e+2,0]', [0.5, 5, -100, 0]],
  ['"a\nb"', 'a\nb'],
  ["'a\nb'", 'a\nb'],
  ["'\\q\\x4'", 'qx4'],
  ["JSON.parse( '[1]' )", [1]],
  ['[1,2,]', [1, 2]],
])('%j is read as data, too', (literal, value) => {
  expect(readLiteral(literal, 0)).toEqual({ value, end: literal.length });
});

test.each(['[1 2]', '{a 1}', '{:1}', 'truely', 'JSON.parse("{")', 'JSON.parse("1"', 'new Date(1'])(
  '%s is none',
  (script) => {
    expect(readLiteral(script, 0).value).toBeUndefined();
  },
);
