import type { Source } from '../config/schema.ts';
import { credentialsOf } from '../http/credentials.ts';
import type { Queues } from '../queue/queues.ts';
import type { AliasStore } from '../store/articles/aliases.ts';
import type { ArticleStore } from '../store/articles/articles.ts';
import type { Outbox } from '../store/articles/outbox.ts';
import type { EmptyLooks } from '../store/empty-looks.ts';
import type { FeedStore } from '../store/feeds.ts';
import type { HistoryStore } from '../store/history.ts';
import type { DestinationChange } from '../deliver/guard.ts';
import type { DestinationStore } from '../store/destinations/destinations.ts';
import type { DeliverySlots } from '../store/destinations/delivery-slots.ts';
import type { SentStore } from '../store/destinations/sent.ts';
import type { Deployment } from '../store/deployment.ts';
import type { FetchedPages } from '../store/fetched-pages.ts';
import type { Health } from '../store/health/health.ts';
import type { Route } from '../filter/route.ts';
import type { FilteredStore } from '../store/filtered.ts';
import type { HeldStore } from '../store/held.ts';
import type { TakedownStore } from '../store/takedowns.ts';
import type { PageShapes } from '../store/page-shapes.ts';
import type { TemplateLines } from '../store/template-lines.ts';
import type { RightsSignal } from '../terms/rights-signal.ts';
import type { Asker, PoliteFetch } from '../politeness/polite-fetch.ts';
import type { HostLimits } from '../politeness/host-budget.ts';

/** Something that its operator ought to know: what began, what ended, what was found. */
export interface Notice {
  /** `info` for what went well or is well again; `warn`, the default, for what began to fail or wait. */
  level?: 'info' | 'warn';
  sourceId?: string;
  /** Stable for machines, such as `low-confidence` or `feed-failing`. */
  change: string;
  message: string;
  feed?: string;
  article?: string;
  destination?: string;
  reason?: string;
  failures?: number;
  /** RFC 3339. */
  since?: string;
  next?: string;
}

/** Everything a processor works with; nothing is reached for, all of it is passed in. */
export interface Pipeline {
  sources: ReadonlyMap<string, Source>;
  /** The ids of renamed sources by those that they had before. */
  formerly: ReadonlyMap<string, string>;
  deployment: Deployment;
  /** The destinations, in the order of the config. */
  routes: readonly Route[];
  /** The name by which publishers address us in robots rules. */
  agent: string;
  fetch: PoliteFetch;
  /** What a page's site states about its pages in files of its own, as far as it was asked. */
  termsOf: (url: string) => Promise<RightsSignal[]>;
  /** What a host is granted where its source says nothing else. */
  perHost: HostLimits;
  feeds: FeedStore;
  articles: ArticleStore;
  outbox: Outbox;
  aliases: AliasStore;
  history: HistoryStore;
  emptyLooks: EmptyLooks;
  fetchedPages: FetchedPages;
  health: Health;
  held: HeldStore;
  filtered: FilteredStore;
  takedowns: TakedownStore;
  pageShapes: PageShapes;
  templateLines: TemplateLines;
  destinations: DestinationStore;
  sent: SentStore;
  deliverySlots: DeliverySlots;
  queues: Queues;
  /** Epoch milliseconds. */
  now: () => number;
  /** 0 up to 1. */
  random: () => number;
  /** Must not throw. */
  notice: (notice: Notice) => void;
  /** That a destination is put off, or back; must not throw. */
  tellDestination: (change: DestinationChange) => void;
}

/** How a job of this source asks its hosts. */
export function askerFor(
  source: Source,
  jobId: string,
  { perHost }: Pick<Pipeline, 'perHost'>,
): Asker {
  const { politeness } = source;
  return {
    jobId,
    limits: {
      concurrency: politeness?.concurrency ?? perHost.concurrency,
      spacingMs: politeness?.spacing ?? perHost.spacingMs,
    },
    robots: politeness?.robots ?? 'obey',
    credentials: credentialsOf(source),
  };
}
