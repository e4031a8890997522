import type { RedisClient } from '../../redis/redis-client.ts';

// Compare and set: writes a revision together with the intent to enqueue it, unless another worker
// has written one meanwhile. Between remembering and enqueueing there is no gap to fall into.
const SAVE_REVISION = `
if (redis.call('HGET', KEYS[1], 'revision') or '') ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], unpack(ARGV, 5))
redis.call('EXPIRE', KEYS[1], ARGV[2])
redis.call('ZADD', KEYS[2], ARGV[3], ARGV[4])
return 1`;

// The run of the server, which is another after every start; none where scripts may not ask.
const RUN = `
local info = redis.pcall('INFO', 'server')
local run = type(info) == 'string' and info:match('run_id:(%x+)') or ''`;

const SERVER_RUN = `${RUN}
return run`;

// The intent is done only if no newer revision was written since, and by the server that took the job: a
// client repeats what was under way when its connection broke, and a server that crashed meanwhile may
// have lost the job.
const CLEAR_INTENT = `${RUN}
if run ~= ARGV[3] then return 0 end
if redis.call('HGET', KEYS[1], 'revision') ~= ARGV[1] then return 0 end
return redis.call('ZREM', KEYS[2], ARGV[2])`;

// Of an article that is remembered; nothing is left behind of one that is not.
const SAVE_FIELD_IF_KNOWN = `
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
return redis.call('EXPIRE', KEYS[1], ARGV[3])`;

export interface ArticleScripts {
  saveRevision(article: string, outbox: string, ...values: (string | number)[]): Promise<number>;
  serverRun(article: string): Promise<string>;
  clearIntent(article: string, outbox: string, ...values: (string | number)[]): Promise<number>;
  saveFieldIfKnown(article: string, ...values: (string | number)[]): Promise<number>;
}

/** The client, with the commands that change an article in one step. */
export function withArticleScripts(redis: RedisClient): RedisClient & ArticleScripts {
  redis.defineCommand('saveRevision', { numberOfKeys: 2, lua: SAVE_REVISION });
  redis.defineCommand('serverRun', { numberOfKeys: 1, lua: SERVER_RUN });
  redis.defineCommand('clearIntent', { numberOfKeys: 2, lua: CLEAR_INTENT });
  redis.defineCommand('saveFieldIfKnown', { numberOfKeys: 1, lua: SAVE_FIELD_IF_KNOWN });
  return redis as RedisClient & ArticleScripts;
}
