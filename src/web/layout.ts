import { html } from 'hono/html';
import { localTime } from '../monitor/times.ts';
import type { Session } from './access/session.ts';

/** Markup in which every text of others is escaped. */
export type Markup = ReturnType<typeof html>;

/** Nothing at all. */
export const NOTHING = html``;

/** A moment in the zone of this machine, with UTC for whoever points at it. */
export function moment(at: string | number | null | undefined): Markup {
  if (at === null || at === undefined) return html`–`;
  const utc = new Date(at).toISOString();
  return html`<time datetime="${utc}" title="${utc}">${localTime(at)}</time>`;
}

export interface PageFrame {
  title: string;
  session: Session | undefined;
  /** Whether there is a token to act with. */
  canLogIn: boolean;
}

/** A whole page. */
export function page({ title, session, canLogIn }: PageFrame, content: Markup): Markup {
  const who = session
    ? html`<form class="inline" method="post" action="/logout">
        <input type="hidden" name="csrf" value="${session.csrf}" /><button>
          log out ${session.name}
        </button>
      </form>`
    : canLogIn
      ? html`<a href="/login">log in to act</a>`
      : NOTHING;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <header>
          <h1><a href="/">newsrelay</a></h1>
          <nav>
            <a href="/#wall">sources</a> <a href="/articles">articles</a> <a href="/jobs">jobs</a>
            <a href="/status.json">status.json</a> ${who}
          </nav>
        </header>
        ${content}
      </body>
    </html>`;
}

/** A button that does something, for who has logged in. */
export function action(
  session: Session | undefined,
  what: string,
  subject: string,
  label = what,
): Markup {
  if (!session) return NOTHING;
  return html`<form class="inline" method="post" action="/actions/${what}">
    <input type="hidden" name="csrf" value="${session.csrf}" />
    <input type="hidden" name="subject" value="${subject}" />
    <button>${label}</button>
  </form>`;
}
