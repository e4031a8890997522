import { setTimeout as delay } from 'node:timers/promises';
import { freePort, OwnRedis } from './own-redis.ts';

export interface OwnCluster extends AsyncDisposable {
  /** As `redis.url` takes it. */
  url: string;
  masters: OwnRedis[];
}

const SLOTS = 16_384;

/** A real cluster of a test's own: masters without replicas that share the slots evenly. */
export async function startCluster(size = 3): Promise<OwnCluster> {
  const masters = await Promise.all(
    Array.from({ length: size }, async () => {
      const busPort = String(await freePort());
      const redis = await OwnRedis.start({ 'cluster-enabled': 'yes', 'cluster-port': busPort });
      return { redis, busPort };
    }),
  );
  const [first] = masters;
  for (const [index, { redis }] of masters.entries()) {
    await redis.use(async (client) => {
      const from = Math.floor((index * SLOTS) / size);
      const to = Math.floor(((index + 1) * SLOTS) / size) - 1;
      await client.call('CLUSTER', 'ADDSLOTSRANGE', from, to);
      if (index === 0) return;
      await client.call('CLUSTER', 'MEET', '127.0.0.1', first!.redis.port, first!.busPort);
    });
  }
  for (const { redis } of masters) {
    await redis.use(async (client) => {
      while (!String(await client.cluster('INFO')).includes('cluster_state:ok')) await delay(50);
    });
  }
  return {
    url: masters.map(({ redis }) => redis.url).join(','),
    masters: masters.map(({ redis }) => redis),
    [Symbol.asyncDispose]: async () => {
      await Promise.all(masters.map(({ redis }) => redis[Symbol.asyncDispose]()));
    },
  };
}
