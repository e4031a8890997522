import type { Source } from '../config/schema.ts';
import type { Fetch } from '../http/fetch.ts';
import type { Queues } from '../queue/queues.ts';
import type { ArticleStore } from '../store/articles.ts';
import type { FeedStore } from '../store/feeds.ts';
import type { HostBudget } from '../store/host-budget.ts';

/** Everything a processor works with; nothing is reached for, all of it is passed in. */
export interface Pipeline {
  sources: ReadonlyMap<string, Source>;
  byline: string;
  fetch: Fetch;
  budget: HostBudget;
  feeds: FeedStore;
  articles: ArticleStore;
  queues: Queues;
  /** Epoch milliseconds. */
  now: () => number;
  /** 0 up to 1. */
  random: () => number;
}
