import { expect, test } from 'vitest';
import { isName } from '../../../../src/article/names/person-name.ts';
import { NO_NAME } from '../../../../src/article/names/no-names.ts';
import { walkRows } from '../../../support/patterns/walked-rows.ts';

walkRows('NO_NAME', NO_NAME);

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
  expect(NO_NAME.rows.filter((row) => NO_NAME.only(row.pattern).test(name))).toEqual([]);
  expect(isName(name)).toBe(true);
});
