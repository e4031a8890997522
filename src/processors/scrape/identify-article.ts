import type { ArticleRecord } from '../../article-record.ts';
import { isSameStory } from '../../record/same-story.ts';
import {
  cleanUrl,
  earlierLinkWithoutTracking,
  isFrontPage,
  rememberedAddresses,
} from '../../clean-url.ts';
import { seenKey } from '../../feed/changes/entry-key.ts';
import type { QueuedEntry } from '../../feed/queued-entry.ts';
import type { FetchResponse } from '../../http/fetch.ts';
import { entryName } from '../../store/aliases.ts';
import type { KnownArticle, Latest } from '../../store/articles.ts';
import type { Pipeline } from '../pipeline.ts';

/** How an article was come upon. */
export interface ArticleFinding {
  sourceId: string;
  entry: QueuedEntry;
  response: FetchResponse;
  leftKeys?: readonly string[] | undefined;
}

export interface Identified {
  record: ArticleRecord;
  known: Latest | undefined;
}

/**
 * Finds out which article a record is. Its own id decides where that is known; where it is not, an
 * article that is known by its address or its entry, or whose entry just left the feed, is the same
 * one if it tells the same story: then the slug or the guid was edited, and the record takes its id.
 */
export async function identifyArticle(
  record: ArticleRecord,
  finding: ArticleFinding,
  { articles, aliases }: Pick<Pipeline, 'articles' | 'aliases'>,
): Promise<Identified> {
  const { sourceId, leftKeys = [] } = finding;
  const fetched = fetchedAddresses(finding);
  const others = [
    ...articleNames(record, finding),
    ...leftKeys.map((key) => entryName(sourceId, key)),
  ].filter((name) => !fetched.includes(name));
  const [known, holders, found] = await Promise.all([
    articles.latest(record.id),
    Promise.all(fetched.map((address) => aliases.claim(address, record.id))),
    aliases.findAll(others),
  ]);
  if (known) return { record, known };
  const candidates = new Set([...holders, ...found.map(({ articleId }) => articleId)]);
  candidates.delete(record.id);
  for (const id of candidates) {
    const candidate = await articles.find(id);
    // Another worker has claimed the address and is about to keep the article: it is that one.
    if (!candidate && holders.includes(id)) return { record: { ...record, id }, known: undefined };
    if (candidate && isSameStory(candidate.record, record)) {
      return { record: { ...record, id }, known: latestOf(candidate) };
    }
  }
  return { record, known: undefined };
}

function latestOf({ revision, action, record }: KnownArticle): Latest {
  const { contentHash, firstSeenAt, sourceId, rights } = record;
  return { revision, action, contentHash, firstSeenAt, sourceId, mode: rights.mode, askedAtMs: 0 };
}

const isOfPage = (address: string | undefined): address is string =>
  // Some sites state their front page as the canonical address of every page.
  address !== undefined && !isFrontPage(address);

function waysTo({ entry, response }: Pick<ArticleFinding, 'entry' | 'response'>): string[] {
  return [entry.link, ...response.redirects.map(({ to }) => to), response.url];
}

/** The addresses that led to this page and no other, without what readers add to them. */
function fetchedAddresses(finding: ArticleFinding): string[] {
  return [...new Set(waysTo(finding).map((url) => cleanUrl(url)))].filter(isOfPage);
}

/** Every name under which this article is to be found again. */
export function articleNames(
  record: Pick<ArticleRecord, 'url' | 'canonicalUrl'>,
  finding: Pick<ArticleFinding, 'sourceId' | 'entry' | 'response'>,
): string[] {
  const addresses = [...waysTo(finding), record.url, record.canonicalUrl];
  const entry = { ...finding.entry, content: null };
  const keys = [seenKey(entry), seenKey(entry, earlierLinkWithoutTracking)];
  return [
    ...new Set([
      ...addresses.flatMap((url) => rememberedAddresses(url)).filter(isOfPage),
      ...keys.flatMap((key) => (key === null ? [] : [entryName(finding.sourceId, key)])),
    ]),
  ];
}
