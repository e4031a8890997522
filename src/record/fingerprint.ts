import { z } from 'zod';
import type { ArticleRecord, Image } from '../article-record.ts';
import type { BodyBlock } from '../article-body.ts';
import { pictureKey } from '../article/metadata/images.ts';
import { shortHash } from '../short-hash.ts';

/** What of an article may change for a site: its words, what may be done with them, its pictures, all else. */
export const changeSchema = z.enum(['text', 'rights', 'images', 'metadata']);
export type Change = z.infer<typeof changeSchema>;

export const ALL_CHANGES: readonly Change[] = changeSchema.options;

/** A short hash of each part of what a job carries. */
export const fingerprintSchema = z.record(changeSchema, z.string());
export type Fingerprint = z.infer<typeof fingerprintSchema>;

// A picture's address may be signed anew at every visit, and its size is the server's choice.
const pictureFacts = ({ url, alt, caption, credit, rights }: Image) => [
  pictureKey(url),
  alt,
  caption,
  credit,
  rights,
];

/**
 * The fingerprint of a record as a job carries it, cut to its rights. Times are no part of it, nor what
 * only tells where something was found: provenance, reasons, confidence, the feed and the address in it.
 * `rewritten` is the hash of a text that the operator's rules have made another than the scraped one.
 */
export function fingerprintOf(record: ArticleRecord, rewritten?: string): Fingerprint {
  const { reasons: _reasons, ...rights } = record.rights;
  return {
    // The hash is that of the article as scraped: an edit is an edit where an excerpt is shown as well.
    text: hashOf([
      record.contentHash,
      record.summary,
      record.body?.map(withoutStyle),
      record.corrections,
      ...(rewritten === undefined ? [] : [rewritten]),
    ]),
    rights: hashOf(rights),
    images: hashOf(record.images.map(pictureFacts)),
    metadata: hashOf([
      record.source,
      record.publisher,
      record.channel,
      record.canonicalUrl,
      record.topics ?? record.taxonomy,
      record.outlet,
      record.section,
      record.authors,
      record.dateline,
      record.language,
      record.flags,
    ]),
  };
}

/** Links and emphasis alone are not worth a job; a table, an embed or another order is. */
const withoutStyle = (block: BodyBlock): unknown => ('p' in block ? block.p : block);

/** Which parts differ; all of them where nothing is known of the one before. */
export function changesBetween(before: Fingerprint | undefined, after: Fingerprint): Change[] {
  return ALL_CHANGES.filter((part) => before?.[part] !== after[part]);
}

/** Keys are sorted, so that the order in which a record was built changes nothing. */
function hashOf(value: unknown): string {
  return shortHash(
    JSON.stringify(value, (_key, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ),
  );
}
