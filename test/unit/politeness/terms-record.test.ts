import { describe, expect, test } from 'vitest';
import { TransientError } from '../../../src/errors.ts';
import type { RobotsRecord } from '../../../src/politeness/robots-record.ts';
import {
  siteTermsFor,
  termsAfterFetch,
  termsFilesOf,
  type TermsRecord,
} from '../../../src/politeness/terms-record.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-29T12:00:00Z');
const page = new URL('https://harbour.example/pier');
const TDMREP = 'https://harbour.example/.well-known/tdmrep.json';
const statement = (signal: string, value: string, pattern = '/') => ({
  signal,
  value,
  where: 'x',
  pattern,
});
const robotsOf = (...statements: ReturnType<typeof statement>[]) =>
  ({ statements }) as unknown as RobotsRecord;

describe('the files in which a site states its terms', () => {
  test('are its own, and the first two licences that its robots.txt names for the page', () => {
    expect(termsFilesOf(page, null)).toEqual([TDMREP]);
    const [one, two, three] = [1, 2, 3].map((n) => `https://harbour.example/${n}.xml`);
    const robots = robotsOf(
      statement('rsl', one!),
      statement('rsl', one!),
      statement('rsl', 'no address'),
      statement('rsl', 'ftp://harbour.example/0.xml'),
      statement('content-usage', 'https://harbour.example/0.xml'),
      statement('rsl', two!),
      statement('rsl', three!),
    );
    expect(termsFilesOf(page, robots)).toEqual([TDMREP, one, two]);
  });
});

describe('what is known of such a file after it was asked for', () => {
  const answer = (status: number, text = '') => ({
    status,
    url: TDMREP,
    redirects: [],
    headers: {},
    body: Buffer.from(text),
  });
  const reserved = JSON.stringify([{ location: '/', 'tdm-reservation': 1 }]);
  const before = (ageMs: number): TermsRecord => ({
    statements: [statement('tdm-reservation', '1')],
    fetchedAtMs: NOW - ageMs,
    triedAtMs: NOW - ageMs,
  });

  test('is what it says where it is there, and nothing where it is not', () => {
    const read = termsAfterFetch(TDMREP, null, answer(200, reserved), NOW);
    expect(read).toMatchObject({ fetchedAtMs: NOW, triedAtMs: NOW });
    expect(read.statements).toMatchObject([{ signal: 'tdm-reservation', value: '1' }]);
    for (const status of [204, 301, 403, 404, 499]) {
      expect(termsAfterFetch(TDMREP, before(DAY), answer(status, reserved), NOW)).toEqual({
        statements: [],
        fetchedAtMs: NOW,
        triedAtMs: NOW,
      });
    }
  });

  test.each([answer(500), answer(503), answer(429), new TransientError('dns', 'no host')])(
    'is what it said before where it cannot be had, for thirty days: %#',
    (outcome) => {
      const after = (ageMs: number) => termsAfterFetch(TDMREP, before(ageMs), outcome, NOW);
      expect(after(30 * DAY - 1)).toEqual({ ...before(30 * DAY - 1), triedAtMs: NOW });
      const nothing = { statements: [], fetchedAtMs: 0, triedAtMs: NOW };
      expect(after(30 * DAY)).toEqual(nothing);
      expect(termsAfterFetch(TDMREP, null, outcome, NOW)).toEqual(nothing);
    },
  );
});

test('what a site states of a page stands in its robots.txt first, then in its files', () => {
  const file = (value: string) => ({
    statements: [statement('tdm-reservation', value)],
    fetchedAtMs: NOW,
    triedAtMs: NOW,
  });
  const robots = robotsOf(statement('content-usage', 'search=y'));
  const values = siteTermsFor(page, robots, [file('1'), null, file('0')]).map(({ value }) => value);
  expect(values).toEqual(['search=y', '1', '0']);
  expect(siteTermsFor(page, null, [])).toEqual([]);
});
