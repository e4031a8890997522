import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  keepSecret,
  printableUrl,
  withoutSecrets,
  withoutSecretsWithin,
  withoutSecretValues,
} from '../../src/printable-url.ts';

test.each([
  ['shows a plain URL as it is', 'https://news.example/a?page=2', 'https://news.example/a?page=2'],
  ['masks user and password', 'https://me:s3cret@news.example/a', 'https://***@news.example/a'],
  ['masks a user alone', 'https://token123@news.example/', 'https://***@news.example/'],
  [
    'masks a key in the query',
    'https://news.example/?api_key=k1&n=5',
    'https://news.example/?api_key=***&n=5',
  ],
  [
    'masks every value of a repeated key',
    'https://news.example/?token=a&token=b',
    'https://news.example/?token=***&token=***',
  ],
  [
    'masks a signature',
    'https://news.example/?X-Amz-Signature=abc',
    'https://news.example/?X-Amz-Signature=***',
  ],
  [
    'leaves words that only contain one',
    'https://news.example/?monkey=1&author=x',
    'https://news.example/?monkey=1&author=x',
  ],
  ['masks what does not parse', 'http//me:s3cret@news.example', '***@news.example'],
])('%s', (_behaviour, url, shown) => {
  expect(printableUrl(url)).toBe(shown);
});

test.each(
  'api-key api_key apikey key token secret pass password pwd auth sig signature session sid'.split(
    ' ',
  ),
)('masks the value of "%s", also behind another word, and of no longer word', (name) => {
  const shown = (parameter: string) => printableUrl(`https://news.example/?${parameter}=v1`);
  const masked = (parameter: string) => `https://news.example/?${parameter}=***`;
  for (const parameter of [name, name.toUpperCase(), `x-${name}`, `x_${name}`, `x.${name}`])
    expect(shown(parameter)).toBe(masked(parameter));
  expect(shown(`${name}x`)).toBe(`https://news.example/?${name}x=v1`);
});

test('cuts a long URL', () => {
  expect(printableUrl(`https://news.example/${'a'.repeat(5_000)}`)).toHaveLength(301);
});

test('never shows a password, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.webUrl(), (text, url) => {
      const secret = `canary-${encodeURIComponent(text.toWellFormed())}`;
      const withPassword = url.replace('//', `//me:${secret}@`);
      expect(printableUrl(withPassword)).not.toContain('canary');
    }),
  );
});

test('a URL without secrets is kept to the letter, whatever its length', () => {
  const url = `HTTPS://News.example:443/a b?x=1#${'y'.repeat(500)}`;
  expect(withoutSecrets(url)).toBe(url);
});

describe('a value that is kept secret', () => {
  keepSecret(['kittiwake/7 "gull"', 'kittiwake']);

  test.each([
    [
      'in a path',
      'https://a.example/kittiwake%2F7%20%22gull%22/feed',
      'https://a.example/***/feed',
    ],
    ['in any parameter', 'https://a.example/?t=kittiwake&n=1', 'https://a.example/?t=***&n=1'],
    ['beside a password', 'https://me:x@a.example/kittiwake', 'https://***@a.example/***'],
  ])('is masked %s', (_where, url, shown) => {
    expect(withoutSecrets(url)).toBe(shown);
  });

  test('is masked in texts, the longest first, and in the addresses of plain data', () => {
    expect(withoutSecretValues('not kittiwake/7 "gull", and no kittiwake')).toBe(
      'not ***, and no ***',
    );
    const record = {
      url: 'https://a.example/kittiwake/1',
      list: [{ n: 1, text: 'the kittiwake' }],
    };
    expect(withoutSecretsWithin(record)).toEqual({
      url: 'https://a.example/***/1',
      list: [{ n: 1, text: 'the kittiwake' }],
    });
  });

  test('leaves data without it as it is', () => {
    const data = { a: ['b'] };
    expect(withoutSecretsWithin(data)).toBe(data);
  });
});

test('a single value is masked as well, in each of its spellings', async () => {
  vi.resetModules();
  const fresh = await import('../../src/printable-url.ts');
  const data = { url: 'https://a.example/?t=gull' };
  expect(fresh.withoutSecretsWithin(data)).toBe(data);
  fresh.keepSecret(['gull']);
  expect(fresh.withoutSecretsWithin(data)).toEqual({ url: 'https://a.example/?t=***' });
  fresh.keepSecret(['a "b/']);
  const spelled = [JSON.stringify('a "b/'), encodeURIComponent('a "b/'), encodeURI('a "b/')];
  expect(spelled.map((text) => fresh.withoutSecretValues(text))).toEqual(['"***"', '***', '***']);
});
