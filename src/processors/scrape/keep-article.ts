import type { ArticleRecord } from '../../article-record.ts';
import { withdrawalNotice } from '../../record/withdrawal-notice.ts';
import type { Source } from '../../config/schema.ts';
import { conditionalOutcome } from '../../http/conditional-request.ts';
import { rewriteRecord } from '../../filter/rewrite.ts';
import type { FilterVerdict, RuleMatch } from '../../filter/verdict.ts';
import type { ScrapeJob } from '../../queue/topology.ts';
import type { ArticleVisit } from '../../store/articles/article-visit.ts';
import type { HistoryEvent } from '../../store/history.ts';
import { articleExtracted, articleFiltered, articleKept } from '../history-events.ts';
import { filterVerdictOn, leaveOut } from './filter-article.ts';
import { holdBack, type HoldCause, holdReason } from './hold.ts';
import {
  articleNames,
  identifyArticle,
  type ArticleFinding,
  type Identified,
} from './identify-article.ts';
import { watchExpiry, watchVisit } from './next-visit.ts';
import type { Pipeline } from '../pipeline.ts';
import type { ArticleReading } from './read-article.ts';
import { republish } from '../republish/republish.ts';
import type { ScrapeResult } from '../scrape-result.ts';
import type { StatedReason } from '../../withdraw-reason.ts';
import { withdrawArticle } from '../republish/withdraw.ts';

export interface IdentifiedArticle extends Identified {
  finding: ArticleFinding & Pick<ScrapeJob, 'feedUrl'> & Pick<ArticleReading, 'templateLines'>;
  source: Source;
  /** What happened to it on this visit so far. */
  events: HistoryEvent[];
  /** When its page was asked for, by Redis's clock (ms). */
  askedAtMs?: number | undefined;
  /** Why text may be missing, in words. */
  doubt?: string | undefined;
  /** What lowers the confidence, in words, the weightiest first. */
  doubts: readonly string[];
}

/** Keeps what a page says: as a new revision for the site, as nothing new, or not at all. */
export async function keepArticle(
  read: IdentifiedArticle,
  pipeline: Pipeline,
): Promise<ScrapeResult> {
  const { record, known } = read;
  const at = pipeline.now();
  const earlier = read.events.length;
  read.events.push(articleExtracted(record, at), ...(read.identity ? [read.identity] : []));
  const reason = reasonToDrop(record, read.source) ?? (await takedownOf(read, pipeline));
  if (reason !== undefined) return await dropArticle(read, reason, pipeline);
  const verdict = await filterVerdictOn(read, pipeline);
  if (verdict.kind === 'drop') return await filterOut(read, verdict, pipeline);
  const doubt = holdReason(record, read.source, read);
  const cause = doubt === undefined ? ruleThatHolds(verdict) : { reason: doubt };
  if (cause) return await holdArticle(read, cause, pipeline);
  const waiting = await pipeline.held.find(record.id);
  const firstSeenAt = waiting?.record.firstSeenAt ?? record.firstSeenAt;
  const outcome = await pipeline.articles.keep({ ...record, firstSeenAt }, known, {
    now: at,
    isConfigured: (sourceId) => pipeline.sources.has(sourceId),
    askedAtMs: read.askedAtMs,
    rewrite: (one) => rewriteRecord(one, read.source),
  });
  if (outcome.kind === 'contested') {
    read.events.splice(earlier);
    return await keepArticle(
      { ...read, ...(await identifyArticle(record, read.finding, pipeline)) },
      pipeline,
    );
  }
  const event = articleKept(outcome, at);
  // Somebody may have taken it down since the list was read.
  const late = outcome.kind === 'revised' ? await takedownOf(read, pipeline) : undefined;
  if (late !== undefined) return await withdrawArticle(record.id, late, pipeline);
  const [asked] = await Promise.all([
    outcome.kind === 'revised' ? republish(outcome, pipeline) : undefined,
    outcome.kind === 'foreign'
      ? undefined
      : watch({ ...read, record: { ...record, firstSeenAt } }, pipeline),
    remember({ ...read, events: [...read.events, event] }, pipeline),
    waiting ? pipeline.held.forget(waiting.record) : undefined,
    read.source.filter.length > 0 ? pipeline.filtered.forget(record.id) : undefined,
    watchExpiry(record, pipeline),
  ]);
  if (outcome.kind !== 'revised') return { kind: 'unchanged', articleId: record.id };
  const { action, revision } = outcome;
  const nobody = asked?.length === 0 ? { isForNobody: true } : {};
  return { kind: 'enqueued', action, articleId: record.id, revision, ...nobody };
}

/** Why an article may not be on the site, by the publisher's own word, or because it was paid for. */
function reasonToDrop(
  record: ArticleRecord,
  { sponsored }: Pick<Source, 'sponsored'>,
): StatedReason | undefined {
  if (record.flags.sponsored && sponsored === 'skip') {
    return { code: 'rights', text: 'sponsored: skip, as the config says' };
  }
  if (record.rights.mode === 'drop') return optOut(record.rights);
  const notice = withdrawalNotice(record);
  return notice === undefined
    ? undefined
    : { code: 'notice', text: `withdrawal notice: ${notice}` };
}

/** The strictest signal comes first, see rights.ts. */
function optOut({ reasons: [strictest] }: ArticleRecord['rights']): StatedReason {
  const { signal = 'rights', value = 'none' } = strictest ?? {};
  const isPast = /\bunavailable_after\b/i.test(`${signal} ${value}`);
  const code = isPast ? 'expired' : /\b(?:noindex|none)\b/i.test(value) ? 'noindex' : 'rights';
  return { code, text: `${signal}: ${value}` };
}

/** Why an operator wants it off the site. */
async function takedownOf(
  { record, finding }: IdentifiedArticle,
  { takedowns }: Pipeline,
): Promise<StatedReason | undefined> {
  const reason = await takedowns.reasonFor([record.id, ...articleNames(record, finding)]);
  return reason === undefined ? undefined : { code: 'takedown', text: `taken down: ${reason}` };
}

async function dropArticle(
  read: IdentifiedArticle,
  why: StatedReason,
  pipeline: Pipeline,
): Promise<ScrapeResult> {
  const { record, known, events } = read;
  const reason = why.text;
  const dropped = { at: pipeline.now(), event: 'dropped', reason };
  await Promise.all([
    remember({ ...read, events: [...events, dropped] }, pipeline),
    known ? watch(read, pipeline) : undefined,
    pipeline.held.forget(record),
  ]);
  if (known) return await withdrawArticle(record.id, why, pipeline);
  return { kind: 'dropped', articleId: record.id, reason };
}

const ruleThatHolds = (verdict: FilterVerdict): HoldCause | undefined =>
  verdict.kind === 'hold' ? { reason: verdict.reason, rule: verdict.rule } : undefined;

/** What a site has been sent is withdrawn, and its page watched on; all of it is remembered for `reapply`. */
async function filterOut(
  read: IdentifiedArticle,
  { rule, reason }: RuleMatch,
  pipeline: Pipeline,
): Promise<ScrapeResult> {
  const { record, known, events } = read;
  const atMs = pipeline.now();
  await Promise.all([
    remember({ ...read, events: [...events, articleFiltered({ rule, reason }, atMs)] }, pipeline),
    known ? watch(read, pipeline) : undefined,
    pipeline.held.forget(record),
  ]);
  const { firstSeenAt } = known ?? record;
  const visit = visitOf(read, atMs);
  const isKnown = known !== undefined;
  return await leaveOut(
    { record: { ...record, firstSeenAt }, visit, isKnown },
    { rule, reason },
    pipeline,
  );
}

/** A person is to decide; meanwhile the page is looked at again like any other. */
async function holdArticle(
  read: IdentifiedArticle,
  { reason, rule }: HoldCause,
  pipeline: Pipeline,
): Promise<ScrapeResult> {
  const { record, known, source, events } = read;
  // Without validators: "not modified" would keep it held when its source's rules were mended.
  const visit = { ...visitOf(read, pipeline.now()), validators: null };
  const isHeld = await holdBack({ record, reason, visit, ...(rule && { rule }) }, known, pipeline);
  const held = await pipeline.held.find(record.id);
  const { firstSeenAt } = known ?? held?.record ?? record;
  const event = { at: pipeline.now(), event: isHeld ? 'held' : 'unchanged', reason };
  await Promise.all([
    remember({ ...read, events: [...events, event] }, pipeline),
    watchVisit({ id: record.id, source, firstSeenAt, visit }, pipeline),
  ]);
  const articleId = record.id;
  return isHeld ? { kind: 'held', articleId, reason } : { kind: 'unchanged', articleId };
}

/** Under which names the article is found again, and what happened to it. */
async function remember({ record, finding, events }: IdentifiedArticle, pipeline: Pipeline) {
  await Promise.all([
    pipeline.aliases.remember(record.id, articleNames(record, finding), pipeline.now()),
    pipeline.history.append(record.id, events),
  ]);
}

async function watch(read: IdentifiedArticle, pipeline: Pipeline): Promise<void> {
  const { record, known, source } = read;
  const { firstSeenAt } = known ?? record;
  await watchVisit(
    { id: record.id, source, firstSeenAt, visit: visitOf(read, pipeline.now()) },
    pipeline,
  );
}

function visitOf({ finding }: Pick<IdentifiedArticle, 'finding'>, nowMs: number): ArticleVisit {
  const { feedUrl, entry, response, templateLines } = finding;
  const answer = conditionalOutcome(null, response, nowMs);
  const validators = answer.kind === 'modified' ? answer.validators : null;
  return { feedUrl, entry, validators, missingSinceMs: null, templateLines };
}
