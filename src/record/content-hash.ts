import { createHash } from 'node:crypto';
import type { ArticleRecord } from '../article-record.ts';

type Content = Pick<ArticleRecord, 'title' | 'paragraphs'> &
  Partial<Pick<ArticleRecord, 'subtitle' | 'credit'>>;

/** Fingerprint of what a reader would call the text: SHA-256, hex. Dates and images are no part of it. */
export function contentHash({ title, subtitle, paragraphs, credit }: Content): string {
  const content = [
    title,
    subtitle ?? null,
    paragraphs.map(({ kind, text }) => [kind, text]),
    credit?.text ?? null,
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
