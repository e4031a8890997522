import type { Sitemap } from '../entry.ts';
import { DAY_MS } from '../../durations.ts';
import type { PollState } from './poll-state.ts';
import { NEWS_SITEMAPS, OTHER_SITEMAPS, SITEMAPS_OF_ARTICLES } from './sitemap-names.ts';

/** A sitemap of an index, with what earlier visits to it found. */
export interface KnownSitemap extends Sitemap {
  holds: PollState['holds'];
  /** When it was last read (epoch ms). */
  readAtMs: number | null;
}

export interface SitemapChoice {
  /** Those to be read, the likeliest to hold news first. */
  chosen: KnownSitemap[];
  /** How many may hold news and are left out by the bound. */
  cut: number;
  /** How many are known to hold no news. */
  ordinary: number;
}

/** What was changed longer ago holds no news: Google's rule gives a news sitemap two days. */
const OLD_MS = 7 * DAY_MS;
/** Of sitemaps that are all old so many are read all the same. */
const FEW = 5;
/** An ordinary sitemap is looked at again after so long. */
const ORDINARY_MS = 30 * DAY_MS;

function rankOf({ url, holds }: KnownSitemap): number {
  if (holds === 'news') return 0;
  const { pathname, search } = new URL(url);
  const name = `${pathname}${search}`.replaceAll('_', '-');
  if (NEWS_SITEMAPS.any.test(name)) return 1;
  if (SITEMAPS_OF_ARTICLES.any.test(name)) return 2;
  return OTHER_SITEMAPS.any.test(name) ? 4 : 3;
}

const isOrdinary = ({ holds, readAtMs }: KnownSitemap, nowMs: number): boolean =>
  holds === 'pages' && readAtMs !== null && nowMs - readAtMs < ORDINARY_MS;

/** Whether name, date or an earlier visit leave it possible that a sitemap holds news. */
function mayHoldNews(sitemap: KnownSitemap, nowMs: number): boolean {
  if (rankOf(sitemap) <= 1 || sitemap.modified === null) return true;
  return nowMs - Date.parse(sitemap.modified) < OLD_MS;
}

/** Which sitemaps of an index are read: all that can hold news, at most `most`. */
export function chooseSitemaps(
  sitemaps: readonly KnownSitemap[],
  most: number,
  nowMs: number,
): SitemapChoice {
  const open = sitemaps.filter((sitemap) => !isOrdinary(sitemap, nowMs));
  // Where no date tells, what was added last stands last.
  const ranked = open
    .toReversed()
    .map((sitemap) => ({ sitemap, rank: rankOf(sitemap) }))
    .toSorted(
      (a, b) =>
        a.rank - b.rank || (b.sitemap.modified ?? '').localeCompare(a.sitemap.modified ?? ''),
    )
    .map(({ sitemap }) => sitemap);
  const likely = ranked.filter((sitemap) => mayHoldNews(sitemap, nowMs));
  const unlikely = ranked.filter((sitemap) => !mayHoldNews(sitemap, nowMs));
  const candidates = [...likely, ...unlikely.slice(0, Math.max(FEW - likely.length, 0))];
  return {
    chosen: candidates.slice(0, most),
    cut: Math.max(candidates.length - most, 0),
    ordinary: sitemaps.length - open.length,
  };
}
