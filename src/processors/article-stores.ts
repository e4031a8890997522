import { AliasStore } from '../store/aliases.ts';
import { ArticleStore } from '../store/articles.ts';
import { FetchedPages } from '../store/fetched-pages.ts';
import { HeldStore } from '../store/held.ts';
import { HistoryStore } from '../store/history.ts';
import type { Keys } from '../store/keys.ts';
import { PageShapes } from '../store/page-shapes.ts';
import type { RedisClient } from '../store/redis-client.ts';

/** All that is remembered of articles and of the pages they were found on. */
export function articleStores(redis: RedisClient, keys: Keys) {
  return {
    articles: new ArticleStore(redis, keys),
    aliases: new AliasStore(redis, keys),
    history: new HistoryStore(redis, keys),
    held: new HeldStore(redis, keys),
    fetchedPages: new FetchedPages(redis, keys),
    pageShapes: new PageShapes(redis, keys),
  };
}
