import { isoTime } from '../iso-time.ts';
import type { Pipeline } from '../processors/pipeline.ts';
import { queueOf, routeVerdictOn } from '../processors/republish/send-to-destination.ts';
import type { ScrapeResult } from '../processors/scrape-result.ts';
import type { JobResult } from '../queue/job-results.ts';
import type { MemoryQueues } from '../queue/memory-queues.ts';
import type { ScrapeJob } from '../queue/topology.ts';
import { pollPass, type PassOptions } from './poll-pass.ts';
import type { SourceSummary } from './source-summary.ts';

/** What a destination would have been asked for, or why nothing. */
export interface WouldGet {
  destination: string;
  isTaken: boolean;
  /** By which line of the config, in words. */
  reason: string;
  action?: string;
  byline?: string;
  /** When it would go out, where that is later (RFC 3339). */
  until?: string;
}

interface About {
  sourceId: string;
  /** Where the feed's entry leads to. */
  url: string;
  title: string | null;
  articleId?: string;
}

/** What would become of one entry. */
export type Decision = About &
  (
    | { outcome: 'enqueued'; action: string; mode: string; destinations: WouldGet[] }
    | { outcome: 'held' | 'filtered' | 'dropped' | 'failed'; reason: string; rule?: string }
    /** It leads to an article that another entry has led to. */
    | { outcome: 'unchanged' }
  );

export interface DryRun {
  summaries: SourceSummary[];
  /** By source, in the order of the config; what goes out first. */
  decisions: Decision[];
}

/** A pass over feeds as if they had never been read, which says what it would do. */
export async function dryRun(
  { pipeline, queues }: { pipeline: Pipeline; queues: MemoryQueues },
  options: Pick<PassOptions, 'sourceIds' | 'signal' | 'onProgress'>,
): Promise<DryRun> {
  const { results } = queues;
  const waiting = { force: true, pollResults: results, scrapeResults: results };
  const summaries = await pollPass(pipeline, { ...options, ...waiting });
  const visits = await Promise.all(
    queues.visits.map(async ({ data, result }) => {
      // What is done by then counts.
      const late = options.signal.aborted ? [Promise.resolve(TIME_IS_UP)] : [];
      const ended = await Promise.race([result, ...late]);
      return await decisionOn(data, ended, { pipeline, queues });
    }),
  );
  const unvisited = await Promise.all(
    summaries.map(({ sourceId }) => leftOutUnvisited(sourceId, pipeline)),
  );
  const all = [...unvisited.flat(), ...visits];
  return {
    summaries,
    decisions: summaries.flatMap(({ sourceId }) =>
      all.filter((one) => one.sourceId === sourceId).toSorted(inTellingOrder),
    ),
  };
}

const TOLD: readonly Decision['outcome'][] = [
  'enqueued',
  'held',
  'filtered',
  'dropped',
  'failed',
  'unchanged',
];

/** Pages are visited at once, and which of them is done first is chance. */
function inTellingOrder(one: Decision, other: Decision): number {
  const difference = TOLD.indexOf(one.outcome) - TOLD.indexOf(other.outcome);
  return difference || one.url.localeCompare(other.url);
}

const TIME_IS_UP: JobResult = { kind: 'failed', reason: 'was not visited before time ran out' };

async function decisionOn(
  { sourceId, entry: { link: url, title } }: ScrapeJob,
  ended: JobResult,
  { pipeline, queues }: { pipeline: Pipeline; queues: MemoryQueues },
): Promise<Decision> {
  const about = { sourceId, url, title };
  if (ended.kind !== 'completed') return { ...about, outcome: 'failed', reason: ended.reason };
  const result = ended.value as ScrapeResult;
  const { articleId } = result;
  switch (result.kind) {
    case 'enqueued':
      return await enqueued({ ...about, articleId }, result.action, { pipeline, queues });
    case 'held': {
      const held = await pipeline.held.find(articleId);
      const rule = held?.rule;
      const told = held?.record.title ?? title;
      return {
        ...about,
        title: told,
        articleId,
        outcome: 'held',
        reason: result.reason,
        ...(rule && { rule }),
      };
    }
    case 'filtered': {
      const { rule, reason } = result;
      return { ...about, articleId, outcome: 'filtered', reason, rule };
    }
    case 'dropped':
      return { ...about, articleId, outcome: 'dropped', reason: result.reason };
    case 'missing':
    case 'unreadable':
      return { ...about, articleId, outcome: 'failed', reason: result.reason };
    case 'unchanged':
      return { ...about, articleId, outcome: 'unchanged' };
  }
}

/** An article goes where its last revision goes, whichever entry led to that. */
async function enqueued(
  about: About & { articleId: string },
  action: string,
  { pipeline, queues }: { pipeline: Pipeline; queues: MemoryQueues },
): Promise<Decision> {
  const known = await pipeline.articles.find(about.articleId);
  const sent = queues.sentOf(about.articleId);
  const destinations = pipeline.routes.map((route): WouldGet => {
    const { name: destination } = route;
    const verdict = known
      ? routeVerdictOn(known, route, pipeline)
      : { isTaken: false, reason: 'the article is not known' };
    const one = sent.find(({ queue }) => queue === queueOf(route));
    if (!one) return { destination, ...verdict, isTaken: false };
    const { job, dueMs } = one;
    const until = dueMs === undefined ? {} : { until: isoTime(dueMs) };
    return { destination, ...verdict, action: job.action, byline: job.byline, ...until };
  });
  return {
    ...about,
    title: known?.record.title ?? about.title,
    outcome: 'enqueued',
    action: sent[0]?.job.action ?? action,
    mode: sent[0]?.job.record.rights.mode ?? known?.record.rights.mode ?? '',
    destinations,
  };
}

/** Entries that a rule left out by what the feed alone says. */
async function leftOutUnvisited(
  sourceId: string,
  { filtered }: Pick<Pipeline, 'filtered'>,
): Promise<Decision[]> {
  const names = await filtered.namesOf(sourceId);
  const all = await Promise.all(names.map((name) => filtered.find(name)));
  return all.flatMap((one) => {
    if (!one || one.record) return [];
    const { reason, rule, visit } = one;
    const { link: url, title } = visit.entry;
    return [{ sourceId, url, title, outcome: 'filtered', reason, rule }];
  });
}
