import { isSelective } from '../../filter/route.ts';
import type { KnownArticle } from '../../store/articles/articles.ts';
import type { Action } from '../../store/articles/latest.ts';
import type { Notice, Pipeline } from '../pipeline.ts';
import {
  jobOf,
  queueOf,
  sendToDestination,
  routeVerdictOn,
  type Revised,
} from './send-to-destination.ts';

/** What sending an article takes. */
export type Sender = Pick<
  Pipeline,
  | 'queues'
  | 'articles'
  | 'outbox'
  | 'routes'
  | 'sent'
  | 'history'
  | 'formerly'
  | 'sources'
  | 'notice'
  | 'now'
>;

const PAST_TENSE = { publish: 'published', update: 'updated', withdraw: 'withdrawn' } as const;

/**
 * Enqueues an article's newest revision for each destination that gets it, cut down to what its rights allow. It
 * takes the place of the one before, where that still waits. Resolves to what was asked of whom.
 */
export async function republish(
  revised: Revised,
  sender: Sender,
): Promise<{ destination: string; action: Action }[]> {
  const { outbox, routes, notice } = sender;
  const { record } = revised;
  const witness = await outbox.witness(record.id);
  const asked = await Promise.all(
    routes.map(async (route) => {
      const action = await sendToDestination(revised, route, sender);
      return action === undefined ? [] : [{ destination: route.name, action }];
    }),
  );
  await outbox.clearIntent(record.id, record.revision, witness);
  notice(noticeOf(revised, asked.flat().length > 0));
  return asked.flat();
}

function noticeOf({ action, record, reason }: KnownArticle, isForSomebody: boolean): Notice {
  const { id: article, sourceId, title, url } = record;
  // What was taken down leaves no title behind, here neither.
  const what = reason?.code === 'takedown' ? url : title;
  const why = reason?.text === undefined ? {} : { reason: reason.text };
  const nobody = isForSomebody ? '' : ', which no destination gets (newsrelay route says why)';
  const message = `${PAST_TENSE[action]}: ${what}${nobody}`;
  return { level: 'info', sourceId, change: action, article, message, ...why };
}

/** Delivers an article once more to the destinations that show it without a part, such as a picture that could not be had. */
export async function deliverOwed(
  articleId: string,
  pipeline: Pick<
    Pipeline,
    'articles' | 'destinations' | 'queues' | 'routes' | 'formerly' | 'sources'
  >,
): Promise<void> {
  const { articles, destinations, queues, routes } = pipeline;
  const names = await destinations.takeOwed(articleId);
  const known = names.length > 0 ? await articles.find(articleId) : undefined;
  if (!known || known.action === 'withdraw') return;
  // What is no longer in the config is owed nothing, nor is one that no longer gets the article.
  const owed = routes.filter(
    (route) =>
      names.includes(route.name) &&
      (!isSelective(route) || routeVerdictOn(known, route, pipeline).isTaken),
  );
  await Promise.all(
    owed.map((route) => queues.addAgain(queueOf(route), jobOf(known, route, pipeline))),
  );
}

/**
 * Finishes what a crash left between remembering a revision and enqueueing it. `graceMs` is long enough
 * for a worker in good health to enqueue what it has just remembered.
 */
export async function reconcileOutbox(pipeline: Sender, graceMs: number): Promise<number> {
  const overdue = await pipeline.outbox.overdueIntents(pipeline.now() - graceMs);
  let sent = 0;
  const failures: Error[] = [];
  for (const articleId of overdue) {
    try {
      const known = await pipeline.articles.find(articleId);
      if (known) await republish(known, pipeline);
      if (known) sent += 1;
    } catch (cause) {
      // What one article has, such as a record that only a later version can read, is not the others'.
      failures.push(new Error(`article ${articleId} could not be enqueued`, { cause }));
    }
  }
  if (failures.length > 0) throw failures[0]!;
  return sent;
}
