import type { ArticleRecord } from '../../article-record.ts';
import type { Source } from '../../config/schema.ts';
import type { Latest } from '../../store/articles.ts';
import type { HeldArticle } from '../../store/held.ts';
import type { Pipeline } from '../pipeline.ts';

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

/**
 * Holds an article instead of publishing it. False when there is nothing to decide: just this content
 * is published, or a person has dropped it before.
 */
export async function holdBack(
  doubtful: Omit<HeldArticle, 'heldAt'>,
  known: Latest | undefined,
  { held, now }: Pick<Pipeline, 'held' | 'now'>,
): Promise<boolean> {
  const isPublished =
    known?.action !== 'withdraw' && known?.contentHash === doubtful.record.contentHash;
  return !isPublished && (await held.hold(doubtful, now()));
}
