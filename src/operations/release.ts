import type { ArticleRecord } from '../article-record.ts';
import { rewriteRecord } from '../filter/rewrite.ts';
import type { RecordOutcome } from '../store/articles/articles.ts';
import type { HeldArticle } from '../store/held.ts';
import { rememberedAddresses } from '../clean-url.ts';
import { PermanentError } from '../errors.ts';
import { articleKept } from '../processors/history-events.ts';
import { watchExpiry, watchVisit } from '../processors/scrape/next-visit.ts';
import type { Pipeline } from '../processors/pipeline.ts';
import { republish } from '../processors/republish/republish.ts';

/** Every name under which an article may have been taken down. */
export function takedownNames({ record, visit }: Pick<HeldArticle, 'record' | 'visit'>): string[] {
  const addresses = [record.url, record.canonicalUrl, visit.entry.link];
  return [record.id, ...addresses.flatMap((address) => rememberedAddresses(address))];
}

/**
 * Publishes a held article as if it had just been scraped; its page is looked at again from then on. `event` is what
 * its history calls it.
 */
export async function releaseHeld(
  { record, visit }: Pick<HeldArticle, 'record' | 'visit'>,
  pipeline: Pipeline,
  event = 'released',
): Promise<RecordOutcome> {
  const { articles, held, history, sources, takedowns } = pipeline;
  const at = pipeline.now();
  const { id } = record;
  const takedown = await takedowns.reasonFor(takedownNames({ record, visit }));
  if (takedown !== undefined) {
    const mend = `lift that first: newsrelay takedown --lift ${id}`;
    throw new PermanentError('taken-down', `${id} is taken down (${takedown}); ${mend}`);
  }
  const known = await articles.latest(id);
  const isConfigured = (sourceId: string) => sources.has(sourceId);
  const source = sources.get(record.sourceId);
  const rewrite = (one: ArticleRecord) => rewriteRecord(one, source ?? {});
  const outcome = await articles.keep(record, known, { now: at, isConfigured, rewrite });
  // It was read anew meanwhile: what to do is to be asked of what is known now.
  if (outcome.kind === 'contested') return await releaseHeld({ record, visit }, pipeline, event);
  const firstSeenAt = known?.firstSeenAt ?? record.firstSeenAt;
  await Promise.all([
    outcome.kind === 'revised' ? republish(outcome, pipeline) : undefined,
    outcome.kind === 'foreign' || source === undefined
      ? undefined
      : watchVisit({ id, source, firstSeenAt, visit }, pipeline),
    watchExpiry(record, pipeline),
    history.append(id, [{ at, event }, articleKept(outcome, at)]),
  ]);
  await held.forget(record);
  return outcome;
}
