import type { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { MINUTE_MS } from '../../durations.ts';
import type { Access } from './access.ts';
import { page } from '../layout.ts';
import { isSameSecret, openSession, SESSION_COOKIE } from './session.ts';

/** Wrong tokens in a minute; then nobody may try until it is over. */
const MOST_GUESSES = 10;

const FORM = html`<h1>Log in</h1>
  <form method="post" action="/login">
    <p>
      <label>your name <input name="name" required maxlength="60" autocomplete="username" /></label>
    </p>
    <p>
      <label
        >token <input name="token" type="password" required autocomplete="current-password"
      /></label>
    </p>
    <button>log in</button>
  </form>`;
const NO_TOKEN = html`<p>
  There is no token: write <code>web: { token: … }</code> into the config to act from here.
</p>`;

/** Lets people in who know the token, under the name that their deeds are recorded with. */
export function addLogin(app: Hono, { token }: Access): void {
  let guesses: number[] = [];
  app.get('/login', (context) =>
    context.html(
      page(
        { title: 'Log in', session: undefined, canLogIn: token !== '' },
        token === '' ? NO_TOKEN : FORM,
      ),
    ),
  );
  app.post('/login', async (context) => {
    const nowMs = Date.now();
    guesses = guesses.filter((atMs) => atMs > nowMs - MINUTE_MS);
    if (guesses.length >= MOST_GUESSES) return context.text('too many tries; wait a minute', 429);
    const { name = '', token: given = '' } = await context.req.parseBody<Record<string, string>>();
    if (token === '' || name.trim() === '' || !isSameSecret(given, token)) {
      guesses.push(nowMs);
      return context.text('the name is missing, or the token is wrong', 403);
    }
    setCookie(context, SESSION_COOKIE, openSession(name.trim(), token, nowMs), {
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
      secure: context.req.header('x-forwarded-proto') === 'https',
    });
    return context.redirect('/', 303);
  });
  app.post('/logout', (context) => {
    setCookie(context, SESSION_COOKIE, '', { path: '/', maxAge: 0 });
    return context.redirect('/', 303);
  });
}
