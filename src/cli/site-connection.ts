import { resolve } from 'node:path';
import type { LoadedConfig } from '../config/load.ts';
import { parseRedisAddress, printableRedisAddress } from '../config/redis-address.ts';
import { queueKey } from '../queue/queues.ts';
import { socketPath } from '../redis/redis-folder.ts';

/** What a site's own worker connects to; `redis` is without user and password. */
export interface SiteConnection {
  redis: string;
  prefix: string;
  queue: string;
  /** Of a private Redis: it is there while a command of ours runs, and this user's alone. */
  private: boolean;
}

/** One for each queue of the config's destinations. */
export function siteConnections({
  redis,
  dataDir,
  queue,
  destinations,
}: LoadedConfig): SiteConnection[] {
  const isPrivate = redis.url === '';
  const isCluster = !isPrivate && parseRedisAddress(redis.url).kind === 'cluster';
  return destinations.flatMap(({ type, name }) =>
    type === 'queue'
      ? {
          redis: isPrivate
            ? socketPath(resolve(dataDir, 'redis'))
            : printableRedisAddress(redis.url),
          prefix: queue.prefix,
          queue: queueKey(name, { isCluster }),
          private: isPrivate,
        }
      : [],
  );
}

const MEND = 'a site of another user or machine needs redis.url in the config';

/** The same in words, a line each. */
export function toldConnections(config: LoadedConfig): string[] {
  return siteConnections(config).map(({ redis, prefix, queue, private: isPrivate }) => {
    const where = `sites connect to Redis at ${redis}, prefix ${prefix}, queue ${queue}`;
    if (!isPrivate) return where;
    return `${where}; this private Redis is there while newsrelay runs, for this user alone: ${MEND}`;
  });
}

/**
 * What an operator whose cron job polls has to know: with the command ends the Redis that the jobs wait in.
 * Undefined where it stays.
 */
export function reachableOnlyNow(config: LoadedConfig): string | undefined {
  const own = siteConnections(config).filter((one) => one.private);
  if (own.length === 0) return undefined;
  const queues = own.map(({ queue }) => queue).join(', ');
  return `note: the jobs wait on disk: sites reach the queue ${queues} only while newsrelay runs, and this command ends its private Redis with it; let \`newsrelay run\` serve them, or set redis.url in the config`;
}
