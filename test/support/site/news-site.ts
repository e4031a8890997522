import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SeenRequest {
  path: string;
  headers: IncomingMessage['headers'];
}

export interface NewsSite extends AsyncDisposable {
  url: string;
  requests: SeenRequest[];
  /** What a path answers with; may be changed while the site is up. */
  pages: Map<string, Page>;
}

export type Page =
  | { status?: number; type?: string; body: string | Uint8Array; headers?: Record<string, string> }
  | ((request: IncomingMessage, response: ServerResponse) => void);

function answer(page: Page | undefined, request: IncomingMessage, response: ServerResponse): void {
  if (page === undefined) {
    response.writeHead(404).end('not found');
    return;
  }
  if (typeof page === 'function') {
    page(request, response);
    return;
  }
  const { status = 200, type = 'text/html; charset=utf-8', body, headers = {} } = page;
  if (headers['etag'] !== undefined && request.headers['if-none-match'] === headers['etag']) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(status, { 'content-type': type, ...headers }).end(body);
}

/** A news site on loopback that remembers what it was asked; `address` is 127.0.0.1 to 127.255.255.254. */
export async function serveNewsSite(
  pages: Record<string, Page> = {},
  address = '127.0.0.1',
): Promise<NewsSite> {
  const site = { requests: [] as SeenRequest[], pages: new Map(Object.entries(pages)) };
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '/';
    site.requests.push({ path, headers: request.headers });
    answer(site.pages.get(path), request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...site,
    url: `http://${address}:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
