import { describe, expect, test } from 'vitest';
import { cleanserOf } from '../../../src/http/cleanse.ts';
import type { Credentials } from '../../../src/http/credentials.ts';

const SECRET = 'k4/é+long==';
const none = { headers: {}, cookies: {}, query: {}, origins: [], variables: [], secrets: [] };

const bodyWith = (given: Partial<Credentials>) => (text: string) =>
  Buffer.from(cleanserOf({ ...none, ...given }).body(Buffer.from(text))).toString();

describe('a parameter that an answer repeats is taken out of its addresses', () => {
  const clean = bodyWith({ query: { key: SECRET } });
  const coded = encodeURIComponent(SECRET);
  test.each([
    [`<a href="/a?key=${coded}">`, '<a href="/a">'],
    [`<a href="/a?key=${coded}&amp;p=2">`, '<a href="/a?p=2">'],
    [`<a href="/a?p=2&amp;key=${coded}">`, '<a href="/a?p=2">'],
    [`<a href="/a?p=2&#38;key=${coded}&#38;q=1">`, '<a href="/a?p=2&#38;q=1">'],
    [`{"url":"/a?p=2\\u0026key=${coded}"}`, '{"url":"/a?p=2"}'],
    [`/a?key=${coded.toLowerCase().replace('k4', 'k4')}#top`, '/a#top'],
    [`/a?key=${SECRET}`, '/a'],
  ])('%s', (text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  test('also a short one, by its name alone', () => {
    const short = bodyWith({ query: { k: 'ab' }, secrets: ['ab'] });
    expect(short('the abbey /a?k=ab /b?k=abc /c?ok=ab')).toBe('the abbey /a /b?k=abc /c?ok=ab');
  });
});

test('any value is masked where it stands otherwise, but for one so short that it may be a word', () => {
  const clean = bodyWith({
    secrets: ['Basic a2V5OmtleWtleQ==', 'a2V5OmtleWtleQ==', 'harbour', 'abcdefgh', SECRET],
  });
  expect(clean(`<p>Your key is ${SECRET}, your harbour; a2V5OmtleWtleQ== abcdefgh é</p>`)).toBe(
    '<p>Your key is ***, your harbour; *** *** é</p>',
  );
});

test('headers are cleansed of shorter values, too, within other addresses as well', () => {
  const cleanser = cleanserOf({ ...none, query: { key: 'k4k4' }, secrets: ['k4k4'] });
  const next = encodeURIComponent('https://a.example/f?key=k4k4');
  expect(
    cleanser.headers({ location: `/login?next=${next}`, link: '</a?key=k4k4>; rel=next' }),
  ).toEqual({
    location: `/login?next=${next.replace('k4k4', '***')}`,
    link: '</a>; rel=next',
  });
});

test('an answer that repeats nothing stays as it is, to the byte', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  expect(cleanserOf({ ...none, query: { key: SECRET }, secrets: [SECRET] }).body(bytes)).toBe(
    bytes,
  );
});

test('a value is found as it is spelled in JSON and in markup, and without one joints stay', () => {
  const clean = bodyWith({ secrets: ['"quoted" & <long>'] });
  const spelled = [
    '"quoted" & <long>',
    String.raw`\"quoted\" & <long>`,
    '&quot;quoted&quot; &amp; &lt;long>',
    '%22quoted%22%20%26%20%3Clong%3E',
    '%22quoted%22%20%26%20%3clong%3e',
    '%22quoted%22+%26+%3Clong%3E',
  ];
  expect(spelled.map(clean)).toEqual(spelled.map(() => '***'));
  expect(clean('/a?&amp;&b=1')).toBe('/a?&amp;&b=1');
});
