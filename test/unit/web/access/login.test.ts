import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Access } from '../../../../src/web/access/access.ts';
import { addLogin } from '../../../../src/web/access/login.ts';
import { readSession, SESSION_COOKIE } from '../../../../src/web/access/session.ts';

const NOW = Date.parse('2026-11-29T12:00:00Z');
const TOKEN = 'a-token-of-twenty-two';

beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

function web(token = TOKEN) {
  const app = new Hono();
  addLogin(app, new Access({ listen: '127.0.0.1:0', token }));
  const logIn = async (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    await app.request('/login', { method: 'POST', body: new URLSearchParams(fields), headers });
  return { app, logIn };
}

const cookieOf = (response: Response) => response.headers.get('set-cookie') ?? '';

describe('who logs in', () => {
  test('is asked for a name and the token', async () => {
    const text = await (await web().app.request('/login')).text();
    expect(text).toContain('<form method="post" action="/login">');
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      '>your name <input name="name" required maxlength="60" autocomplete="username" />',
    );
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      'token <input name="token" type="password" required autocomplete="current-password" />',
    );
    expect(text).toContain('<button>log in</button>');
  });

  test('is told where there is no token to know', async () => {
    const { app, logIn } = web('');
    const text = (await (await app.request('/login')).text()).replaceAll(/\s+/g, ' ');
    expect(text).toContain(
      'There is no token: write <code>web: { token: … }</code> into the config to act from here.',
    );
    expect(text).not.toContain('<form');
    expect((await logIn({ name: 'ada', token: '' })).status).toBe(403);
  });

  test('with a name and the token has a session of twelve hours', async () => {
    const response = await web().logIn({ name: ' ada ', token: TOKEN });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
    const cookie = cookieOf(response);
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
    const value = decodeURIComponent(/=([^;]+)/.exec(cookie)![1]!);
    const until = NOW + 12 * 3_600_000;
    expect(readSession(value, TOKEN, until)).toMatchObject({ name: 'ada' });
    expect(readSession(value, TOKEN, until + 1)).toBeUndefined();
  });

  test('over TLS has a cookie that goes over nothing else', async () => {
    const headers = { 'x-forwarded-proto': 'https' };
    const response = await web().logIn({ name: 'ada', token: TOKEN }, headers);
    expect(cookieOf(response)).toContain('; Secure');
  });

  test.each([
    [{ name: 'ada', token: 'another' }],
    [{ name: '  ', token: TOKEN }],
    [{ token: TOKEN }],
    [{ name: 'ada' }],
    [{}],
  ])('by %j is refused', async (fields) => {
    const response = await web().logIn(fields as Record<string, string>);
    expect([response.status, await response.text(), cookieOf(response)]).toEqual([
      403,
      'the name is missing, or the token is wrong',
      '',
    ]);
  });

  test('guesses ten times in a minute, and then waits until it is over, whoever it is', async () => {
    const { logIn } = web();
    const right = { name: 'ada', token: TOKEN };
    for (let guess = 1; guess <= 10; guess += 1) {
      expect((await logIn({ name: 'ada', token: `guess ${guess}` })).status).toBe(403);
    }
    const refused = await logIn(right);
    expect([refused.status, await refused.text()]).toEqual([429, 'too many tries; wait a minute']);
    vi.setSystemTime(NOW + 59_999);
    expect((await logIn(right)).status).toBe(429);
    vi.setSystemTime(NOW + 60_000);
    expect((await logIn(right)).status).toBe(303);
  });
});

test('who logs out has no session any more', async () => {
  const response = await web().app.request('/logout', { method: 'POST' });
  expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
  expect(cookieOf(response)).toBe(`${SESSION_COOKIE}=; Max-Age=0; Path=/`);
});
