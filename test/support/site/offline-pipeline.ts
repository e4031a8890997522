import type { Fetch, FetchResponse } from '../../../src/http/fetch.ts';
import type { Notice, Pipeline } from '../../../src/processors/pipeline.ts';
import type { Queues } from '../../../src/queue/queues.ts';
import type { RepublishJob } from '../../../src/queue/republish-job.ts';
import type { JobContext } from '../../../src/queue/run-job.ts';
import type { PollJob, RecheckJob, ScrapeJob } from '../../../src/queue/topology.ts';
import { MemoryRedis } from '../../../src/redis/memory-redis.ts';
import { createPipeline } from '../../../src/service/create-pipeline.ts';
import { testConfig, type TestSource } from '../commands/pipeline.ts';

export type Answer = Partial<Omit<FetchResponse, 'body'>> & { body?: string };

/** What processors asked of the queues, in its order. */
export interface AskedOfQueues {
  polls: { jobId: string; data: PollJob }[];
  scrapes: { jobId: string; data: ScrapeJob }[];
  rechecks: { jobId: string; data: RecheckJob; delay: number }[];
  sent: { queue: string; job: RepublishJob }[];
}

/**
 * The pipeline on the memory of this process, over a network that a test holds in its hand: answers by address, 404 for
 * all others. The clock stands where the test puts it.
 */
export function offlinePipeline(
  sources: TestSource[],
  startMs = Date.parse('2026-11-29T12:00:00Z'),
) {
  const answers = new Map<string, Answer | Error>();
  const asked: { url: string; conditional?: object | undefined }[] = [];
  const notices: Notice[] = [];
  const queued: AskedOfQueues = { polls: [], scrapes: [], rechecks: [], sent: [] };
  const clock = { ms: startMs };
  const queues = {
    addPoll: async (data: PollJob, jobId: string) => void queued.polls.push({ jobId, data }),
    addScrapes: async (visits: AskedOfQueues['scrapes']) => void queued.scrapes.push(...visits),
    addRecheck: async (data: RecheckJob, jobId: string, delay: number) =>
      void queued.rechecks.push({ jobId, data, delay }),
    addAgain: async (queue: string, job: RepublishJob) => void queued.sent.push({ queue, job }),
    addRepublish: async (queue: string, job: RepublishJob) => {
      queued.sent.push({ queue, job });
      return { kind: 'added', action: job.action };
    },
  };
  // Politeness has tests of its own: here each is answered at once.
  const fetch: Fetch = async ({ url, conditional }) => {
    asked.push({ url, conditional });
    const answer = answers.get(url) ?? { status: 404 };
    if (answer instanceof Error) throw answer;
    const { body = '', ...head } = answer;
    return { status: 200, url, redirects: [], headers: {}, ...head, body: Buffer.from(body) };
  };
  const config = testConfig(sources, 'offline');
  const whole = createPipeline(config, MemoryRedis.client(), {
    fetch,
    now: () => clock.ms,
    random: () => 0.5,
    onNotice: (notice) => notices.push(notice),
    // Processors ask no more of them than this.
    queues: queues as unknown as Queues,
  });
  const pipeline: Pipeline = { ...whole, fetch };
  const context: JobContext = { id: 'job-1', attempt: 1, starts: 1, signal: undefined };
  return { pipeline, answers, asked, notices, queued, clock, context };
}
