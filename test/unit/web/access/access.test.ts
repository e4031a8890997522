import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { Access } from '../../../../src/web/access/access.ts';
import { openSession, SESSION_COOKIE } from '../../../../src/web/access/session.ts';

const TOKEN = 'a-token-of-twenty-two';

/** What a page answers that is guarded, and what is known of who asks. */
function guarded(listen: string, token = TOKEN) {
  const access = new Access({ listen, token });
  const app = new Hono();
  app.get(
    '/',
    access.guarded((context) =>
      context.json({
        name: access.sessionOf(context)?.name,
        isOurs: access.isOurName(context),
        hasBearer: access.hasBearer(context),
      }),
    ),
  );
  return async (headers: Record<string, string> = {}, host = '127.0.0.1') => {
    const response = await app.request(`http://${host}:8377/`, { headers });
    const { status } = response;
    return status === 200
      ? { status, ...((await response.json()) as object) }
      : { status, text: await response.text(), location: response.headers.get('location') };
  };
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const cookieFor = (token: string) => ({
  cookie: `${SESSION_COOKIE}=${openSession('ada', token, Date.now())}`,
});

describe('on loopback', () => {
  test('everybody sees, also without a token', async () => {
    for (const token of [TOKEN, '']) {
      expect(await guarded('127.0.0.1:8377', token)()).toEqual({
        status: 200,
        isOurs: true,
        hasBearer: false,
      });
    }
  });

  test.each([
    ['localhost', true],
    ['[::1]', true],
    ['127.0.0.1', true],
    ['evil.example', false],
    ['192.168.0.7', false],
  ])('the name %s is this machine’s: %s', async (host, isOurs) => {
    expect(await guarded('localhost:8377')({}, host)).toMatchObject({ isOurs });
  });
});

describe('on the network', () => {
  const ask = guarded('0.0.0.0:8377');

  test('any name is ours, for who may see', async () => {
    expect(await ask(bearer(TOKEN), 'news.example')).toEqual({
      status: 200,
      isOurs: true,
      hasBearer: true,
    });
  });

  test('programs see by the token, people by having logged in', async () => {
    expect(await ask(cookieFor(TOKEN))).toMatchObject({ status: 200, name: 'ada' });
    for (const headers of [{}, bearer('another'), { authorization: TOKEN }, cookieFor('another')]) {
      expect(await ask(headers)).toMatchObject({ status: 401, text: 'a token is needed' });
    }
  });

  test('people who may not see are led to where they log in', async () => {
    expect(await ask({ accept: 'text/html,*/*' })).toMatchObject({
      status: 302,
      location: '/login',
    });
  });

  test('nobody is let in by an empty token', async () => {
    const open = guarded('0.0.0.0:8377', '');
    expect(await open(bearer(''))).toMatchObject({ status: 401 });
    expect(await open(cookieFor(''))).toMatchObject({ status: 401 });
  });
});
