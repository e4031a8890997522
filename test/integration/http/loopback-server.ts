import http from 'node:http';
import net, { type AddressInfo } from 'node:net';

export interface LoopbackServer extends AsyncDisposable {
  port: number;
  /** `http://127.0.0.1:<port>` */
  url: string;
  /** Requests in the order they came. */
  requests: http.IncomingMessage[];
}

/** An HTTP server on a free loopback port that remembers what it was asked. */
export async function serve(
  answer: http.RequestListener,
  address = '127.0.0.1',
): Promise<LoopbackServer> {
  const requests: http.IncomingMessage[] = [];
  const server = http.createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  return { ...(await listen(server, address)), requests };
}

/** A TCP server that says exactly these bytes, for answers no HTTP library would give. */
export async function serveRaw(
  answer: (socket: net.Socket, requestHead: string) => void,
): Promise<LoopbackServer> {
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => answer(socket, chunk.toString('latin1')));
  });
  return { ...(await listen(server, '127.0.0.1')), requests: [] };
}

/** Writes the piece again and again for as long as the peer reads. */
export function pour(socket: net.Socket, piece: Buffer | string): void {
  const write = () => {
    while (!socket.destroyed && socket.write(piece));
  };
  socket.on('drain', write);
  write();
}

/** @param wanted any free one when absent. */
export async function listen(server: net.Server, address: string, wanted = 0) {
  const sockets = new Set<net.Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(wanted, address, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://${address}:${port}`,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
