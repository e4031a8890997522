import { Queue } from 'bullmq';
import { completeSources, type LoadedConfig } from '../../../src/config/load.ts';
import { configSchema, type DestinationOptions } from '../../../src/config/schema.ts';
import { createHttpClient } from '../../../src/http/client.ts';
import { OpenPipeline, type PipelineDependencies } from '../../../src/service/open-pipeline.ts';
import type { PushDestination } from '../../../src/service/workers.ts';
import type { DestinationChange } from '../../../src/deliver/guard.ts';
import type { Notice } from '../../../src/processors/pipeline.ts';
import { pollPass } from '../../../src/operations/poll-pass.ts';
import type { SourceSummary } from '../../../src/operations/source-summary.ts';
import { workerConnection } from '../../../src/redis/connection.ts';
import { queueKey } from '../../../src/queue/queues.ts';
import { republishJobSchema, type RepublishJob } from '../../../src/queue/republish-job.ts';

export interface TestPipeline extends AsyncDisposable {
  open: OpenPipeline;
  poll(options?: { force?: boolean; sourceIds?: string[] }): Promise<SourceSummary[]>;
  /** What waits for the site, oldest first. */
  jobs(): Promise<{ id: string; name: string; data: RepublishJob }[]>;
  /** Failed tries and trouble with Redis that were reported so far. */
  troubles: string[];
  notices: Notice[];
  /** Destinations that were put off or came back. */
  changes: DestinationChange[];
}

export interface TestSource {
  id: string;
  feeds: string[];
  [key: string]: unknown;
}

/** A config as `loadConfig` gives it, for sources on loopback that may be republished in full. */
export function testConfig(sources: TestSource[], prefix: string): LoadedConfig {
  const ports = sources.flatMap(({ feeds }) => feeds.flatMap((feed) => new URL(feed).port || []));
  const { include: _, ...config } = configSchema.parse({
    queue: { prefix },
    http: {
      allowPrivateAddresses: ['127.0.0.0/8'],
      allowPorts: [...new Set(ports)].map(Number),
      perHost: { concurrency: 50, spacing: '0ms' },
      timeout: '5s',
    },
    site: { byline: 'harbour-desk' },
    sources: sources.map((source) => ({
      name: source.id,
      schedule: '15m',
      republish: 'full',
      recheck: [],
      minConfidence: 0,
      sponsored: 'hold',
      links: 'keep',
      firstReading: { newest: 'all' },
      licence: { basis: 'own text', reference: 'test' },
      ...source,
    })),
  });
  return { ...config, sources: completeSources(config), baseDir: '.', faults: [] };
}

const testClient = ({ http }: LoadedConfig) =>
  createHttpClient({
    userAgent: 'newsrelay-test/1.0',
    allowPrivateAddresses: http.allowPrivateAddresses,
    allowPorts: http.allowPorts,
    timeoutMs: http.timeout,
  });

/** What a pipeline tells, gathered. */
function listening() {
  const troubles: string[] = [];
  const notices: Notice[] = [];
  const changes: DestinationChange[] = [];
  const listeners: Pick<PipelineDependencies, 'onTrouble' | 'onNotice' | 'onDestination'> = {
    onTrouble: ({ error }) => troubles.push(error.message),
    onNotice: (notice) => notices.push(notice),
    onDestination: (change) => changes.push(change),
  };
  return { troubles, notices, changes, listeners };
}

/** The real pipeline on the test run's Redis, with both workers, as `newsrelay poll` has it. */
export async function openTestPipeline(
  sources: TestSource[],
  { url, prefix }: { url: string; prefix: string },
  {
    now = Date.now,
    destinations = [],
    pushes = [],
  }: {
    now?: () => number;
    /** Besides the queue `republish`. */
    destinations?: DestinationOptions[];
    pushes?: PushDestination[];
  } = {},
): Promise<TestPipeline> {
  const config = testConfig(sources, prefix);
  config.destinations.push(...destinations);
  const client = testClient(config);
  const { listeners, ...told } = listening();
  const open = new OpenPipeline(config, {
    redisUrl: url,
    fetch: client.fetch,
    destinations: pushes,
    now,
    random: () => 0.5,
    ...listeners,
  });
  const pollResults = await open.results('poll');
  const scrapeResults = await open.results('scrape');
  await open.work(['poll', 'scrape', 'deliver']);
  return {
    open,
    ...told,
    poll: ({ force = false, sourceIds = [] } = {}) =>
      pollPass(open.pipeline, {
        sourceIds,
        force,
        signal: AbortSignal.timeout(20_000),
        pollResults,
        scrapeResults,
        onProgress: () => {},
      }),
    jobs: () => waitingJobs(url, prefix),
    [Symbol.asyncDispose]: async () => {
      await pollResults[Symbol.asyncDispose]();
      await scrapeResults[Symbol.asyncDispose]();
      await open[Symbol.asyncDispose]();
      await client.close();
    },
  };
}

/** The jobs of the republish queue, parsed as the public contract says. */
export async function waitingJobs(
  url: string,
  prefix: string,
): Promise<{ id: string; name: string; data: RepublishJob }[]> {
  const connection = workerConnection(url);
  const queue = new Queue(queueKey('republish', connection), { connection, prefix });
  const jobs = await queue.getWaiting();
  await queue.close();
  connection.disconnect();
  return jobs.map((job) => ({
    id: job.id!,
    name: job.name,
    data: republishJobSchema.parse(job.data),
  }));
}
