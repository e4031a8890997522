import type { FetchRequest, FetchResponse } from '../../http/fetch.ts';
import type { JobContext } from '../../queue/run-job.ts';
import type { Asker } from '../../politeness/polite-fetch.ts';
import type { Pipeline } from '../pipeline.ts';

/**
 * The pages that one job visits, each fetched once: whenever the job has to wait for its turn, what
 * it has so far is kept for its next run.
 */
export class JobPages {
  readonly #job: Pick<JobContext, 'id' | 'signal'>;
  readonly #asker: Asker;
  readonly #pipeline: Pick<Pipeline, 'fetch' | 'fetchedPages'>;
  #kept = new Map<string, FetchResponse>();
  #notKept = new Map<string, FetchResponse>();

  constructor(
    job: Pick<JobContext, 'id' | 'signal'>,
    asker: Asker,
    pipeline: Pick<Pipeline, 'fetch' | 'fetchedPages'>,
  ) {
    this.#job = job;
    this.#asker = asker;
    this.#pipeline = pipeline;
  }

  /** The page that the job is about. Throws what `PoliteFetch` throws. */
  async fetch(url: string, conditional?: FetchRequest['conditional']): Promise<FetchResponse> {
    this.#kept = await this.#pipeline.fetchedPages.of(this.#job.id);
    return this.#kept.get(url) ?? (await this.#fetch(url, this.#asker, conditional));
  }

  /**
   * A page that completes it. Its turn comes before those of pages that nobody has begun with, so
   * that the parts of one article are of one time, and a host's long queue does not outlast them.
   */
  async fetchPart(url: string): Promise<FetchResponse> {
    const kept = this.#kept.get(url);
    if (kept) return kept;
    if (this.#notKept.size > 0) {
      await this.#pipeline.fetchedPages.keep(this.#job.id, this.#notKept);
      this.#kept = new Map([...this.#kept, ...this.#notKept]);
      this.#notKept.clear();
    }
    return await this.#fetch(url, { ...this.#asker, isUrgent: true });
  }

  async #fetch(
    url: string,
    asker: Asker,
    conditional?: FetchRequest['conditional'],
  ): Promise<FetchResponse> {
    const request = { url, kind: 'page' as const, conditional, signal: this.#job.signal };
    const response = await this.#pipeline.fetch(request, asker);
    this.#notKept.set(url, response);
    return response;
  }

  /** To be called when the job has what it came for. */
  async forget(): Promise<void> {
    if (this.#kept.size > 0) await this.#pipeline.fetchedPages.forget(this.#job.id);
  }
}
