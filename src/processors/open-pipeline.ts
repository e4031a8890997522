import type { LoadedConfig } from '../config/load.ts';
import type { Fetch } from '../http/fetch.ts';
import { commandConnection, workerConnection, type Connection } from '../queue/connection.ts';
import { JobResults } from '../queue/job-results.ts';
import { Queues } from '../queue/queues.ts';
import { dropOfRemovedSources } from '../queue/quarantine.ts';
import { reconcileSchedulers } from '../queue/schedule.ts';
import { POLL, SCRAPE } from '../queue/topology.ts';
import { startWorker, type RunningWorker, type WorkerOptions } from '../queue/worker.ts';
import { AliasStore } from '../store/aliases.ts';
import { ArticleStore } from '../store/articles.ts';
import { FeedStore } from '../store/feeds.ts';
import { HistoryStore } from '../store/history.ts';
import { productToken } from '../http/robots.ts';
import { createHostBudget } from '../store/host-budget.ts';
import { createPoliteFetch } from '../store/polite-fetch.ts';
import { createRobotsStore } from '../store/robots-store.ts';
import { Keys, wipe } from '../store/keys.ts';
import type { Pipeline } from './pipeline.ts';
import { pollFeed } from './poll.ts';
import { recheckArticle } from './recheck-article.ts';
import { reconcileOutbox } from './republish.ts';
import { scrapePage } from './scrape.ts';

/** What a process can be for; the site's own consumers do the rest. */
export const roles = ['poll', 'scrape', 'deliver'] as const;
export type Role = (typeof roles)[number];

export interface PipelineDependencies {
  redisUrl: string;
  fetch: Fetch;
  now: () => number;
  random: () => number;
  onTrouble: WorkerOptions['onTrouble'];
  onHeld?: Pipeline['onHeld'];
}

// Waiting for the network is most of a poll's time and much of a scrape's, so that one process works
// on many at once; parsing itself keeps one core busy.
const CONCURRENCY: Record<Role, number> = { poll: 50, scrape: 20, deliver: 10 };

const RECONCILE_MS = 30_000;

// A lease on a host outlives the longest fetch.
const LEASE_MARGIN_MS = 30_000;

/** The pipeline on a live Redis, with its connections and workers. Dispose of it to stop everything. */
export class OpenPipeline implements AsyncDisposable {
  readonly pipeline: Pipeline;
  readonly #prefix: string;
  readonly #onTrouble: WorkerOptions['onTrouble'];
  readonly #redisUrl: string;
  readonly #redis: Connection;
  readonly #connections: Connection[] = [];
  readonly #workers: RunningWorker[] = [];
  #reconciler: NodeJS.Timeout | undefined;

  constructor(config: LoadedConfig, dependencies: PipelineDependencies) {
    const { redisUrl, fetch, now, random, onTrouble, onHeld } = dependencies;
    this.#redisUrl = redisUrl;
    this.#onTrouble = onTrouble;
    this.#prefix = config.queue.prefix;
    const redis = this.#connect(commandConnection);
    this.#redis = redis;
    const { prefix } = config.queue;
    const keys = new Keys(prefix);
    this.pipeline = {
      sources: new Map(config.sources.map((source) => [source.id, source])),
      byline: config.site.byline,
      fetch: createPoliteFetch({
        fetch,
        budget: createHostBudget(redis, { prefix, leaseMs: config.http.timeout + LEASE_MARGIN_MS }),
        robots: createRobotsStore(redis, { prefix }),
        productToken: productToken(config.http.userAgent),
        now,
      }),
      perHost: {
        concurrency: config.http.perHost.concurrency,
        spacingMs: config.http.perHost.spacing,
      },
      feeds: new FeedStore(redis, keys),
      articles: new ArticleStore(redis, keys),
      aliases: new AliasStore(redis, keys),
      history: new HistoryStore(redis, keys),
      queues: new Queues(redis, prefix),
      now,
      random,
      onHeld,
    };
  }

  #connect(open: (url: string) => Connection): Connection {
    const connection = open(this.#redisUrl);
    connection.on('error', (error: Error) => this.#onTrouble({ error }));
    this.#connections.push(connection);
    return connection;
  }

  /** Makes the feeds' schedulers those of the config, and forgets what failed of removed sources. */
  async schedule(): Promise<{ scheduled: number; removed: number }> {
    const { queues, sources, now } = this.pipeline;
    await dropOfRemovedSources([queues.poll, queues.scrape], (id) => sources.has(id));
    return await reconcileSchedulers(queues.poll, [...sources.values()], now());
  }

  /** Starts the workers of these roles; the one that scrapes also finishes what a crash left. */
  async work(wanted: readonly Role[]): Promise<void> {
    const options = (role: Role): WorkerOptions => ({
      connection: this.#connect(workerConnection),
      prefix: this.#prefix,
      concurrency: CONCURRENCY[role],
      onTrouble: this.#onTrouble,
    });
    const { pipeline } = this;
    if (wanted.includes('poll')) {
      this.#workers.push(
        startWorker(POLL, (data, job) => pollFeed(data, job, pipeline), options('poll')),
      );
    }
    if (wanted.includes('scrape')) {
      await reconcileOutbox(pipeline);
      this.#reconciler = setInterval(() => {
        reconcileOutbox(pipeline).catch((error: unknown) => {
          this.#onTrouble({ error: error instanceof Error ? error : new Error(String(error)) });
        });
      }, RECONCILE_MS);
      this.#workers.push(
        startWorker(
          SCRAPE,
          (data, job) =>
            'articleId' in data
              ? recheckArticle(data, job, pipeline)
              : scrapePage(data, job, pipeline),
          options('scrape'),
        ),
      );
    }
  }

  /** Listens for results of jobs; dispose of it before the pipeline. */
  async results(name: typeof POLL | typeof SCRAPE): Promise<JobResults> {
    const results = new JobResults(this.pipeline.queues[name], {
      connection: this.#connect(workerConnection),
      prefix: this.#prefix,
    });
    await results.listen();
    return results;
  }

  /** Deletes every key under the prefix: queues, memory and all. */
  async forgetEverything(): Promise<void> {
    await this.#closeWorkers();
    await wipe(this.#redis, this.#prefix);
  }

  async #closeWorkers(): Promise<void> {
    clearInterval(this.#reconciler);
    await Promise.all(this.#workers.splice(0).map((worker) => worker.close()));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#closeWorkers();
    await this.pipeline.queues.close();
    for (const connection of this.#connections) connection.disconnect();
  }
}
