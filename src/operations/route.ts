import type { Route } from '../filter/route.ts';
import { isSelective } from '../filter/route.ts';
import { isoTime } from '../iso-time.ts';
import type { Pipeline } from '../processors/pipeline.ts';
import { queueOf, routeVerdictOn } from '../processors/republish/send-to-destination.ts';
import { isPlannedJob, plannedFor } from '../queue/planned-job.ts';
import { republishJobId } from '../queue/republish-job.ts';
import type { KnownArticle } from '../store/articles/articles.ts';
import { unvisitedName } from '../store/filtered.ts';
import type { Sent } from '../store/destinations/sent.ts';
import { articleNamed } from './article-named.ts';

/** Whether one destination gets an article, and why. */
export interface RoutedTo {
  destination: string;
  isTaken: boolean;
  /** By which line of the config, in words. */
  reason: string;
  byline: string;
  /** What it was sent so far, of a destination that does not get all articles. */
  sent?: Sent['state'];
  /** When it goes out there, where that is still to come (RFC 3339). */
  until?: string;
}

/** Who gets an article. */
export type Routing =
  | {
      kind: 'routed';
      articleId: string;
      title: string;
      sourceId: string;
      action: KnownArticle['action'];
      destinations: RoutedTo[];
    }
  /** It is kept from all of them, for a reason of its own. */
  | { kind: 'kept-back'; articleId: string | undefined; reason: string; mend?: string }
  | { kind: 'unknown' };

/** Who gets the article of an id or an address, by the config as it is now. */
export async function routeArticle(name: string, pipeline: Pipeline): Promise<Routing> {
  const { articles, held, filtered, routes } = pipeline;
  const articleId = (await articleNamed(name, pipeline))?.articleId;
  const known = articleId === undefined ? undefined : await articles.find(articleId);
  const leftOut = await filtered.find(articleId ?? unvisitedName(name));
  if (leftOut && known?.action !== 'publish' && known?.action !== 'update') {
    return { kind: 'kept-back', articleId, reason: leftOut.reason };
  }
  if (articleId === undefined) return { kind: 'unknown' };
  if (!known) {
    const waiting = await held.find(articleId);
    if (!waiting) return { kind: 'unknown' };
    const mend = `release it with newsrelay held release ${articleId}`;
    return { kind: 'kept-back', articleId, reason: `held: ${waiting.reason}`, mend };
  }
  const { title, sourceId } = known.record;
  return {
    kind: 'routed',
    articleId,
    title,
    sourceId,
    action: known.action,
    destinations: await Promise.all(routes.map((route) => routedTo(known, route, pipeline))),
  };
}

async function routedTo(known: KnownArticle, route: Route, pipeline: Pipeline): Promise<RoutedTo> {
  const { name: destination, byline } = route;
  const { id, revision } = known.record;
  const verdict = routeVerdictOn(known, route, pipeline);
  const [sent, job] = await Promise.all([
    isSelective(route) ? pipeline.sent.to(destination, id) : undefined,
    pipeline.queues.named(queueOf(route)).getJob(republishJobId({ record: { id, revision } })),
  ]);
  const isPlanned = job && isPlannedJob(job) && plannedFor(job) > pipeline.now();
  return {
    destination,
    ...verdict,
    byline,
    ...(sent ? { sent: sent.state } : {}),
    ...(isPlanned ? { until: isoTime(plannedFor(job)) } : {}),
  };
}
