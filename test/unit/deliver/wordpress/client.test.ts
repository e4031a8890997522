import { describe, expect, test } from 'vitest';
import {
  restError,
  wordpressRest,
  type RestRequest,
} from '../../../../src/deliver/wordpress/client.ts';
import type { SendRequest } from '../../../../src/http/send.ts';
import { NOW, wordpressOptions } from '../../../support/wordpress/delivery-in-memory.ts';

interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
}

/** What a site that answers like this makes of a call. */
function asked(answer: Answer = {}, options: object = {}) {
  const sent: SendRequest[] = [];
  const send = async (request: SendRequest) => {
    sent.push(request);
    const { status = 200, headers = {}, body = '{"id":7}' } = answer;
    return { status, headers, body: Buffer.from(body) };
  };
  const rest = wordpressRest(wordpressOptions(options), send, { now: () => NOW });
  const call = (request: Partial<RestRequest> = {}) =>
    rest({ method: 'GET', path: '/wp/v2/posts', ...request });
  return { sent, call };
}

describe('a request', () => {
  test.each([
    [{}, {}, 'https://aggregator.example/wp-json/wp/v2/posts'],
    [{ url: 'https://a.example/blog/' }, {}, 'https://a.example/blog/wp-json/wp/v2/posts'],
    [{ restPath: '/api/' }, { a: 'b c' }, 'https://aggregator.example/api/wp/v2/posts?a=b+c'],
    [
      { restPath: '/?rest_route=' },
      { a: 'b' },
      'https://aggregator.example/?rest_route=/wp/v2/posts&a=b',
    ],
  ])('of %j with %j goes to %s', async (options, query, url) => {
    const { sent, call } = asked({}, options);
    await call({ query: query as Record<string, string> });
    expect(sent[0]?.url).toBe(url);
  });

  test('is under the account, and beside the headers of the config, which are no second ones', async () => {
    const { sent, call } = asked({}, { headers: { 'X-Gate': '1', Accept: 'text/html' } });
    await call();
    expect(sent[0]).toMatchObject({ method: 'GET', timeoutMs: 30_000 });
    expect(sent[0]).not.toHaveProperty('body');
    expect(sent[0]?.headers).toEqual({
      'x-gate': '1',
      accept: 'application/json',
      authorization: `Basic ${Buffer.from('mfnnews:secret').toString('base64')}`,
    });
  });

  test.each(['PUT', 'DELETE'] as const)('by %s goes as a POST that says so', async (method) => {
    const { sent, call } = asked();
    await call({ method, json: { a: 1 } });
    expect(sent[0]).toMatchObject({
      method: 'POST',
      headers: { 'x-http-method-override': method, 'content-type': 'application/json' },
      body: '{"a":1}',
    });
  });

  test('by POST goes as it is', async () => {
    const { sent, call } = asked();
    await call({ method: 'POST', json: {} });
    expect(sent[0]?.headers).not.toHaveProperty('x-http-method-override');
  });
});

describe('an answer', () => {
  test.each([200, 201, 299])('of status %i is one', async (status) => {
    const date = 'Mon, 23 Nov 2026 10:00:05 GMT';
    const { call } = asked({ status, headers: { date }, body: 'Notice: x\n{"id":7}' });
    expect(await call()).toEqual({
      kind: 'ok',
      value: { id: 7 },
      noise: 'Notice: x',
      siteTime: new Date('2026-11-23T10:00:05Z'),
    });
  });

  test('without a date says nothing of the site’s clock', async () => {
    expect(await asked().call()).toMatchObject({ kind: 'ok', siteTime: undefined });
  });

  test.each([301, 308, 399])(
    'of status %i elsewhere says where the site has moved',
    async (status) => {
      const location = 'https://new.example/blog/wp-json/wp/v2/posts';
      await expect(asked({ status, headers: { location } }).call()).rejects.toMatchObject({
        name: 'TransientError',
        code: 'unavailable',
        message: `site: GET /wp/v2/posts redirects to ${location}: the site has moved; write url: https://new.example/blog`,
      });
    },
  );

  test.each([
    [300, {}],
    [400, { location: '/x' }],
    [200, {}],
  ])('of status %i that is no JSON is no WordPress', async (status, headers) => {
    const answer = { status, headers: headers as Record<string, string>, body: '<h1>Hello' };
    await expect(asked(answer).call()).rejects.toMatchObject({
      code: 'unavailable',
      message: `site: GET /wp/v2/posts answered ${status} without JSON: <h1>Hello`,
    });
  });

  test('that is too large is the post’s own fault', async () => {
    await expect(asked({ status: 413, body: 'large' }).call()).rejects.toMatchObject({
      name: 'PermanentError',
      code: 'too-large',
    });
  });

  const refusal = { status: 403, body: '{"code":"no","message":"Not here."}' };

  test.each([['every answer' as const], [['other', 'no']]])(
    'that says no is one where %j is expected',
    async (expected) => {
      expect(await asked(refusal).call({ expect: expected })).toEqual({
        kind: 'error',
        status: 403,
        code: 'no',
        message: 'Not here.',
        value: { code: 'no', message: 'Not here.' },
      });
    },
  );

  test('that says no otherwise is an error', async () => {
    await expect(asked(refusal).call({ expect: ['other'] })).rejects.toMatchObject({
      code: 'unavailable',
    });
  });

  test('that says nothing is told by its status where every answer is expected', async () => {
    const { call } = asked({ status: 500, body: 'Oh no' });
    expect(await call({ expect: 'every answer' })).toMatchObject({
      kind: 'error',
      status: 500,
      code: 'http-500',
      message: 'Oh no',
    });
    await expect(call({ expect: ['http-500'] })).rejects.toThrow('without JSON');
  });
});

test.each([
  [401, 'rest_not_logged_in', 'TransientError', 'unavailable', true],
  [401, 'incorrect_password', 'TransientError', 'unavailable', false],
  [403, 'rest_forbidden', 'TransientError', 'unavailable', false],
  [404, 'rest_no_route', 'TransientError', 'rest_no_route', false],
  [409, 'conflict', 'TransientError', 'conflict', false],
  [500, 'db', 'TransientError', 'db', false],
  [400, 'rest_invalid', 'PermanentError', 'rest_invalid', false],
  [499, 'odd', 'PermanentError', 'odd', false],
])('%i %s is a %s of code %s', (status, code, name, told, isStripped) => {
  const error = restError('site: GET /x', status, { code, message: 'No.' });
  expect(error).toMatchObject({ name, code: told });
  expect(error.message.startsWith(`site: GET /x answered ${status} ${code}: No.`)).toBe(true);
  expect(error.message.includes('saw no password')).toBe(isStripped);
});
