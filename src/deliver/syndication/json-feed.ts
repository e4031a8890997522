import type { ArticleRecord } from '../../article-record.ts';
import { bodyHtml } from '../markup.ts';
import type { FeedHead, FeedWindow } from './feed-window.ts';

/**
 * JSON Feed 1.1 (https://jsonfeed.org/version/1.1). The `_newsrelay` extension carries each item's whole
 * record and the withdrawals.
 */
export function jsonFeed(head: FeedHead, { records, withdrawn }: FeedWindow): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: head.title,
    home_page_url: head.homePage,
    feed_url: head.self,
    items: records.map(jsonFeedItem),
    _newsrelay: { withdrawn },
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}

function jsonFeedItem(record: ArticleRecord): object {
  const [image] = record.images;
  return {
    id: `urn:uuid:${record.id}`,
    url: record.canonicalUrl,
    title: record.title,
    content_html: bodyHtml(record),
    ...(record.summary === undefined ? {} : { summary: record.summary }),
    ...(image === undefined ? {} : { image: image.url }),
    date_published: record.publishedAt ?? record.firstSeenAt,
    date_modified: record.modifiedAt ?? record.fetchedAt,
    authors: record.authors.map(({ name, url }) => ({
      name,
      ...(url === undefined ? {} : { url }),
    })),
    tags: record.taxonomy,
    ...(record.language === undefined ? {} : { language: record.language }),
    _newsrelay: { record },
  };
}
