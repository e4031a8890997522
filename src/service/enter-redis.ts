import { hostname } from 'node:os';
import type { LoadedConfig } from '../config/load.ts';
import { configMark } from './config-watch.ts';
import { PermanentError } from '../errors.ts';
import { inspectRedis, type RedisFault, tryRedis } from '../redis/preflight.ts';
import type { Deployment } from '../store/deployment.ts';
import type { RedisClient } from '../redis/redis-client.ts';

type Settings = Pick<
  LoadedConfig,
  'redis' | 'queue' | 'sources' | 'destinations' | 'site' | 'takedowns'
>;

/** Says that this process works here; throws `PermanentError` `prefix-taken` when others do already. */
export async function joinDeployment(deployment: Deployment, config: Settings): Promise<void> {
  const stranger = await deployment.join({
    deployment: config.queue.deployment,
    sources: config.sources.map(({ id }) => id),
    host: `${hostname()}, process ${process.pid}`,
    config: configMark(config),
  });
  if (!stranger) return;
  const { prefix, takeover } = config.queue;
  const difference =
    stranger.deployment === config.queue.deployment
      ? `has no source in common with this config (it has ${stranger.sources.slice(0, 5).join(', ')})`
      : `is named "${stranger.deployment}" and not "${config.queue.deployment}"`;
  throw new PermanentError(
    'prefix-taken',
    `another deployment works under the prefix "${prefix}" of this Redis: it runs on ${stranger.host} and ${difference}. ` +
      `Give this one a queue.prefix of its own; if it is to replace the other, stop that first and wait ${(2 * takeover) / 1_000} s`,
  );
}

/**
 * Makes sure that Redis is fit for us and the prefix ours before anything is written. Resolves to what
 * the operator ought to know; throws `PermanentError` `redis-unsafe`, `redis-refused` or `prefix-taken`, and what Redis
 * threw when it did not answer.
 */
export async function enterRedis(
  redis: RedisClient,
  deployment: Deployment,
  config: Settings,
): Promise<RedisFault[]> {
  await redis.ping();
  await tryRedis(redis, config.queue.prefix);
  const faults = await inspectRedis(redis);
  const unsafe = faults.filter(({ kind }) => kind === 'unsafe').map(({ message }) => message);
  if (unsafe.length > 0 && config.redis.onUnsafe === 'refuse') {
    throw new PermanentError(
      'redis-unsafe',
      `${unsafe.join('. ')}. To start all the same, set redis.onUnsafe: warn in the config`,
    );
  }
  await joinDeployment(deployment, config);
  return faults;
}
