import { expect, test } from 'vitest';
import { keptUnitsOf, lowerUnits, unitsOf, withoutCase } from '../../src/letter-units.ts';

const textOf = (units: Uint16Array): string => String.fromCharCode(...units);

test('the case of a letter says nothing, nor does the form of a sigma', () => {
  expect([withoutCase('Οδός'), withoutCase('ΟΔΌΣ')]).toEqual(['οδόσ', 'οδόσ']);
});

test('a letter whose small form is two stays, so that every sign keeps its place', () => {
  expect(withoutCase('İSTANBUL 2x')).toBe('İstanbul 2x');
});

test.each(['', 'Soup', 'ÄÖÜ ΟΔΌΣ Щи', '新闻', '😀 a \ud800 b'])(
  'the units of "%s" are its own, in lower case too',
  (text) => {
    const units = unitsOf(text).slice(0, text.length);
    expect(textOf(units)).toBe(text);
    expect(textOf(units.map((unit) => lowerUnits()[unit] ?? 0))).toBe(withoutCase(text));
    expect(textOf(keptUnitsOf(text))).toBe(text);
  },
);

test.each([4_095, 4_096, 10_000, 50_000])('a zero ends %i units', (length) => {
  const units = unitsOf('x'.repeat(length));
  expect([units[length - 1], units[length]]).toEqual(['x'.charCodeAt(0), 0]);
});

test('a zero ends the units of a text after a longer one', () => {
  unitsOf('y'.repeat(20_000));
  expect([...unitsOf('x').slice(0, 2), unitsOf('')[0]]).toEqual(['x'.charCodeAt(0), 0, 0]);
});

test('units that are kept stay as they are when another text is asked for', () => {
  const kept = keptUnitsOf('soup');
  unitsOf('salad');
  expect(textOf(kept)).toBe('soup');
});

test('each letter that has one small form has that of the engine', () => {
  const all = Array.from({ length: 0x1_00_00 }, (_, code) => String.fromCharCode(code));
  const expected = all.map((unit) => unit.toLowerCase().replace('ς', 'σ'));
  const wrong = all.filter(
    (unit, code) => expected[code]?.length === 1 && withoutCase(unit) !== expected[code],
  );
  expect(wrong).toEqual([]);
  expect(lowerUnits()).toHaveLength(0x1_00_00);
});
