import { cleanUrl } from '../../clean-url.ts';
import type { ArticleRecord } from '../../article-record.ts';
import type { Source } from '../../config/schema.ts';
import type { QueuedEntry } from '../../feed/queued-entry.ts';
import { identify } from '../../record/identity.ts';
import { seenKey } from '../../feed/changes/entry-key.ts';
import type { FetchResponse } from '../../http/fetch.ts';
import type { JobContext } from '../../queue/run-job.ts';
import type { ScrapeJob } from '../../queue/topology.ts';
import { entryName } from '../../store/articles/aliases.ts';
import { entrySeen, pageFetched } from '../history-events.ts';
import { aloneAtAddress } from './alone-at-address.ts';
import { identifyArticle, type Identified } from './identify-article.ts';
import { keepArticle } from './keep-article.ts';
import { askerFor, type Pipeline } from '../pipeline.ts';
import { JobPages } from './job-pages.ts';
import { readArticle } from './read-article.ts';
import { isMissing, refusal } from './refusal.ts';
import type { ScrapeResult } from '../scrape-result.ts';
import { sourceNamed, waitForSource } from '../job-source.ts';
import { noteMissing } from '../republish/withdraw.ts';

type KnownArticles = Pick<Pipeline, 'aliases' | 'articles'>;

// An entry that turns up in a second feed within this time leads to a page that was just read.
const JUST_VISITED_MS = 15 * 60_000;

/** Visits an article's page and, when its content is new or changed, enqueues it for the site. */
export async function scrapePage(
  given: ScrapeJob,
  { id, attempt, signal }: JobContext,
  pipeline: Pipeline,
): Promise<ScrapeResult> {
  const source = sourceNamed(given.sourceId, pipeline);
  if (!source) return await waitForSource(given.sourceId, pipeline);
  const job = { ...given, sourceId: source.id };
  const { sourceId, feedUrl, entry } = job;
  // A second attempt has to finish what the first one left, so that it visits the page in any case.
  if (job.isNew === true && attempt === 1) {
    const articleId = await justVisited(job, source, pipeline);
    if (articleId !== undefined) return { kind: 'unchanged', articleId };
  }
  const pages = new JobPages({ id, signal }, askerFor(source, id, pipeline), pipeline);
  const askedAtMs = await pipeline.articles.timeMs();
  const response = await pages.fetch(entry.link);
  if (isMissing(response)) return await articleMissing(job, response, pipeline);
  if (response.status !== 200) {
    throw refusal({ sourceId, link: entry.link }, response, pipeline.now());
  }
  const watched = await watchedUnder(entry.link, pipeline);
  const { templateLines: decided } = watched?.visit ?? {};
  const asked = { ...job, templateLines: decided };
  const read = await readArticle(asked, source, response, pages, pipeline);
  const { record, landing, doubts, unmatchedRules, templateLines } = read;
  const doubt = landing ?? read.doubt;
  // An address that led to another page says nothing of the article.
  const led = landing === undefined ? response : { ...response, url: entry.link, redirects: [] };
  const { dropQuery } = source.url ?? {};
  const { leftKeys } = job;
  const finding = { sourceId, feedUrl, entry, response: led, leftKeys, dropQuery, templateLines };
  const events = [entrySeen(job, pipeline.now()), pageFetched(response, pipeline.now())];
  const keep = async (identified: Identified) => {
    const page = { ...identified, finding, source, events, doubt, doubts, askedAtMs };
    return { identified, result: await keepArticle(page, pipeline) };
  };
  const { identified, result } =
    landing === undefined
      ? await aloneAtAddress(record.canonicalUrl, pipeline, async () =>
          keep(await identifyArticle(record, finding, pipeline)),
        )
      : await keep(await asItsEntry(record, entry, source, pipeline));
  if (identified.known?.contentHash === record.contentHash)
    await noteEmptyLook(job, record, pipeline);
  await pages.forget();
  const { advice } = identified;
  if (advice === undefined) return { ...result, unmatchedRules };
  await tellAdvice(sourceId, advice, pipeline);
  return { ...result, unmatchedRules, advice };
}

/** The entry said that it had changed, and its page is as it was. */
async function noteEmptyLook(
  { sourceId, entry, change }: ScrapeJob,
  record: ArticleRecord,
  { emptyLooks }: Pick<Pipeline, 'emptyLooks'>,
): Promise<void> {
  if (!change) return;
  await emptyLooks.note(sourceId, change.key, withoutKnownHeadline(change.parts, entry, record));
}

/** A headline that the page has, too, made a difference: an earlier look was quicker than the feed. */
function withoutKnownHeadline(
  parts: readonly string[],
  entry: Pick<QueuedEntry, 'title'>,
  { title }: Pick<ArticleRecord, 'title'>,
): string[] {
  const isOnPage = entry.title?.trim() === title;
  return parts.filter((part) => part !== 'headline' || !isOnPage);
}

/** Once a day, whichever page shows it. */
async function tellAdvice(
  sourceId: string,
  message: string,
  { pageShapes, notice }: Pick<Pipeline, 'pageShapes' | 'notice'>,
): Promise<void> {
  const change = 'session-in-links';
  if (await pageShapes.claimTelling(sourceId, change)) notice({ sourceId, change, message });
}

/** A page that is not the entry's is held under what the entry is known by. */
async function asItsEntry(
  record: ArticleRecord,
  entry: QueuedEntry,
  source: Source,
  { articles }: Pick<Pipeline, 'articles'>,
): Promise<Identified> {
  const canonicalUrl = cleanUrl(entry.link, source.url?.dropQuery) ?? entry.link;
  const title = entry.title ?? undefined;
  const id = identify({
    canonicalUrl,
    rules: source.identity,
    entry: { ...entry, content: null },
    title,
  });
  return { record: { ...record, id, canonicalUrl }, known: await articles.latest(id) };
}

/** The article that is known by an address. */
async function watchedUnder(link: string, { aliases, articles }: KnownArticles) {
  const address = cleanUrl(link);
  const alias = address === undefined ? undefined : await aliases.find(address);
  const watched = alias && (await articles.watched(alias.articleId));
  return watched && { ...alias, ...watched };
}

/**
 * The article that another feed has led to a moment ago; this entry is another name of it. One that tells
 * something else may be the news of an edit: an entry is new to a feed whose memory was lost, too.
 */
async function justVisited(
  job: ScrapeJob,
  { url: rules }: Pick<Source, 'url'>,
  stores: KnownArticles & Pick<Pipeline, 'history' | 'now'>,
): Promise<string | undefined> {
  const { aliases, history, now } = stores;
  const watched = await watchedUnder(job.entry.link, stores);
  if (!watched || now() - watched.visitedAtMs > JUST_VISITED_MS) return undefined;
  const { articleId, visitedAtMs } = watched;
  const last = watched.visit?.entry;
  if (last?.title !== job.entry.title || last.summary !== job.entry.summary) return undefined;
  const key = seenKey({ ...job.entry, content: null }, rules?.dropQuery);
  await Promise.all([
    key !== null && aliases.remember(articleId, [entryName(job.sourceId, key)], visitedAtMs),
    history.append(articleId, [entrySeen(job, now())]),
  ]);
  return articleId;
}

/** A page that was never there is a mistake of the feed; one that was is on its way out. */
async function articleMissing(
  job: ScrapeJob,
  response: FetchResponse,
  pipeline: Pipeline,
): Promise<ScrapeResult> {
  const { sourceId, feedUrl, entry } = job;
  const watched = await watchedUnder(entry.link, pipeline);
  if (!watched) throw refusal({ sourceId, link: entry.link }, response, pipeline.now());
  const visit = watched.visit ?? { feedUrl, entry, validators: null, missingSinceMs: null };
  const { articleId } = watched;
  const owner = watched.latest.sourceId ?? sourceId;
  const reason = `http-${response.status}`;
  return await noteMissing({ sourceId: owner, articleId, visit, reason }, pipeline);
}
