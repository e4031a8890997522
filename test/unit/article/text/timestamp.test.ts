import { expect, test } from 'vitest';
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
