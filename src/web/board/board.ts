import type { Hono, MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Access } from '../access/access.ts';
import type { WebParts } from '../web-parts.ts';

const BOARD_PATH = '/board';

/** The board is a program in the browser: it may run its own scripts and ask this server, and nothing else. */
export const boardHeaders: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    baseUri: ["'self'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'no-referrer',
  strictTransportSecurity: false,
});

export const isOfBoard = (path: string): boolean =>
  path === BOARD_PATH || path.startsWith(`${BOARD_PATH}/`);

/** Bull Board, to read the raw queues, for whoever may see the page; loaded when somebody first asks for it. */
export function addBoard(app: Hono, access: Access, { pipeline }: WebParts): void {
  let board: Promise<Hono> | undefined;
  const open = async (): Promise<Hono> => {
    const { bullBoard } = await import('./bull-board.ts');
    return bullBoard(pipeline.queues.all(), BOARD_PATH);
  };
  const show = access.guarded(async (context) => {
    board ??= open();
    const within = new URL(context.req.url);
    within.pathname = within.pathname.slice(BOARD_PATH.length) || '/';
    return await (await board).fetch(new Request(within, context.req.raw));
  });
  app.get(BOARD_PATH, (context) => context.redirect(`${BOARD_PATH}/`));
  app.get(`${BOARD_PATH}/*`, show);
}
