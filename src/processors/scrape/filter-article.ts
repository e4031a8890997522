import type { ArticleRecord } from '../../article-record.ts';
import {
  articleVerdict,
  entryVerdict,
  type FilterVerdict,
  type RuleMatch,
} from '../../filter/verdict.ts';
import type { ArticleVisit } from '../../store/articles/article-visit.ts';
import { withdrawArticle } from '../republish/withdraw.ts';
import type { ScrapeResult } from '../scrape-result.ts';
import type { Latest } from '../../store/articles/latest.ts';
import { isUnchanged } from '../../store/articles/told.ts';
import type { IdentifiedArticle } from './keep-article.ts';
import type { Pipeline } from '../pipeline.ts';

/**
 * What the source's rules say of an article that was read. One that stayed as it was stays where it is, on the
 * site or off it: changed rules are applied to what is known by `reapply`. Of a page that may be another's,
 * what its entry says counts alone.
 */
export async function filterVerdictOn(
  {
    record,
    known,
    source,
    finding: { entry },
    doubt,
  }: Pick<IdentifiedArticle, 'record' | 'known' | 'source' | 'finding' | 'doubt'>,
  { filtered, now, sources }: Pick<Pipeline, 'filtered' | 'now' | 'sources'>,
): Promise<FilterVerdict> {
  const isWithdrawn = known?.action === 'withdraw';
  if (source.filter.length === 0 && !isWithdrawn) return { kind: 'keep' };
  if (known && isUnchanged(known, record)) return { kind: 'keep' };
  if (known && isOfAnother(known, record, sources)) return { kind: 'keep' };
  const before = await filtered.find(record.id);
  const isSame = before?.record?.contentHash === record.contentHash;
  if (isWithdrawn && isSame && before.sourceId === record.sourceId) {
    return { kind: 'drop', rule: before.rule, reason: before.reason };
  }
  const { firstSeenAt } = known ?? before?.record ?? record;
  return doubt === undefined
    ? articleVerdict({ ...record, firstSeenAt }, source, entry)
    : entryVerdict(entry, source, now());
}

/** What another source has on the site is that one's to keep or drop. */
function isOfAnother(
  { action, sourceId }: Latest,
  record: ArticleRecord,
  sources: Pipeline['sources'],
): boolean {
  const owner = action === 'withdraw' ? undefined : sourceId;
  return owner !== undefined && owner !== record.sourceId && sources.has(owner);
}

interface LeftOut {
  record: ArticleRecord;
  visit: ArticleVisit;
  /** The site was sent it. */
  isKnown: boolean;
}

/** Withdraws what a rule leaves out from where it is shown, and remembers it, so that a changed rule can bring it back. */
export async function leaveOut(
  { record, visit, isKnown }: LeftOut,
  { rule, reason }: RuleMatch,
  pipeline: Pipeline,
): Promise<ScrapeResult> {
  const why = { code: 'rights', text: `filtered: ${reason}` } as const;
  const result = isKnown ? await withdrawArticle(record.id, why, pipeline) : undefined;
  const { id, sourceId } = record;
  const atMs = pipeline.now();
  await pipeline.filtered.remember(id, { sourceId, rule, reason, atMs, visit, record });
  return result?.kind === 'enqueued' ? result : { kind: 'filtered', articleId: id, rule, reason };
}
