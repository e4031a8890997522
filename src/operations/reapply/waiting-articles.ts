import type { ArticleRecord } from '../../article-record.ts';
import type { Source } from '../../config/schema.ts';
import { articleVerdict, entryVerdict, type RuleMatch } from '../../filter/verdict.ts';
import { articleFiltered } from '../../processors/history-events.ts';
import type { Pipeline } from '../../processors/pipeline.ts';
import { leaveOut } from '../../processors/scrape/filter-article.ts';
import { type HoldCause, holdReason } from '../../processors/scrape/hold.ts';
import type { ArticleVisit } from '../../store/articles/article-visit.ts';
import type { Filtered } from '../../store/filtered.ts';
import type { HeldArticle } from '../../store/held.ts';
import { releaseHeld, takedownNames } from '../release.ts';
import type { Consequence } from './consequence.ts';

/** An article that was read and is not on the site. */
interface ReadArticle {
  record: ArticleRecord;
  visit: ArticleVisit;
}

/** What the rules ask about something that they left out before; undefined where they still do. */
export async function consequenceForFiltered(
  name: string,
  source: Source,
  pipeline: Pipeline,
): Promise<Consequence | undefined> {
  const filtered = await pipeline.filtered.find(name);
  if (!filtered) return undefined;
  const { record, visit } = filtered;
  if (!record) return consequenceForEntry(name, filtered, source, pipeline);
  if ((await pipeline.takedowns.reasonFor(takedownNames({ record, visit }))) !== undefined) {
    return undefined;
  }
  const fate = fateOf({ record, visit }, source);
  switch (fate.kind) {
    case 'drop':
      return undefined;
    case 'hold':
      return holding({ record, visit }, fate, source, pipeline);
    case 'publish':
      return publishing({ record, visit }, source, pipeline);
  }
}

/** What the rules ask about an article that waits for a person; one in doubt by itself goes on waiting. */
export async function consequenceForHeld(
  { record, visit, rule }: HeldArticle,
  source: Source,
  pipeline: Pipeline,
): Promise<Consequence | undefined> {
  // The next visit to the page of what is on the site decides about its changes.
  const latest = await pipeline.articles.latest(record.id);
  if (latest && latest.action !== 'withdraw') return undefined;
  const fate = fateOf({ record, visit }, source);
  if (fate.kind === 'drop') {
    const act = async () => {
      await pipeline.held.forget(record);
      await leaveOut({ record, visit, isKnown: false }, fate, pipeline);
      await pipeline.history.append(record.id, [articleFiltered(fate, pipeline.now())]);
    };
    return { ...aboutRecord(record, source), kind: 'filter', reason: fate.reason, act };
  }
  const isFree = rule !== undefined && fate.kind === 'publish';
  return isFree ? publishing({ record, visit }, source, pipeline) : undefined;
}

type Fate = ({ kind: 'drop' } & RuleMatch) | ({ kind: 'hold' } & HoldCause) | { kind: 'publish' };

function fateOf({ record, visit }: ReadArticle, source: Source): Fate {
  const verdict = articleVerdict(record, source, visit.entry);
  if (verdict.kind === 'drop') return verdict;
  const doubt = holdReason(record, source, { doubts: [] });
  if (doubt !== undefined) return { kind: 'hold', reason: doubt };
  return verdict.kind === 'hold' ? verdict : { kind: 'publish' };
}

const aboutRecord = (record: ArticleRecord, { id }: Source) => ({
  sourceId: id,
  articleId: record.id,
  url: record.url,
  title: record.title,
});

function publishing(
  { record, visit }: ReadArticle,
  source: Source,
  pipeline: Pipeline,
): Consequence {
  const act = async () => {
    await releaseHeld({ record, visit }, pipeline, 'reapplied');
    await pipeline.filtered.forget(record.id);
  };
  return { ...aboutRecord(record, source), kind: 'publish', act };
}

function holding(
  { record, visit }: ReadArticle,
  { reason, rule }: HoldCause,
  source: Source,
  pipeline: Pipeline,
): Consequence {
  const act = async () => {
    const at = pipeline.now();
    const isHeld = await pipeline.held.hold({ record, visit, reason, ...(rule && { rule }) }, at);
    await Promise.all([
      pipeline.filtered.forget(record.id),
      isHeld && pipeline.history.append(record.id, [{ at, event: 'held', reason }]),
    ]);
  };
  return { ...aboutRecord(record, source), kind: 'hold', reason, act };
}

function consequenceForEntry(
  name: string,
  { visit: { feedUrl, entry }, atMs }: Filtered,
  source: Source,
  pipeline: Pipeline,
): Consequence | undefined {
  if (entryVerdict(entry, source, atMs).kind === 'drop') return undefined;
  const { id: sourceId } = source;
  const act = async () => {
    const data = { sourceId, feedUrl, entry, seenAtMs: atMs };
    const jobId = `reapply-${name}-${pipeline.now()}`;
    await pipeline.queues.addScrapes([{ jobId, data }]);
    await pipeline.filtered.forget(name);
  };
  return {
    kind: 'visit',
    sourceId,
    articleId: undefined,
    url: entry.link,
    title: entry.title,
    act,
  };
}
