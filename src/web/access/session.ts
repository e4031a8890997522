import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { HOUR_MS } from '../../durations.ts';

const SESSION_MS = 12 * HOUR_MS;
export const SESSION_COOKIE = 'newsrelay-session';

const sessionSchema = z.object({ name: z.string(), untilMs: z.number() });

/** Who has logged in, and the word that a form of theirs carries. */
export interface Session {
  name: string;
  csrf: string;
}

function signed(text: string, token: string): string {
  return createHmac('sha256', token).update(text).digest('base64url');
}

/** Whether two texts are the same, in a time that does not tell how far. */
export function isSameSecret(given: string, expected: string): boolean {
  const [a, b] = [given, expected].map((text) =>
    createHmac('sha256', 'length').update(text).digest(),
  );
  return timingSafeEqual(a!, b!);
}

/** The value of the cookie for somebody who knew the token. */
export function openSession(name: string, token: string, nowMs: number): string {
  const facts = JSON.stringify({ name: name.slice(0, 60), untilMs: nowMs + SESSION_MS });
  const payload = Buffer.from(facts).toString('base64url');
  return `${payload}.${signed(`session ${payload}`, token)}`;
}

/** The session of a cookie; undefined for one that is over, or that we did not make. */
export function readSession(
  cookie: string | undefined,
  token: string,
  nowMs: number,
): Session | undefined {
  const [payload, mark] = (cookie ?? '').split('.');
  if (token === '' || !payload || !mark) return undefined;
  if (!isSameSecret(mark, signed(`session ${payload}`, token))) return undefined;
  const { name, untilMs } = sessionSchema.parse(
    JSON.parse(Buffer.from(payload, 'base64url').toString()),
  );
  return untilMs < nowMs ? undefined : { name, csrf: signed(`form ${payload}`, token) };
}
