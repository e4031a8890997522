import { type RedisClient, scanKeys } from '../../redis/redis-client.ts';
import type { Keys } from '../keys.ts';

export interface Revision {
  articleId: string;
  /** Epoch milliseconds at least, so that it tells when the article last changed. */
  revision: number;
  sourceId: string | undefined;
}

/** The newest revision of every article that is remembered, those since `sinceMs` alone, oldest first. */
export async function revisionsSince(
  redis: RedisClient,
  keys: Keys,
  sinceMs: number,
): Promise<Revision[]> {
  const found: Revision[] = [];
  for await (const batch of scanKeys(redis, `${keys.prefix}:article:*`)) {
    const read = batch.keys.map(async (key) => {
      const [revision, sourceId] = await redis.hmget(key, 'revision', 'sourceId');
      const articleId = key.slice(key.lastIndexOf(':') + 1);
      return { articleId, revision: Number(revision ?? 0), sourceId: sourceId ?? undefined };
    });
    found.push(...(await Promise.all(read)).filter(({ revision }) => revision >= sinceMs));
  }
  // A scan may meet a key twice.
  const distinct = new Map(found.map((revision) => [revision.articleId, revision]));
  return [...distinct.values()].toSorted((a, b) => a.revision - b.revision);
}
