import { cleanUrl } from '../clean-url.ts';
import { articleNamed } from './article-named.ts';
import { deliverQueue } from '../queue/topology.ts';
import {
  oldestUnsent,
  recheckJobs,
  republishJobs,
  visitsTo,
  type JobState,
} from '../queue/jobs-about.ts';
import { type DestinationState, destinationState } from '../store/destinations/destinations.ts';
import type { KnownArticle } from '../store/articles/articles.ts';
import { revisionsIn, type HistoryEvent } from '../store/history.ts';
import { sourceNamed } from '../processors/job-source.ts';
import { withoutSecrets } from '../printable-url.ts';
import { feedId } from '../queue/queues.ts';
import { unvisitedName } from '../store/filtered.ts';
import { shortHash } from '../short-hash.ts';
import type { Pipeline } from '../processors/pipeline.ts';

/** All that is known of one article: what it is, what happened to it, what is still to come. */
export interface Explanation {
  articleId: string | undefined;
  article:
    | { title: string; url: string; sourceId: string; action: string; revision: number }
    | undefined;
  /** Oldest first. */
  events: HistoryEvent[];
  /** Jobs that wait, run or were given up. */
  jobs: JobState[];
  /** The feed that had it when it was first read, where it was only remembered by then. */
  passedOver?: { feed: string; atMs: number; newest: string };
  /** The rule that left it out by what its feed said, so that its page was never visited. */
  filtered?: { rule: string; reason: string; atMs: number };
  /** How the destinations are doing that the article still waits for. */
  destinations: ({ name: string } & DestinationState)[];
}

/** Looks an article up by its id or any of its addresses. */
export async function explain(name: string, pipeline: Pipeline): Promise<Explanation> {
  const { articles, history, queues } = pipeline;
  const address = cleanUrl(name);
  const articleId = (await articleNamed(name, pipeline))?.articleId;
  if (articleId === undefined) {
    const jobs = await visitsTo(queues, (link) => link !== undefined && link === address);
    const nothing = { articleId, article: undefined, events: [], jobs, destinations: [] };
    if (address === undefined) return nothing;
    const filtered = await pipeline.filtered.find(unvisitedName(address));
    if (filtered) {
      const { rule, reason, atMs } = filtered;
      return { ...nothing, filtered: { rule, reason, atMs } };
    }
    const passed = await passedOverIn(address, pipeline);
    return passed ? { ...nothing, passedOver: passed } : nothing;
  }
  const [known, events] = await Promise.all([articles.find(articleId), history.read(articleId)]);
  const sent = await republishJobs(queues, articleId, [
    ...new Set([...revisionsIn(events), ...(known ? [known.revision] : [])]),
  ]);
  const links = new Set([address, known && cleanUrl(known.record.url)]);
  const visits = await visitsTo(
    queues,
    (link, id) => id === articleId || (link !== undefined && links.has(link)),
  );
  const steps = known ? (sourceNamed(known.record.sourceId, pipeline)?.recheck ?? []) : [];
  const rechecks = await recheckJobs(queues, articleId, steps);
  const isUnsent = ({ state }: JobState) => state !== 'completed';
  const pending = sent
    .filter(isUnsent)
    .map((job) => ({ ...job, reason: reasonOfState(job, events) }));
  return {
    articleId,
    article: known && summaryOf(known),
    events: [...events, ...sent.flatMap(taken)].toSorted((a, b) => a.at - b.at),
    jobs: unique([...pending, ...visits, ...rechecks]),
    destinations: await destinationsOf(pending, pipeline),
  };
}

function summaryOf({ action, revision, record }: KnownArticle): Explanation['article'] {
  const { title, url, sourceId } = record;
  return { title, url, sourceId, action, revision };
}

/** Of a job that is put off, what its history says last of its destination. */
export function reasonOfState(
  { queue, state, reason }: JobState,
  events: HistoryEvent[],
): string | undefined {
  if (state !== 'delayed') return reason;
  const last = events.findLast(
    ({ event, destination }) =>
      ['put-off', 'planned'].includes(event) &&
      [deliverQueue(String(destination)), destination].includes(queue),
  );
  return last === undefined ? reason : String(last['reason']);
}

async function destinationsOf(
  pending: JobState[],
  {
    destinations,
    queues,
    routes,
    now,
  }: Pick<Pipeline, 'destinations' | 'queues' | 'routes' | 'now'>,
): Promise<Explanation['destinations']> {
  const start = deliverQueue('');
  const found = [...new Set(pending.map(({ queue }) => queue))].filter((queue) =>
    queue.startsWith(start),
  );
  return await Promise.all(
    found.map(async (queue) => {
      const name = queue.slice(start.length);
      const oldestWaitingMs = await oldestUnsent(queues.named(queue));
      const health = await destinations.health(name);
      const maxPerHour = routes.find((route) => route.name === name)?.maxPerHour;
      return { name, ...destinationState(health, { oldestWaitingMs, nowMs: now(), maxPerHour }) };
    }),
  );
}

/** A job that a site's own worker completed; what we deliver ourselves is in the history. */
export function taken({ state, at, id, queue }: JobState): HistoryEvent[] {
  const isOurs = queue.startsWith(deliverQueue(''));
  if (state !== 'completed' || at === undefined || isOurs) return [];
  const revision = Number(id.slice(id.lastIndexOf('-') + 1));
  return [{ at, event: 'taken', destination: queue, revision }];
}

function unique(jobs: JobState[]): JobState[] {
  return [...new Map(jobs.map((job) => [`${job.queue}/${job.id}`, job])).values()];
}

/** Asks each feed of the config, for people who can wait a moment. */
export async function passedOverIn(
  address: string,
  { sources, feeds }: Pick<Pipeline, 'sources' | 'feeds'>,
): Promise<Explanation['passedOver']> {
  const link = shortHash(address);
  for (const { id: sourceId, feeds: configured } of sources.values()) {
    for (const feedUrl of configured.map((feed) => withoutSecrets(feed))) {
      // oxlint-disable-next-line no-await-in-loop -- the first one that has it ends the search
      const passed = await feeds.passedOver(feedId({ sourceId, feedUrl }));
      if (passed?.links.includes(link)) {
        return { feed: feedUrl, atMs: passed.atMs, newest: passed.newest };
      }
    }
  }
  return undefined;
}
