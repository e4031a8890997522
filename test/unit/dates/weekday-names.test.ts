import { expect, test } from 'vitest';
import { isWeekdayName } from '../../../src/dates/weekday-names.ts';

test.each(['Monday', 'mon', 'Dienstag', 'Do', 'viernes', 'понедельник', 'الاثنين', 'lunedì'])(
  '“%s” is a day of the week',
  (word) => expect(isWeekdayName(word)).toBe(true),
);

// One word of each language that no other has.
test.each(
  'thursday donnerstag jeudi jueves giovedì quinta-feira donderdag czwartek čtvrtek štvrtok csütörtök joi lördag tor tirs torstai четверг четвер четвъртък четвртак četvrtak πέμπτη perşembe الخميس پنجشنبه गुरुवार kamis'.split(
    ' ',
  ),
)('“%s” is one in one language alone', (word) => expect(isWeekdayName(word)).toBe(true));

test.each(['יום חמישי', 'thứ năm'])('“%s” is one of several words', (words) =>
  expect(isWeekdayName(words)).toBe(true),
);

test.each(
  'sunday monday tuesday wednesday thursday friday saturday sun mon tue wed thu fri sat'.split(' '),
)('“%s” is one in English', (word) => expect(isWeekdayName(word)).toBe(true));

test.each(['ferry', 'May', 'tomorrow', ''])('“%s” is none', (word) =>
  expect(isWeekdayName(word)).toBe(false),
);
