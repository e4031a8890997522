import { expect, test } from 'vitest';
import { monthOfWord } from '../../../src/dates/month-names.ts';

const list = (words: string) => words.split(' ');

test.each(
  list('January February March April May June July August September October November December').map(
    (name, at) => [name, at + 1] as const,
  ),
)('%s is month %i, whole or cut', (name, month) => {
  for (const word of [name, name.toUpperCase(), name.slice(0, 3)])
    expect(monthOfWord(word)).toBe(month);
});

// One word of each language, of a month whose name no earlier one has.
test.each([
  ['diciembre', 12],
  ['février', 2],
  ['März', 3],
  ['outubro', 10],
  ['luglio', 7],
  ['maart', 3],
  ['августа', 8],
  ['червня', 6],
  ['студзеня', 1],
  ['października', 10],
  ['ağustos', 8],
  ['iyul', 7],
  ['маусым', 6],
  ['Agustus', 8],
  ['Ogos', 8],
  ['Hulyo', 7],
  ['augusti', 8],
  ['desember', 12],
  ['október', 10],
  ['huhtikuuta', 4],
  ['veebruar', 2],
  ['jūnijs', 6],
  ['balandžio', 4],
  ['května', 5],
  ['apríla', 4],
  ['április', 4],
  ['septembrie', 9],
  ['февруари', 2],
  ['фебруар', 2],
  ['lipnja', 6],
  ['prosinca', 12],
  ['qershor', 6],
  ['Μαρτίου', 3],
  ['octubre', 10],
  ['gener', 1],
  ['urtarrila', 1],
  ['xaneiro', 1],
  ['մարտի', 3],
  ['მარტი', 3],
  ['مارس', 3],
  ['آذار', 3],
  ['מרץ', 3],
  ['मार्च', 3],
  ['মার্চ', 3],
  ['மார்ச்', 3],
  ['మార్చి', 3],
  ['માર્ચ', 3],
  ['مارچ', 3],
  ['มีนาคม', 3],
  ['Septemba', 9],
  ['ਮਾਰਚ', 3],
  ['ಮಾರ್ಚ್', 3],
  ['മാർച്ച്', 3],

  ['មីនា', 3],
  ['ມີນາ', 3],
  ['ማርች', 3],
] as [string, number][])('%s is month %i', (word, month) => {
  expect(monthOfWord(word)).toBe(month);
});

test.each(['Marching', 'soup', 'x', ''])('%s is none', (word) => {
  expect(monthOfWord(word)).toBeNull();
});

test.each([
  ['oca', 1],
  ['maa', 3],
  ['aoû', 8],
  ['сен', 9],
  ['гру', 12],
  ['led', 1],
  ['sij', 1],
  ['сту', 1],
  ['čer', null],
] as [string, number | null][])(
  'a name that is cut to three letters is known where those are one month’s: %s is %s',
  (word, month) => {
    expect(monthOfWord(word)).toBe(month);
  },
);

test.each([
  ['Ocak.', 1],
  ['МАРТА', 3],
  ['fevrier', 2],
  ['Sept', 9],
  ['ม.ค', 1],
])('%s is month %i, with dots or without accents, in any case', (word, month) => {
  expect(monthOfWord(word)).toBe(month);
});
