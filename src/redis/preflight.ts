import { PermanentError } from '../errors.ts';
import { masters, type RedisClient } from './redis-client.ts';
import { INFO_REFUSED, isRefusal } from './without-info.ts';

/** What is wrong with a Redis: unsafe ones lose jobs, a caution is for the operator to weigh. */
export interface RedisFault {
  kind: 'unsafe' | 'caution';
  /** What is wrong and how to mend it. */
  message: string;
}

/** The lines of INFO as a record. */
export function parseInfo(info: string): Record<string, string> {
  const lines = info.split(/\r?\n/).filter((line) => line.includes(':'));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
  );
}

const OLDEST = [6, 2] as const;

/** Pure: judges one server by its INFO. */
export function faultsOf(info: Record<string, string>): RedisFault[] {
  if (INFO_REFUSED in info) {
    const message =
      'Redis does not let this user ask how it is set up (INFO); see for yourself that it deletes no jobs (maxmemory-policy noeviction) and keeps them over a crash (appendonly yes)';
    return [{ kind: 'caution', message }];
  }
  const faults: RedisFault[] = [];
  // Compatible engines state the version of Redis that they keep to.
  const version = info['redis_version'] ?? '';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (version !== '' && (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]))) {
    const message = `Redis ${version} is too old: the queues need 6.2 or later; upgrade it`;
    faults.push({ kind: 'unsafe', message });
  }
  const policy = info['maxmemory_policy'] ?? 'noeviction';
  if (policy !== 'noeviction') {
    const mend =
      'run `redis-cli CONFIG SET maxmemory-policy noeviction` and write the same into redis.conf';
    const message = `Redis deletes jobs when its memory is full (maxmemory-policy ${policy}); ${mend}`;
    faults.push({ kind: 'unsafe', message });
  }
  if (info['aof_enabled'] === '0') {
    const mend =
      'run `redis-cli CONFIG SET appendonly yes` and write the same into redis.conf, unless losing it is fine';
    const message = `Redis forgets everything since its last snapshot when it crashes (appendonly no); ${mend}`;
    faults.push({ kind: 'caution', message });
  }
  return faults;
}

/** Looks at every server that holds keys; each fault is named once. */
export async function inspectRedis(redis: RedisClient): Promise<RedisFault[]> {
  const infos = await Promise.all(masters(redis).map((master) => master.info()));
  const faults = infos.flatMap((info) => faultsOf(parseInfo(info)));
  return [...new Map(faults.map((fault) => [fault.message, fault])).values()];
}

/**
 * Tries what all the work is made of: the database of the config, a write under our prefix, a script.
 * Throws `PermanentError` `redis-refused` for what Redis refuses this user, with the mend.
 */
export async function tryRedis(redis: RedisClient, prefix: string): Promise<void> {
  const database = redis.isCluster ? 0 : ((redis.options as { db?: number }).db ?? 0);
  const key = `${prefix}:{preflight}`;
  const tries = [
    // A connection whose SELECT failed goes on in database 0.
    ...(database === 0 ? [] : [() => masters(redis)[0]!.select(database)]),
    // The queues name their connections.
    () => masters(redis)[0]!.client('SETNAME', 'newsrelay'),
    () => redis.set(key, '1', 'PX', 1_000),
    () => redis.eval("return redis.call('GET', KEYS[1])", 1, key),
  ];
  for (const attempt of tries) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- one builds on the other
      await attempt();
    } catch (error) {
      throw redisRefusal(error, database, prefix) ?? error;
    }
  }
}

function redisRefusal(
  error: unknown,
  database: number,
  prefix: string,
): PermanentError | undefined {
  if (!(error instanceof Error)) return undefined;
  const said = `Redis answered "${error.message}"`;
  if (/DB index is out of range|invalid DB index|SELECT is not allowed/i.test(error.message)) {
    const mend = 'write 0 at the end of redis.url, or raise `databases` in redis.conf';
    const told = `redis.url names database ${database}, which this Redis does not have: ${said}; ${mend}`;
    return new PermanentError('redis-refused', told, { cause: error });
  }
  if (!isRefusal(error)) return undefined;
  const mend = `give the user of redis.url these rights: ACL SETUSER <user> ~${prefix}:* &* +@all -@admin -@dangerous; where the host offers no scripts (EVAL, EVALSHA) the queues cannot work on it`;
  return new PermanentError('redis-refused', `${said}; ${mend}`, { cause: error });
}
