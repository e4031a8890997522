import { cleanUrl } from '../clean-url.ts';
import type { LoadedConfig } from '../config/load.ts';
import type { Fetch } from '../http/fetch.ts';
import type { DestinationChange } from '../deliver/guard.ts';
import { productToken } from '../politeness/robots.ts';
import { Queues } from '../queue/queues.ts';
import type { WorkerOptions } from '../queue/worker.ts';
import { Outbox } from '../store/articles/outbox.ts';
import { AliasStore } from '../store/articles/aliases.ts';
import { ArticleStore } from '../store/articles/articles.ts';
import { Deployment } from '../store/deployment.ts';
import { DestinationStore } from '../store/destinations/destinations.ts';
import { EmptyLooks } from '../store/empty-looks.ts';
import { FeedStore } from '../store/feeds.ts';
import { FetchedPages } from '../store/fetched-pages.ts';
import { createHealth, type Health } from '../store/health/health.ts';
import { routesOf } from '../filter/route.ts';
import { DeliverySlots } from '../store/destinations/delivery-slots.ts';
import { SentStore } from '../store/destinations/sent.ts';
import { FilteredStore } from '../store/filtered.ts';
import { HeldStore } from '../store/held.ts';
import { HistoryStore } from '../store/history.ts';
import { createHostBudget, type HostBudget } from '../politeness/host-budget.ts';
import { Keys } from '../store/keys.ts';
import { PageShapes } from '../store/page-shapes.ts';
import { TemplateLines } from '../store/template-lines.ts';
import { createPoliteFetch, knownTerms } from '../politeness/polite-fetch.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { createRobotsStore, createTermsStore } from '../politeness/site-file-store.ts';
import { TakedownStore } from '../store/takedowns.ts';
import type { Notice, Pipeline } from '../processors/pipeline.ts';

/** What a pipeline is given besides its config and its Redis. */
export interface PipelineParts {
  fetch: Fetch;
  now: () => number;
  random: () => number;
  onNotice?: (notice: Notice) => void;
  onDestination?: (change: DestinationChange) => void;
  /** Makes spans of what the queues carry. */
  telemetry?: WorkerOptions['telemetry'];
  /** Where they are not shared through Redis. */
  budget?: HostBudget;
  queues?: Queues;
}

/** Everything that processors work with, on one connection. */
export function createPipeline(
  config: LoadedConfig,
  redis: RedisClient,
  parts: PipelineParts,
): Pipeline {
  const { fetch, now, random, onNotice, onDestination, telemetry } = parts;
  const { prefix, takeover } = config.queue;
  const { concurrency, spacing: spacingMs } = config.http.perHost;
  const keys = new Keys(prefix);
  const health = createHealth(redis, keys);
  // A lease on a host or on its robots.txt outlives the longest fetch.
  const leaseMs = config.http.timeout + takeover / 2;
  const takenDown = config.takedowns.map((name) => cleanUrl(name) ?? name.toLowerCase());
  const agent = productToken(config.http.userAgent);
  const siteFiles = {
    robots: createRobotsStore(redis, { prefix, leaseMs }),
    terms: createTermsStore(redis, { prefix, leaseMs }),
  };
  return {
    sources: new Map(config.sources.map((source) => [source.id, source])),
    formerly: renamed(config),
    deployment: new Deployment(redis, keys, { aliveMs: 2 * takeover }),
    routes: routesOf(config.destinations, config.site),
    agent,
    fetch: createPoliteFetch({
      fetch,
      budget: parts.budget ?? createHostBudget(redis, { prefix, leaseMs }),
      ...siteFiles,
      productToken: agent,
      now,
    }),
    termsOf: (url) => knownTerms(siteFiles, url),
    perHost: { concurrency, spacingMs },
    feeds: new FeedStore(redis, keys, { leaseMs: 2 * leaseMs }),
    ...memoryOfArticles(redis, keys, health),
    ...memoryOfVisits(redis, keys),
    health,
    held: new HeldStore(redis, keys),
    filtered: new FilteredStore(redis, keys),
    takedowns: new TakedownStore(redis, keys, takenDown),
    templateLines: new TemplateLines(redis, keys),
    ...memoryOfDeliveries(redis, keys),
    queues: parts.queues ?? new Queues(redis, prefix, config.destinations, telemetry),
    now,
    random,
    notice: onNotice ?? (() => {}),
    tellDestination: onDestination ?? (() => {}),
  };
}

/** The ids of renamed sources by those that they had before. */
function renamed({ sources }: LoadedConfig): Map<string, string> {
  return new Map(
    sources.flatMap(({ id, formerly = [] }) => formerly.map((former) => [former, id])),
  );
}

/** What is known of each article. */
function memoryOfArticles(
  redis: RedisClient,
  keys: Keys,
  { recent, flow }: Health,
): Pick<Pipeline, 'articles' | 'outbox' | 'aliases' | 'history'> {
  return {
    articles: new ArticleStore(redis, keys, recent),
    outbox: new Outbox(redis, keys),
    aliases: new AliasStore(redis, keys),
    history: new HistoryStore(redis, keys, flow),
  };
}

/** What was sent where, and how that went. */
function memoryOfDeliveries(
  redis: RedisClient,
  keys: Keys,
): Pick<Pipeline, 'destinations' | 'sent' | 'deliverySlots'> {
  return {
    destinations: new DestinationStore(redis, keys),
    sent: new SentStore(redis, keys),
    deliverySlots: new DeliverySlots(redis, keys),
  };
}

/** What visits to pages leave for the next ones. */
function memoryOfVisits(
  redis: RedisClient,
  keys: Keys,
): Pick<Pipeline, 'emptyLooks' | 'fetchedPages' | 'pageShapes'> {
  return {
    emptyLooks: new EmptyLooks(redis, keys),
    fetchedPages: new FetchedPages(redis, keys),
    pageShapes: new PageShapes(redis, keys),
  };
}
