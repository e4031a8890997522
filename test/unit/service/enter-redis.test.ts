import { expect, test } from 'vitest';
import type { RedisClient } from '../../../src/redis/redis-client.ts';
import { enterRedis, joinDeployment } from '../../../src/service/enter-redis.ts';
import type { Deployment, DeploymentMember } from '../../../src/store/deployment.ts';
import { testConfig } from '../../support/commands/pipeline.ts';

const config = testConfig([{ id: 'a', feeds: ['https://a.example/f'] }], 'news');

/** A place where this member is, or nobody. */
function placeOf(stranger?: Partial<DeploymentMember>) {
  const joined: DeploymentMember[] = [];
  const deployment = {
    join: async (member: DeploymentMember) => {
      joined.push(member);
      return stranger && { ...member, host: 'two, process 7', ...stranger };
    },
  } as unknown as Deployment;
  return { deployment, joined };
}

test('a process joins with its sources, its config and where it runs', async () => {
  const { deployment, joined } = placeOf();
  await joinDeployment(deployment, config);
  expect(joined).toEqual([
    {
      deployment: config.queue.deployment,
      sources: ['a'],
      host: expect.stringMatching(new RegExp(`^.+, process ${process.pid}$`)),
      config: expect.any(String),
    },
  ]);
});

test.each([
  [{ deployment: 'other' }, 'is named "other" and not'],
  [
    { sources: ['b', 'c', 'd', 'e', 'f', 'g'] },
    'has no source in common with this config (it has b, c, d, e, f)',
  ],
])(
  'a prefix that others work under is refused with what tells them apart: %j',
  async (stranger, told) => {
    const given = joinDeployment(placeOf(stranger).deployment, config);
    await expect(given).rejects.toMatchObject({ name: 'PermanentError', code: 'prefix-taken' });
    await expect(given).rejects.toThrow(told);
    await expect(given).rejects.toThrow(
      `under the prefix "news" of this Redis: it runs on two, process 7`,
    );
    await expect(given).rejects.toThrow(`wait ${(2 * config.queue.takeover) / 1_000} s`);
  },
);

/** A Redis that says this of itself. */
const redisOf = (info: string) => {
  const answer = async () => 'OK';
  const commands = {
    ping: answer,
    client: answer,
    set: answer,
    eval: answer,
    info: async () => info,
  };
  return { isCluster: false, options: {}, ...commands } as unknown as RedisClient;
};

test('a Redis that loses jobs is refused before anything is joined, unless the config takes it', async () => {
  const { deployment, joined } = placeOf();
  const unsafe = redisOf('maxmemory_policy:allkeys-lru\r\naof_enabled:0\r\n');
  const given = enterRedis(unsafe, deployment, config);
  await expect(given).rejects.toMatchObject({ name: 'PermanentError', code: 'redis-unsafe' });
  await expect(given).rejects.toThrow(
    /allkeys-lru.* redis\.conf\. To start all the same, set redis\.onUnsafe: warn/,
  );
  expect(joined).toEqual([]);
  const redis = { ...config.redis, onUnsafe: 'warn' as const };
  const faults = await enterRedis(unsafe, deployment, { ...config, redis });
  expect(faults.map(({ kind }) => kind)).toEqual(['unsafe', 'caution']);
  expect(joined).toHaveLength(1);
});

test('a caution is told, and refuses nothing', async () => {
  const { deployment } = placeOf();
  expect(await enterRedis(redisOf('aof_enabled:0'), deployment, config)).toMatchObject([
    { kind: 'caution' },
  ]);
  expect(await enterRedis(redisOf(''), deployment, config)).toEqual([]);
});
