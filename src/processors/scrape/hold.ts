import type { ArticleRecord } from '../../article-record.ts';
import type { Source } from '../../config/schema.ts';
import type { Latest } from '../../store/articles/latest.ts';
import type { HeldArticle } from '../../store/held.ts';
import type { Pipeline } from '../pipeline.ts';

const MOST_DOUBTS_TOLD = 3;

/** Why an article is not to be published unseen; undefined when it may be. */
export function holdReason(
  { confidence, flags, rights }: Pick<ArticleRecord, 'confidence' | 'flags' | 'rights'>,
  { minConfidence, sponsored }: Pick<Source, 'minConfidence' | 'sponsored'>,
  { doubt, doubts }: { doubt?: string | undefined; doubts: readonly string[] },
): string | undefined {
  if (doubt !== undefined) return doubt;
  if (flags.sponsored && sponsored === 'hold') {
    return 'sponsored: somebody paid for it; release it, or set sponsored: label or skip for its source';
  }
  // The text of an article that not everybody may read is not quoted, so that it need not be sure.
  const isQuoted = !flags.gated || rights.mode === 'full';
  if (confidence === undefined || confidence >= minConfidence || !isQuoted) return undefined;
  const why = doubts.slice(0, MOST_DOUBTS_TOLD).join('; ');
  return `confidence ${confidence} is below ${minConfidence}: ${why}`;
}

/** Why an article is held, in words, and by which rule, where one alone asks for it. */
export interface HoldCause {
  reason: string;
  rule?: string;
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
