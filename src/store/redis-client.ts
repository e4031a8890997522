import type { Cluster, Redis } from 'ioredis';

/** A connection to one Redis or to a cluster: what a script or transaction touches shares a hash tag. */
export type RedisClient = Redis | Cluster;

/** The servers that hold keys: the one, or every master of a cluster. */
export function masters(redis: RedisClient): Redis[] {
  return redis.isCluster ? (redis as Cluster).nodes('master') : [redis as Redis];
}
