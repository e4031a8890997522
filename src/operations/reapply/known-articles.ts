import type { ArticleRecord } from '../../article-record.ts';
import { factsOfArticle } from '../../filter/facts.ts';
import { rewriteRecord } from '../../filter/rewrite.ts';
import { judge } from '../../filter/verdict.ts';
import { articleKept } from '../../processors/history-events.ts';
import { sourceNamed } from '../../processors/job-source.ts';
import type { Pipeline } from '../../processors/pipeline.ts';
import { republish } from '../../processors/republish/republish.ts';
import { leaveOut } from '../../processors/scrape/filter-article.ts';
import type { ArticleVisit, KnownArticle, Latest } from '../../store/articles.ts';
import { isSentUnchanged, jobFingerprints } from '../../store/told.ts';
import type { Consequence } from './consequence.ts';

/** What the rules of its source ask about an article that is on the site; undefined where they ask nothing. */
export async function consequenceForKnown(
  articleId: string,
  pipeline: Pipeline,
): Promise<Consequence | undefined> {
  const { articles } = pipeline;
  const [known, watched] = await Promise.all([
    articles.find(articleId),
    articles.watched(articleId),
  ]);
  const source = known && sourceNamed(known.record.sourceId, pipeline);
  if (!known || !watched || !source || known.action === 'withdraw') return undefined;
  const { record } = known;
  const visit = watched.visit ?? visitFrom(record);
  const rewrite = (one: ArticleRecord) => rewriteRecord(one, source);
  const verdict = judge(source.filter, factsOfArticle(rewrite(record), source, visit.entry));
  const about = { sourceId: source.id, articleId, url: record.url, title: record.title };
  if (verdict.kind === 'drop') {
    const act = async () => {
      const { rule, reason } = verdict;
      const event = { at: pipeline.now(), event: 'filtered', rule, reason };
      await leaveOut({ record, visit, isKnown: true }, verdict, pipeline);
      await pipeline.history.append(articleId, [event]);
    };
    return { ...about, kind: 'withdraw', reason: verdict.reason, act };
  }
  if (isSentUnchanged(watched.latest, record, jobFingerprints(record, rewrite))) return undefined;
  return {
    ...about,
    kind: 'update',
    act: () => sendRewritten(known, watched.latest, rewrite, pipeline),
  };
}

async function sendRewritten(
  { record }: KnownArticle,
  latest: Latest,
  rewrite: (record: ArticleRecord) => ArticleRecord,
  pipeline: Pipeline,
): Promise<void> {
  const at = pipeline.now();
  const outcome = await pipeline.articles.keep(record, latest, {
    now: at,
    isConfigured: (id) => pipeline.sources.has(id),
    askedAtMs: latest.askedAtMs,
    rewrite,
    isReapplied: true,
  });
  if (outcome.kind !== 'revised') return;
  const reapplied = { ...articleKept(outcome, at), reason: 'rules reapplied' };
  await Promise.all([
    republish(outcome, pipeline),
    pipeline.history.append(record.id, [reapplied]),
  ]);
}

/** Of an article that an earlier version remembered without its last visit. */
function visitFrom({ url, guid, title, feedUrl = url }: ArticleRecord): ArticleVisit {
  const nothing = { published: null, updated: null, author: null, summary: null };
  const entry = { id: guid ?? null, title, link: url, ...nothing, categories: [], enclosures: [] };
  return { feedUrl, entry, validators: null, missingSinceMs: null };
}
