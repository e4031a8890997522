import { describe, expect, test } from 'vitest';
import { findDateline } from '../../../../src/article/dates/dateline.ts';

const rest = 'The ferry is late.';

describe('a report was filed from the place before its first sentence', () => {
  test.each([
    ['PORT ELSE -- The ferry is late.', 'PORT ELSE'],
    ['PORT ELSE, Northland (AP) — The ferry is late.', 'PORT ELSE, Northland (AP)'],
    ['ÅLØ-NÓS — The ferry is late.', 'ÅLØ-NÓS'],
  ])('"%s": %s', (text, place) => {
    expect(findDateline(text)).toBe(place);
  });

  test.each(['—', '–', '--', '-'])('with "%s" behind it', (dash) => {
    expect(findDateline(`PORT ELSE, Northland ${dash} ${rest}`)).toBe('PORT ELSE, Northland');
    expect(findDateline(`PORT ELSE, Northland ${dash}${rest}`)).toBeUndefined();
  });

  test.each(
    'Jan. 5|Feb. 5|March 5|April 5|May 5|June 5|July 5|Aug. 15|Sept. 5|Oct. 5|Nov. 5|December 5'.split(
      '|',
    ),
  )('with the day, %s', (day) => {
    expect(findDateline(`PORT ELSE, ${day} (Harbour News) - ${rest}`)).toBe(
      `PORT ELSE, ${day} (Harbour News)`,
    );
  });

  test('of any length that a place, a country, a day and an agency have', () => {
    const place = `${'PORT ELSE '.repeat(4)}X, ${'Northland '.repeat(3)}, September 15 (${'Harbour News '.repeat(2)})`;
    expect(findDateline(`${place} — ${rest}`)).toBe(place);
  });
});

describe('a report was filed from nowhere', () => {
  test.each('MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY'.split('|'))(
    'where a %s begins its text',
    (day) => {
      expect(findDateline(`${day}, June 5 (Harbour News) -- ${rest}`)).toBeUndefined();
      expect(findDateline(`${day}S HARBOUR -- ${rest}`)).toBe(`${day}S HARBOUR`);
    },
  );

  test.each([[`Port Else — ${rest}`], [`A — ${rest}`], [`In PORT ELSE — ${rest}`], [undefined]])(
    'where its text is %j',
    (text) => {
      expect(findDateline(text)).toBeUndefined();
    },
  );
});
