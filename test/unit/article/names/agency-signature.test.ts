import { expect, test } from 'vitest';
import {
  agenciesIn,
  agenciesSigning,
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
