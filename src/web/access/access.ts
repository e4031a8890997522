import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { isLoopbackHost, parseListen, type WebOptions } from '../../config/web.ts';
import { isSameSecret, readSession, SESSION_COOKIE, type Session } from './session.ts';

export type Handler = (context: Context) => Promise<Response> | Response;

/** Who may see and who may act: on loopback everybody sees; the token is needed for all else. */
export class Access {
  readonly token: string;
  readonly isLocal: boolean;

  constructor({ listen, token }: WebOptions) {
    this.token = token;
    this.isLocal = isLoopbackHost(parseListen(listen).host);
  }

  sessionOf(context: Context): Session | undefined {
    return readSession(getCookie(context, SESSION_COOKIE), this.token, Date.now());
  }

  /** For programs: `Authorization: Bearer` and the token. */
  hasBearer(context: Context): boolean {
    const given = context.req.header('authorization') ?? '';
    return this.token !== '' && isSameSecret(given, `Bearer ${this.token}`);
  }

  /** A name that somebody else's DNS points at this machine is none of ours (DNS rebinding). */
  isOurName(context: Context): boolean {
    const host = new URL(context.req.url).hostname.replaceAll(/[[\]]/g, '');
    return !this.isLocal || isLoopbackHost(host);
  }

  /** The same handler for those who may see it; people are led to the log-in, programs are told. */
  guarded(handler: Handler): Handler {
    return (context) => {
      const mayRead = this.isLocal || this.hasBearer(context) || this.sessionOf(context);
      if (mayRead) return handler(context);
      const isPerson = context.req.header('accept')?.includes('text/html') === true;
      return isPerson ? context.redirect('/login') : context.text('a token is needed', 401);
    };
  }
}
