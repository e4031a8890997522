import type { ArticleRecord } from '../../article-record.ts';
import type { Source } from '../../config/schema.ts';
import { factsOfArticle, type Facts } from '../../filter/facts.ts';
import { rewriteRecord } from '../../filter/rewrite.ts';
import { isSelective, routeVerdict, type Route, type RouteVerdict } from '../../filter/route.ts';
import { isoTime } from '../../iso-time.ts';
import { applyRights } from '../../record/rights/rights.ts';
import { JOB_SCHEMA, withoutContent, type RepublishJob } from '../../queue/republish-job.ts';
import { deliverQueue } from '../../queue/topology.ts';
import type { KnownArticle } from '../../store/articles/articles.ts';
import type { Action } from '../../store/articles/latest.ts';
import type { Sent } from '../../store/destinations/sent.ts';
import { sourceNamed } from '../job-source.ts';
import type { Pipeline } from '../pipeline.ts';

/** A revision that is to be sent, and how it came to be. */
export type Revised = KnownArticle & {
  /** The revision before. */
  replaced?: number | undefined;
  /** When it is sent once more (RFC 3339). */
  resentAt?: string;
};

/** The sources as the config has them now. */
type Configured = Pick<Pipeline, 'formerly' | 'sources'>;
type Tools = Pick<Pipeline, 'queues' | 'sent' | 'history' | 'now'> & Configured;

export const queueOf = ({ name, isPushed }: Pick<Route, 'name' | 'isPushed'>): string =>
  isPushed ? deliverQueue(name) : name;

/**
 * Whether a destination gets an article as it would be sent. A renamed source counts by its new id, and by its own channel
 * beside the one that the article states.
 */
export function routeVerdictOn(
  { record }: Pick<KnownArticle, 'record'>,
  route: Route,
  config: Configured,
): RouteVerdict {
  return routeVerdict(route, sentFacts(record, config));
}

const factsOfRecords = new WeakMap<ArticleRecord, { source: Source | undefined; facts: Facts }>();

/** What rules are asked of; taken apart once for all destinations. */
function sentFacts(record: ArticleRecord, config: Configured): Facts {
  const source = sourceNamed(record.sourceId, config);
  const known = factsOfRecords.get(record);
  if (known && known.source === source) return known.facts;
  const { id: sourceId, channel: own } = source ?? { id: record.sourceId, channel: '' };
  const facts = factsOfArticle({ ...asSent(record, config), sourceId });
  const channel = { ...facts.channel, values: [...facts.channel.values, own] };
  factsOfRecords.set(record, { source, facts: { ...facts, channel } });
  return { ...facts, channel };
}

/**
 * What a destination with rules of its own is to be asked for, by what it was sent before. Undefined when it has
 * nothing to do with the article. What nobody remembers was sent when the destination still got all there was.
 */
export function actionFor(
  { action, revision, reason }: Pick<KnownArticle, 'action' | 'revision' | 'reason'>,
  isTaken: boolean,
  sent: Sent | undefined,
): Action | undefined {
  // What was decided for this very revision, before a crash.
  const isDecided = sent?.revision === revision;
  const isGone = sent?.state === 'never' || (sent?.state === 'withdrawn' && !isDecided);
  if (action === 'withdraw') {
    const asksMore = reason?.code === 'takedown' && sent?.state === 'withdrawn';
    return isGone && !asksMore ? undefined : 'withdraw';
  }
  if (isTaken) {
    if (action === 'publish' || sent === undefined) return action;
    return sent.state === 'shown' && !isDecided ? 'update' : 'publish';
  }
  const wasNever = sent === undefined && action === 'publish';
  return wasNever || isGone ? undefined : 'withdraw';
}

/** Sends a revision to one destination as far as it concerns it; says what was asked of it, if anything. */
export async function sendToDestination(
  revised: Revised,
  route: Route,
  tools: Tools,
): Promise<Action | undefined> {
  if (!isSelective(route)) return await enqueue(revised, route, tools);
  const { id } = revised.record;
  const { sent: store, history, now } = tools;
  const verdict = routeVerdictOn(revised, route, tools);
  const sent = await store.to(route.name, id);
  const action = actionFor(revised, verdict.isTaken, sent);
  const state =
    action === undefined ? (sent?.state ?? 'never') : action === 'withdraw' ? 'withdrawn' : 'shown';
  if (state !== sent?.state) {
    await store.note(route.name, id, { state, revision: revised.revision });
    if (!verdict.isTaken) {
      const { name: destination } = route;
      const { reason } = verdict;
      await history.append(id, [{ at: now(), event: 'not-for', destination, reason }]);
    }
  }
  if (action === undefined) return undefined;
  const isOwn = action === 'withdraw' && revised.action !== 'withdraw';
  const why = isOwn
    ? { reason: { code: 'rights' as const, text: `filtered: ${verdict.reason}` } }
    : {};
  return await enqueue({ ...revised, action, ...why }, route, tools);
}

async function enqueue(revised: Revised, route: Route, tools: Tools): Promise<Action | undefined> {
  const { queues, history, now } = tools;
  const { record, replaced } = revised;
  const dueMs = dueOf(revised, route, now());
  const outcome = await queues.addRepublish(queueOf(route), jobOf(revised, route, tools), {
    replaced,
    ...(dueMs === undefined ? {} : { dueMs, nowMs: now() }),
  });
  const note = (event: string, facts: Record<string, string>) =>
    history.append(record.id, [{ at: now(), event, destination: route.name, ...facts }]);
  if (outcome.kind === 'never-began') {
    await note('not-for', { reason: `withdrawn before its delay was over (${route.place}.delay)` });
    return undefined;
  }
  if (outcome.dueMs !== undefined) {
    await note('planned', { until: isoTime(outcome.dueMs), reason: `${route.place}.delay` });
  }
  return outcome.action;
}

/** When a job may go out; undefined for one without a delay. */
function dueOf(
  { action, record, resentAt }: Revised,
  { delayMs }: Route,
  nowMs: number,
): number | undefined {
  if (delayMs === 0) return undefined;
  if (action === 'withdraw') return nowMs;
  const isFirst = action === 'publish' && resentAt === undefined;
  return (isFirst ? nowMs : Date.parse(record.firstSeenAt)) + delayMs;
}

/** As the operator's replacements have it. */
function asSent(record: ArticleRecord, config: Configured): ArticleRecord {
  const source = sourceNamed(record.sourceId, config);
  return source ? rewriteRecord(record, source) : record;
}

/** The job of a revision, cut down to what its rights allow. */
export function jobOf(
  { action, record: whole, changes, reason, resentAt }: Revised,
  { byline }: Pick<Route, 'byline'>,
  config: Configured,
): RepublishJob {
  const common = { schema: JOB_SCHEMA, byline, ...(resentAt && { resentAt }) } as const;
  const record = applyRights(asSent(whole, config));
  if (action === 'publish') return { ...common, action, record };
  if (action === 'update') return { ...common, action, ...(changes && { changes }), record };
  const isTakedown = reason?.code === 'takedown';
  const left = isTakedown ? withoutContent(record) : record;
  return { ...common, action, ...(reason && { reason }), record: left };
}
