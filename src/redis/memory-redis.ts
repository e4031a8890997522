import type { RedisClient } from './redis-client.ts';

type Text = string | number;
type Score = [member: string, score: number];

/** Scripts that decide, as they are written for Redis in Lua: the same in here, by the name they are defined under. */
type Scripts = Record<string, (redis: MemoryRedis, ...values: Text[]) => Text | null>;

const SCRIPTS: Scripts = {
  // Nobody else is there to poll a feed at the same time.
  leaseFeed: (redis, feed) => redis.hash(String(feed)).get('state') ?? '',
  saveFeed: (redis, feed, _lease, _value, _lifetime, ...fields) => redis.put(String(feed), fields),
  releaseLease(redis, lease) {
    void redis.del(String(lease));
    return null;
  },
  saveRevision(redis, article, outbox, before, _lifetime, atMs, id, ...fields) {
    if ((redis.hash(String(article)).get('revision') ?? '') !== String(before)) return 0;
    redis.put(String(article), fields);
    redis.scores(String(outbox)).set(String(id), Number(atMs));
    return 1;
  },
  serverRun: () => 'memory',
  clearIntent: (redis, _article, outbox, _revision, id) =>
    Number(redis.scores(String(outbox)).delete(String(id))),
  saveFieldIfKnown(redis, article, field, value) {
    if (redis.hash(String(article)).size === 0) return 0;
    return redis.put(String(article), [field, value]);
  },
  // Kept for status alone, which nobody asks of a memory that ends with its process.
  noteRecent: () => null,
  notePulse: () => null,
  notePageTrouble: () => 1,
};

/**
 * A Redis of one process, for as long as that lasts: what a pass remembers while it only says what it would do. It
 * knows the commands that polling, scraping and republishing take, and nothing expires in it.
 */
export class MemoryRedis {
  readonly status = 'ready';
  readonly isCluster = false;
  readonly #texts = new Map<string, string>();
  readonly #hashes = new Map<string, Map<string, string>>();
  readonly #lists = new Map<string, string[]>();
  readonly #scores = new Map<string, Map<string, number>>();

  /** As a connection that stores can work with. */
  static client(): RedisClient {
    return new MemoryRedis() as unknown as RedisClient;
  }

  on(): void {}

  defineCommand(name: string): void {
    const script = SCRIPTS[name];
    const command = async (...values: Text[]) => {
      if (!script) throw new TypeError(`${name} is not known without a Redis`);
      return script(this, ...values);
    };
    Object.assign(this, { [name]: command, [`${name}Buffer`]: command });
  }

  hash(key: string): Map<string, string> {
    return entryOf(this.#hashes, key, () => new Map<string, string>());
  }

  scores(key: string): Map<string, number> {
    return entryOf(this.#scores, key, () => new Map<string, number>());
  }

  put(key: string, fields: readonly Text[]): number {
    for (let at = 0; at < fields.length; at += 2) {
      this.hash(key).set(String(fields[at]), String(fields[at + 1]));
    }
    return 1;
  }

  async time(): Promise<[number, number]> {
    const nowMs = Date.now();
    return [Math.floor(nowMs / 1_000), (nowMs % 1_000) * 1_000];
  }

  async get(key: string): Promise<string | null> {
    return this.#texts.get(key) ?? null;
  }

  async set(key: string, value: Text, ...options: Text[]): Promise<'OK' | null> {
    if (options.includes('NX') && this.#texts.has(key)) return null;
    this.#texts.set(key, String(value));
    return 'OK';
  }

  async del(...keys: string[]): Promise<number> {
    const maps = [this.#texts, this.#hashes, this.#lists, this.#scores];
    return keys.filter((key) => maps.map((map) => map.delete(key)).includes(true)).length;
  }

  async unlink(...keys: string[]): Promise<number> {
    return await this.del(...keys);
  }

  async expire(): Promise<number> {
    return 1;
  }

  async hset(key: string, ...fields: [Record<string, Text>] | Text[]): Promise<number> {
    const [first] = fields;
    return this.put(
      key,
      typeof first === 'object' ? Object.entries(first).flat() : (fields as Text[]),
    );
  }

  async hget(key: string, field: string): Promise<string | null> {
    return this.hash(key).get(field) ?? null;
  }

  async hmget(key: string, ...fields: string[]): Promise<(string | null)[]> {
    return fields.map((field) => this.hash(key).get(field) ?? null);
  }

  async hgetall(key: string): Promise<Record<string, string>> {
    return Object.fromEntries(this.hash(key));
  }

  async hexists(key: string, field: string): Promise<number> {
    return Number(this.hash(key).has(field));
  }

  async hdel(key: string, ...fields: string[]): Promise<number> {
    return fields.filter((field) => this.hash(key).delete(field)).length;
  }

  async hincrby(key: string, field: string, many: number): Promise<number> {
    const sum = Number(this.hash(key).get(field) ?? 0) + many;
    this.hash(key).set(field, String(sum));
    return sum;
  }

  async lpush(key: string, ...values: Text[]): Promise<number> {
    return this.#list(key).unshift(...values.map(String).toReversed());
  }

  async rpush(key: string, ...values: Text[]): Promise<number> {
    return this.#list(key).push(...values.map(String));
  }

  async lrange(key: string, start: number, end: number): Promise<string[]> {
    return ranged(this.#list(key), start, end);
  }

  async ltrim(key: string, start: number, end: number): Promise<'OK'> {
    this.#lists.set(key, ranged(this.#list(key), start, end));
    return 'OK';
  }

  async spop(): Promise<string[]> {
    return [];
  }

  async zadd(key: string, ...values: Text[]): Promise<number> {
    const [score, member] = values.slice(-2);
    const before = this.scores(key).get(String(member));
    const isKept = values.includes('LT') && before !== undefined && before <= Number(score);
    if (!isKept) this.scores(key).set(String(member), Number(score));
    return Number(before === undefined);
  }

  async zrange(key: string, start: Text, end: Text, ...options: Text[]): Promise<string[]> {
    const found = ranged(this.#sorted(key), Number(start), Number(end));
    return found.flatMap(([member, score]) =>
      options.includes('WITHSCORES') ? [member, String(score)] : [member],
    );
  }

  async zrem(key: string, ...members: string[]): Promise<number> {
    return members.filter((member) => this.scores(key).delete(member)).length;
  }

  async zremrangebyscore(key: string, least: Text, most: Text): Promise<number> {
    const old = this.#sorted(key).filter(
      ([, score]) => score >= Number(least) && score <= Number(most),
    );
    return await this.zrem(key, ...old.map(([member]) => member));
  }

  async zremrangebyrank(): Promise<number> {
    return 0;
  }

  /** The commands of a transaction, done one after the other when it is executed. */
  multi(): Record<string, (...values: unknown[]) => unknown> {
    const asked: [name: string, values: unknown[]][] = [];
    const transaction: Record<string, (...values: unknown[]) => unknown> = new Proxy(
      {},
      {
        get: (_target, name: string) =>
          name === 'exec'
            ? async () => await this.#inOrder(asked)
            : (...values: unknown[]) => {
                asked.push([name, values]);
                return transaction;
              },
      },
    );
    return transaction;
  }

  async #inOrder(asked: readonly [string, unknown[]][]): Promise<[null, unknown][]> {
    const replies: [null, unknown][] = [];
    for (const [name, values] of asked) {
      const command = (this as unknown as Record<string, (...all: unknown[]) => unknown>)[name];
      replies.push([null, await command!.apply(this, values)]);
    }
    return replies;
  }

  #list(key: string): string[] {
    return entryOf(this.#lists, key, () => []);
  }

  #sorted(key: string): Score[] {
    return [...this.scores(key)].toSorted(([a, low], [b, high]) => low - high || (a < b ? -1 : 1));
  }
}

function entryOf<T>(all: Map<string, T>, key: string, made: () => T): T {
  const known = all.get(key);
  if (known !== undefined) return known;
  const entry = made();
  all.set(key, entry);
  return entry;
}

/** From one place to another, both included; below zero counted from the end. */
function ranged<T>(all: readonly T[], start: number, end: number): T[] {
  const after = end < 0 ? all.length + end + 1 : end + 1;
  return all.slice(start, after);
}
