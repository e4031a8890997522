import { PermanentError, TransientError } from '../../../src/errors.ts';
import {
  afterPoll,
  bodyHash,
  pollRequest,
  type PollOutcome,
} from '../../../src/feed/after-poll.ts';
import { firstPollAt, type PollPlan } from '../../../src/feed/next-poll.ts';
import { newPollState, pollStateSchema, type PollState } from '../../../src/feed/poll-state.ts';
import { readFeed } from '../../../src/feed/read.ts';
import { createHttpClient, type HttpClient } from '../../../src/http/client.ts';
import { conditionalOutcome } from '../../../src/http/conditional-request.ts';
import type { FetchResponse } from '../../../src/http/fetch.ts';
import { retryAfterMs } from '../../../src/http/freshness.ts';
import type { Reader, ReaderOptions } from './simulation.ts';

/** The client and the poll logic as the service uses them, with stored states that are text. */
export function createStoredReader(options: ReaderOptions): Reader {
  const { clock, feedUrls } = options;
  const random = seededRandom(20_260_112);
  const plan = (): PollPlan => ({
    schedule: { kind: 'interval', everyMs: options.intervalMs },
    nowMs: clock.nowMs,
    random,
  });
  const open = () =>
    createHttpClient({
      userAgent: options.userAgent,
      allowPrivateAddresses: ['127.0.0.0/8'],
      allowPorts: [options.port],
      timeoutMs: 10_000,
    });
  let client: HttpClient = open();
  const stored = new Map<string, string>();
  let states = new Map<string, PollState>();
  const store = (url: string, state: PollState) => {
    states.set(url, state);
    stored.set(url, JSON.stringify(state));
  };
  for (const url of feedUrls) store(url, newPollState(firstPollAt(feedUrls.length, plan())));

  return {
    nextPollAtMs(url) {
      const state = states.get(url);
      return state?.disabledAtMs === null ? state.nextPollAtMs : null;
    },
    async poll(url) {
      const state = states.get(url);
      if (!state) throw new Error(`${url} is not among the feeds`);
      const outcome = await visit(url, state, client, clock.nowMs);
      store(url, afterPoll(state, url, outcome, plan()));
    },
    async restart() {
      await client.close();
      client = open();
      states = new Map(
        Array.from(stored, ([url, json]) => [url, pollStateSchema.parse(JSON.parse(json))]),
      );
    },
    close: () => client.close(),
  };
}

async function visit(
  url: string,
  state: PollState,
  client: HttpClient,
  nowMs: number,
): Promise<PollOutcome> {
  try {
    return await digest(state, await client.fetch(pollRequest(url, state)), nowMs);
  } catch (error) {
    if (!(error instanceof PermanentError || error instanceof TransientError)) throw error;
    return failure(error.code, error.message);
  }
}

async function digest(
  state: PollState,
  response: FetchResponse,
  nowMs: number,
): Promise<PollOutcome> {
  const answer = conditionalOutcome(state.validators, response);
  if (answer.kind === 'gone') return { kind: 'gone' };
  if (answer.kind === 'failed') {
    return { ...answer, retryAfterMs: retryAfterMs(response.headers, nowMs) };
  }
  const { validators } = answer;
  if (answer.kind === 'not-modified' || bodyHash(response.body) === state.bodyHash) {
    return { kind: 'unchanged', response, validators };
  }
  const read = await readFeed({ bytes: response.body, url: response.url });
  if (read.kind === 'not-a-feed') return failure(read.kind, read.message, true);
  if (read.kind !== 'feed') return failure(read.kind, 'no feed but a list of sitemaps');
  return { kind: 'changed', response, validators, hints: read.feed.hints, newEntryTimesMs: [] };
}

function failure(code: string, message: string, forgetValidators = false): PollOutcome {
  return { kind: 'failed', code, message, retryAfterMs: null, forgetValidators };
}

/** The same numbers in every run (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
