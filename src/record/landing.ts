import { publisherHost, percentDecoded } from '../clean-url.ts';
import type { ArticleRecord } from '../article-record.ts';
import { DAY_MS } from '../durations.ts';
import type { Entry } from '../feed/entry.ts';
import { folded } from '../page/plain-text.ts';
import { tellsOfAnError } from './error-entry.ts';
import { otherPageOf } from './other-pages.ts';
import { wordsInCommon, sharedWords } from './shared-words.ts';

/** Where an entry led to, and what stands there. */
export interface Landing {
  entry: Pick<Entry, 'title' | 'summary' | 'published' | 'entriesAtLink'> & { link: string };
  /** The page's address after redirects. */
  url: string;
  record: Pick<ArticleRecord, 'title' | 'subtitle' | 'paragraphs' | 'provenance'>;
  /** When the page says that it was published. */
  statedAt: { value: string; from: string } | undefined;
  /** The source's name, which is on every page of it. */
  siteName: string;
}

/** `/`, `/index.html`, `/home`, `/en/`: what a site's first page goes by. */
const FRONT_PATH = /^\/(?:(?:index|default|home)(?:\.\w{2,5})?|[a-z]{2}(?:[-_][a-z]{2})?)?\/?$/i;

const pathOf = (url: string) => percentDecoded(new URL(url).pathname).replace(/(?<!\/)\/+$/, '');

const isFront = (url: string) => {
  const { pathname, search } = new URL(url);
  return FRONT_PATH.test(pathname) && search === '';
};

/** Whether a redirect led to another path, or dropped the query that named the page. */
function isElsewhere({ entry: { link }, url }: Landing): boolean {
  if (pathOf(link) !== pathOf(url)) return true;
  return new URL(link).search !== '' && new URL(url).search === '' && isFront(url);
}

/** `/sports/` of `/sports/cup-final`. */
function isListAbove({ entry: { link }, url }: Landing): boolean {
  return pathOf(link).startsWith(`${pathOf(url)}/`);
}

/** Of a headline a word alone says little: a section's name stands in many. */
const FEWEST_WORDS = 2;
const MOST_OF = 3 / 4;

function isHeadlineAlike({ entry, record, siteName }: Landing): boolean {
  const { title } = record;
  if (entry.title === null || record.provenance['title'] === 'feed') return false;
  if (folded(entry.title) === folded(title)) return true;
  if (shareIn(title, siteName) === 1) return false;
  return (
    wordsInCommon(entry.title, title) >= FEWEST_WORDS && sharedWords(entry.title, title) >= 1 / 2
  );
}

/** Summaries of fewer words are no text to compare. */
const SUMMARY_WORDS = 6;

/** Whether the page's text has most words of the entry's headline, or of its summary. */
function isTextAlike({ entry, record }: Landing): boolean {
  const text = [record.subtitle ?? '', ...record.paragraphs.map((one) => one.text)].join(' ');
  const { title, summary } = entry;
  const has = (told: string | null, fewest: number) =>
    told !== null && wordsInCommon(told, text) >= fewest && shareIn(told, text) >= MOST_OF;
  return has(title, FEWEST_WORDS + 1) || has(summary, SUMMARY_WORDS);
}

const shareIn = (told: string, text: string): number =>
  wordsInCommon(told, text) / Math.max(wordsInCommon(told, told), 1);

/** A page's slug repeats its headline where that is written in Latin letters. */
function isSlugAlike({ entry: { title }, url }: Landing): boolean {
  const slug = pathOf(url).split('/').at(-1) ?? '';
  return (
    title !== null && wordsInCommon(title, slug) > FEWEST_WORDS && shareIn(title, slug) >= 1 / 2
  );
}

/** Clocks and zones differ, and feeds date an entry by its last edit. */
const SAME_TIME_MS = 2 * DAY_MS;

/** Whether the page states a time of its own that is the entry's; in its markup, where it is elsewhere. */
function isDatedAlike({ entry, statedAt }: Landing, isInMarkup: boolean): boolean {
  if (!statedAt || (isInMarkup && statedAt.from === 'text')) return false;
  if (entry.published === null) return true;
  const apartMs = Math.abs(Date.parse(statedAt.value) - Date.parse(entry.published));
  return apartMs <= SAME_TIME_MS;
}

/**
 * Why the page is believed to be another than the entry's, in words; undefined where it is not. Address,
 * headline, text and time are asked: a page elsewhere is the entry's by its headline, its slug or the time
 * in its markup, and one at the entry's own address by any of them. Front pages never are by anything but
 * being what the entry itself names; what a page's headline gives away counts against it.
 */
export function landingDoubt(landing: Landing): string | undefined {
  const { entry, url, record, statedAt } = landing;
  const isAlike = isHeadlineAlike(landing);
  const isMoved = isElsewhere(landing);
  if (tellsOfAnError(entry) && statedAt === undefined) {
    return `the entry tells of an error instead of news: “${entry.title}”`;
  }
  if (isFront(url) && (isMoved || !isAlike)) {
    return `it leads to the front page of ${publisherHost(url)}`;
  }
  if (isAlike) return undefined;
  const others = (entry.entriesAtLink ?? 1) - 1;
  if (others > 0) {
    return `${others} more of the feed's entries lead to the same page, whose headline is “${record.title}”`;
  }
  const isTold = isTextAlike(landing);
  const isDated = !isListAbove(landing) && isDatedAlike(landing, isMoved);
  const what = otherPageOf(record.title);
  const isKnownBy = isMoved
    ? isDated || isSlugAlike(landing)
    : isTold || isDated || (entry.title === null && entry.summary === null);
  if (isKnownBy && (what === undefined || (isTold && isDated))) return undefined;
  if (what !== undefined) return `it leads to ${what}: “${record.title}”`;
  const differs = `headline (“${record.title}”), text and time are not the entry's`;
  return isMoved
    ? `it leads on to ${url}, where ${differs}`
    : `it leads to a page whose ${differs}`;
}
