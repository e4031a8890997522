import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

interface Pair {
  client: Socket;
  upstream: Socket;
  /** Swallows all that arrives, in both directions, without a reset. */
  isBlackHole: boolean;
}

/** A TCP proxy on loopback that can do to connections what networks do. */
export class Proxy implements AsyncDisposable {
  readonly #server: Server;
  readonly #pairs = new Set<Pair>();
  isRefusing = false;
  latencyMs = 0;
  /** The next reply is swallowed and its connection cut: the command was executed, nobody knows. */
  losesNextReply = false;
  #trap: { text: string; when: 'before' | 'after'; spring: () => void } | undefined;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(upstreamPort: number): Promise<Proxy> {
    const server = createServer();
    const proxy = new Proxy(server);
    server.on('connection', (client) => proxy.#accept(client, upstreamPort));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return address.port;
  }

  #accept(client: Socket, upstreamPort: number): void {
    if (this.isRefusing) {
      client.resetAndDestroy();
      return;
    }
    const upstream = connect(upstreamPort, '127.0.0.1');
    const pair: Pair = { client, upstream, isBlackHole: false };
    this.#pairs.add(pair);
    const end = () => {
      this.#pairs.delete(pair);
      if (pair.isBlackHole) return;
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) socket.on('error', end).on('close', end);
    client.on('data', (data) => {
      const trap = this.#trap;
      if (!trap || !data.includes(trap.text)) return this.#pass(pair, upstream, data);
      this.#trap = undefined;
      // A connection whose client is gone takes no reply.
      client.removeAllListeners('data');
      if (trap.when === 'after') this.#pass(pair, upstream, data);
      trap.spring();
    });
    upstream.on('data', (data) => {
      if (!this.losesNextReply) return this.#pass(pair, client, data);
      this.losesNextReply = false;
      client.resetAndDestroy();
      upstream.destroy();
    });
  }

  #pass(pair: Pair, to: Socket, data: Buffer): void {
    const write = () => {
      if (!pair.isBlackHole && !to.destroyed) to.write(data);
    };
    // Timers of one length fire in their order, so that bytes stay in theirs.
    if (this.latencyMs > 0) setTimeout(write, this.latencyMs);
    else write();
  }

  cutAll(): void {
    for (const { client, upstream } of this.#pairs) {
      client.resetAndDestroy();
      upstream.destroy();
    }
  }

  /** Connections of now are dead without a sign for ever; new ones work. */
  swallowAll(): void {
    for (const pair of this.#pairs) pair.isBlackHole = true;
  }

  /**
   * Calls `spring` once, at the next request that holds `text`: before the server gets it, or when it is
   * on its way there; no further request of that connection is passed on.
   */
  setTrap(text: string, when: 'before' | 'after', spring: () => void): void {
    this.#trap = { text, when, spring };
  }

  heal(): void {
    this.#trap = undefined;
    this.isRefusing = false;
    this.latencyMs = 0;
    this.losesNextReply = false;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.close();
    this.cutAll();
    await Promise.resolve();
  }
}
