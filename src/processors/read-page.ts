import { normalizeArticle } from '../article/normalize.ts';
import type { ArticleRecord } from '../article/record.ts';
import { scrapeArticle } from '../article/scrape.ts';
import type { Source } from '../config/schema.ts';
import { PermanentError } from '../errors.ts';
import { decodeText } from '../http/charset.ts';
import type { FetchResponse } from '../http/fetch.ts';
import type { ScrapeJob } from '../queue/topology.ts';

/**
 * The record of a page as fetched, with revision 0. Throws `PermanentError`, named for what the page
 * looks like, when it is no article.
 */
export function readPage(
  response: FetchResponse,
  { sourceId, feedUrl, entry }: ScrapeJob,
  source: Source,
  fetchedAt: Date,
): ArticleRecord {
  const contentType = response.headers['content-type'];
  const { text: html } = decodeText(response.body, {
    kind: 'html',
    ...(contentType === undefined ? {} : { contentType }),
  });
  const feedEntry = { ...entry, content: null };
  const page = { html, url: response.url, headers: response.headers, entry: feedEntry };
  const scraped = scrapeArticle({ ...page, ...(source.article ? { rules: source.article } : {}) });
  const outcome =
    scraped.kind === 'article'
      ? normalizeArticle({
          scraped: scraped.article,
          source,
          url: response.url,
          entry: feedEntry,
          feedUrl,
          fetchedAt,
        })
      : scraped;
  if (outcome.kind === 'record') return outcome.record;
  throw new PermanentError(outcome.code, `${sourceId}: ${entry.link}: ${outcome.message}`);
}
