import { expect, test } from 'vitest';
import { FetchCookies } from '../../../src/http/cookies.ts';

const AT = new URL('https://www.bay.example/news/a');
const sent = (setCookie: string, to: string, from = AT) => {
  const cookies = new FetchCookies();
  cookies.take([setCookie], from);
  return cookies.headerFor(new URL(to));
};

test.each([
  ['seen=1; Path=/', 'https://www.bay.example/other'],
  ['seen=1', 'https://www.bay.example/news/b'],
  ['seen=1; Domain=.bay.example; Path=/', 'https://shop.bay.example/'],
  ['seen=1; Secure; HttpOnly; Path=/', 'https://www.bay.example/'],
])('%s goes to %s', (setCookie, to) => {
  expect(sent(setCookie, to)).toBe('seen=1');
});

test.each([
  ['seen=1; Path=/', 'https://other.example/'],
  ['seen=1; Path=/', 'https://shop.bay.example/'],
  ['seen=1; Domain=example; Path=/', 'https://shop.example/'],
  ['seen=1', 'https://www.bay.example/sport/b'],
  ['seen=1; Path=/ne', 'https://www.bay.example/news/b'],
  ['seen=1; Secure; Path=/', 'http://www.bay.example/'],
  ['seen=1; Max-Age=0; Path=/', 'https://www.bay.example/'],
  ['nonsense', 'https://www.bay.example/news/b'],
])('%s does not go to %s', (setCookie, to) => {
  expect(sent(setCookie, to)).toBeUndefined();
});

test('a cookie is replaced by one of its name', () => {
  const cookies = new FetchCookies();
  cookies.take(['a=1', 'b=2'], AT);
  cookies.take(['a=3'], AT);
  expect(cookies.headerFor(AT)).toBe('a=3; b=2');
});

test('a cookie of 4,096 characters is kept, a longer one is not', () => {
  const cookie = (characters: number) => 'a='.padEnd(characters, 'x');
  expect(sent(cookie(4_096), AT.href)).toHaveLength(4_096);
  expect(sent(cookie(4_097), AT.href)).toBeUndefined();
});

test('fifty cookies are kept, and the next one is not', () => {
  const cookies = new FetchCookies();
  cookies.take(
    Array.from({ length: 51 }, (_, at) => `c${at}=1`),
    AT,
  );
  expect(cookies.headerFor(AT)?.split('; ')).toEqual(
    Array.from({ length: 50 }, (_, at) => `c${at}=1`),
  );
});
