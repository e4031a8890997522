import type { Hono } from 'hono';
import { metricsText } from '../monitor/metrics.ts';
import { readStatus } from '../monitor/status.ts';
import type { Access } from './access/access.ts';
import type { WebParts } from './web-parts.ts';

/** What machines ask: does it live, is it fit, how does everything stand. */
export function addProbes(app: Hono, access: Access, { pipeline, config, faults }: WebParts): void {
  const status = () => readStatus({ ...pipeline, config });
  app.get('/healthz', (context) => context.text('ok\n'));
  app.get('/readyz', async (context) => {
    const found = await faults();
    return found.length === 0 ? context.text('ok\n') : context.text(`${found.join('\n')}\n`, 503);
  });
  app.get(
    '/metrics',
    access.guarded(async (context) => {
      context.header('content-type', 'text/plain; version=0.0.4; charset=utf-8');
      return context.body(await metricsText(await status()));
    }),
  );
  app.get(
    '/status.json',
    access.guarded(async (context) => context.json(await status())),
  );
}
