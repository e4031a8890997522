import type { Source } from '../config/schema.ts';
import { PermanentError } from '../errors.ts';
import type { QueuedEntry } from '../feed/queued-entry.ts';
import type { FetchResponse } from '../http/fetch.ts';
import type { JobPages } from './job-pages.ts';
import type { Pipeline } from './pipeline.ts';
import { readPage, type PageReading } from './read-page.ts';
import { refusal } from './refusal.ts';
import { watchShape } from './source-shape.ts';

/** A visit that has its page. */
export interface Visit {
  source: Source;
  feedUrl: string;
  entry: QueuedEntry;
  response: FetchResponse;
}

/**
 * Reads an article whose first page is there, with its further pages, and remembers what the page
 * looked like. Throws `PermanentError`, named for what the page looks like, when it is no article;
 * and what `followParts` throws.
 */
export async function readArticle(
  { source, feedUrl, entry, response }: Visit,
  pages: JobPages,
  pipeline: Pipeline,
): Promise<Omit<PageReading & { kind: 'record' }, 'kind'>> {
  const fetchedAt = new Date(pipeline.now());
  const page = { source, entry: { ...entry, content: null }, feedUrl, fetchedAt };
  const reading = await readPage(response, page, async (link) => {
    const part = await pages.fetchPart(link);
    const isTold = part.status === 200 || (part.status < 500 && part.status !== 429);
    if (isTold) return part;
    throw refusal({ sourceId: source.id, link }, part, pipeline.now());
  });
  if (reading.kind === 'not-an-article') {
    await watchShape(source, { confidence: null, unmatchedRules: [] }, pipeline);
    throw new PermanentError(reading.code, `${source.id}: ${entry.link}: ${reading.message}`);
  }
  const { record, unmatchedRules } = reading;
  await watchShape(source, { confidence: record.confidence ?? 1, unmatchedRules }, pipeline);
  await pages.forget();
  return reading;
}
