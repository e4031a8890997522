import { once } from 'node:events';
import { serve } from '@hono/node-server';
import { parseListen } from '../config/web.ts';
import { createWebApp } from './web-app.ts';
import type { WebParts } from './web-parts.ts';

export interface WebServer extends AsyncDisposable {
  /** Where it is served. */
  url: string;
}

const LONGEST_REQUEST_MS = 30_000;

/** Serves the operators' page until it is disposed of. Throws what `listen` fails of, such as `EADDRINUSE`. */
export async function serveWeb(parts: WebParts): Promise<WebServer> {
  const { host, port } = parseListen(parts.options.listen);
  const app = createWebApp(parts);
  const server = serve({
    fetch: app.fetch,
    hostname: host,
    port,
    serverOptions: { requestTimeout: LONGEST_REQUEST_MS, headersTimeout: LONGEST_REQUEST_MS },
  });
  await once(server, 'listening');
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}/`,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}
