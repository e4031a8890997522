import { decodeText } from '../../http/content/charset.ts';
import { startTags } from './start-tags.ts';

/** A named list of feeds, such as one site's. */
export interface FeedGroup {
  name: string;
  feeds: string[];
}

/**
 * The feeds of an OPML subscription list (opml.org, 1.0 to 2.0), those of one name together, in order.
 * Folders are passed over; empty when the document lists no feed.
 */
export function readOpml(bytes: Uint8Array): FeedGroup[] {
  const { text } = decodeText(bytes, { kind: 'xml' });
  const groups = new Map<string, Set<string>>();
  for (const { attributes } of startTags(text, ['outline'])) {
    const url = URL.parse(attributes.get('xmlurl') ?? '');
    if (url === null || !/^https?:$/.test(url.protocol)) continue;
    const name = attributes.get('title') || attributes.get('text') || url.hostname;
    const feeds = groups.get(name) ?? new Set();
    feeds.add(url.href);
    groups.set(name, feeds);
  }
  return [...groups].map(([name, feeds]) => ({ name, feeds: [...feeds] }));
}

const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (mark) => ESCAPED[mark]!);

/** An OPML 2.0 subscription list with one outline a feed, which `readOpml` reads back. */
export function writeOpml(title: string, groups: FeedGroup[]): string {
  const outlines = groups.flatMap(({ name, feeds }) =>
    feeds.map((url) => {
      const label = escape(name);
      return `    <outline type="rss" text="${label}" title="${label}" xmlUrl="${escape(url)}"/>\n`;
    }),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head><title>${escape(title)}</title></head>
  <body>
${outlines.join('')}  </body>
</opml>
`;
}
