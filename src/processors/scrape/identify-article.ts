import type { ArticleRecord } from '../../article-record.ts';
import { idsBesideItsOwn } from '../../record/identity.ts';
import { isOneArticle, isSameStory } from '../../record/same-story.ts';
import { cleanUrl, isFrontPage, rememberedAddresses } from '../../clean-url.ts';
import { earlierSeenKey, seenKey } from '../../feed/changes/entry-key.ts';
import type { QueuedEntry } from '../../feed/queued-entry.ts';
import type { FetchResponse } from '../../http/fetch.ts';
import { entryName } from '../../store/articles/aliases.ts';
import type { KnownArticle } from '../../store/articles/articles.ts';
import type { Latest } from '../../store/articles/latest.ts';
import type { HistoryEvent } from '../../store/history.ts';
import { contentName, differingParameters, sessionAdvice } from './repeated-content.ts';
import type { Pipeline } from '../pipeline.ts';

/** How an article was come upon. */
export interface ArticleFinding {
  sourceId: string;
  entry: QueuedEntry;
  response: FetchResponse;
  leftKeys?: readonly string[] | undefined;
  /** Parameters of links that name no page, by the source's settings. */
  dropQuery?: readonly string[] | undefined;
}

export interface Identified {
  record: ArticleRecord;
  known: Latest | undefined;
  /** Why it goes by another id than the one that its publisher gives, for those who ask. */
  identity?: HistoryEvent | undefined;
  /** What its operator can do about it, in words. */
  advice?: string | undefined;
}

type Stores = Pick<Pipeline, 'articles' | 'aliases' | 'held' | 'sources' | 'now'>;

/**
 * Finds out which article a record is. Its own id is a claim: where an article is known by it, it is that
 * one unless address, headline, time and text all say otherwise. Else an article, sent or held, that is known by its
 * address or its entry, or whose entry just left the feed, is the same one if it tells the same story: then
 * the slug or the guid was edited, and the record takes its id. One whose id belongs to another story is
 * an article of its own, known by its address.
 */
export async function identifyArticle(
  record: ArticleRecord,
  finding: ArticleFinding,
  stores: Stores,
): Promise<Identified> {
  const { articles, aliases, held, now } = stores;
  const { sourceId, leftKeys = [] } = finding;
  const fetched = fetchedAddresses(finding);
  const others = [
    ...articleNames(record, finding),
    ...leftKeys.map((key) => entryName(sourceId, key)),
  ].filter((name) => !fetched.includes(name));
  const [holder, holders, found] = await Promise.all([
    holderOf(record.id, record, stores),
    Promise.all(fetched.map((address) => aliases.claim(address, record.id))),
    aliases.findAll(others),
  ]);
  if (holder.kind === 'same') return { record, known: holder.known };
  const candidates = new Set([...holders, ...found.map(({ articleId }) => articleId)]);
  candidates.delete(record.id);
  for (const id of candidates) {
    const sent = await articles.find(id);
    const candidate = sent ?? (await held.find(id));
    // Another worker has claimed the address and is about to keep the article: it is that one.
    if (!candidate && holders.includes(id)) return { record: { ...record, id }, known: undefined };
    if (candidate && isSameStory(candidate.record, record)) {
      const identity = { at: now(), event: 'recognised', reason: `tells the story of ${id}` };
      return { record: { ...record, id }, known: sent && latestOf(sent), identity };
    }
  }
  if (holder.kind === 'nobody') return await byItsContent(record, stores);
  const reason = `its publisher uses the id of “${holder.title}” again, for another address, headline and text`;
  const identity = { at: now(), event: 'id-used-again', other: record.id, reason };
  return { ...(await underAnotherId(record, finding, stores)), identity };
}

/** The same headline, time and text under one source are one article, whatever its addresses carry. */
async function byItsContent(
  record: ArticleRecord,
  { articles, aliases, now }: Stores,
): Promise<Identified> {
  const name = contentName(record);
  const id = name === undefined ? record.id : await aliases.claim(name, record.id);
  if (id === record.id) return { record, known: undefined };
  const twin = await articles.find(id);
  const reason = `says word for word what ${id} says`;
  return {
    record: { ...record, id },
    known: twin && latestOf(twin),
    identity: { at: now(), event: 'recognised', reason },
    advice: sessionAdvice(
      record.sourceId,
      twin ? differingParameters(record.url, twin.record.url) : [],
    ),
  };
}

type Holder =
  | { kind: 'nobody' }
  | { kind: 'same'; known: Latest | undefined }
  /** The id belongs to another story. */
  | { kind: 'other'; title: string };

/** Whose id it is: that of an article which was sent, or which waits for a person. */
async function holderOf(
  id: string,
  record: ArticleRecord,
  { articles, held }: Pick<Stores, 'articles' | 'held'>,
): Promise<Holder> {
  const latest = await articles.latest(id);
  if (latest?.contentHash === record.contentHash) return { kind: 'same', known: latest };
  const known = latest && (await articles.find(id));
  const other = known?.record ?? (latest ? undefined : (await held.find(id))?.record);
  if (other && !isOneArticle(other, record)) return { kind: 'other', title: other.title };
  return latest ? { kind: 'same', known: latest } : { kind: 'nobody' };
}

/** The record under the first id that is not another story's. */
async function underAnotherId(
  record: ArticleRecord,
  { sourceId, entry, response }: ArticleFinding,
  stores: Stores,
): Promise<Identified> {
  const addresses = [record.canonicalUrl, response.url, entry.link];
  const ids = idsBesideItsOwn(addresses, entry.id, stores.sources.get(sourceId)?.identity);
  for (const id of ids) {
    const holder = await holderOf(id, record, stores);
    if (holder.kind === 'other') continue;
    return { record: { ...record, id }, known: holder.kind === 'same' ? holder.known : undefined };
  }
  return { record, known: await stores.articles.latest(record.id) };
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
  finding: Pick<ArticleFinding, 'sourceId' | 'entry' | 'response' | 'dropQuery'>,
): string[] {
  const addresses = [...waysTo(finding), record.url, record.canonicalUrl];
  const entry = { ...finding.entry, content: null };
  const keys = [seenKey(entry, finding.dropQuery), earlierSeenKey(entry)];
  return [
    ...new Set([
      ...addresses.flatMap((url) => rememberedAddresses(url)).filter(isOfPage),
      ...keys.flatMap((key) => (key === null ? [] : [entryName(finding.sourceId, key)])),
    ]),
  ];
}
