import { PermanentError, ThrottledError, TransientError } from '../errors.ts';
import type { RepublishJob } from '../queue/republish-job.ts';
import type { DestinationHealth, DestinationStore } from '../store/destinations/destinations.ts';
import {
  afterAnswer,
  healthAfterFailure,
  type Failure,
  nextSuspectTry,
  putOffUntil,
  suspicionAfter,
} from './breaker.ts';
import type { DeliveryContext, DeliveryOutcome, Destination } from './destination.ts';

/** A destination began to be put off, or takes jobs again. Times in epoch milliseconds. */
export type DestinationChange =
  | { kind: 'put-off'; destination: string; reason: string; sinceMs: number; nextTryMs: number }
  | { kind: 'back'; destination: string; sinceMs: number; atMs: number };

export interface GuardTools {
  store: DestinationStore;
  /** 0 to 1. */
  random: () => number;
  /** Must not throw. */
  tell: (change: DestinationChange) => void;
}

/** Longer than a try and the probe after it. */
const TRIAL_LEASE_MS = 120_000;
const PROBE_TIMEOUT_MS = 10_000;
/** A job that failed as the trial comes after those that wait: the next trial is another's. */
const LAST_IN_LINE_MS = 1_000;

/**
 * Delivers, and tells a destination's trouble from an article's own. While the destination is down its
 * jobs are put off without a call and without losing a try, and one at a time tries whether it is back.
 * An article that fails while the destination takes others, or answers its probe, is tried again by
 * itself and then given up with its reason: `PermanentError` `not-taken`.
 */
export async function deliverGuarded(
  job: RepublishJob,
  destination: Destination,
  context: DeliveryContext,
  tools: GuardTools,
): Promise<DeliveryOutcome> {
  const { store } = tools;
  const { name } = destination;
  const articleId = job.record.id;
  const startedAtMs = context.now().getTime();
  const before = await store.health(name);
  const mayTry =
    !before.down ||
    (startedAtMs >= before.down.nextTryMs && (await store.beginTrial(name, TRIAL_LEASE_MS)));
  if (!mayTry) throw putOff(name, before, putOffUntil(before, startedAtMs));
  const attempt = { job, destination, context, startedAtMs };
  try {
    const outcome = await destination.deliver(job, context);
    await noteTaken(name, articleId, before, context, tools);
    return outcome;
  } catch (error) {
    if (context.signal?.aborted) throw error;
    throw await judged(error, attempt, tools);
  } finally {
    if (before.down) await store.endTrial(name);
  }
}

interface Attempt {
  job: RepublishJob;
  destination: Destination;
  context: DeliveryContext;
  startedAtMs: number;
}

async function noteTaken(
  name: string,
  articleId: string,
  before: DestinationHealth,
  { now }: DeliveryContext,
  tools: GuardTools,
): Promise<void> {
  const { store } = tools;
  const atMs = now().getTime();
  const wasInTrouble = before.down !== undefined || before.failing.length > 0;
  await Promise.all([
    store.saveTaken(name, atMs),
    ...(wasInTrouble ? [saveHealth(name, before, { failing: [] }, atMs, tools)] : []),
    store.clear(name, articleId),
  ]);
}

/** What the queue is to do with a job that failed. */
async function judged(error: unknown, attempt: Attempt, tools: GuardTools): Promise<unknown> {
  const { destination, context, startedAtMs, job } = attempt;
  const { name } = destination;
  const { store, random } = tools;
  const atMs = () => context.now().getTime();
  const before = await store.health(name);
  if (!isDoubtful(error)) {
    if (before.down) await saveHealth(name, before, afterAnswer(before), atMs(), tools);
    return error;
  }
  // Jobs that were under way when it went down say nothing new about it.
  if (before.down && before.down.sinceMs > startedAtMs) {
    return putOff(name, before, putOffUntil(before, atMs()), error);
  }
  const hasTakenOthers = (before.takenAtMs ?? 0) > startedAtMs;
  const failure: Failure = {
    articleId: job.record.id,
    reason: error.message,
    isDestinationWell: hasTakenOthers || (await isWell(destination, context)),
    askedUntilMs: error instanceof ThrottledError ? error.untilMs : undefined,
    atMs: atMs(),
  };
  const health = healthAfterFailure(before, failure, random());
  await saveHealth(name, before, health, failure.atMs, tools);
  return await sentence(error, failure, health, name, store);
}

/** A fault that may be the destination's as well as the article's. */
function isDoubtful(error: unknown): error is TransientError | ThrottledError {
  return (
    error instanceof ThrottledError ||
    (error instanceof TransientError && /^(?:unavailable$|http-5)/.test(error.code))
  );
}

async function isWell(destination: Destination, context: DeliveryContext): Promise<boolean> {
  const deadline = AbortSignal.timeout(PROBE_TIMEOUT_MS);
  const signal = context.signal ? AbortSignal.any([context.signal, deadline]) : deadline;
  try {
    await destination.probe({ ...context, signal });
    return true;
  } catch {
    return false;
  }
}

async function sentence(
  error: TransientError | ThrottledError,
  failure: Failure,
  health: DestinationHealth,
  name: string,
  store: DestinationStore,
): Promise<Error> {
  const { articleId, atMs } = failure;
  // Whoever asks to be called less says nothing about the job, and one that stumbled says so itself.
  const isBlamable = error.code === 'unavailable';
  if (!isBlamable && !health.down) return error;
  const suspicion = suspicionAfter(
    await store.suspicion(name, articleId),
    health,
    health.down ? { ...failure, isDestinationWell: false } : failure,
  );
  const nextTryMs = nextSuspectTry(suspicion);
  if (isBlamable && nextTryMs === undefined) {
    await store.clear(name, articleId);
    const minutes = Math.ceil((atMs - suspicion.sinceMs) / 60_000);
    const told = `${error.message}; ${suspicion.tries} tries in ${minutes} min failed while ${name} was well: the trouble is this article's own`;
    return new PermanentError('not-taken', told, { cause: error });
  }
  if (isBlamable) await store.suspect(name, articleId, suspicion);
  const untilMs = Math.max(
    nextTryMs ?? 0,
    failure.askedUntilMs ?? 0,
    health.down ? health.down.nextTryMs + LAST_IN_LINE_MS : 0,
  );
  if (health.down) return putOff(name, health, untilMs, error);
  const told = `try ${suspicion.tries}, while others are taken: ${error.message}`;
  return new ThrottledError('not-taken', told, untilMs, { cause: error });
}

function putOff(
  name: string,
  { down }: DestinationHealth,
  untilMs: number,
  cause?: unknown,
): ThrottledError {
  const since = new Date(down?.sinceMs ?? 0).toISOString();
  const told = `${name} is put off since ${since}: ${down?.reason}`;
  return new ThrottledError('unavailable', told, untilMs, { cause });
}

async function saveHealth(
  destination: string,
  { down: before }: DestinationHealth,
  health: DestinationHealth,
  atMs: number,
  { store, tell }: GuardTools,
): Promise<void> {
  await store.saveTrouble(destination, health);
  const { down } = health;
  if (down && !before) {
    const { sinceMs, reason, nextTryMs } = down;
    tell({ kind: 'put-off', destination, reason, sinceMs, nextTryMs });
  }
  if (!down && before) tell({ kind: 'back', destination, sinceMs: before.sinceMs, atMs });
}
