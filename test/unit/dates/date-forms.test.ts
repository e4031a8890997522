import { describe, expect, test, vi } from 'vitest';
import { inUtc, readDate, readStatedDate, withOffset } from '../../../src/dates/date.ts';

const stated = (written: string, rules = {}) => readStatedDate(written, rules);

describe('a day is real', () => {
  test.each([
    ['1899-12-31', false],
    ['1900-01-01', true],
    ['2200-12-31', true],
    ['2201-01-01', false],
    ['2026-00-01', false],
    ['2026-12-01', true],
    ['2026-13-01', false],
    ['2026-01-00', false],
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2028-02-29', true],
    ['2026-04-30', true],
    ['2026-04-31', false],
    ['2026-01-31', true],
    ['2026-01-32', false],
  ])('%s: %s', (day, isReal) => {
    const expected = isReal ? `${day}T08:30:00Z` : null;
    expect([stated(`${day}T08:30:00Z`), stated(`${day} 08:30`)]).toEqual([expected, expected]);
  });
});

describe('a clock is real', () => {
  test.each([
    ['24:00:00', '2026-10-02T00:00:00Z'],
    ['25:00:00', null],
    ['08:59:60', '2026-10-01T09:00:00Z'],
    ['08:59:61', null],
    ['08:60:00', null],
  ])('%s', (clock, expected) => {
    expect([stated(`2026-10-01T${clock}Z`), stated(`1 October 2026 ${clock}`)]).toEqual([
      expected,
      expected,
    ]);
  });

  test.each([
    ['12:10 am', '00:10:00'],
    ['12:10 pm', '12:10:00'],
    ['1:10 am', '01:10:00'],
    ['1:10 p.m.', '13:10:00'],
    ['11:10 P M', '23:10:00'],
    ['8h30', '08:30:00'],
    ['8 h 30', '08:30:00'],
    ['8:30:15', '08:30:15'],
    ['8:30m15', '08:30:15'],
    ['kl. 12.45', '12:45:00'],
    ['klo 12.45', '12:45:00'],
    ['um 12.45', '12:45:00'],
    ['ore 12.45', '12:45:00'],
    ['alle 12.45', '12:45:00'],
    ['5.30pm', '17:30:00'],
    ['12.45 Uhr', '12:45:00'],
    ['12.45 GMT', '12:45:00'],
    ['12.45', '12:45:00'],
    ['at 12.45', '00:00:00'],
  ])('“%s” is %s', (clock, expected) => {
    expect(stated(`1 October 2026 ${clock}`)).toBe(`2026-10-01T${expected}Z`);
  });

  test.each([
    ['12.45 BST', '12:45:00+01:00'],
    ['12.45 IST', '12:45:00+05:30'],
  ])('a dot before a zone is one, too: %s', (clock, expected) => {
    expect(stated(`1 October 2026, ${clock}`)).toBe(`2026-10-01T${expected}`);
  });

  test('may stand in digits alone', () => {
    expect(stated('20261001T083015')).toBe('2026-10-01T08:30:15Z');
    expect(stated('20261001T0830')).toBe('2026-10-01T08:30:00Z');
  });
});

describe('an offset', () => {
  test.each([
    ['+14:00', '+14:00'],
    ['-14:00', '-14:00'],
    ['+14:01', 'Z'],
    ['+05:30', '+05:30'],
    ['-03:30', '-03:30'],
    ['-00:00', 'Z'],
  ])('of %s is %s', (offset, expected) => {
    expect(stated(`2026-10-01T08:30:00${offset}`)).toBe(`2026-10-01T08:30:00${expected}`);
  });

  test.each([
    'GMT+2',
    'UTC+2',
    'UT+2',
    'Z+2',
    '+2',
    '+02',
    '+0200',
    ' +02:00',
    '(GMT+2)',
    'GMT +02:00',
    '+02:00Z',
  ])('is read in %s', (zone) => {
    expect(stated(`1 October 2026 08:30${zone}`)).toBe('2026-10-01T08:30:00+02:00');
  });

  test.each([
    ['MSK', '+03:00'],
    ['МСК', '+03:00'],
    ['MSD', '+04:00'],
    ['MEZ', '+01:00'],
    ['MESZ', '+02:00'],
    ['WIB', '+07:00'],
    ['WITA', '+08:00'],
    ['CET', '+01:00'],
    ['UTC', 'Z'],
    ['UT', 'Z'],
    ['Z', 'Z'],
    ['(est)', '-05:00'],
    ['ET', '-04:00'],
    ['CT', '-05:00'],
    ['MT', '-06:00'],
    ['PT', '-07:00'],
    ['EST5EDT', '-04:00'],
    ['CET-1CEST', '+02:00'],
    ['MSKX', 'Z'],
    ['XYZT', 'Z'],
  ])('may be named %s', (zone, expected) => {
    expect(stated(`1 October 2026 08:30 ${zone}`)).toBe(`2026-10-01T08:30:00${expected}`);
  });

  test.each([
    ['Africa/Cairo', '+02:00'],
    ['America/Lima', '-05:00'],
    ['Antarctica/Vostok', '+05:00'],
    ['Asia/Manila', '+08:00'],
    ['Atlantic/Cape_Verde', '-01:00'],
    ['Australia/Perth', '+08:00'],
    ['Europe/Berlin', '+01:00'],
    ['Indian/Mauritius', '+04:00'],
    ['Pacific/Honolulu', '-10:00'],
    ['US/Arizona', '-07:00'],
    ['Canada/Saskatchewan', '-06:00'],
    ['Etc/GMT+5', '-05:00'],
  ])('may be that of %s', (zone, expected) => {
    expect(stated(`15 January 2026 08:30 ${zone}`)).toBe(`2026-01-15T08:30:00${expected}`);
  });

  test('of a zone that nobody knows is none', () => {
    expect(stated('2026-10-01 08:30', { assumeZone: 'No/Where' })).toBe('2026-10-01T08:30:00Z');
  });
});

describe('a date in words', () => {
  test.each([
    ...['1', '1st', '1er', '1º', '1.', '01'].map((day) => [`${day} October 2026`, 1]),
    ['1º de outubro de 2026', 1],
    ['2nd October 2026', 2],
    ['3rd October 2026', 3],
    ['4th of October 2026', 4],
    ['4 de octubre de 2026', 4],
    ['4 October of 2026', 4],
    ['4-Oct-26', 4],
    ['October 1st, 2026', 1],
    ['October 2nd 2026', 2],
    ['October 3rd, 2026', 3],
    ['Oct. 4th 2026', 4],
    ['October 4 of 2026', 4],
    ['2026 October 4', 4],
    ['2026-Oct-04', 4],
    ['2026. October 4', 4],
  ] as [string, number][])('%s', (written, day) => {
    expect(stated(written)).toBe(`2026-10-0${day}T00:00:00Z`);
  });

  test.each(
    'jan feb mar apr may jun jul aug sep oct nov dec'
      .split(' ')
      .map((name, at) => [name, `${at + 1}`.padStart(2, '0')] as const),
  )('of mail has the month “%s”', (name, month) => {
    expect(readDate(`9 ${name} 2026 08:30 GMT`, {})).toBe(`2026-${month}-09T08:30:00.000Z`);
  });

  test.each([
    ['تشرين الأول', '10'],
    ['تشرين الاول', '10'],
    ['تشرين الثاني', '11'],
    ['كانون الأول', '12'],
    ['كانون الثاني', '01'],
  ])('of the Levant has the month “%s”', (name, month) => {
    expect(stated(`9 ${name} 2026`)).toBe(`2026-${month}-09T00:00:00Z`);
  });

  test.each([
    ['1 October 69', '2069-10-01'],
    ['1 October 70', '1970-10-01'],
    ['1.10.69', '2069-10-01'],
    ['1.10.70', '1970-10-01'],
  ])('of a year in two digits is of 1970 to 2069: %s', (written, day) => {
    expect(stated(written)?.slice(0, 10)).toBe(day);
  });
});

describe('a date in numbers', () => {
  test.each([
    ['12/11/2026', true, '2026-12-11'],
    ['12/11/2026', false, '2026-11-12'],
    ['12/11/2026', undefined, '2026-12-11'],
    ['12-11-2026', undefined, '2026-11-12'],
    ['12.11.2026', true, '2026-11-12'],
    ['12/13/2026', false, '2026-12-13'],
    ['13/12/2026', true, '2026-12-13'],
    ['12/12/2026', true, '2026-12-12'],
    ['2026.10.1', undefined, '2026-10-01'],
    ['2026/10/1', undefined, '2026-10-01'],
    ['20261001', undefined, '2026-10-01'],
  ])('%s, month first: %s, is %s', (written, monthFirst, day) => {
    expect(stated(written, { monthFirst })).toBe(`${day}T00:00:00Z`);
  });
});

test('a date has up to 120 characters', () => {
  const of = (length: number) => stated('1 October 2026'.padEnd(length, '.'));
  expect([of(120), of(121)]).toEqual(['2026-10-01T00:00:00Z', null]);
  expect(stated(`  ${'1 October 2026'.padEnd(120, '.')}  `)).not.toBeNull();
});

test('a stated date may be told in UTC, and by its own clock where that is another', () => {
  expect([inUtc('2026-10-01T08:30:00+02:00'), inUtc('2026-10-01T08:30:00Z')]).toEqual([
    '2026-10-01T06:30:00Z',
    '2026-10-01T08:30:00Z',
  ]);
  expect([withOffset('2026-10-01T08:30:00+02:00'), withOffset('2026-10-01T08:30:00Z')]).toEqual([
    '2026-10-01T08:30:00+02:00',
    undefined,
  ]);
});

test('an English month is known before the names of all languages are gathered', async () => {
  vi.resetModules();
  const { monthOfWord } = await import('../../../src/dates/month-names.ts');
  const gathered = vi.spyOn(Intl, 'DateTimeFormat');
  const names =
    'January February March April May June July August September October November December'.split(
      ' ',
    );
  for (const [at, name] of names.entries()) {
    expect([monthOfWord(name), monthOfWord(name.slice(0, 3))]).toEqual([at + 1, at + 1]);
  }
  expect(monthOfWord('Sept')).toBe(9);
  expect(gathered).not.toHaveBeenCalled();
  expect(monthOfWord('März')).toBe(3);
  expect(gathered).toHaveBeenCalled();
});
