import { expect, test } from 'vitest';
import {
  agenciesIn,
  agenciesSigning,
  agencyOf,
  agencyOfSign,
  mayNameAgency,
  SIGNATURE_LEAD,
  AGENCY_DESK,
} from '../../../../src/article/names/agency-signature.ts';
import { walkRows } from '../../../support/patterns/walked-rows.ts';

test.each([
  ['AFP/Getty Images', ['afp', 'getty']],
  ['REUTERS/Ann Lee', ['reuters']],
  ['EPA-EFE/Ann Lee', ['epa', 'efe']],
  ['Australian Associated Press', ['aap']],
  ['The Associated Press of Pakistan', ['app']],
  ['text of Reuters and dpa', ['reuters', 'dpa']],
  ['AA', ['anadolu']],
  ['图：新华社', ['xinhua']],
  ['The harbour of Kyoto, with a map', []],
  ['A TAP IN THE HARBOUR', []],
  ['Tassie Times', []],
])('"%s" names %j', (text, ids) => {
  expect(
    agenciesIn(text)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(ids.toSorted());
});

test.each([
  ['By Reuters', 'reuters'],
  ['By ANN LEE, Associated Press', 'ap'],
  ['AP National Writer', 'ap'],
  ['Ann Lee (AP)', 'ap'],
  ['Von Ann Lee und dpa', 'dpa'],
  ['Redazione Ansa', 'ansa'],
  ['Fuente: EFE', 'efe'],
  ['新华社记者 李安', 'xinhua'],
  ['이안 연합뉴스', 'yonhap'],
  ['Getty Images', undefined],
  ['AP Karsten', undefined],
  ['Ann Lee with Reuters', undefined],
  ['Ann Lee (with AFP)', undefined],
  ['UNI Press', undefined],
  ['CP', undefined],
  [`Reuters ${'and Ann Lee '.repeat(20)}`, undefined],
])('"%s" is signed by %s', (byline, id) => {
  expect(agenciesSigning(byline)[0]?.id).toBe(id);
});

test('initials sign where the page says that they are an organization', () => {
  expect(agenciesSigning('AA', 'organization')).toHaveLength(1);
  expect(agenciesSigning('Ansa', 'organization')).toHaveLength(1);
  expect(agenciesSigning('Ansa')).toEqual([]);
});

walkRows('SIGNATURE_LEAD', SIGNATURE_LEAD);
walkRows('AGENCY_DESK', AGENCY_DESK);

test.each([
  '— AFP',
  '– AFP',
  '- AFP',
  'AFP.',
  'AFP:',
  ' AFP ',
  'By: AFP',
  'the AFP',
  'Text: by AFP',
])('signs around a name are none of it: %s', (byline) => {
  expect(agenciesSigning(byline)[0]?.id).toBe('afp');
});

test.each([
  ', ',
  '; ',
  ' | ',
  '/',
  ' (',
  ' [',
  ' • ',
  ' · ',
  ' & ',
  ' - ',
  ' – ',
  ' — ',
  ' and ',
  ' und ',
  ' et ',
  ' y ',
  ' och ',
  ' og ',
  ' en ',
  ' via ',
  ' for ',
  ' für ',
])('an agency signs beside a writer: Ann Lee%sAFP', (joint) => {
  expect(agenciesSigning(`Ann Lee${joint}AFP`)[0]?.id).toBe('afp');
});

test.each('with mit avec con com med met'.split(' '))(
  'who only helps does not sign: %s',
  (word) => {
    expect(agenciesSigning(`Ann Lee ${word} AFP`)).toEqual([]);
    expect(agenciesSigning(`Ann Lee (${word} AFP)`)).toEqual([]);
  },
);

test('a byline has up to 140 characters', () => {
  const of = (length: number) => agenciesSigning('AFP'.padEnd(length, '.')).length;
  expect([of(140), of(141)]).toEqual([1, 0]);
});

test('initials of two letters sign only where nobody’s can be meant', () => {
  expect(['AA', 'APA'].map((initials) => agencyOf(initials)?.id)).toEqual([undefined, 'apa']);
  expect(['AA', 'apa', 'efe'].map((initials) => agencyOf(initials, 'organization')?.id)).toEqual([
    'anadolu',
    'apa',
    'efe',
  ]);
  expect(['AA', 'Efe', 'aa'].map((initials) => agencyOfSign(initials)?.id)).toEqual([
    'anadolu',
    'efe',
    undefined,
  ]);
  expect(agencyOf('ANADOLU AJANSI')?.id).toBe('anadolu');
});

test.each([
  ['A text by Reuters', true],
  ['ロイター', true],
  ['A text by Ann Lee', false],
])('whether “%s” may name an agency: %s', (text, expected) => {
  expect(mayNameAgency(text)).toBe(expected);
});
