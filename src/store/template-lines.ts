import type { RedisClient } from '../redis/redis-client.ts';
import { shortHash } from '../short-hash.ts';
import type { Keys } from './keys.ts';
import { LIFETIMES } from './lifetimes.ts';

/** The lines of one page. */
export interface PageLines {
  /** A short name of the page's address. */
  page: string;
  lineKeys: string[];
}

/** The pages that are remembered of each source; with two dozen keys each, about 6 KB a source. */
export const PAGES_WITH_LINES = 30;
/** Two stories may end alike; a template does so on page after page. */
const MIN_PAGES = 3;
const PAGE_CHARACTERS = 8;

const pageName = (address: string): string => shortHash(address).slice(0, PAGE_CHARACTERS);

/** The keys of lines that stand on several pages besides that of `address`. */
export function linesOnOthers(pages: readonly PageLines[], address: string): Set<string> {
  const own = pageName(address);
  const latest = new Map(pages.toReversed().map(({ page, lineKeys }) => [page, lineKeys]));
  const times = new Map<string, number>();
  for (const [page, lineKeys] of latest) {
    if (page === own) continue;
    for (const key of new Set(lineKeys)) times.set(key, (times.get(key) ?? 0) + 1);
  }
  return new Set(
    [...times].filter(([, pagesWithIt]) => pagesWithIt >= MIN_PAGES).map(([key]) => key),
  );
}

/** What each source's last pages had in the same places, by which its template is known. */
export class TemplateLines {
  readonly #redis: RedisClient;
  readonly #keys: Keys;

  constructor(redis: RedisClient, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  /** Newest first. */
  async of(sourceId: string): Promise<PageLines[]> {
    const pages = await this.#redis.lrange(this.#keys.templateLines(sourceId), 0, -1);
    return pages.map((written) => {
      const [page = '', ...lineKeys] = written.split(' ');
      return { page, lineKeys };
    });
  }

  /** `known` is what `of` gave: a page that is read again as it was takes no other's room. */
  async remember(
    sourceId: string,
    { address, lineKeys }: { address: string; lineKeys: readonly string[] },
    known: readonly PageLines[],
  ): Promise<void> {
    const written = [pageName(address), ...lineKeys].join(' ');
    if (known.some((one) => [one.page, ...one.lineKeys].join(' ') === written)) return;
    const key = this.#keys.templateLines(sourceId);
    await this.#redis
      .multi()
      .lpush(key, written)
      .ltrim(key, 0, PAGES_WITH_LINES - 1)
      .expire(key, LIFETIMES.templateLines)
      .exec();
  }
}
