import { withoutFragment } from '../../clean-url.ts';
import { resolveUrl } from '../formats/html.ts';
import { startTags, type HtmlStartTag } from './start-tags.ts';

const FEED_TYPE = /^application\/(?:(?:rss|atom|rdf)\+xml|feed\+json)\b/i;
// `application/json` and `text/xml` name feeds at times, and other things more often.
const LOOSE_TYPE = /^(?:application\/(?:json|xml)|text\/xml)\b/i;
const FEED_WORD = /(?:^|[/._?=&-])(?:rss|atom|rdf|feeds?)(?:\d|[/._?=&-]|$)/i;

/** Feeds of readers' comments are no news. */
const COMMENTS_FEED =
  /\/comments\/(?:feed|default|rss)|comments\.(?:xml|rss|atom)|[?&]feed=comments/i;

/** Where a page says that feeds are, best first, without fragments. */
export interface FeedLinks {
  /** `link rel=alternate` with a feed's media type. */
  declared: string[];
  /** Links whose address sounds like a feed, or like a page that lists feeds. */
  likely: string[];
  /** As the page names its site. */
  siteName: string | null;
}

function isDeclared({ attributes }: HtmlStartTag, href: string): boolean {
  const rels = (attributes.get('rel') ?? '').toLowerCase().split(' ');
  const type = attributes.get('type') ?? '';
  if (rels.includes('feed')) return true;
  if (!rels.includes('alternate')) return false;
  return FEED_TYPE.test(type) || (LOOSE_TYPE.test(type) && FEED_WORD.test(href));
}

function isOfSite(url: string, siteUrl: string): boolean {
  const bare = (address: string) => new URL(address).hostname.replace(/^www\./, '');
  const [one, other] = [bare(url), bare(siteUrl)];
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
}

/** Looks through an HTML page for links to feeds. Linear in the page. */
export function feedLinks(html: string, pageUrl: string): FeedLinks {
  const declared = new Set<string>();
  const likely = new Set<string>();
  let base = pageUrl;
  let siteName: string | null = null;
  for (const tag of startTags(html, ['link', 'a', 'base', 'meta'])) {
    const { name, attributes } = tag;
    if (name === 'meta' && attributes.get('property') === 'og:site_name') {
      siteName ??= attributes.get('content') || null;
    }
    const href = withoutFragment(resolveUrl(attributes.get('href') ?? '', base) ?? '');
    if (!href || !/^https?:/.test(href) || !URL.canParse(href)) continue;
    if (name === 'base') base = href;
    if (COMMENTS_FEED.test(href)) continue;
    const { pathname, search } = new URL(href);
    if (name === 'link' && isDeclared(tag, href)) declared.add(href);
    if (name === 'a' && FEED_WORD.test(pathname + search) && isOfSite(href, pageUrl)) {
      likely.add(href);
    }
  }
  return {
    declared: [...declared],
    likely: [...likely].filter((url) => !declared.has(url) && url !== pageUrl),
    siteName,
  };
}
