import type { ArticleRecord } from '../article/record.ts';
import { cleanUrl } from '../clean-url.ts';
import type { Source } from '../config/schema.ts';
import type { Latest, RecordOutcome } from '../store/articles.ts';
import type { HeldArticle } from '../store/held.ts';
import type { Pipeline } from './pipeline.ts';
import { republish } from './republish.ts';

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
  record: ArticleRecord,
  known: Latest | undefined,
  reason: string,
  { held, now }: Pick<Pipeline, 'held' | 'now'>,
): Promise<boolean> {
  const isPublished = known?.action !== 'withdraw' && known?.contentHash === record.contentHash;
  return !isPublished && (await held.hold(record, reason, now()));
}

/** Publishes a held article as if it had just been scraped. */
export async function releaseHeld(
  { record }: HeldArticle,
  pipeline: Pick<
    Pipeline,
    'articles' | 'aliases' | 'held' | 'now' | 'queues' | 'byline' | 'sources'
  >,
): Promise<RecordOutcome> {
  const { articles, aliases, held, now, sources } = pipeline;
  const known = await articles.latest(record.id);
  const outcome = await articles.keep(record, known, {
    now: now(),
    isConfigured: (sourceId) => sources.has(sourceId),
  });
  if (outcome.kind === 'revised') await republish(outcome, pipeline);
  const addresses = [record.url, record.canonicalUrl].flatMap((url) => cleanUrl(url) ?? []);
  await aliases.remember(record.id, addresses, now());
  await held.forget(record);
  return outcome;
}
