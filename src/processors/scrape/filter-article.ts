import { factsOfArticle, factsOfEntry } from '../../filter/facts.ts';
import { judge, type FilterVerdict } from '../../filter/verdict.ts';
import { rewriteRecord } from '../../filter/rewrite.ts';
import { isUnchanged } from '../../store/told.ts';
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
  { filtered, now }: Pick<Pipeline, 'filtered' | 'now'>,
): Promise<FilterVerdict> {
  const isWithdrawn = known?.action === 'withdraw';
  if (source.filter.length === 0 && !isWithdrawn) return { kind: 'keep' };
  if (known && isUnchanged(known, record)) return { kind: 'keep' };
  const before = await filtered.find(record.id);
  if (isWithdrawn && before?.record?.contentHash === record.contentHash) {
    return { kind: 'drop', rule: before.rule, reason: before.reason };
  }
  const { firstSeenAt } = known ?? before?.record ?? record;
  const facts =
    doubt === undefined
      ? factsOfArticle(rewriteRecord({ ...record, firstSeenAt }, source), source, entry)
      : factsOfEntry(entry, source, now());
  return judge(source.filter, facts);
}
