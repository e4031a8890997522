import { once } from 'node:events';
import { createServer } from 'node:http';

export interface Received {
  method: string;
  path: string;
  /** Lower-case names. */
  headers: Record<string, string>;
  body: string;
}

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

/** A loopback server that keeps what it received and answers as told; a promise that stays open hangs. */
export async function startReceiver(answer: (request: Received) => Answer | Promise<Answer>) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '' } = request;
      const headers = Object.fromEntries(
        Object.entries(request.headersDistinct).map(([name, values]) => [
          name,
          (values ?? []).join(', '),
        ]),
      );
      const taken = { method, path: url, headers, body: Buffer.concat(chunks).toString('utf8') };
      received.push(taken);
      void Promise.resolve(answer(taken)).then(({ status, headers: own, body }) =>
        response.writeHead(status, own).end(body),
      );
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}/hook`,
    received,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
