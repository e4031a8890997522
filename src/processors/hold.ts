import type { ArticleRecord } from '../article/record.ts';
import { cleanUrl } from '../clean-url.ts';
import type { Source } from '../config/schema.ts';
import type { RecordOutcome } from '../store/articles.ts';
import type { HeldArticle } from '../store/held.ts';
import type { Pipeline } from './pipeline.ts';
import { republish } from './republish.ts';

type Holder = Pick<Pipeline, 'articles' | 'held' | 'now'>;

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
 * Holds an article instead of publishing it. False when there is nothing to decide: a person has
 * released or dropped just this content before.
 */
export async function holdBack(
  record: ArticleRecord,
  reason: string,
  { articles, held, now }: Holder,
): Promise<boolean> {
  const known = await articles.find(record.id);
  const isPublished =
    known?.action !== 'withdraw' && known?.record.contentHash === record.contentHash;
  return !isPublished && (await held.hold(record, reason, now()));
}

/** Publishes a held article as if it had just been scraped. */
export async function releaseHeld(
  { record }: HeldArticle,
  pipeline: Holder & Pick<Pipeline, 'queues' | 'byline'>,
): Promise<RecordOutcome> {
  const { articles, held, now } = pipeline;
  const outcome = await articles.keep(record, now());
  if (outcome.kind === 'revised') await republish(outcome, pipeline);
  const addresses = [record.url, record.canonicalUrl].flatMap((url) => cleanUrl(url) ?? []);
  await articles.rememberAddresses(record.id, addresses);
  await held.forget(record);
  return outcome;
}
