import { DamagedValues } from './damaged-values.ts';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Keys } from './keys.ts';
import type { RedisClient } from '../redis/redis-client.ts';

/** One process of a deployment, as the others see it. */
const memberSchema = z.object({
  deployment: z.string(),
  sources: z.array(z.string()),
  host: z.string(),
  /** A mark of its config; absent from earlier versions. */
  config: z.string().optional(),
});

export type DeploymentMember = z.infer<typeof memberSchema>;

// Two that start at the same moment must not both find the place empty.
const JOIN = `
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
for _, gone in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', now)) do
  redis.call('HDEL', KEYS[1], gone)
  redis.call('ZREM', KEYS[2], gone)
end
local own, ownSources = cjson.decode(ARGV[2]), {}
for _, source in ipairs(own.sources) do ownSources[source] = true end
local members = redis.call('HGETALL', KEYS[1])
for index = 1, #members, 2 do
  local other, shares = cjson.decode(members[index + 1]), false
  for _, source in ipairs(other.sources) do shares = shares or ownSources[source] == true end
  if members[index] ~= ARGV[1] and (other.deployment ~= own.deployment or not shares) then
    return members[index + 1]
  end
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('ZADD', KEYS[2], now + ARGV[3], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[3] * 10)
redis.call('PEXPIRE', KEYS[2], ARGV[3] * 10)
return false`;

interface DeploymentScripts {
  joinDeployment(
    members: string,
    alive: string,
    id: string,
    member: string,
    aliveMs: number,
  ): Promise<string | null>;
}

/**
 * The processes that share a prefix. Two deployments under one prefix would delete each other's
 * schedules and drop each other's articles; they are told apart by their name, and by having no source
 * in common. A process counts for `aliveMs` after its last `join`.
 */
export class Deployment {
  readonly #redis: RedisClient & DeploymentScripts;
  readonly #keys: Keys;
  readonly #damaged: DamagedValues;
  readonly #aliveMs: number;
  readonly #id = randomUUID();

  constructor(redis: RedisClient, keys: Keys, { aliveMs }: { aliveMs: number }) {
    redis.defineCommand('joinDeployment', { numberOfKeys: 2, lua: JOIN });
    this.#redis = redis as RedisClient & DeploymentScripts;
    this.#keys = keys;
    this.#damaged = new DamagedValues(redis, keys);
    this.#aliveMs = aliveMs;
  }

  /** Joins, or says again that we are there. Resolves to a member of another deployment, if there is one. */
  async join(member: DeploymentMember): Promise<DeploymentMember | undefined> {
    const stranger = await this.#redis.joinDeployment(
      this.#keys.deployment(),
      this.#keys.deploymentAlive(),
      this.#id,
      JSON.stringify(member),
      this.#aliveMs,
    );
    return stranger === null ? undefined : memberSchema.parse(JSON.parse(stranger));
  }

  /** All that are alive, ourselves too. */
  async members(): Promise<DeploymentMember[]> {
    const members = await this.#redis.hvals(this.#keys.deployment());
    const key = this.#keys.deployment();
    return members.flatMap((json) => this.#damaged.sound(json, key, memberSchema) ?? []);
  }

  async leave(): Promise<void> {
    await this.#redis
      .multi()
      .hdel(this.#keys.deployment(), this.#id)
      .zrem(this.#keys.deploymentAlive(), this.#id)
      .exec();
  }
}
