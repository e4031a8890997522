import { expect, test } from 'vitest';
import { isSameSecret, openSession, readSession } from '../../../../src/web/access/session.ts';

const token = 'sixteen characters';
const hourMs = 3_600_000;

test('a session is its owner’s for twelve hours, and only by the token that made it', () => {
  const cookie = openSession('mara', token, 0);
  expect(readSession(cookie, token, 11 * hourMs)).toMatchObject({ name: 'mara' });
  expect(readSession(cookie, token, 13 * hourMs)).toBeUndefined();
  expect(readSession(cookie, token, 12 * hourMs)).toBeDefined();
  expect(readSession(cookie, token, 12 * hourMs + 1)).toBeUndefined();
  expect(readSession(openSession('m'.repeat(61), token, 0), token, 0)?.name).toHaveLength(60);
  expect(readSession(cookie, 'another token here', 0)).toBeUndefined();
  expect(readSession(cookie, '', 0)).toBeUndefined();
});

test.each(['', 'x', 'x.y', '.', 'e30.e30'])('%j is no session', (cookie) => {
  expect(readSession(cookie, token, 0)).toBeUndefined();
});

test('the word of a form is the session’s own', () => {
  const [one, two] = ['mara', 'tom'].map((name) =>
    readSession(openSession(name, token, 0), token, 0),
  );
  expect(isSameSecret(one!.csrf, two!.csrf)).toBe(false);
  expect(isSameSecret(one!.csrf, one!.csrf)).toBe(true);
});
