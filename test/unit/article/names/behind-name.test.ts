import { expect, test } from 'vitest';
import { BEHIND_NAME } from '../../../../src/article/names/behind-name.ts';
import { rowTexts } from '../../../support/patterns/row-texts.ts';
import { walkRows } from '../../../support/patterns/walked-rows.ts';

walkRows('BEHIND_NAME', BEHIND_NAME);

/** The writers of the rows' lines. */
const WRITERS = [
  'Ann Lee',
  'Bob Ray',
  'Léa Roy',
  'Ana Sol',
  'Ane More',
  'Anna Höfn',
  'Иван Морской',
  '김하늘',
  '이바다',
  '田中海',
  '林大海',
];

test.each(BEHIND_NAME.rows.map((row) => [row.name, row] as const))(
  '%s is taken off, and the name stays',
  (_name, { pattern, finds }) => {
    for (const line of finds) {
      const name = line.replace(BEHIND_NAME.only(pattern), '');
      expect([line, WRITERS.includes(name)]).toEqual([line, true]);
      expect(line.replace(BEHIND_NAME.any, '')).toBe(name);
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
  expect(name.replace(BEHIND_NAME.any, '')).toBe(name);
});

test('what test/fixtures/row-texts keeps behind a name is taken off', () => {
  const kept = rowTexts('BEHIND_NAMES').map((line) => line.split(' = '));
  expect(kept.filter(([line = '', name]) => line.replace(BEHIND_NAME.any, '') !== name)).toEqual(
    [],
  );
});
