import type { ArticleRecord } from '../../article-record.ts';
import { bodyHtml, escapeText } from '../markup.ts';
import type { FeedHead, FeedWindow } from './feed-window.ts';

/** Atom 1.0 (RFC 4287), withdrawals as deleted entries (RFC 6721). */
export function atomFeed(head: FeedHead, { records, withdrawn }: FeedWindow, now: Date): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">
<id>${escapeText(head.self)}</id>
<title>${escapeText(head.title)}</title>
<link rel="self" type="application/atom+xml" href="${escapeText(head.self)}"/>
<link rel="alternate" type="text/html" href="${escapeText(head.homePage)}"/>
<updated>${now.toISOString()}</updated>
${records.map(entry).join('')}${withdrawn
    .map(({ id, at }) => `<at:deleted-entry ref="urn:uuid:${id}" when="${at}"/>\n`)
    .join('')}</feed>
`;
}

function entry(record: ArticleRecord): string {
  const language =
    record.language === undefined ? '' : ` xml:lang="${escapeText(record.language)}"`;
  // RFC 4287 §4.1.2: an entry has an author where its feed has none.
  const authors = record.authors.length > 0 ? record.authors : [{ name: record.source }];
  return `<entry${language}>
<id>urn:uuid:${record.id}</id>
<title>${escapeText(record.title)}</title>
<link rel="alternate" type="text/html" href="${escapeText(record.canonicalUrl)}"/>
<published>${record.publishedAt ?? record.firstSeenAt}</published>
<updated>${record.modifiedAt ?? record.fetchedAt}</updated>
${authors.map(atomAuthor).join('')}${record.taxonomy
    .map((path) => `<category term="${escapeText(path)}"/>\n`)
    .join(
      '',
    )}${record.summary === undefined ? '' : `<summary>${escapeText(record.summary)}</summary>\n`}<content type="html">${escapeText(bodyHtml(record))}</content>
<rights>${escapeText(record.rights.attribution.text)}</rights>
</entry>
`;
}

function atomAuthor({ name, url }: ArticleRecord['authors'][number]): string {
  const uri = url === undefined ? '' : `<uri>${escapeText(url)}</uri>`;
  return `<author><name>${escapeText(name)}</name>${uri}</author>\n`;
}
