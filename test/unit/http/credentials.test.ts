import { describe, expect, test } from 'vitest';
import { requestSchema } from '../../../src/config/secrets/request.ts';
import { credentialsOf, isForOrigin, pathWithQuery } from '../../../src/http/credentials.ts';
import type { FetchRequest } from '../../../src/http/fetch.ts';
import { headersFor, hopOf } from '../../../src/http/redirect.ts';

const credentialsFor = (feed: string, hosts: string[] = [], homePage?: string) =>
  credentialsOf({
    feeds: [feed],
    homePage,
    request: requestSchema.parse({ query: { key: 'k4' }, hosts }),
    credentialVariables: ['PARTNER_KEY'],
  })!;

const isFor = (feed: string, url: string, hosts: string[] = [], homePage?: string) =>
  isForOrigin(credentialsFor(feed, hosts, homePage), new URL(url));

describe('credentials belong to', () => {
  test.each([
    ['https://a.example/f', 'https://a.example/story'],
    ['http://a.example/f', 'http://a.example/story'],
    ['http://a.example/f', 'https://a.example/story'],
    ['https://a.example:8443/f', 'https://a.example:8443/story'],
    ['https://ana:x@A.example/f', 'https://a.example/'],
  ])('the host of a feed: %s, %s', (feed, url) => {
    expect(isFor(feed, url)).toBe(true);
  });

  test('the home page’s host and those that are named', () => {
    expect(isFor('https://a.example/', 'https://b.example/1', [], 'https://b.example')).toBe(true);
    expect(isFor('https://a.example/', 'https://m.example/1', ['m.example'])).toBe(true);
    expect(isFor('https://a.example/', 'https://m.example:444/1', ['m.example:444'])).toBe(true);
    expect(isFor('https://a.example/', 'http://m.example/1', ['http://m.example'])).toBe(true);
  });

  test.each([
    ['https://a.example/f', 'http://a.example/story'],
    ['https://a.example/f', 'https://a.example:8443/story'],
    ['https://a.example/f', 'https://www.a.example/story'],
    ['https://a.example/f', 'https://a.example.evil.example/'],
    ['https://a.example/f', 'https://evil.example/?a.example'],
    ['http://a.example:8080/f', 'https://a.example/story'],
    ['https://a.example/f', 'http://m.example/1', 'm.example'],
  ])('no other, by no other scheme or port: %s, %s', (feed, url, host?: string) => {
    expect(isFor(feed, url, host === undefined ? [] : [host])).toBe(false);
  });

  test('the plain address of a home page only where nothing of its host is asked by TLS', () => {
    const http = 'http://a.example/story';
    expect(isFor('https://a.example/f', http, [], 'http://a.example/')).toBe(false);
    expect(isFor('https://a.example/f', 'https://a.example/1', [], 'http://a.example/')).toBe(true);
    expect(isFor('https://feeds.example/f', http, [], 'http://a.example/')).toBe(true);
    expect(isFor('https://a.example/f', http, ['http://a.example'])).toBe(true);
  });

  test('nobody, where a source has none', () => {
    expect(credentialsOf({ feeds: ['https://a.example/'] })).toBeUndefined();
    expect(isForOrigin(undefined, new URL('https://a.example/'))).toBe(false);
  });
});

test.each([
  ['https://a.example/f', '/f?api%20key=a%26b'],
  ['https://a.example/f?p=%20a+b&q', '/f?p=%20a+b&q&api%20key=a%26b'],
  ['https://a.example/f?api%20key=old&p=1', '/f?p=1&api%20key=a%26b'],
  ['https://a.example/f?api+key=old', '/f?api%20key=a%26b'],
])('a parameter joins the address on the wire: %s', (url, path) => {
  expect(pathWithQuery(new URL(url), { 'api key': 'a&b' })).toBe(path);
  expect(pathWithQuery(new URL(url), {})).toBe(new URL(url).pathname + new URL(url).search);
});

test('headers, basic and cookies go along to the source alone, and what the site sets replaces a cookie', () => {
  const request = requestSchema.parse({
    headers: { 'X-Key': 'k4' },
    cookies: { session: 's4', seen: '0' },
    basic: { username: 'ana', password: 'é' },
  });
  const credentials = credentialsOf({ feeds: ['https://a.example/f'], request });
  const asked: FetchRequest = { url: 'https://a.example/f', kind: 'feed', credentials };
  const hop = hopOf(asked);
  expect(credentials?.secrets).toEqual(expect.arrayContaining(['k4', 's4', 'é']));
  const authorization = `Basic ${Buffer.from('ana:é').toString('base64')}`;
  const sent = ['x-key', 'k4', 'authorization', authorization, 'cookie', 'session=s4; seen=0'];
  expect(headersFor(hop, asked)).toEqual(sent);
  hop.trail.cookies.take(['seen=1'], hop.url);
  const again = { ...asked, trail: hop.trail };
  expect(headersFor(hopOf(again), again).at(-1)).toBe('session=s4; seen=1');
  const elsewhere = { ...again, url: 'https://b.example/f' };
  expect(headersFor(hopOf(elsewhere), elsewhere)).toEqual([]);
});
