import type { ArticleRecord } from '../../article-record.ts';
import { bodyHtml, escapeText } from '../markup.ts';
import type { FeedHead, FeedWindow } from './feed-window.ts';

/** RSS 2.0 with content:encoded, dc:creator and media:content, following the RSS Advisory Board's profile. */
export function rssFeed(head: FeedHead, { records }: FeedWindow, now: Date): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
<title>${escapeText(head.title)}</title>
<link>${escapeText(head.homePage)}</link>
<description>${escapeText(head.title)}</description>
<atom:link rel="self" type="application/rss+xml" href="${escapeText(head.self)}"/>
<lastBuildDate>${now.toUTCString()}</lastBuildDate>
${records.map(rssItem).join('')}</channel>
</rss>
`;
}

function rssItem(record: ArticleRecord): string {
  const published = new Date(record.publishedAt ?? record.firstSeenAt);
  return `<item>
<title>${escapeText(record.title)}</title>
<link>${escapeText(record.canonicalUrl)}</link>
<guid isPermaLink="false">urn:uuid:${record.id}</guid>
<pubDate>${published.toUTCString()}</pubDate>
${element('dc:language', record.language)}${description(record.summary)}${record.authors
    .map(({ name }) => element('dc:creator', name))
    .join('')}${record.taxonomy.map((path) => element('category', path)).join('')}${record.images
    .map(({ url }) => `<media:content medium="image" url="${escapeText(url)}"/>\n`)
    .join('')}${element('content:encoded', bodyHtml(record))}</item>
`;
}

/** RSS 2.0 takes a description for HTML: as a text it is escaped once more. */
const description = (text: string | undefined): string =>
  element('description', text === undefined ? undefined : escapeText(text));

function element(name: string, text: string | undefined): string {
  return text === undefined ? '' : `<${name}>${escapeText(text)}</${name}>\n`;
}
