import { expect, test } from 'vitest';
import { AGENCIES } from '../../../../src/article/names/agencies.ts';
import { agenciesIn, agencyOfSign } from '../../../../src/article/names/agency-signature.ts';
import { rowTexts } from '../../../support/patterns/row-texts.ts';

test('a word signs for one agency only, and every agency has an id of its own', () => {
  const owners = new Map<string, string>();
  for (const { id, signs, alone, names } of AGENCIES) {
    expect(owners.has(id)).toBe(false);
    for (const word of new Set([id, ...signs, ...alone, ...names])) {
      expect([word, owners.get(word) ?? id]).toEqual([word, id]);
      owners.set(word, id);
    }
  }
});

test('a full name has two letters at least that are no sign of another agency', () => {
  const signs = new Set(AGENCIES.flatMap((agency) => [...agency.signs, ...agency.alone]));
  const doubled = AGENCIES.flatMap(({ name, names }) =>
    names.filter((full) => full !== name && signs.has(full)),
  );
  expect(doubled).toEqual([]);
});

test('each name and sign that test/fixtures/row-texts keeps is its agency’s, and each agency has one', () => {
  const kept = rowTexts('AGENCIES').map((line) => line.split(' = '));
  const wrong = kept.filter(([sign = '', id]) => agencyOfSign(sign)?.id !== id);
  expect(wrong).toEqual([]);
  const known = new Set(kept.map(([, id]) => id));
  expect(AGENCIES.filter(({ id }) => !known.has(id))).toEqual([]);
});

test('an agency that sells pictures is known by them, and all others by their texts', () => {
  const pictures = AGENCIES.filter(({ sells }) => sells === 'pictures').map(({ name }) => name);
  expect(pictures).toEqual([
    'Getty Images',
    'EPA',
    'ZUMA Press',
    'Shutterstock',
    'Alamy',
    'imago',
    'picture alliance',
    'Scanpix',
    'Keystone',
  ]);
});

test('each sign and full name that test/fixtures/row-texts keeps is known among other words', () => {
  const unknown = (list: string) =>
    rowTexts(list).filter((line) => {
      const [word = '', id] = line.split(' = ');
      return agenciesIn(`Photo 1 ${word} 2026`)[0]?.id !== id;
    });
  expect([unknown('AGENCY_SIGNS'), unknown('AGENCY_NAMES')]).toEqual([[], []]);
});
