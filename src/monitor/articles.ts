import type { ArticleStore } from '../store/articles/articles.ts';
import {
  MOST_RECENT,
  type RecentArticle,
  type RecentArticles,
} from '../store/health/recent-articles.ts';

/** Which articles to list; what is left out does not matter. */
export interface ArticleFilter {
  sources?: readonly string[];
  /** Those that changed since then (epoch ms). */
  sinceMs?: number | undefined;
  action?: RecentArticle['action'] | undefined;
  /** Words of the title, or a part of the address or the id. */
  search?: string | undefined;
  limit: number;
}

const withoutAccents = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Whether a list that is filtered like this shows an article. */
export function isAskedFor(
  article: RecentArticle,
  { sources = [], action, search = '' }: Omit<ArticleFilter, 'limit'>,
): boolean {
  if (sources.length > 0 && !sources.includes(article.sourceId)) return false;
  if (action !== undefined && article.action !== action) return false;
  if (search === '' || article.id.startsWith(search.toLowerCase())) return true;
  if (article.url.includes(search)) return true;
  const title = withoutAccents(article.title);
  return withoutAccents(search)
    .split(/\s+/)
    .every((word) => title.includes(word));
}

/** The articles that changed last, the newest first; a source's newest are found however old they are. */
export async function listArticles(
  { recent, articles }: { recent: RecentArticles; articles: ArticleStore },
  filter: ArticleFilter,
): Promise<RecentArticle[]> {
  const { sources = [], sinceMs = 0, limit } = filter;
  const isPlain = sources.length === 0 && filter.action === undefined && !filter.search;
  const found = await recent.list(isPlain ? limit : MOST_RECENT, sinceMs);
  const known = new Set(found.map(({ id }) => id));
  const older = await Promise.all(
    sources.map((sourceId) => newestOf(sourceId, sinceMs, known, { recent, articles })),
  );
  return [...found, ...older.flat()]
    .filter((article) => isAskedFor(article, filter))
    .toSorted((a, b) => b.atMs - a.atMs)
    .slice(0, limit);
}

async function newestOf(
  sourceId: string,
  sinceMs: number,
  known: ReadonlySet<string>,
  { recent, articles }: { recent: RecentArticles; articles: ArticleStore },
): Promise<RecentArticle[]> {
  const ids = await recent.idsOf(sourceId, sinceMs);
  const missing = ids.filter(({ id }) => !known.has(id));
  const read = missing.map(async ({ id, atMs }) => {
    const article = await articles.find(id);
    if (!article) return [];
    const { title, url, rights } = article.record;
    return [{ id, atMs, sourceId, title, url, action: article.action, mode: rights.mode }];
  });
  return (await Promise.all(read)).flat();
}
