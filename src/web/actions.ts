import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Access } from './access/access.ts';
import { DEEDS } from './deeds.ts';
import { isSameSecret } from './access/session.ts';
import type { WebParts } from './web-parts.ts';

const MOST_BYTES = 64 * 1024;

/** What a person with the token does from the page; each is recorded with who and when. */
export function addActions(app: Hono, access: Access, { pipeline }: WebParts): void {
  app.use('/actions/*', bodyLimit({ maxSize: MOST_BYTES }));
  app.post('/actions/:what', async (context) => {
    const what = context.req.param('what');
    const { csrf = '', subject = '' } = await context.req.parseBody<Record<string, string>>();
    const session = access.sessionOf(context);
    // Who is logged in proves by the form's own word that the form is ours.
    const isForm = session !== undefined && isSameSecret(csrf, session.csrf);
    if (!isForm && !access.hasBearer(context)) return context.text('log in first', 403);
    const doing = Object.hasOwn(DEEDS, what) ? DEEDS[what] : undefined;
    if (!doing) return await context.notFound();
    const by = isForm ? session.name : (context.req.header('x-operator') ?? 'the token');
    const outcome = await doing(subject, by, pipeline);
    await pipeline.health.deeds.note({ atMs: pipeline.now(), by, what, subject, outcome });
    const message = `${what} ${subject}, by ${by}: ${outcome}`;
    pipeline.notice({ level: 'info', change: 'deed', message });
    return isForm ? context.redirect('/', 303) : context.json({ outcome });
  });
}
