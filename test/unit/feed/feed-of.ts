import type { Feed, FeedDocument } from '../../../src/feed/entry.ts';
import { readFeed } from '../../../src/feed/read.ts';

/** Reads a document that is a feed. */
export async function feedOf(
  content: string | Uint8Array,
  more: Partial<FeedDocument> = {},
): Promise<Feed> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const outcome = await readFeed({ bytes, ...more });
  if (outcome.kind !== 'feed') throw new Error(JSON.stringify(outcome));
  return outcome.feed;
}

/** An RSS 2.0 document with these elements in its channel. */
export const rss = (channel: string, declarations = '') =>
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"${declarations}><channel><title>Harbour Times</title><link>https://harbour.example/</link>${channel}</channel></rss>`;
