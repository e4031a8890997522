import { describe, expect, test } from 'vitest';
import { westernForm } from '../../../src/dates/western-form.ts';

test.each([
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0x1040,
  0x17e0,
])('the digits from %i on are read', (zero) => {
  const digits = Array.from({ length: 10 }, (_, at) => String.fromCodePoint(zero + at)).join('');
  expect(westernForm(digits)).toBe('0123456789');
});

describe('the year of an era', () => {
  test.each([
    ['令和8年', '2026年'],
    ['令和元年', '2019年'],
    ['平成31年', '2019年'],
    ['昭和 64 年', '1989年'],
    ['民國115年', '2026年'],
    ['民国115年', '2026年'],
  ])('%s is %s', (written, year) => {
    expect(westernForm(written)).toBe(year);
  });
});

test.each([
  ['上午8:30', '8:30 am'],
  ['午前 8:30', '8:30 am'],
  ['오전 8:30', '8:30 am'],
  ['下午8:30', '8:30 pm'],
  ['午後8:30', '8:30 pm'],
  ['오후 8:30', '8:30 pm'],
  ['8:30 ق.ظ', '8:30 am'],
  ['8:30 صباحا', '8:30 am'],
  ['8:30 ص', '8:30 am'],
  ['8:30 π.μ', '8:30 am'],
  ['8:30 ب.ظ', '8:30 pm'],
  ['8:30 مساء', '8:30 pm'],
  ['8:30 م', '8:30 pm'],
  ['8:30 μ.μ', '8:30 pm'],
  ['March 9 20268:30', 'March 9 2026 8:30'],
  ['March 9 19998:30', 'March 9 1999 8:30'],
  ['8:30 PMUpdated', '8:30 PM Updated'],
  ['2026年3月9日', '2026-3-9 '],
  ['2026년 3월 9일', '2026-3-9 '],
  ['8時30分', '8:30:'],
  ['8点30分15秒', '8:30:15'],
  ['8시 30분 15초', '8:30:15'],
  ['2026. 4. 24.', '2026-4-24 '],
  ['2026 m. balandžio 24 d.', '2026 balandžio 24'],
  ['2026. gada 24. aprīlī', '24 aprīlī 2026'],
  ['9 במרץ 2026', '9 מרץ 2026'],
  ['9 มี.ค. 2569', '9 มีค. 2569'],
  ['9 March 2026', '9 March 2026'],
])('"%s" reads "%s"', (written, read) => {
  expect(westernForm(written)).toBe(read.normalize('NFKC'));
});
