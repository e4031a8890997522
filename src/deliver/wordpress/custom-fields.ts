import type { ArticleRecord } from '../../article-record.ts';
import type { FieldSource, WordpressOptions } from '../../config/destinations.ts';

const VALUES: Readonly<Record<FieldSource, (record: ArticleRecord) => string | undefined>> = {
  id: ({ id }) => id,
  url: ({ url }) => url,
  canonicalUrl: ({ canonicalUrl }) => canonicalUrl,
  source: ({ source }) => source,
  sourceId: ({ sourceId }) => sourceId,
  publisher: ({ publisher }) => publisher.name,
  authors: ({ authors }) => authors.map(({ name }) => name).join(', '),
  publishedAt: ({ publishedAt }) => publishedAt,
  modifiedAt: ({ modifiedAt }) => modifiedAt,
  language: ({ language }) => language,
  section: ({ section }) => section,
  subtitle: ({ subtitle }) => subtitle,
  dateline: ({ dateline }) => dateline,
  credit: ({ credit }) => credit?.text,
};

/** The operator's own fields of a post, in text; empty where the article has nothing to say. */
export function customFields(
  record: ArticleRecord,
  { fields }: Pick<WordpressOptions, 'fields'>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, source]) => [name, VALUES[source](record) ?? '']),
  );
}
