import { createHttpClient, type HttpClientOptions } from '../../../src/http/client.ts';

export const userAgent = 'newsrelay-test/1.0 (+https://aggregator.example/bot)';

/** A client that may reach loopback on the given ports and nothing else inside. */
export function loopbackClient(ports: number[], options: Partial<HttpClientOptions> = {}) {
  const client = createHttpClient({
    userAgent,
    allowPrivateAddresses: ['127.0.0.0/8'],
    allowPorts: ports,
    timeoutMs: 10_000,
    ...options,
  });
  return { ...client, [Symbol.asyncDispose]: client.close };
}
