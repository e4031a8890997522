import { randomUUID } from 'node:crypto';
import type { Source } from '../config/schema.ts';
import { withoutSecrets } from '../printable-url.ts';
import { feedId } from '../queue/queues.ts';
import type { JobResult } from '../queue/job-results.ts';
import type { PollJob } from '../queue/topology.ts';
import type { Pipeline } from '../processors/pipeline.ts';
import type { PollResult } from '../processors/poll/poll-result.ts';
import type { ScrapeResult } from '../processors/scrape-result.ts';
import { driftNotes, unmatchedNotes } from '../processors/scrape/source-shape.ts';
import {
  countPoll,
  countScrape,
  emptySummary,
  filteredNotes,
  withAddress,
  type SourceSummary,
} from './source-summary.ts';

export interface PassProgress {
  feeds: number;
  feedsDone: number;
  articles: number;
  articlesDone: number;
}

export interface PassOptions {
  sourceIds: string[];
  /** Polls feeds that are not due, too. */
  force: boolean;
  /** Asks for whole documents, without validators. */
  whole?: boolean | undefined;
  signal: AbortSignal;
  pollResults: Results;
  scrapeResults: Results;
  onProgress(progress: PassProgress): void;
}

interface Results {
  of(jobId: string): Promise<JobResult>;
}

class Pass {
  /** Of its own, so that its results are not those of an earlier pass or of one at the same time. */
  readonly id = `pass-${randomUUID()}`;
  readonly progress: PassProgress = { feeds: 0, feedsDone: 0, articles: 0, articlesDone: 0 };
  readonly #options: PassOptions;
  readonly #timeIsUp: Promise<undefined>;
  // One article in two feeds of a source is one job.
  readonly #awaited = new Set<string>();

  constructor(options: PassOptions) {
    this.#options = options;
    this.#timeIsUp = new Promise((resolve) => {
      const end = () => resolve(undefined);
      if (options.signal.aborted) end();
      else options.signal.addEventListener('abort', end, { once: true });
    });
  }

  report(change: Partial<PassProgress>): void {
    Object.assign(this.progress, change);
    this.#options.onProgress(this.progress);
  }

  /** Undefined when the pass's time ran out first. */
  async #result(results: Results, jobId: string): Promise<JobResult | undefined> {
    return await Promise.race([results.of(jobId), this.#timeIsUp]);
  }

  async article(summary: SourceSummary, scrape: { jobId: string; url: string }): Promise<void> {
    const result = await this.#result(this.#options.scrapeResults, scrape.jobId);
    this.report({ articlesDone: this.progress.articlesDone + 1 });
    if (result?.kind === 'completed') {
      countScrape(summary, scrape.url, result.value as ScrapeResult | undefined);
      return;
    }
    if (result?.kind !== 'failed') summary.waiting += 1;
    if (result) {
      const later = result.kind === 'retrying' ? '; it will be tried again' : '';
      summary.failures.push(`${withAddress(scrape.url, result.reason)}${later}`);
    }
  }

  /** True where the document turned out to be an ordinary sitemap of an index. */
  async feed(summary: SourceSummary, job: PollJob, jobId: string): Promise<boolean> {
    const result = await this.#result(this.#options.pollResults, jobId);
    this.report({ feedsDone: this.progress.feedsDone + 1 });
    if (result?.kind !== 'completed') {
      summary.failures.push(
        `${job.feedUrl}: ${result?.reason ?? 'was not polled before time ran out'}`,
      );
      return false;
    }
    const polled = (result.value ?? { kind: 'busy' }) as PollResult;
    countPoll(summary, job.feedUrl, polled);
    if (polled.kind === 'index') await this.sitemaps(summary, job, polled.polls);
    if (polled.kind === 'modified') await this.articles(summary, polled.scrapes);
    return polled.kind === 'ordinary-sitemap';
  }

  async sitemaps(
    summary: SourceSummary,
    { feedUrl }: PollJob,
    polls: { jobId: string; job: PollJob }[],
  ): Promise<void> {
    this.report({ feeds: this.progress.feeds + polls.length });
    const areOrdinary = await Promise.all(
      polls.map(({ job, jobId }) => this.feed(summary, job, jobId)),
    );
    if (polls.length === 0 || areOrdinary.includes(false)) return;
    summary.notes.push(
      `${feedUrl}: ${polls.length} of its sitemaps were read, and none holds news; name the site's news sitemap or feed under feeds of ${summary.sourceId}`,
    );
  }

  async articles(summary: SourceSummary, found: { jobId: string; url: string }[]): Promise<void> {
    const scrapes = found.filter((scrape) => !this.#awaited.has(scrape.jobId));
    for (const { jobId } of scrapes) this.#awaited.add(jobId);
    summary.found += scrapes.length;
    this.report({ articles: this.progress.articles + scrapes.length });
    await Promise.all(scrapes.map((scrape) => this.article(summary, scrape)));
  }
}

function disabledSummary({ id }: Source): SourceSummary {
  const notes = ['is not polled: the config says enabled: false'];
  return { ...emptySummary(id, 0), isDisabled: true, notes };
}

/**
 * One polling pass: polls the feeds of the named sources (all when none is named), and waits until
 * what it found is enqueued for republishing or the signal is raised. Somebody must be working the
 * queues meanwhile, in this process or another. A failing source holds up no other.
 */
export async function pollPass(pipeline: Pipeline, options: PassOptions): Promise<SourceSummary[]> {
  const pass = new Pass(options);
  const sources = [...pipeline.sources.values()].filter(
    ({ id, enabled }) =>
      options.sourceIds.includes(id) || (enabled && options.sourceIds.length === 0),
  );
  const polled = sources.filter(({ enabled }) => enabled);
  pass.report({ feeds: polled.reduce((sum, { feeds }) => sum + feeds.length, 0) });
  return await Promise.all(
    sources.map(async (source) => {
      if (!source.enabled) return disabledSummary(source);
      const summary = emptySummary(source.id, source.feeds.length);
      await Promise.all(
        source.feeds.map(async (feed) => {
          const feedUrl = withoutSecrets(feed);
          const job = { sourceId: source.id, feedUrl, force: options.force, whole: options.whole };
          const jobId = `${pass.id}-${feedId(job)}`;
          await pipeline.queues.addPoll(job, jobId);
          await pass.feed(summary, job, jobId);
        }),
      );
      const { unmatchedRules, published, updated, unchanged, dropped, held } = summary;
      const pages = published + updated + unchanged + dropped + held;
      summary.notes.push(
        ...filteredNotes(summary),
        ...unmatchedNotes(unmatchedRules, pages),
        ...(await driftNotes(source, pipeline)),
      );
      return summary;
    }),
  );
}
