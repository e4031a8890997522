import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { Access } from './access/access.ts';
import { addActions } from './actions.ts';
import { addLogin } from './access/login.ts';
import { addBoard, boardHeaders, isOfBoard } from './board/board.ts';
import { addPages } from './pages.ts';
import { addProbes } from './probes.ts';
import type { WebParts } from './web-parts.ts';

const pageHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'no-referrer',
  strictTransportSecurity: false,
});

/** The operators' page: reads what `status` reads, and does what a person with the token asks for. */
export function createWebApp(parts: WebParts): Hono {
  const access = new Access(parts.options);
  const app = new Hono();
  app.use((context, next) =>
    (isOfBoard(context.req.path) ? boardHeaders : pageHeaders)(context, next),
  );
  app.use(async (context, next) => {
    if (!access.isOurName(context)) return context.text('not a name of this machine', 421);
    context.header('cache-control', 'no-store');
    return await next();
  });
  addProbes(app, access, parts);
  addPages(app, access, parts);
  addLogin(app, access);
  addActions(app, access, parts);
  addBoard(app, access, parts);
  return app;
}
