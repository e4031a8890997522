import { createHash } from 'node:crypto';
import { conditionalHeaders, type Validators } from '../../http/conditional-request.ts';
import type { FetchRequest, FetchResponse } from '../../http/fetch.ts';
import { freshness } from '../../http/freshness.ts';
import type { PollHints } from '../entry.ts';
import { afterFailure, afterGone, afterRedirects, feedAddress } from './feed-address.ts';
import { nextPollAt, type PollPlan } from './next-poll.ts';
import type { PollState } from './poll-state.ts';
import { afterLook, areSame, isWholeLookDue } from './validation.ts';
import { learnRhythm } from './rhythm.ts';
import { DAY_MS } from '../../durations.ts';

/** What a poll came to. */
export type PollOutcome =
  | {
      kind: 'changed';
      response: FetchResponse;
      /** Of this answer: kept because its body was read as a feed. */
      validators: Validators | null;
      hints: PollHints;
      /** The document had to be mended before it could be read. */
      isRepaired: boolean;
      /** Of the entries not seen before: published, or now where the feed does not say. */
      newEntryTimesMs: number[];
      /** Entries are new or say something new. */
      hasChanges?: boolean;
      /** Of a sitemap. */
      holds?: PollState['holds'] | undefined;
    }
  /** A 304, or a 200 with the bytes we have. */
  | { kind: 'unchanged'; response: FetchResponse; validators: Validators | null }
  | { kind: 'gone' }
  | {
      kind: 'failed';
      /** `http-503`, an error's code, or `not-a-feed`. */
      code: string;
      message: string;
      retryAfterMs: number | null;
      /** The document or the validators cannot be trusted: ask without them next time. */
      forgetValidators: boolean;
    };

export interface PollQuestion {
  nowMs: number;
  /** An operator wants to see for himself. */
  isWhole: boolean;
}

/** The validators of a feed's next poll; null where its whole document is asked for. */
export function sentValidators(
  state: PollState,
  { nowMs, isWhole }: PollQuestion,
): Validators | null {
  return isWhole || isWholeLookDue(state, nowMs) ? null : state.validators;
}

/** The request of a feed's next poll. */
export function pollRequest(
  configuredUrl: string,
  state: PollState,
  question: PollQuestion,
): FetchRequest {
  return {
    url: feedAddress(configuredUrl, state),
    kind: 'feed',
    conditional: conditionalHeaders(sentValidators(state, question)),
  };
}

/** Whether a poll proves that the server's validators say nothing: they are the same, and entries changed. */
export function provesThemFalse(before: PollState, outcome: PollOutcome): boolean {
  return (
    outcome.kind === 'changed' &&
    outcome.hasChanges === true &&
    areSame(before.validators, outcome.validators)
  );
}

/** Whether the feed may be asked now; `disabled` ones never are. */
export function isDue(state: PollState, nowMs: number): boolean {
  return state.disabledAtMs === null && nowMs >= state.nextPollAtMs;
}

export function bodyHash(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('base64url');
}

/** The feed's state after a poll; `state` itself is left as it was. */
export function afterPoll(
  state: PollState,
  configuredUrl: string,
  outcome: PollOutcome,
  plan: PollPlan,
): PollState {
  const polled = { ...state, lastPolledAtMs: plan.nowMs };
  switch (outcome.kind) {
    case 'changed':
    case 'unchanged':
      return afterSuccess(polled, configuredUrl, outcome, plan);
    case 'failed':
      return afterTrouble(polled, outcome, plan);
    case 'gone':
      return afterFarewell(polled, plan);
  }
}

type Success = PollOutcome & { kind: 'changed' | 'unchanged' };

function afterSuccess(state: PollState, configuredUrl: string, outcome: Success, plan: PollPlan) {
  const { response, validators } = outcome;
  const { nowMs } = plan;
  const isChanged = outcome.kind === 'changed';
  const stated = freshness(response.headers, nowMs);
  const isRefresh = response.status === 304 && stated.freshForMs === null;
  const freshForMs = isRefresh ? state.maxAgeMs : stated.freshForMs;
  const hints = isChanged ? outcome.hints : state.hints;
  const newTimesMs = isChanged ? outcome.newEntryTimesMs : [];
  const isLearning = plan.schedule.kind === 'adaptive';
  const rhythm = isLearning ? learnRhythm(state.rhythm, newTimesMs, nowMs) : null;
  const askedUrl = feedAddress(configuredUrl, state);
  const falseValidators =
    provesThemFalse(state, outcome) && validators ? validators : state.falseValidators;
  return {
    ...state,
    ...afterRedirects(state, askedUrl, response.redirects, nowMs),
    nextPollAtMs: nextPollAt({ failures: 0, retryAfterMs: null, freshForMs, hints, rhythm }, plan),
    lastOutcome: { kind: outcome.kind },
    failures: 0,
    failingSinceMs: null,
    succeededAtMs: nowMs,
    validators: areSame(validators, falseValidators) ? null : validators,
    falseValidators,
    ...afterLook(state, { isWhole: response.status !== 304, newTimesMs }, nowMs),
    holds: (isChanged ? outcome.holds : undefined) ?? state.holds,
    bodyHash: isChanged ? bodyHash(response.body) : state.bodyHash,
    hints,
    maxAgeMs: isRefresh ? state.maxAgeMs : stated.maxAgeMs,
    goneSinceMs: null,
    disabledAtMs: null,
    rhythm,
    repairedReadings: state.repairedReadings + (isChanged && outcome.isRepaired ? 1 : 0),
  };
}

function afterTrouble(state: PollState, outcome: PollOutcome & { kind: 'failed' }, plan: PollPlan) {
  const { code, message, retryAfterMs, forgetValidators } = outcome;
  const failures = state.failures + 1;
  const { hints, rhythm } = state;
  const timing = { failures, failureCode: code, retryAfterMs, freshForMs: null, hints, rhythm };
  return {
    ...state,
    ...afterFailure(state, failures),
    nextPollAtMs: nextPollAt(timing, plan),
    lastOutcome: { kind: 'failed' as const, code, message: message.slice(0, 500) },
    failures,
    failingSinceMs: state.failingSinceMs ?? plan.nowMs,
    validators: forgetValidators ? null : state.validators,
    goneSinceMs: null,
  };
}

const CONFIRMATION_MS = DAY_MS;

function afterFarewell(state: PollState, plan: PollPlan) {
  const failures = state.failures + 1;
  return {
    ...state,
    ...afterFailure(state, failures),
    ...afterGone(state, plan.nowMs),
    nextPollAtMs: plan.nowMs + CONFIRMATION_MS,
    lastOutcome: { kind: 'gone' as const, code: 'http-410' },
    failures,
    failingSinceMs: state.failingSinceMs ?? plan.nowMs,
  };
}
