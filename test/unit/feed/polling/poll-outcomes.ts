import { afterPoll, type PollOutcome } from '../../../../src/feed/polling/after-poll.ts';
import {
  newPollState,
  pollStateSchema,
  type PollState,
} from '../../../../src/feed/polling/poll-state.ts';

export const minuteMs = 60_000;

export const hourMs = 60 * minuteMs;

export const dayMs = 24 * hourMs;

export const startMs = Date.UTC(2026, 0, 15, 12);

export const url = 'https://news.example/feed.xml';

export const hints = { ttlMs: null, skipHours: [], skipDays: [], updatePeriodMs: null };

export const validators = { url, etag: '"a"' };

export type Redirects = [number, string, string][];

export const response = (
  status: number,
  headers: Record<string, string> = {},
  redirects: Redirects = [],
) => ({
  status,
  url: redirects.at(-1)?.[2] ?? url,
  redirects: redirects.map(([code, from, to]) => ({ status: code, from, to })),
  headers,
  body: new TextEncoder().encode('<rss/>'),
});

export const changed = (headers = {}, redirects: Redirects = []): PollOutcome => ({
  kind: 'changed',
  response: response(200, headers, redirects),
  validators,
  hints,
  isRepaired: false,
  newEntryTimesMs: [],
});

export const unchanged = (headers = {}, redirects: Redirects = []): PollOutcome => ({
  kind: 'unchanged',
  response: response(304, headers, redirects),
  validators,
});

export const failed = (
  code: string,
  more: Partial<PollOutcome & { kind: 'failed' }> = {},
): PollOutcome => ({
  kind: 'failed',
  code,
  message: code,
  retryAfterMs: null,
  forgetValidators: false,
  ...more,
});

export const gone: PollOutcome = { kind: 'gone' };

export function poll(state: PollState, outcome: PollOutcome, nowMs = state.nextPollAtMs, at = url) {
  const schedule = { kind: 'interval', everyMs: 15 * minuteMs } as const;
  const after = afterPoll(state, at, outcome, { schedule, nowMs, random: () => 0 });
  return pollStateSchema.parse(JSON.parse(JSON.stringify(after)));
}

export const fresh = newPollState(startMs);

export const polled = poll(fresh, changed());
