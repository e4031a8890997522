import { isSameArticle } from '../../article/same-article.ts';
import { withoutFragment } from '../../clean-url.ts';
import type { ScrapedArticle, ScrapeOutcome } from '../../article/scraped.ts';
import type { Source } from '../../config/schema.ts';
import { PermanentError, TransientError } from '../../errors.ts';
import type { FetchResponse } from '../../http/fetch.ts';
import { hostKey } from '../../politeness/host-budget.ts';
import { joinParts, newParagraphs, textLength } from './join-parts.ts';

// No reader turns this many pages of one article; a site that goes on has a mistake, or a trap.
const MAX_PAGES = 20;
const MAX_PARTS_BYTES = 10 * 1024 * 1024;

export interface Part {
  response: FetchResponse;
  article: ScrapedArticle;
}

/** How further pages are got: `fetch` resolves for 200 and for what the host says is not there. */
export interface PartReader {
  fetch(url: string): Promise<FetchResponse>;
  read(response: FetchResponse): ScrapeOutcome;
}

export interface WholeArticle {
  article: ScrapedArticle;
  /** Why text may be missing all the same, in words; undefined when the article is whole. */
  doubt?: string;
}

function isOnHostOf(url: string, other: string): boolean {
  return URL.canParse(url) && hostKey(new URL(url)) === hostKey(new URL(other));
}

// Whole articles have links to print them, too: alone they are no sign of an article in parts.
const PRINT = /\/print(?:\/|$)|[?&]print(?:=|$)/i;

/** The whole text on one page, where there is such a page and it is what its link says. */
async function readSinglePage(
  first: Part,
  { article: rules }: Pick<Source, 'article'>,
  reader: PartReader,
): Promise<ScrapedArticle | undefined> {
  const { singlePageUrl: url, nextPageUrl } = first.article;
  if (url === undefined || !isOnHostOf(url, first.response.url)) return undefined;
  if (withoutFragment(url) === withoutFragment(first.response.url)) return undefined;
  if (!nextPageUrl && !rules?.singlePage && PRINT.test(url)) return undefined;
  const response = await reader.fetch(url).catch((error: unknown) => {
    // Not to be had, by robots.txt for one; the parts may still be.
    if (error instanceof PermanentError) return undefined;
    throw error;
  });
  if (response?.status !== 200 || !isOnHostOf(response.url, first.response.url)) return undefined;
  const outcome = reader.read(response);
  if (outcome.kind !== 'article' || !isSameArticle(first.article, outcome.article))
    return undefined;
  return textLength(outcome.article) < textLength(first.article) ? undefined : outcome.article;
}

/**
 * Follows the links from an article's first page to its others, and joins them. Pages of other hosts
 * and of other articles are none of its parts. Throws `TransientError` `part-missing` when a further
 * page is not there: half an article is worse than a late one.
 */
export async function followParts(
  first: Part,
  source: Pick<Source, 'article'>,
  reader: PartReader,
): Promise<WholeArticle> {
  const single = await readSinglePage(first, source, reader);
  if (single) return { article: joinParts(first.article, [single]) };
  const parts = [first.article];
  const visited = new Set([withoutFragment(first.response.url)]);
  const joined = (doubt?: string): WholeArticle => {
    const article = parts.length > 1 ? joinParts(first.article, parts) : first.article;
    return doubt === undefined ? { article } : { article, doubt };
  };
  let bytes = first.response.body.length;
  for (;;) {
    const url = parts.at(-1)?.nextPageUrl;
    if (url === undefined || !isOnHostOf(url, first.response.url)) return joined();
    if (visited.has(withoutFragment(url))) return joined();
    if (parts.length === MAX_PAGES || bytes > MAX_PARTS_BYTES) {
      return joined(`it goes on after ${parts.length} pages, at ${url}`);
    }
    visited.add(withoutFragment(url));
    const response = await reader.fetch(url);
    bytes += response.body.length;
    if (response.status !== 200) throw partMissing(url, parts.length + 1, response);
    // Past the end, sites send readers back to a page they have seen.
    const cameTo = withoutFragment(response.url);
    const isNew = cameTo === withoutFragment(url) || !visited.has(cameTo);
    if (!isNew || !isOnHostOf(cameTo, first.response.url)) return joined();
    visited.add(cameTo);
    const outcome = reader.read(response);
    if (outcome.kind !== 'article') {
      return joined(`page ${parts.length + 1}, ${url}, cannot be read: ${outcome.message}`);
    }
    const known = parts.flatMap(({ paragraphs }) => paragraphs.value);
    const isPart = isSameArticle(first.article, outcome.article);
    if (!isPart || newParagraphs(known, outcome.article.paragraphs.value).length === 0) {
      return joined();
    }
    parts.push(outcome.article);
  }
}

function partMissing(url: string, page: number, { status }: FetchResponse): TransientError {
  const message = `page ${page} of the article, ${url}, answered with status ${status}`;
  return new TransientError('part-missing', message);
}
