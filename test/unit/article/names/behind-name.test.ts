import { expect, test } from 'vitest';
import { BEHIND_NAME, BEHIND_NAMES } from '../../../../src/article/names/behind-name.ts';
import { rowTexts } from '../../../support/patterns/row-texts.ts';

test.each(BEHIND_NAMES.map((row) => [row.name, row] as const))(
  '%s is taken off, and the name stays',
  (_name, { pattern, finds }) => {
    expect(finds.length).toBeGreaterThanOrEqual(2);
    const alone = new RegExp(String.raw`\s*(?:${pattern})\s*$`, 'u');
    for (const [line, name] of finds) {
      expect([line, line.replace(alone, ''), line.replace(BEHIND_NAME, '')]).toEqual([
        line,
        name,
        name,
      ]);
    }
  },
);

test.each([
  'Ann Lee',
  'Marta May',
  'Theresa May',
  'Inga Onfield',
  'Ann Writer',
  'Bob Fordham',
  'Lea Amsel',
  'Jean-Luc Roy',
])('%s is a name to its end', (name) => {
  expect(name.replace(BEHIND_NAME, '')).toBe(name);
});

test('every row has a name of its own', () => {
  expect(new Set(BEHIND_NAMES.map(({ name }) => name)).size).toBe(BEHIND_NAMES.length);
});

test('what test/fixtures/row-texts keeps behind a name is taken off', () => {
  const kept = rowTexts('BEHIND_NAMES').map((line) => line.split(' = '));
  expect(kept.filter(([line = '', name]) => line.replace(BEHIND_NAME, '') !== name)).toEqual([]);
});
