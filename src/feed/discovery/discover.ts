import { PermanentError, TransientError } from '../../errors.ts';
import { decodeText } from '../../http/content/charset.ts';
import type { Fetch, FetchRequest, FetchResponse } from '../../http/fetch.ts';
import type { Feed, FeedDocument, Sitemap } from '../entry.ts';
import { feedLinks, type FeedLinks } from './feed-links.ts';
import { readFeed } from '../read.ts';

/** How a feed was found. */
export type FoundBy = 'given' | 'link tag' | 'link' | 'robots.txt' | 'usual path';

export interface FoundFeed {
  url: string;
  by: FoundBy;
  title: string | null;
  entries: number;
  /** RFC 3339; null where no entry has a date. */
  newest: string | null;
}

export interface Discovery {
  siteName: string | null;
  feeds: FoundFeed[];
  /** Places that the site names itself and that hold no feed, with what is wrong there. */
  disappointments: { url: string; problem: string }[];
}

const MAX_REQUESTS = 40;
const MAX_SITEMAPS = 5;

// Where content systems put their feeds when nobody says otherwise, most frequent first.
const USUAL_PATHS = [
  '/feed/',
  '/rss.xml',
  '/feed.xml',
  '/rss',
  '/atom.xml',
  '/index.xml',
  '/rss/index.xml',
  '/feeds/posts/default',
  '/arc/outboundfeeds/rss/?outputType=xml',
  '/news-sitemap.xml',
  '/sitemap-news.xml',
  '/sitemap_news.xml',
];

const isNewsSitemap = (url: string): boolean => /news/i.test(url);

class Search {
  readonly feeds: FoundFeed[] = [];
  readonly disappointments: Discovery['disappointments'] = [];
  readonly #fetch: Fetch;
  readonly #asked = new Set<string>();
  readonly #contents = new Set<string>();

  constructor(fetch: Fetch) {
    this.#fetch = fetch;
  }

  /** Undefined for what was asked before, after too many requests, and when nothing is there. */
  async get(url: string, kind: FetchRequest['kind']): Promise<FetchResponse | string | undefined> {
    if (this.#asked.has(url) || this.#asked.size >= MAX_REQUESTS) return undefined;
    this.#asked.add(url);
    try {
      const response = await this.#fetch({ url, kind });
      this.#asked.add(response.url);
      return response.status === 200 ? response : `answered with status ${response.status}`;
    } catch (error) {
      if (error instanceof PermanentError || error instanceof TransientError) return error.message;
      throw error;
    }
  }

  #add(url: string, by: FoundBy, { title, entries }: Feed): string | undefined {
    if (entries.length === 0) return 'has no entries';
    // RSS and Atom of the same articles, or one feed at two addresses.
    const content = entries.map(({ link, id }) => link ?? id).join('\n');
    if (this.#contents.has(content)) return undefined;
    this.#contents.add(content);
    const dates = entries.flatMap(({ published, updated }) => published ?? updated ?? []);
    const newest = dates.toSorted((a, b) => (a < b ? 1 : -1))[0] ?? null;
    this.feeds.push({ url, by, title, entries: entries.length, newest });
    return undefined;
  }

  /** Adds a document if it is a feed; otherwise resolves to what is wrong with it. */
  async read(response: FetchResponse, by: FoundBy): Promise<string | undefined> {
    const { url } = response;
    const outcome = await readFeed(feedDocumentOf(response));
    if (outcome.kind === 'feed') return this.#add(url, by, outcome.feed);
    if (outcome.kind === 'not-a-feed') return outcome.message;
    await this.#readIndex(url, by, outcome.sitemaps);
    return undefined;
  }

  /** An index of news only can be polled itself, and stays when its parts change their names. */
  async #readIndex(indexUrl: string, by: FoundBy, sitemaps: readonly Sitemap[]): Promise<void> {
    const newest = sitemaps.toSorted((a, b) => (b.modified ?? '').localeCompare(a.modified ?? ''));
    if (!isNewsSitemap(indexUrl)) {
      const news = newest.filter(({ url }) => isNewsSitemap(url)).slice(0, MAX_SITEMAPS);
      for (const { url } of news) await this.try(url, by);
      return;
    }
    const part = newest[0] && (await this.get(newest[0].url, 'feed'));
    if (part === undefined || typeof part === 'string') return;
    const outcome = await readFeed(feedDocumentOf(part));
    if (outcome.kind === 'feed') this.#add(indexUrl, by, outcome.feed);
  }

  /** Tries a place; `look` is shown what is no feed, and says whether that was of use. */
  async try(
    url: string,
    by: FoundBy,
    look: (text: string, url: string) => Promise<boolean> = () => Promise.resolve(false),
  ): Promise<void> {
    const response = await this.get(url, 'feed');
    if (response === undefined) return;
    const problem = typeof response === 'string' ? response : await this.read(response, by);
    if (problem === undefined || by === 'usual path') return;
    const isOfUse =
      typeof response !== 'string' && (await look(decodedHtml(response), response.url));
    if (!isOfUse) this.disappointments.push({ url, problem });
  }
}

function feedDocumentOf({ body, headers, url }: FetchResponse): FeedDocument {
  return { bytes: body, contentType: headers['content-type'], url };
}

function decodedHtml({ body, headers }: FetchResponse): string {
  const contentType = headers['content-type'];
  return decodeText(body, { kind: 'html', ...(contentType ? { contentType } : {}) }).text;
}

async function tryLinks(search: Search, { declared, likely }: FeedLinks): Promise<void> {
  for (const url of declared) await search.try(url, 'link tag');
  for (const url of likely) {
    // "Our RSS feeds" is often a page that lists them.
    await search.try(url, 'link', async (text, pageUrl) => {
      const listed = feedLinks(text, pageUrl);
      const before = search.feeds.length;
      for (const link of [...listed.declared, ...listed.likely]) await search.try(link, 'link');
      return search.feeds.length > before;
    });
  }
}

/** `Sitemap:` lines of robots.txt (sitemaps.org); news sitemaps first. */
function sitemapsIn(robotsTxt: string): string[] {
  const urls = robotsTxt
    .split(/[\r\n]+/)
    .flatMap((line) => /^\s{0,9}sitemap\s{0,9}:\s{0,9}(\S+)/i.exec(line)?.[1] ?? [])
    .filter((url) => URL.canParse(url));
  const news = urls.filter(isNewsSitemap);
  return (news.length > 0 ? news : urls).slice(0, MAX_SITEMAPS);
}

async function trySitemaps(search: Search, siteUrl: string): Promise<void> {
  const robots = await search.get(new URL('/robots.txt', siteUrl).href, 'robots');
  if (robots === undefined || typeof robots === 'string') return;
  for (const url of sitemapsIn(decodedHtml(robots))) {
    // Ordinary sitemaps name all pages of a site: nothing to poll, and no mistake.
    await search.try(url, 'robots.txt', () => Promise.resolve(true));
  }
}

/**
 * Finds the feeds and news sitemaps of a site: where its page and its robots.txt say that they are,
 * else at the usual paths. Each was read, and is listed once. At most 40 requests, one at a time.
 *
 * Throws `PermanentError` `http-status` when the page itself cannot be had, and what `fetch` throws.
 */
export async function discoverFeeds(siteUrl: string, fetch: Fetch): Promise<Discovery> {
  const page = await fetch({ url: siteUrl, kind: 'page' });
  if (page.status !== 200) {
    throw new PermanentError('http-status', `${siteUrl} answered with status ${page.status}`);
  }
  const search = new Search(fetch);
  const { feeds, disappointments } = search;
  await search.read(page, 'given');
  if (feeds.length > 0) return { siteName: null, feeds, disappointments };
  const links = feedLinks(decodedHtml(page), page.url);
  await tryLinks(search, links);
  await trySitemaps(search, page.url);
  if (feeds.length === 0) {
    for (const path of USUAL_PATHS) await search.try(new URL(path, page.url).href, 'usual path');
  }
  return { siteName: links.siteName, feeds, disappointments };
}
