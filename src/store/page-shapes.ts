import type { RedisClient } from '../redis/redis-client.ts';
import type { Keys } from './keys.ts';
import { LIFETIMES } from './lifetimes.ts';

/** What one page looked like to the scraper. */
export interface PageShape {
  /** 0 to 1; null for a page that could not be read as an article. */
  confidence: number | null;
  unmatchedRules: string[];
}

/** The pages that are remembered of each source. */
export const REMEMBERED_PAGES = 120;

/** What each source's last pages looked like, so that a change of its site is noticed. */
export class PageShapes {
  readonly #redis: RedisClient;
  readonly #keys: Keys;

  constructor(redis: RedisClient, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  /** Adds a page; resolves to the source's last pages, newest first, in the same round trip. */
  async add(sourceId: string, shape: PageShape): Promise<PageShape[]> {
    const key = this.#keys.pageShapes(sourceId);
    const replies = await this.#redis
      .multi()
      .lpush(key, written(shape))
      .ltrim(key, 0, REMEMBERED_PAGES - 1)
      .expire(key, LIFETIMES.pageShapes)
      .lrange(key, 0, -1)
      .exec();
    const [error, shapes] = replies?.[3] ?? [];
    if (error) throw error;
    return parse(shapes as string[]);
  }

  /** Newest first. */
  async of(sourceId: string): Promise<PageShape[]> {
    return parse(await this.#redis.lrange(this.#keys.pageShapes(sourceId), 0, -1));
  }

  /** True for the first who asks in a day: the one to tell it. */
  async claimTelling(sourceId: string, change: string): Promise<boolean> {
    const key = this.#keys.shapeTold(sourceId, change);
    return (await this.#redis.set(key, '1', 'EX', LIFETIMES.shapeTold, 'NX')) === 'OK';
  }
}

// Read whole with every page, so kept as short as can be: the confidence, then the rules' names.
function written({ confidence, unmatchedRules }: PageShape): string {
  return [confidence ?? '', ...unmatchedRules].join(' ');
}

function parse(shapes: string[]): PageShape[] {
  return shapes.map((shape) => {
    const [confidence = '', ...unmatchedRules] = shape.split(' ');
    return { confidence: confidence === '' ? null : Number(confidence), unmatchedRules };
  });
}
