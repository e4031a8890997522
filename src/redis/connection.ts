import { Cluster, Redis, type RedisOptions } from 'ioredis';
import { parseRedisAddress, type SentinelAddress } from '../config/redis-address.ts';
import { withoutInfo } from './without-info.ts';
import type { RedisClient } from './redis-client.ts';

// A connection whose packets vanish without a reset is noticed only by silence; the limit must stay
// above the 10 s for which an idle worker waits for a job at most.
const SILENCE_MS = 15_000;

type NodeOptions = Pick<
  RedisOptions,
  'connectTimeout' | 'keepAlive' | 'socketTimeout' | 'maxRetriesPerRequest'
>;

const SHARED_OPTIONS: NodeOptions = {
  connectTimeout: 5_000,
  keepAlive: 10_000,
  socketTimeout: SILENCE_MS,
};

export type Connection = RedisClient;

function createClient(
  address: string,
  options: NodeOptions,
  enableAutoPipelining: boolean,
): Connection {
  const place = parseRedisAddress(address);
  const single = { ...options, enableAutoPipelining };
  if (place.kind === 'socket') return withoutInfo(new Redis(place.path, single));
  if (place.kind === 'server') return withoutInfo(new Redis(place.url, single));
  if (place.kind === 'sentinel') {
    return withoutInfo(new Redis({ ...single, ...masterOptions(place) }));
  }
  return createCluster(place.urls, options, enableAutoPipelining);
}

/** How the master is found and entered, by its sentinels. */
export function masterOptions(place: SentinelAddress) {
  const { sentinels, name, database, username, password, isTls } = place;
  return {
    sentinels,
    name,
    db: database,
    ...(username === '' ? {} : { username }),
    ...(password === '' ? {} : { password }),
    ...(isTls ? { tls: {}, enableTLSForSentinelMode: true } : {}),
    // For ever, like one server: sentinels that are gone come back.
    sentinelRetryStrategy: (times: number) => Math.min(100 * times, 2_000),
  };
}

function createCluster(
  urls: string[],
  options: NodeOptions,
  enableAutoPipelining: boolean,
): Connection {
  const { nodes, login } = clusterNodes(urls);
  return new Cluster(nodes, {
    enableAutoPipelining,
    // For ever, like one server: a cluster that is gone comes back.
    clusterRetryStrategy: (times) => Math.min(100 * times, 2_000),
    slotsRefreshTimeout: 5_000,
    redisOptions: {
      ...options,
      ...login,
    },
  });
}

/** Where a cluster's nodes are, and how all of them are entered: as the first address says. */
export function clusterNodes(urls: readonly string[]) {
  const places = urls.map((url) => new URL(url));
  const { username, password, protocol } = places[0]!;
  return {
    nodes: places.map(({ hostname, port }) => ({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port || 6379),
    })),
    login: {
      ...(username ? { username: decodeURIComponent(username) } : {}),
      ...(password ? { password: decodeURIComponent(password) } : {}),
      ...(protocol === 'rediss:' ? { tls: {} } : {}),
    },
  };
}

/** For workers: waits for Redis as long as it takes. */
export function workerConnection(address: string): Connection {
  return createClient(address, { ...SHARED_OPTIONS, maxRetriesPerRequest: null }, false);
}

/** For producers and the store: an answer or an error, soon. */
export function commandConnection(address: string): Connection {
  return createClient(address, { ...SHARED_OPTIONS, maxRetriesPerRequest: 3 }, true);
}
