import { masters, type RedisClient } from './redis-client.ts';

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
