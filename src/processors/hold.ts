import type { ArticleRecord } from '../article/record.ts';
import type { Source } from '../config/schema.ts';
import type { ArticleVisit, Latest } from '../store/articles.ts';
import type { Pipeline } from './pipeline.ts';

/** Why an article is not to be published unseen; undefined when it may be. */
export function holdReason(
  { confidence = 1 }: Pick<ArticleRecord, 'confidence'>,
  { minConfidence }: Pick<Source, 'minConfidence'>,
  doubt?: string,
): string | undefined {
  if (doubt !== undefined) return doubt;
  return confidence < minConfidence
    ? `confidence ${confidence} is below ${minConfidence}`
    : undefined;
}

export interface Doubtful {
  record: ArticleRecord;
  known: Latest | undefined;
  reason: string;
  visit: ArticleVisit;
}

/**
 * Holds an article instead of publishing it. False when there is nothing to decide: a person has
 * released or dropped just this content before.
 */
export async function holdBack(
  { record, known, reason, visit }: Doubtful,
  { held, now }: Pick<Pipeline, 'held' | 'now'>,
): Promise<boolean> {
  const isPublished = known?.action !== 'withdraw' && known?.contentHash === record.contentHash;
  return !isPublished && (await held.hold({ record, reason, visit }, now()));
}
