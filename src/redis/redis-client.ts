import type { Cluster, Redis } from 'ioredis';

/** A connection to one Redis or to a cluster: what a script or transaction touches shares a hash tag. */
export type RedisClient = Redis | Cluster;

/** The servers that hold keys: the one, or every master of a cluster. */
export function masters(redis: RedisClient): Redis[] {
  return redis.isCluster ? (redis as Cluster).nodes('master') : [redis as Redis];
}

/** Every key that matches, in batches, with the server that holds them; some may come twice. */
export async function* scanKeys(
  redis: RedisClient,
  match: string,
): AsyncIterable<{ master: Redis; keys: string[] }> {
  for (const master of masters(redis)) {
    for await (const keys of master.scanStream({ match, count: 1_000 })) {
      yield { master, keys: keys as string[] };
    }
  }
}

/** Epoch milliseconds by the server's clock, to the microsecond. */
export async function serverTimeMs(server: RedisClient): Promise<number> {
  const [seconds, microseconds] = await server.time();
  return Number(seconds) * 1_000 + Number(microseconds) / 1_000;
}
