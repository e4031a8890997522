import { describe, expect, test } from 'vitest';
import {
  isLabelledTimestamp,
  isTimestamp,
  LABEL_OF_A_DATE,
} from '../../../../src/article/text/timestamp.ts';
import { walkRows } from '../../../support/patterns/walked-rows.ts';

test.each([
  'Updated Dec. 22, 2023 11:48 a.m. ET',
  '25. 4. 2023 5:00',
  'by Ann Lee at July 18, 2026 12:12 pm',
  'December 22, 2023',
  'Do 25.04.24 | 14:07 Uhr | Von Ann Lee',
  'Publié le 18 juil. 2024 à 08:01',
  'Aktualisiert: 30.12.2016',
  'Datum: 18.10.2021',
  '14:05',
  '5 min read',
  '2019年12月17日更新',
  'Staff | May 10, 2022 01:52:54 PM',
])('“%s” is when the page was made', (text) => {
  expect(isTimestamp(text)).toBe(true);
});

test.each([
  '14:05 Divers go down at the north side',
  '18:40 – Police close the coastal road',
  '8h47 - Le port ferme deux quais',
  '2026 Quay Runner',
  'Last fight: Dec. 3, 2025 - won by Mia Stone',
  'Ada Mole, harbour master, born 3 May 1951, died 8 November 2026',
  'They last looked at the pier in 2019.',
  '„Zuletzt haben wir 2019 geprüft.“',
  'हादसा सुबह 8:30 बजे हुआ।',
  '市议会将于周四上午8:30放入传感器。',
  'ตรวจครั้งสุดท้ายเมื่อปี 2019',
  'Ferry to Sula',
])('“%s” is text', (text) => {
  expect(isTimestamp(text)).toBe(false);
});

test('in a list the label alone makes a date the template’s', () => {
  expect(isLabelledTimestamp('Updated: 3 July 2013')).toBe(true);
  expect(isLabelledTimestamp('3 July 2013')).toBe(false);
});

walkRows('LABEL_OF_A_DATE', LABEL_OF_A_DATE);

describe('a timestamp', () => {
  const DAY = '9.3.2026';

  test('has 140 characters at most', () => {
    const long = (length: number) =>
      isTimestamp(`Updated by ${'A'.padEnd(length - 20, 'a')} ${DAY}`);
    expect([long(140), long(141)]).toEqual([true, false]);
  });

  test.each<[string, string, string]>([
    [
      'three words beside a day and an hour',
      `Soup Quay Desk ${DAY} 10:30`,
      `Soup Quay Desk Boats ${DAY} 10:30`,
    ],
    [
      'three words beside so many days ago',
      'Soup Quay Desk 5 days ago',
      'Soup Quay Desk Boats 5 days ago',
    ],
    [
      'eight words beside its label',
      `Updated: soup boats gulls nets oars sails masts ropes ${DAY}`,
      `Updated: soup boats gulls nets oars sails masts ropes weirs ${DAY}`,
    ],
    ['a day beside its label', `Updated: soup ${DAY}`, 'Updated: soup in:2026'],
    ['a day where it has no words', '9. 3. 2026', '2026'],
    ['a blank beside its year', '2026 updated', '2026updated'],
    ['a blank before its year', 'Updated 2026', 'Updated:2026'],
    ['an hour where it has no day', '10:30', '1030'],
    ['an hour of its day', `Soup ${DAY} 10:30`, 'Soup 10:30'],
    ['a year of these centuries', 'Updated: 9.3.1999', 'Updated: 9.3.1899'],
    ['no hour at its beginning', `Soup ${DAY} 10:30`, `10:30 Soup ${DAY}`],
    ['no sentence', `Updated: ${DAY}`, `Updated: ${DAY} it is.`],
    [
      'numbers of any script',
      `Soup Quay Desk ٣مارس ${DAY} 10:30`,
      `Soup Quay Desk مارسي ${DAY} 10:30`,
    ],
    [
      'its weekday, month and zone for nothing',
      'Soup Quay Desk Monday, 9 March 2026 10:30 CET',
      'Soup Quay Desk Moonday, 9 March 2026 10:30 CET',
    ],
  ])('has %s', (_what, stamp, text) => {
    expect([isTimestamp(stamp), isTimestamp(text)]).toEqual([true, false]);
  });

  test.each([
    '5 mins ago',
    '1 minute ago',
    'an hour ago',
    'a day ago',
    '2 weeks ago',
    '3 min read',
    '9hours ago',
  ])('may be %s', (ago) => {
    expect([isTimestamp(ago), isTimestamp(ago.replace(/ago|read/, 'of soup'))]).toEqual([
      true,
      false,
    ]);
  });

  test.each(['a.m.', 'p.m.', 'est.', 'Uhr.', 'h.', 'hs.'])('ends no sentence by %s', (end) => {
    expect(isTimestamp(`Updated 9.3.2026 10:30 ${end}`)).toBe(true);
  });

  test.each(['by', 'von', 'par', 'por', 'door'])(
    'names its writers after "%s" and before day and hour, however many they are',
    (word) => {
      const line = (first: string) =>
        isTimestamp(`${first} Soup Boats Gulls Nets Oars Sails Masts Ropes Weirs in 2026 10:30`);
      expect([line(word), line('xx')]).toEqual([true, false]);
    },
  );

  test.each(['by', 'von', 'par', 'por', 'di', 'door', 'av', 'af'])(
    'is labelled by "%s" at its beginning and behind a mark',
    (word) => {
      const named = (start: string) => isTimestamp(`${start}${word} Soup Boats Gulls Nets ${DAY}`);
      expect(['', '| ', '• ', '· ', ', ', '– ', '- ', 'x '].map(named)).toEqual([
        ...Array.from({ length: 7 }, () => true),
        false,
      ]);
    },
  );
});

test('in a list a label without a date is an entry', () => {
  expect([isLabelledTimestamp('Updated: soup'), isLabelledTimestamp('Soup: 3 July 2013')]).toEqual([
    false,
    false,
  ]);
});
