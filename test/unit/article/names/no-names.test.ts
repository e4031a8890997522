import { expect, test } from 'vitest';
import { isName } from '../../../../src/article/names/person-name.ts';
import { NO_NAME, NO_NAMES } from '../../../../src/article/names/no-names.ts';

const found = ({ pattern }: { pattern: string }, text: string) =>
  new RegExp(pattern, 'iu').test(text);

test.each(NO_NAMES.map((row) => [row.name, row] as const))(
  '%s finds what is no name',
  (_name, row) => {
    expect(row.finds.length).toBeGreaterThanOrEqual(2);
    for (const text of row.finds) {
      expect([text, found(row, text), NO_NAME.test(text)]).toEqual([text, true, true]);
    }
  },
);

test.each([
  'Ann Lee',
  'Mai Ling',
  'Marta May',
  'Guy Staff-Benson',
  'Anna Sunday',
  'Authorine Null',
  'Léa de la Roche',
  'Иван Морской',
  '김하늘',
  'Moritz März',
  'Follett Ray',
  'The Harbour Lantern',
])('%s is a name, whatever words it holds', (name) => {
  expect(NO_NAMES.filter((row) => found(row, name)).map((row) => row.name)).toEqual([]);
  expect(isName(name)).toBe(true);
});

test('every row has a name of its own', () => {
  expect(new Set(NO_NAMES.map(({ name }) => name)).size).toBe(NO_NAMES.length);
});
