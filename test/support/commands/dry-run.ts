import { onTestFinished } from 'vitest';
import type { LoadedConfig } from '../../../src/config/load.ts';
import { createHttpClient } from '../../../src/http/client.ts';
import { dryRun, type DryRun } from '../../../src/operations/dry-run.ts';
import { pollPass } from '../../../src/operations/poll-pass.ts';
import { republishJobSchema } from '../../../src/queue/republish-job.ts';
import { plainName } from '../../../src/queue/queues.ts';
import { openDryPipeline } from '../../../src/service/dry-pipeline.ts';
import { OpenPipeline } from '../../../src/service/open-pipeline.ts';

function clientOf({ http }: LoadedConfig) {
  const client = createHttpClient({ ...http, timeoutMs: http.timeout });
  onTestFinished(() => client.close());
  return client;
}

/** What a dry run says. */
export async function tried(config: LoadedConfig): Promise<DryRun> {
  const signal = AbortSignal.timeout(50_000);
  const dry = openDryPipeline(config, { fetch: clientOf(config).fetch, signal });
  return await dryRun(dry, { sourceIds: [], signal, onProgress: () => {} });
}

/** `id action mode destination` of all that it would enqueue. */
export const wouldBeSent = ({ decisions }: DryRun): string[] =>
  decisions
    .flatMap((one) =>
      one.outcome === 'enqueued'
        ? one.destinations.flatMap(({ destination, action }) =>
            action === undefined ? [] : [`${one.articleId} ${action} ${one.mode} ${destination}`],
          )
        : [],
    )
    .toSorted();

/** A real pass on a Redis that knows nothing: what it enqueues, and what it says of each source. */
export async function passed(config: LoadedConfig, redisUrl: string) {
  await using open = new OpenPipeline(config, {
    redisUrl,
    fetch: clientOf(config).fetch,
    destinations: [],
    now: Date.now,
    random: Math.random,
    onTrouble: () => {},
  });
  await using pollResults = await open.results('poll');
  await using scrapeResults = await open.results('scrape');
  await open.work(['poll', 'scrape']);
  const summaries = await pollPass(open.pipeline, {
    sourceIds: [],
    force: true,
    signal: AbortSignal.timeout(50_000),
    pollResults,
    scrapeResults,
    onProgress: () => {},
  });
  const { queues, held, sources } = open.pipeline;
  const sent = await Promise.all(
    queues.sites.map(async (queue) => {
      const jobs = await queue.getJobs(['waiting', 'delayed'], 0, -1);
      return jobs.map(({ data }) => {
        const { action, record } = republishJobSchema.parse(data);
        const name = plainName(queue).replace(/^deliver-/, '');
        return `${record.id} ${action} ${record.rights.mode} ${name}`;
      });
    }),
  );
  const waiting = await Promise.all([...sources.keys()].map((id) => held.list(id, 1_000)));
  return {
    sent: sent.flat().toSorted(),
    summaries,
    held: waiting
      .flat()
      .map(({ record }) => record.id)
      .toSorted(),
  };
}
