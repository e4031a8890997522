/**
 * Where a Redis is, as `redis.url` says it: the address of one server, the path of its Unix socket,
 * addresses of a cluster's nodes separated by commas (one will do with `?cluster`), or those of the
 * sentinels that know its master's by name: `sentinel://user:password@host:26379,host:26379/name/0`.
 */
export type RedisAddress =
  | { kind: 'socket'; path: string }
  | { kind: 'server'; url: string }
  | { kind: 'cluster'; urls: string[] }
  | SentinelAddress;

/** User and password are the master's; `sentinels://` is TLS all the way. */
export interface SentinelAddress {
  kind: 'sentinel';
  sentinels: { host: string; port: number }[];
  name: string;
  database: number;
  username: string;
  password: string;
  isTls: boolean;
}

const SENTINEL_LOGIN = '(?:(?<username>[^:@/]*):(?<password>[^@/]*)@)?';
const SENTINEL_PATH = String.raw`(?<name>[^/?]+)(?:\/(?<database>\d+))?`;
const SENTINEL_ADDRESS = new RegExp(
  String.raw`^(?<scheme>sentinels?):\/\/${SENTINEL_LOGIN}(?<hosts>[^@/?]+)\/${SENTINEL_PATH}$`,
);

function sentinelAddress(text: string): SentinelAddress | undefined {
  const parts = SENTINEL_ADDRESS.exec(text)?.groups;
  if (!parts) return undefined;
  const { scheme, username = '', password = '', hosts = '', name = '', database = '0' } = parts;
  return {
    kind: 'sentinel',
    sentinels: hosts.split(',').map((place) => {
      const { hostname, port } = new URL(`redis://${place.trim()}`);
      if (hostname === '') throw new Error('no address');
      return { host: hostname.replaceAll(/[[\]]/g, ''), port: Number(port || 26_379) };
    }),
    name: decodeURIComponent(name),
    database: Number(database),
    username: decodeURIComponent(username),
    password: decodeURIComponent(password),
    isTls: scheme === 'sentinels',
  };
}

/** Throws where an address is not one. */
export function parseRedisAddress(text: string): RedisAddress {
  if (text.startsWith('/')) return { kind: 'socket', path: text };
  const sentinels = sentinelAddress(text);
  if (sentinels) return sentinels;
  const urls = text.split(/,(?=\s*rediss?:)/).map((part) => new URL(part.trim()));
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
  if (address.kind === 'sentinel') {
    const places = address.sentinels.map(({ host, port }) => `${host}:${port}`);
    return `the master ${address.name} of the sentinels ${places.join(', ')}`;
  }
  const urls = address.kind === 'server' ? [address.url] : address.urls;
  return urls.map((url) => new URL(url).host).join(', ');
}
