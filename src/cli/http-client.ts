import type { LoadedConfig } from '../config/load.ts';
import { createHttpClient } from '../http/client.ts';
import type { Fetch } from '../http/fetch.ts';

/** The door to the network as the config wants it; closes its connections when disposed of. */
export function httpClientFor({
  http,
}: Pick<LoadedConfig, 'http'>): { fetch: Fetch } & AsyncDisposable {
  const client = createHttpClient({
    userAgent: http.userAgent,
    allowPrivateAddresses: http.allowPrivateAddresses,
    allowPorts: http.allowPorts,
    timeoutMs: http.timeout,
  });
  return { fetch: client.fetch, [Symbol.asyncDispose]: () => client.close() };
}
