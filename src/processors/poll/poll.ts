import type { Source } from '../../config/schema.ts';
import { PermanentError, ThrottledError, TransientError } from '../../errors.ts';
import {
  afterPoll,
  bodyHash,
  isDue,
  pollRequest,
  sentValidators,
} from '../../feed/polling/after-poll.ts';
import type { PollState } from '../../feed/polling/poll-state.ts';
import { conditionalOutcome } from '../../http/conditional-request.ts';
import type { FetchResponse } from '../../http/fetch.ts';
import { retryAfterMs } from '../../http/freshness.ts';
import { withoutSecrets } from '../../printable-url.ts';
import { feedId } from '../../queue/queues.ts';
import type { JobContext } from '../../queue/run-job.ts';
import { tickMs } from '../../queue/schedule.ts';
import type { PollJob } from '../../queue/topology.ts';
import { leaveToOthers, sourceNamed } from '../job-source.ts';
import { askerFor, type Pipeline } from '../pipeline.ts';
import { notesOfLook } from './look-notes.ts';
import { standingFailure, notePoll, type PolledFeed } from './note-poll.ts';
import { failedPoll, type PollResult, type PollVisit } from './poll-result.ts';
import { readEntries } from './read-entries.ts';

/** Visits a feed when it is due and sends what is new or changed in it to `scrape`. */
export async function pollFeed(
  given: PollJob,
  context: JobContext,
  pipeline: Pipeline,
): Promise<PollResult> {
  const source = sourceNamed(given.sourceId, pipeline);
  if (!source) {
    await leaveToOthers(given.sourceId, pipeline);
    return { kind: 'source-removed' };
  }
  const job = { ...given, sourceId: source.id };
  const id = feedId(job);
  const [state, isPaused] = await Promise.all([
    pipeline.feeds.lease(id, context.id),
    pipeline.health.paused.has(source.id),
  ]);
  if (!state) {
    const failure = standingFailure(await pipeline.feeds.state(id));
    return { kind: 'busy', ...(failure ? { failure } : {}) };
  }
  try {
    if (isPaused) {
      await pipeline.feeds.release(id);
      return { kind: 'paused' };
    }
    if (job.force !== true && !isDue(state, pipeline.now())) {
      await pipeline.feeds.release(id);
      return notDue(job, source, state, pipeline.now());
    }
    const visited = await visit(job, source, state, context, pipeline);
    const { outcome, reading } = visited;
    const plan = { schedule: source.schedule, nowMs: pipeline.now(), random: pipeline.random };
    const next = afterPoll(state, addressOf(job, source), outcome, plan);
    await pipeline.feeds.save(id, next, reading);
    const polled = { ...visited, job, id, before: state, after: next };
    await notePoll(polled, pipeline);
    return withNotes(polled, pipeline.now());
  } catch (error) {
    await pipeline.feeds.release(id);
    throw error;
  }
}

/** The result with what the look showed besides, for those who wait for it. */
function withNotes({ result, outcome, before, after }: PolledFeed, nowMs: number): PollResult {
  const notes = notesOfLook(outcome, { before, after, nowMs }).map(({ message }) => message);
  if (result.kind === 'modified') {
    const { repairedReadings } = after;
    return { ...result, notes: [...result.notes, ...notes], repairedReadings };
  }
  return result.kind === 'not-modified' && notes.length > 0 ? { ...result, notes } : result;
}

/** A job names its feed without secrets; the config has them. */
function addressOf({ feedUrl }: PollJob, { feeds }: Source): string {
  return feeds.find((feed) => withoutSecrets(feed) === withoutSecrets(feedUrl)) ?? feedUrl;
}

// A tick may come a little before the feed is due; the job then waits for that moment instead of
// leaving the feed for another whole interval.
function notDue(job: PollJob, { schedule }: Source, state: PollState, nowMs: number): PollResult {
  const untilMs = state.nextPollAtMs;
  if (job.scheduled === true && state.disabledAtMs === null && untilMs - nowMs < tickMs(schedule)) {
    throw new ThrottledError('not-due', `${job.feedUrl} is not due yet`, untilMs);
  }
  const failure = standingFailure(state);
  return { kind: 'not-due', untilMs, ...(failure ? { failure } : {}) };
}

async function visit(
  job: PollJob,
  source: Source,
  state: PollState,
  context: JobContext,
  pipeline: Pipeline,
): Promise<PollVisit> {
  try {
    const question = { nowMs: pipeline.now(), isWhole: job.whole === true };
    const asked = pollRequest(addressOf(job, source), state, question);
    const request = { ...asked, signal: context.signal };
    const asker = { ...askerFor(source, context.id, pipeline), isUrgent: true };
    const response = await pipeline.fetch(request, asker);
    const sent = sentValidators(state, question);
    return await digest(job, source, { ...state, validators: sent }, response, pipeline);
  } catch (error) {
    // Giving up because the worker stops says nothing about the feed.
    if (context.signal?.aborted) throw error;
    if (!(error instanceof PermanentError || error instanceof TransientError)) throw error;
    return failedPoll(error.code, error.message);
  }
}

async function digest(
  job: PollJob,
  source: Source,
  state: PollState,
  response: FetchResponse,
  pipeline: Pipeline,
): Promise<PollVisit> {
  const answer = conditionalOutcome(state.validators, response, pipeline.now());
  switch (answer.kind) {
    case 'failed':
      return failedPoll(answer.code, answer.message, {
        forgetValidators: answer.forgetValidators,
        waitMs: retryAfterMs(response.headers, pipeline.now()),
      });
    case 'gone':
      return {
        result: {
          kind: 'failed',
          code: 'http-410',
          message: 'HTTP 410: the feed is gone for good',
        },
        outcome: { kind: 'gone' },
      };
    case 'not-modified':
      return {
        result: { kind: 'not-modified' },
        outcome: { kind: 'unchanged', response, validators: answer.validators },
      };
    case 'modified':
      if (bodyHash(response.body) === state.bodyHash) {
        return {
          result: { kind: 'not-modified' },
          outcome: { kind: 'unchanged', response, validators: answer.validators },
          reading: { held: null },
        };
      }
      return await readEntries(job, source, { ...answer, response }, pipeline);
  }
}
