import { describe, expect, test } from 'vitest';
import {
  afterPoll,
  bodyHash,
  isDue,
  pollRequest,
  type PollOutcome,
} from '../../../../src/feed/polling/after-poll.ts';
import {
  newPollState,
  pollStateSchema,
  type PollState,
} from '../../../../src/feed/polling/poll-state.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const startMs = Date.UTC(2026, 0, 15, 12);
const url = 'https://news.example/feed.xml';
const hints = { ttlMs: null, skipHours: [], skipDays: [], updatePeriodMs: null };
const validators = { url, etag: '"a"' };

type Redirects = [number, string, string][];

const response = (
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

const changed = (headers = {}, redirects: Redirects = []): PollOutcome => ({
  kind: 'changed',
  response: response(200, headers, redirects),
  validators,
  hints,
  isRepaired: false,
  newEntryTimesMs: [],
});

const unchanged = (headers = {}, redirects: Redirects = []): PollOutcome => ({
  kind: 'unchanged',
  response: response(304, headers, redirects),
  validators,
});

const failed = (
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

const gone: PollOutcome = { kind: 'gone' };

function poll(state: PollState, outcome: PollOutcome, nowMs = state.nextPollAtMs, at = url) {
  const schedule = { kind: 'interval', everyMs: 15 * minuteMs } as const;
  const after = afterPoll(state, at, outcome, { schedule, nowMs, random: () => 0 });
  return pollStateSchema.parse(JSON.parse(JSON.stringify(after)));
}

const fresh = newPollState(startMs);
const polled = poll(fresh, changed());

describe('a success', () => {
  test('keeps validators, hash and time, and asks with the validators next time', () => {
    expect(polled).toMatchObject({
      nextPollAtMs: startMs + 15 * minuteMs,
      lastPolledAtMs: startMs,
      lastOutcome: { kind: 'changed' },
      failures: 0,
      validators,
      bodyHash: bodyHash(new TextEncoder().encode('<rss/>')),
    });
    expect(pollRequest(url, polled, { nowMs: polled.nextPollAtMs, isWhole: false })).toEqual({
      url,
      kind: 'feed',
      conditional: { url, headers: { 'if-none-match': '"a"' } },
    });
  });

  test('has no validators where an operator wants to see for himself', () => {
    const question = { nowMs: polled.nextPollAtMs, isWhole: true };
    expect(pollRequest(url, polled, question).conditional).toBeUndefined();
  });

  test('validators that stayed as they were while entries changed are not sent again, others are', () => {
    const lied = poll(polled, { ...changed(), hasChanges: true } as PollOutcome);
    expect([lied.validators, lied.falseValidators]).toEqual([null, validators]);
    expect(poll(lied, changed()).validators).toBeNull();
    const other = { url, etag: '"b"' };
    expect(poll(lied, { ...changed(), validators: other } as PollOutcome).validators).toEqual(
      other,
    );
  });

  test('a new document with the same entries says nothing against the validators', () => {
    const again = poll(polled, { ...changed(), hasChanges: false } as PollOutcome);
    expect(again.validators).toEqual(validators);
  });

  test('is not due before its time, whoever asks', () => {
    const stored = pollStateSchema.parse(
      JSON.parse(JSON.stringify(poll(fresh, changed({ 'cache-control': 'max-age=43200' })))),
    );
    expect(isDue(stored, startMs + 12 * hourMs - 1)).toBe(false);
    expect(isDue(stored, startMs + 12 * hourMs)).toBe(true);
  });

  test('a 304 that says how long it is fresh is taken at its word', () => {
    const again = poll(polled, unchanged({ 'cache-control': 'max-age=7200' }));
    expect(again.nextPollAtMs - again.lastPolledAtMs!).toBe(2 * hourMs);
    expect(again.maxAgeMs).toBe(2 * hourMs);
  });

  test('a 304 that says nothing leaves the stored max-age in force', () => {
    const first = poll(fresh, changed({ 'cache-control': 'max-age=7200' }));
    const again = poll(first, unchanged());
    expect(again.nextPollAtMs - again.lastPolledAtMs!).toBe(2 * hourMs);
  });

  test('a 200 that says nothing ends it', () => {
    const first = poll(fresh, changed({ 'cache-control': 'max-age=7200' }));
    const again = poll(first, changed());
    expect(again.nextPollAtMs - again.lastPolledAtMs!).toBe(15 * minuteMs);
  });

  test('what the feed says of itself holds for the 304s that follow', () => {
    const outcome = { ...changed(), hints: { ...hints, ttlMs: hourMs } } as PollOutcome;
    const again = poll(poll(fresh, outcome), unchanged());
    expect(again.nextPollAtMs - again.lastPolledAtMs!).toBe(hourMs);
  });

  test('a rhythm is learnt only where the schedule uses it', () => {
    const schedule = { kind: 'adaptive', minMs: 5 * minuteMs, maxMs: dayMs } as const;
    const outcome = { ...changed(), newEntryTimesMs: [startMs - hourMs] } as PollOutcome;
    const learnt = afterPoll(fresh, url, outcome, { schedule, nowMs: startMs, random: () => 0 });
    expect(learnt.rhythm?.entriesPerHour[11]).toBe(1);
    expect(polled.rhythm).toBeNull();
  });
});

describe('a failure', () => {
  test('is counted, said and waited out; what is known of the feed stays', () => {
    const after = poll(polled, failed('timeout'));
    expect(after).toMatchObject({
      failures: 1,
      lastOutcome: { kind: 'failed', code: 'timeout' },
      validators,
      bodyHash: polled.bodyHash,
    });
  });

  test('of reading makes the next question unconditional', () => {
    const after = poll(polled, failed('not-a-feed', { forgetValidators: true }));
    expect(
      pollRequest(url, after, { nowMs: after.nextPollAtMs, isWhole: false }).conditional,
    ).toBeUndefined();
  });

  test('for thirty days is asked about at least daily, and never given up', () => {
    let state = polled;
    let polls = 0;
    while (state.nextPollAtMs < startMs + 30 * dayMs) {
      const dueMs = state.nextPollAtMs;
      state = poll(state, failed('dns'));
      expect(state.nextPollAtMs - dueMs).toBeLessThanOrEqual(dayMs);
      polls += 1;
    }
    expect(polls).toBeGreaterThan(30);
    expect(polls).toBeLessThan(45);
    expect(poll(state, changed())).toMatchObject({ failures: 0, disabledAtMs: null });
  });

  test('with Retry-After waits for it', () => {
    const after = poll(polled, failed('http-429', { retryAfterMs: 7_200_000 }));
    expect(after.nextPollAtMs - after.lastPolledAtMs!).toBe(2 * hourMs);
  });

  test('keeps a message short', () => {
    const after = poll(polled, failed('tls', { message: 'x'.repeat(10_000) }));
    expect(after.lastOutcome?.message).toHaveLength(500);
  });
});

describe('a permanent redirect', () => {
  const to = 'https://feeds.example/news.xml';
  const moved: Redirects = [[301, url, to]];

  test('is adopted when given three times over a day', () => {
    let state = poll(fresh, changed({}, moved), startMs);
    state = poll(state, unchanged({}, moved), startMs + 12 * hourMs);
    expect(pollRequest(url, state, { nowMs: state.nextPollAtMs, isWhole: false }).url).toBe(url);
    state = poll(state, unchanged({}, moved), startMs + dayMs);
    expect(state).toMatchObject({ movedTo: to, move: null });
    expect(pollRequest(url, state, { nowMs: state.nextPollAtMs, isWhole: false }).url).toBe(to);
  });

  test('is not adopted within a day, however often given', () => {
    let state = fresh;
    for (let i = 0; i < 50; i += 1)
      state = poll(state, changed({}, moved), startMs + i * 20 * minuteMs);
    expect(state.movedTo).toBeNull();
  });

  test.each([
    ['a pause in it', [moved, [], moved, moved]],
    ['another target in between', [moved, [[301, url, 'https://other.example/']], moved, moved]],
  ] as [string, Redirects[]][])('%s starts the count again', (_what, answers) => {
    let state = fresh;
    for (const [i, redirects] of answers.entries()) {
      state = poll(state, changed({}, redirects), startMs + i * 12 * hourMs);
    }
    expect(state.movedTo).toBeNull();
    expect(state.move?.seen).toBe(2);
  });

  test('a failure in between starts the count again', () => {
    let state = poll(fresh, changed({}, moved), startMs);
    state = poll(state, failed('http-404'), startMs + 12 * hourMs);
    expect(state.move).toBeNull();
  });

  test.each([
    ['302', [[302, url, to]]],
    ['303', [[303, url, to]]],
    ['307', [[307, url, to]]],
    [
      'a permanent one after a temporary one',
      [
        [302, url, 'https://a.example/'],
        [301, 'https://a.example/', to],
      ],
    ],
    ['one from https to http', [[301, url, 'http://news.example/feed.xml']]],
  ] as [string, Redirects][])('%s is never adopted', (_what, redirects) => {
    let state = fresh;
    for (let day = 0; day < 10; day += 1) {
      state = poll(state, changed({}, redirects), startMs + day * dayMs);
    }
    expect(state).toMatchObject({ movedTo: null, move: null });
  });

  test('of a chain the permanent beginning is adopted', () => {
    const redirects: Redirects = [
      [308, url, 'https://a.example/'],
      [301, 'https://a.example/', to],
      [302, to, 'https://cdn.example/1'],
    ];
    let state = fresh;
    for (let day = 0; day < 3; day += 1) {
      state = poll(state, changed({}, redirects), startMs + day * dayMs);
    }
    expect(state.movedTo).toBe(to);
  });

  test('is not adopted where the configured URL carries credentials', () => {
    const secret = 'https://me:pw@news.example/feed.xml';
    let state = fresh;
    for (let day = 0; day < 4; day += 1) {
      state = poll(state, changed({}, moved), startMs + day * dayMs, secret);
    }
    expect(state.movedTo).toBeNull();
  });

  test('to an address that fails five times is undone', () => {
    let state: PollState = { ...polled, movedTo: to };
    for (let i = 0; i < 4; i += 1) state = poll(state, failed('http-404'));
    expect(pollRequest(url, state, { nowMs: state.nextPollAtMs, isWhole: false }).url).toBe(to);
    state = poll(state, failed('http-404'));
    expect(pollRequest(url, state, { nowMs: state.nextPollAtMs, isWhole: false }).url).toBe(url);
  });
});

describe('410', () => {
  test('is confirmed a day later before the feed is disabled', () => {
    const first = poll(polled, gone);
    expect(first).toMatchObject({ disabledAtMs: null, lastOutcome: { kind: 'gone' } });
    expect(first.nextPollAtMs - first.lastPolledAtMs!).toBe(dayMs);
    const second = poll(first, gone);
    expect(second.disabledAtMs).toBe(second.lastPolledAtMs);
    expect(isDue(second, second.lastPolledAtMs! + 365 * dayMs)).toBe(false);
  });

  test('asked by hand within the day is not a confirmation', () => {
    const first = poll(polled, gone);
    expect(poll(first, gone, first.lastPolledAtMs! + hourMs).disabledAtMs).toBeNull();
  });

  test.each([
    ['a success', changed()],
    ['a failure', failed('http-503')],
  ])('followed by %s is forgotten', (_what, outcome) => {
    const after = poll(poll(polled, gone), outcome);
    expect(after.goneSinceMs).toBeNull();
    expect(poll(after, gone, after.lastPolledAtMs! + 2 * dayMs).disabledAtMs).toBeNull();
  });
});

test('the state is small', () => {
  const state = poll(polled, failed('http-503', { message: 'x'.repeat(100) }));
  expect(JSON.stringify(state).length).toBeLessThan(700);
});

test('readings that had to be mended are counted, and only they', () => {
  const mended = { ...changed(), isRepaired: true } as PollOutcome;
  const after = [mended, changed(), unchanged(), failed('http-503'), mended].reduce(
    (state, outcome) => poll(state, outcome),
    polled,
  );
  expect(after.repairedReadings).toBe(2);
});
