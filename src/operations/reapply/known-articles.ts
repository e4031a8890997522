import type { ArticleRecord } from '../../article-record.ts';
import { rewriteRecord } from '../../filter/rewrite.ts';
import { articleVerdict } from '../../filter/verdict.ts';
import { articleFiltered, articleKept } from '../../processors/history-events.ts';
import { sourceNamed } from '../../processors/job-source.ts';
import type { Pipeline } from '../../processors/pipeline.ts';
import { leaveOut } from '../../processors/scrape/filter-article.ts';
import type { ArticleVisit } from '../../store/articles/article-visit.ts';
import { isSentUnchanged, jobFingerprints } from '../../store/articles/told.ts';
import { areChanged, changedRoutes, routesInWords, sendByRoutes } from './changed-routes.ts';
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
  const verdict = articleVerdict(record, source, visit.entry);
  const about = { sourceId: source.id, articleId, url: record.url, title: record.title };
  if (verdict.kind === 'drop') {
    const act = async () => {
      const event = articleFiltered(verdict, pipeline.now());
      await leaveOut({ record, visit, isKnown: true }, verdict, pipeline);
      await pipeline.history.append(articleId, [event]);
    };
    return { ...about, kind: 'withdraw', reason: verdict.reason, act };
  }
  const isSame = isSentUnchanged(watched.latest, jobFingerprints(record, rewrite));
  const routes = await changedRoutes(known, pipeline);
  if (isSame && !areChanged(routes)) return undefined;
  const kind = isSame ? 'route' : 'update';
  const reason = areChanged(routes) ? routesInWords(routes) : undefined;
  const act = async () => {
    const at = pipeline.now();
    const outcome = await articles.reviseByRules(articleId, { now: at, rewrite });
    if (!outcome) return;
    await pipeline.history.append(articleId, [
      { ...articleKept(outcome, at), reason: 'rules reapplied' },
    ]);
    await sendByRoutes(outcome, routes, !isSame, pipeline);
  };
  return { ...about, kind, reason, act };
}

/** Of an article that an earlier version remembered without its last visit. */
function visitFrom({ url, guid, title, feedUrl = url }: ArticleRecord): ArticleVisit {
  const nothing = { published: null, updated: null, author: null, summary: null };
  const entry = { id: guid ?? null, title, link: url, ...nothing, categories: [], enclosures: [] };
  return { feedUrl, entry, validators: null, missingSinceMs: null };
}
