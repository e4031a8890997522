import { createHash } from 'node:crypto';
import type { RedisClient } from '../redis/redis-client.ts';

export interface HostLimits {
  /** Requests under way at once. */
  concurrency: number;
  /** From the start of one request to the start of the next. */
  spacingMs: number;
}

export interface SlotRequest {
  /** See `hostKey`. */
  host: string;
  /** The job: whoever comes back under the same name holds the place it was given. */
  holder: string;
  limits: HostLimits;
  nowMs: number;
  /** Take the next free slot ahead of those who wait: for polls and robots.txt, which others hang on. */
  isUrgent?: boolean | undefined;
}

export type Slot =
  /** The request may start now; `release` when it has ended. */
  | { kind: 'go' }
  /** A place is kept: come back at this time, and not before. */
  | { kind: 'wait'; untilMs: number };

/**
 * One budget per host over all worker processes. Whoever cannot start now is told once when its turn
 * comes, from its place in the queue, so that ten thousand jobs of one host do not contend for it.
 * The time told holds unless the host turns out slower than it was or is throttled meanwhile; then
 * the answer on return is another time, by the place as it is now.
 */
export interface HostBudget {
  reserveSlot(request: SlotRequest): Promise<Slot>;
  /** The request has ended, well or badly: its lease is free and its duration known. */
  release(host: string, holder: string, nowMs: number): Promise<void>;
  /** No request to the host before `untilMs`: it answered Retry-After. */
  throttleHost(host: string, untilMs: number, nowMs: number): Promise<void>;
}

export interface HostBudgetOptions {
  /** Of every key: the queue prefix. */
  prefix: string;
  /** After this long a lease counts as its worker's death; longer than any fetch may take. */
  leaseMs: number;
}

/** One name for one host: without `www.`, trailing dot and port, in lower case and punycode. */
export function hostKey(url: URL): string {
  return url.hostname.replace(/\.$/, '').replace(/^www\.(?=.*\.)/, '');
}

export function createHostBudget(redis: RedisClient, options: HostBudgetOptions): HostBudget {
  const { prefix, leaseMs } = options;
  // The braces put all keys of a host into one slot of a Redis Cluster.
  const keysOf = (host: string) =>
    ['queue', 'due', 'leases', 'pace'].map((name) => `${prefix}:host:{${host}}:${name}`);

  return {
    async reserveSlot({ host, holder, limits, nowMs, isUrgent = false }) {
      const { concurrency, spacingMs } = limits;
      const values = [holder, nowMs, leaseMs, concurrency, spacingMs, isUrgent ? 1 : 0];
      const untilMs = await run(redis, reserveScript, keysOf(host), values);
      return untilMs === null ? { kind: 'go' } : { kind: 'wait', untilMs: Number(untilMs) };
    },
    async release(host, holder, nowMs) {
      await run(redis, releaseScript, keysOf(host), [holder, nowMs, leaseMs]);
    },
    async throttleHost(host, untilMs, nowMs) {
      await run(redis, throttleScript, keysOf(host), [untilMs, nowMs]);
    },
  };
}

interface Script {
  text: string;
  sha: string;
}

const asScript = (text: string): Script => ({
  text,
  sha: createHash('sha1').update(text).digest('hex'),
});

async function run(
  redis: RedisClient,
  script: Script,
  keys: string[],
  values: (string | number)[],
) {
  try {
    return await redis.evalsha(script.sha, keys.length, ...keys, ...values);
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
    return await redis.eval(script.text, keys.length, ...keys, ...values);
  }
}

// The keys of one host, each gone a day after it was last of use:
//   queue   zset  holder → its place: a running number; far below zero for urgent ones
//   due     zset  holder → the time it was told, to find those who never come back
//   leases  zset  holder → when its lease runs out
//   pace    hash  lastStart, throttledUntil, holdMs (how long a request takes, averaged), places
const SHARED_LUA = `
local queue, due, leases, pace = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local dayMs = 86400000
local function keep(untilMs, now)
  for _, key in ipairs(KEYS) do redis.call('PEXPIRE', key, math.max(untilMs - now, 0) + dayMs) end
end
local function paceOf(name, default)
  return tonumber(redis.call('HGET', pace, name) or default)
end
`;

const reserveScript = asScript(`${SHARED_LUA}
local holder = ARGV[1]
local now, leaseMs, concurrency = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local spacing, isUrgent = tonumber(ARGV[5]), ARGV[6] == '1'

-- A lease that ran out is a worker that died; one of our own is a run before this one.
redis.call('ZREMRANGEBYSCORE', leases, '-inf', now)
redis.call('ZREM', leases, holder)
-- Who is an hour late was removed from the queue of jobs.
for _, lost in ipairs(redis.call('ZRANGEBYSCORE', due, '-inf', now - 3600000, 'LIMIT', 0, 100)) do
  redis.call('ZREM', queue, lost)
  redis.call('ZREM', due, lost)
end

local holdMs = paceOf('holdMs', 500)
local free = math.max(now, paceOf('throttledUntil', 0), paceOf('lastStart', -spacing) + spacing)
if redis.call('ZCARD', leases) >= concurrency then
  local oldestEnd = tonumber(redis.call('ZRANGE', leases, 0, 0, 'WITHSCORES')[2])
  free = math.max(free, oldestEnd - leaseMs + holdMs, now + 50)
end

local place = redis.call('ZRANK', queue, holder)
local mayPass = place or isUrgent or redis.call('ZCARD', queue) == 0
if mayPass and free <= now then
  redis.call('ZREM', queue, holder)
  redis.call('ZREM', due, holder)
  redis.call('ZADD', leases, now + leaseMs, holder)
  redis.call('HSET', pace, 'lastStart', now)
  keep(now + leaseMs, now)
  return false
end

if not place then
  local number = redis.call('HINCRBY', pace, 'places', 1)
  redis.call('ZADD', queue, isUrgent and number - 2 ^ 40 or number, holder)
  place = redis.call('ZRANK', queue, holder)
end
-- A tenth more than the pace that is possible: jobs come a little late, and urgent ones in between,
-- without pushing all who wait behind them off their times.
local step = math.max(spacing, holdMs / concurrency) * 1.1
local start = math.ceil(free + place * step)
redis.call('ZADD', due, start, holder)
keep(start, now)
return string.format('%.0f', start)
`);

const releaseScript = asScript(`${SHARED_LUA}
local holder, now, leaseMs = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local leaseEnd = redis.call('ZSCORE', leases, holder)
if leaseEnd then
  redis.call('ZREM', leases, holder)
  local heldMs = math.max(now - (tonumber(leaseEnd) - leaseMs), 0)
  redis.call('HSET', pace, 'holdMs', math.floor(paceOf('holdMs', heldMs) * 0.8 + heldMs * 0.2))
end
`);

const throttleScript = asScript(`${SHARED_LUA}
local untilMs, now = tonumber(ARGV[1]), tonumber(ARGV[2])
redis.call('HSET', pace, 'throttledUntil', math.max(untilMs, paceOf('throttledUntil', 0)))
keep(untilMs, now)
`);
