import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The invented outlets: each a folder of `site/` and, like real publishers, an origin of its own. */
export const outlets = ['northgate', 'courier', 'gazette'] as const;
export type Outlet = (typeof outlets)[number];

export interface DemoRequest {
  outlet: Outlet;
  path: string;
  status: number;
  /** Whether the client sent a validator. */
  conditional: boolean;
}

export interface DemoSite extends AsyncDisposable {
  /** Such as `http://127.0.0.1:40123`. */
  origins: Record<Outlet, string>;
  /** For `http.allowPorts`. */
  ports: number[];
  /** The variables that `config/demo.yaml` takes its feed addresses from. */
  environment: Record<string, string>;
  /** All that was answered so far, in order. */
  requests: DemoRequest[];
  close(): Promise<void>;
}

const siteFolder = fileURLToPath(new URL('site', import.meta.url));

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** Serves the bundled sample news sites on free ports of 127.0.0.1. */
export async function serveDemoSite(): Promise<DemoSite> {
  const requests: DemoRequest[] = [];
  const running = await Promise.all(outlets.map((outlet) => serveOutlet(outlet, requests)));
  const close = async () => {
    await Promise.all(running.map((one) => one.close()));
  };
  return {
    origins: Object.fromEntries(running.map(({ outlet, origin }) => [outlet, origin])) as Record<
      Outlet,
      string
    >,
    ports: running.map(({ port }) => port),
    environment: Object.fromEntries(
      running.map(({ outlet, origin }) => [`DEMO_${outlet.toUpperCase()}`, origin]),
    ),
    requests,
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function serveOutlet(outlet: Outlet, requests: DemoRequest[]) {
  let origin = '';
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', origin).pathname;
    response.once('finish', () => {
      const conditional = ['if-none-match', 'if-modified-since'].some((name) =>
        Object.hasOwn(request.headers, name),
      );
      requests.push({ outlet, path, status: response.statusCode, conditional });
    });
    answer(join(siteFolder, outlet), path, origin, request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
  const close = async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  return { outlet, origin, port, close };
}

async function answer(
  folder: string,
  path: string,
  origin: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const file = await findFile(folder, path);
  if (!file) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
    return;
  }
  const body = await render(folder, file.name, origin);
  const headers = {
    'content-type': contentTypeOf(file.name, body),
    'cache-control': 'no-cache',
    etag: `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`,
    'last-modified': file.modified.toUTCString(),
  };
  if (isUnchanged(request, headers)) {
    response.writeHead(304, headers).end();
  } else {
    response.writeHead(200, headers).end(body);
  }
}

/** `/a` is the file `a` or `a.html`, `/a/` a folder's index. A name with `_` is a part of pages. */
async function findFile(folder: string, path: string) {
  if (path.includes('/_')) return undefined;
  const names = path.endsWith('/')
    ? [`${path}index.html`, `${path}index.xml`]
    : [path, `${path}.html`];
  for (const name of names.map((relative) => join(folder, relative))) {
    const found = await stat(name).catch(() => undefined);
    if (found?.isFile()) return { name, modified: found.mtime };
  }
  return undefined;
}

/** Fills in the parts that pages share (server-side includes) and the origin they are served from. */
async function render(folder: string, name: string, origin: string): Promise<string> {
  // Odd places of the split are the captured names of parts.
  const pieces = (await readFile(name, 'utf8')).split(/<!--#include virtual="([^"]+)" -->\n/);
  const filled = await Promise.all(
    pieces.map(async (piece, place) =>
      place % 2 === 0 ? piece : await readFile(join(folder, piece), 'utf8'),
    ),
  );
  return filled.join('').replaceAll('{{origin}}', origin);
}

function contentTypeOf(name: string, body: string): string {
  if (extname(name) !== '.xml') return contentTypes[extname(name)] ?? 'application/octet-stream';
  return body.includes('<feed ') ? 'application/atom+xml' : 'application/rss+xml; charset=UTF-8';
}

/** RFC 9110, section 13.2.2: If-None-Match is decisive where both are sent. */
function isUnchanged(
  { headers }: IncomingMessage,
  current: { etag: string; 'last-modified': string },
): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return tags.split(',').some((tag) => tag.trim() === current.etag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return since >= Date.parse(current['last-modified']);
}
