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
  ['seen=1; Max-Age=1', 'https://www.bay.example/news/b'],
  ['seen=1; Path=/news', 'https://www.bay.example/news'],
  ['seen=1; Path=/news/', 'https://www.bay.example/news/b'],
  ['seen=1; Path=anywhere', 'https://www.bay.example/news/b'],
  ['seen=1; Domain=WWW.bay.example; Path=/', 'https://a.www.bay.example/'],
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
  ['seen=1; Max-Age=-1', 'https://www.bay.example/news/b'],
  ['seen=1; Path=anywhere', 'https://www.bay.example/sport/b'],
  ['seen=1; Domain=; Path=/', 'https://a.www.bay.example/'],
  ['=1', 'https://www.bay.example/news/b'],
  ['seen=a\u0001', 'https://www.bay.example/news/b'],
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

test('a cookie set at the root of a site goes to all of it', () => {
  expect(sent('seen=1', 'https://bay.example/news/a', new URL('https://bay.example/a'))).toBe(
    'seen=1',
  );
});

test('what the site has set itself replaces what it is given, and goes after the rest', () => {
  const cookies = new FetchCookies();
  cookies.take(['key=own'], AT);
  expect(cookies.headerFor(AT, { key: 'given', other: '1' })).toBe('other=1; key=own');
  cookies.take(['key='], AT);
  expect(cookies.headerFor(AT, { key: 'given' })).toBe('key=given');
});
