import type { ArticleRecord } from '../../article-record.ts';
import { withoutFragment } from '../../clean-url.ts';
import type { Source } from '../../config/schema.ts';
import { PermanentError } from '../../errors.ts';
import type { FetchResponse } from '../../http/fetch.ts';
import type { ScrapeJob } from '../../queue/topology.ts';
import type { JobPages } from './job-pages.ts';
import type { Pipeline } from '../pipeline.ts';
import { readRecord } from './read-page.ts';
import { mayComeLater, refusal } from './refusal.ts';
import { linesOnOthers } from '../../store/template-lines.ts';
import { watchShape } from './source-shape.ts';

/** What a visit read, further pages of the article included. */
export interface ArticleReading {
  /** Revision 0. */
  record: ArticleRecord;
  /** Why text may be missing, in words. */
  doubt?: string | undefined;
  /** Why the page is believed to be another than the entry's, in words. */
  landing?: string | undefined;
  /** What lowers the confidence, in words, the weightiest first. */
  doubts: string[];
  /** Configured rules that matched nothing. */
  unmatchedRules: string[];
  /** Keys of its lines that are believed to stand on the source's other pages, too. */
  templateLines: string[];
}

export interface ArticleToRead extends Pick<ScrapeJob, 'sourceId' | 'feedUrl' | 'entry'> {
  /** What an earlier visit found, see `ArticleReading`; undefined for an article that is read for the first time. */
  templateLines: readonly string[] | undefined;
}

/**
 * Reads an article whose first page is `response`, and notes what the source's pages look like by now. What other
 * pages show of the template counts as it was at the first reading: a page that stayed as it was must not read
 * otherwise because others have come or gone. Throws `PermanentError`, named for what the page looks like, when it is no article.
 */
export async function readArticle(
  { sourceId, feedUrl, entry, templateLines: decided }: ArticleToRead,
  source: Source,
  response: FetchResponse,
  pages: JobPages,
  pipeline: Pipeline,
): Promise<ArticleReading> {
  const fetchedAt = new Date(pipeline.now());
  const { agent, templateLines, termsOf } = pipeline;
  const address = withoutFragment(response.url);
  const remembered = await templateLines.of(source.id);
  const otherPages = decided ? new Set(decided) : linesOnOthers(remembered, address);
  const page = {
    source,
    entry: { ...entry, content: null },
    feedUrl,
    fetchedAt,
    agent,
    termsOf,
    otherPages,
  };
  const reading = await readRecord(response, page, async (link) => {
    const part = await pages.fetchPart(link);
    if (mayComeLater(part)) throw refusal({ sourceId, link }, part, pipeline.now());
    return part;
  });
  if (reading.kind === 'not-an-article') {
    await watchShape(source, { confidence: null, unmatchedRules: [] }, pipeline);
    throw new PermanentError(reading.code, `${sourceId}: ${entry.link}: ${reading.message}`);
  }
  const { record, unmatchedRules, lineKeys } = reading;
  await templateLines.remember(source.id, { address, lineKeys }, remembered);
  await watchShape(source, { confidence: record.confidence ?? 1, unmatchedRules }, pipeline);
  return { ...reading, templateLines: lineKeys.filter((key) => otherPages.has(key)) };
}
