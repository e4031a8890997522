import { patternOfRows } from '../../pattern-rows.ts';

/** By which keys the state of a page says when a work was published. */
export const PUBLISHED_KEYS = patternOfRows(
  [
    {
      name: 'published',
      pattern: 'date_?published|published_?(?:at|on|date|time)?',
      finds: [
        'datePublished',
        'date_published',
        'publishedAt',
        'published_on',
        'publishedDate',
        'published_time',
      ],
      passes: ['datePublishedBy', 'isPublished'],
    },
    {
      name: 'first-published',
      pattern: 'first_?published(?:_?(?:at|date))?|_firstPublishedAt',
      finds: ['firstPublished', 'first_published_at', 'firstPublishedDate', '_firstPublishedAt'],
      passes: ['firstPublisher', '_firstPublished'],
    },
    {
      name: 'publication',
      pattern: 'publication_?date|publish_?(?:date|time)|display_?date|pub_?date',
      finds: ['publicationDate', 'publish_date', 'publishTime', 'displayDate', 'pubDate'],
      passes: ['publicationDates', 'displayName'],
    },
  ],
  'i',
  (any) => `^${any}$`,
);
