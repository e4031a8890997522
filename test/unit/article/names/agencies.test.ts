import { expect, test } from 'vitest';
import { AGENCIES } from '../../../../src/article/names/agencies.ts';

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
