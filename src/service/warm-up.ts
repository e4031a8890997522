import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { completeSources } from '../config/load.ts';
import { configSchema } from '../config/schema.ts';
import { readRecord } from '../processors/scrape/read-page.ts';
import { WARM_UP_PAGES, type WarmUpPage } from './warm-up-pages.ts';

// A process that has read no page yet reads its first one two to four times as long: patterns are compiled when they are first
// asked, functions once they were called often. A worker whose first page is a hostile one would hold its event loop for
// a third of a second, with all that is polled and delivered in the same process.

/** Reads a page to no effect. */
export type ReadInvented = (page: WarmUpPage) => Promise<unknown>;

export type WarmUpOutcome =
  | { kind: 'warm' }
  /** There was no time for all of it. */
  | { kind: 'cut-short' }
  /** Pages of this kind cannot be read. */
  | { kind: 'failed'; page: string; error: Error };

export interface WarmUpOptions {
  /** Milliseconds since whenever. */
  now: () => number;
  /** Ends the warm-up. */
  signal: AbortSignal;
  read?: ReadInvented;
}

/** As often as it takes until the functions that matter are compiled for speed; see `npm run bench -- hostile`. */
const ROUNDS = 5;
/** On a machine that is ten times as slow or as busy as usual, the worker starts as it is. */
const LIMIT_MS = 10_000;

const ADDRESS = 'https://courier.example/news/boats';

/** Reads as a worker reads what it has fetched, for a source of no config. */
export function readInvented(): ReadInvented {
  const feeds = ['https://courier.example/feed.xml'];
  const { include: _, ...config } = configSchema.parse({
    sources: [{ id: 'warm-up', name: 'Port Else Courier', feeds }],
  });
  const [source] = completeSources(config);
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  return async ({ html }) =>
    await readRecord(
      { url: ADDRESS, status: 200, headers, body: Buffer.from(html), redirects: [] },
      {
        source: source!,
        fetchedAt: new Date(0),
        agent: 'newsrelay',
        termsOf: () => Promise.resolve([]),
      },
      () => Promise.reject(new Error('the invented pages have one part each')),
    );
}

/**
 * Keeps V8 from laying parts of pages among what lives for long, which it begins to do where many pages are alike: each
 * page then holds the next in memory until all are collected at once, which took a quarter of the time of reading.
 */
export function keepPagesShortLived(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
}

/**
 * Makes this process as quick with its first page as it will be with others, by invented pages. Never throws; between
 * pages the event loop turns.
 */
export async function warmUp({
  now,
  signal,
  read = readInvented(),
}: WarmUpOptions): Promise<WarmUpOutcome> {
  keepPagesShortLived();
  const endMs = now() + LIMIT_MS;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const page of WARM_UP_PAGES) {
      if (signal.aborted || now() >= endMs) return { kind: 'cut-short' };
      try {
        await read(page);
      } catch (error) {
        const cause = error instanceof Error ? error : new Error(String(error));
        return { kind: 'failed', page: page.name, error: cause };
      }
      await turn();
    }
  }
  return { kind: 'warm' };
}
