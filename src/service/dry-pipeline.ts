import type { LoadedConfig } from '../config/load.ts';
import type { Fetch } from '../http/fetch.ts';
import { memoryHostBudget } from '../politeness/memory-host-budget.ts';
import type { Pipeline } from '../processors/pipeline.ts';
import { pollFeed } from '../processors/poll/poll.ts';
import { visitPage } from '../processors/scrape/visit-page.ts';
import { MemoryQueues } from '../queue/memory-queues.ts';
import type { Queues } from '../queue/queues.ts';
import { MemoryRedis } from '../redis/memory-redis.ts';
import { createPipeline } from './create-pipeline.ts';

/** The pipeline as it is, on a memory that ends with the process: nothing is written, and no site is sent anything. */
export interface DryPipeline {
  pipeline: Pipeline;
  queues: MemoryQueues;
}

export function openDryPipeline(
  config: LoadedConfig,
  { fetch, signal }: { fetch: Fetch; signal: AbortSignal },
): DryPipeline {
  const queues: MemoryQueues = new MemoryQueues(
    {
      poll: (job, context) => pollFeed(job, context, pipeline),
      scrape: (job, context) => visitPage(job, context, pipeline),
    },
    signal,
  );
  const pipeline: Pipeline = createPipeline(config, MemoryRedis.client(), {
    fetch,
    now: Date.now,
    random: Math.random,
    budget: memoryHostBudget(),
    // Processors ask no more of them than producers do.
    queues: queues as unknown as Queues,
  });
  return { pipeline, queues };
}
