import { expect, test } from 'vitest';
import { isWeekdayName } from '../../../src/dates/weekday-names.ts';

test.each(['Monday', 'mon', 'Dienstag', 'Do', 'viernes', 'понедельник', 'الاثنين', 'lunedì'])(
  '“%s” is a day of the week',
  (word) => expect(isWeekdayName(word)).toBe(true),
);

test.each(['ferry', 'May', 'tomorrow', ''])('“%s” is none', (word) =>
  expect(isWeekdayName(word)).toBe(false),
);
