/**
 * Where a Redis is, as `redis.url` says it: the address of one server, the path of its Unix socket, or
 * addresses of a cluster's nodes separated by commas. One address of a cluster will do with `?cluster`.
 */
export type RedisAddress =
  | { kind: 'socket'; path: string }
  | { kind: 'server'; url: string }
  | { kind: 'cluster'; urls: string[] };

/** Throws where an address is not one. */
export function parseRedisAddress(text: string): RedisAddress {
  if (text.startsWith('/')) return { kind: 'socket', path: text };
  const urls = text.split(/,(?=rediss?:)/).map((part) => new URL(part.trim()));
  const isCluster = urls.length > 1 || urls.some(({ searchParams }) => searchParams.has('cluster'));
  for (const { protocol, hostname } of urls) {
    if (!['redis:', 'rediss:'].includes(protocol) || hostname === '') throw new Error('no address');
  }
  // A cluster has one database; its nodes share user, password and TLS.
  if (isCluster && urls.some(({ pathname }) => /^\/[1-9]/.test(pathname))) {
    throw new Error('a cluster has database 0 only');
  }
  for (const { searchParams } of urls) searchParams.delete('cluster');
  const [first] = urls.map(({ href }) => href);
  return isCluster
    ? { kind: 'cluster', urls: urls.map(({ href }) => href) }
    : { kind: 'server', url: first! };
}

/** For people: without user and password. */
export function printableRedisAddress(text: string): string {
  const address = parseRedisAddress(text);
  if (address.kind === 'socket') return address.path;
  const urls = address.kind === 'server' ? [address.url] : address.urls;
  return urls.map((url) => new URL(url).host).join(', ');
}
