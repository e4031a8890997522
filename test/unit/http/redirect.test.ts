import { describe, expect, test } from 'vitest';
import type { FetchRequest } from '../../../src/http/fetch.ts';
import { headersFor, hopOf, redirectTarget, requestAfter } from '../../../src/http/redirect.ts';

const from = 'https://quay.example/feed';
const request = (changes: Partial<FetchRequest> = {}): FetchRequest => ({
  url: from,
  kind: 'feed',
  ...changes,
});
const after = (changes: Partial<FetchRequest>, target: string, status = 302) => {
  const asked = request(changes);
  return requestAfter(asked, { hop: hopOf(asked), target: new URL(target), status });
};
const location = (status: number, to?: string) =>
  redirectTarget({ status, headers: to === undefined ? {} : { location: to } }, new URL(from))
    ?.href ?? null;

describe('an answer leads elsewhere', () => {
  test.each([301, 302, 303, 307, 308])('with status %i and a location', (status) => {
    expect([location(status, '/new#a'), location(status)]).toEqual([
      'https://quay.example/new',
      null,
    ]);
  });

  test.each([200, 300, 304, 305, 306, 404])('not with status %i', (status) => {
    expect(location(status, '/new')).toBeNull();
  });

  test('to an address in UTF-8, without its user', () => {
    expect(location(302, Buffer.from('/é').toString('latin1'))).toBe('https://quay.example/%C3%A9');
    expect(location(302, 'https://ana:x@quay.example/')).toBe('https://quay.example/');
    expect(() => location(302, 'https://[x')).toThrow(/not a web address/);
  });
});

describe('a request', () => {
  test.each([
    ['https://ana:x@quay.example/', 'ana:x'],
    ['https://ana@quay.example/', 'ana:'],
    ['https://:x@quay.example/', ':x'],
    ['https://%61na:%E0%A4%A@quay.example/', 'ana:%E0%A4%A'],
  ])('of %s is authorized as %s', (url, pair) => {
    const hop = hopOf(request({ url: `${url}#part` }));
    expect(hop.url.href).toBe('https://quay.example/');
    expect(headersFor(hop, request())).toEqual([
      'authorization',
      `Basic ${Buffer.from(pair).toString('base64')}`,
    ]);
  });

  test('has its own headers, and validators for the address that gave them', () => {
    const conditional = { url: from, headers: { 'if-none-match': '"a"' } };
    const headers = (url: string) =>
      headersFor(
        hopOf(request({ url, headers: { 'x-key': '1' } })),
        request({ conditional } as never),
      );
    expect(headers(from)).toEqual(['x-key', '1', 'if-none-match', '"a"']);
    expect(headers('https://quay.example/x')).toEqual(['x-key', '1']);
    expect(() => hopOf(request({ url: 'nowhere' }))).toThrow(/not a web address/);
  });
});

describe('the request after a redirect', () => {
  test('keeps its headers on the same origin and loses them on another', () => {
    const headers = { 'x-key': '1' };
    expect(after({ headers }, 'https://quay.example/new').headers).toEqual(headers);
    expect(after({ headers }, 'https://other.example/').headers).toEqual({});
    expect(after({ headers }, 'https://quay.example:444/').headers).toEqual({});
  });

  test('does not go on unencrypted with what may be a key', () => {
    const http = 'http://quay.example/new';
    expect(() => after({ headers: { 'x-key': '1' } }, http)).toThrow(/unencrypted/);
    expect(() => after({ url: 'https://ana@quay.example/feed' }, http)).toThrow(/unencrypted/);
    for (const name of ['if-none-match', 'if-modified-since']) {
      expect(after({ headers: { [name]: 'x' } }, http).url).toBe(http);
    }
    expect(
      after({ url: 'http://quay.example/a', headers: { 'x-key': '1' } }, 'http://quay.example/b')
        .url,
    ).toBe('http://quay.example/b');
  });

  test('is listed with its status, to ten', () => {
    let next = request();
    for (let at = 1; at <= 10; at += 1) {
      next = requestAfter(next, {
        hop: hopOf(next),
        target: new URL(`https://quay.example/${at}`),
        status: 300 + at,
      });
    }
    expect(next.trail?.redirects).toHaveLength(10);
    expect(next.trail?.redirects[0]).toEqual({ status: 301, from, to: 'https://quay.example/1' });
    const last = () =>
      requestAfter(next, {
        hop: hopOf(next),
        target: new URL('https://quay.example/11'),
        status: 302,
      });
    expect(last).toThrow('quay.example/feed redirects more than 10 times');
  });

  test('is none in a circle', () => {
    expect(() => after({}, from)).toThrow('redirects in a circle');
    const second = after({}, 'https://quay.example/new');
    expect(() =>
      requestAfter(second, { hop: hopOf(second), target: new URL(from), status: 302 }),
    ).toThrow('in a circle');
  });
});
