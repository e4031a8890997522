import { describe, expect, test } from 'vitest';
import {
  afterPoll,
  bodyHash,
  isDue,
  pollRequest,
  type PollOutcome,
} from '../../../../src/feed/polling/after-poll.ts';
import { pollStateSchema } from '../../../../src/feed/polling/poll-state.ts';
import {
  minuteMs,
  hourMs,
  dayMs,
  startMs,
  url,
  hints,
  validators,
  changed,
  unchanged,
  failed,
  poll,
  fresh,
  polled,
} from './poll-outcomes.ts';

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

describe('since when a feed fails', () => {
  test('is the first of its failures, until it is read again', () => {
    const first = poll(polled, failed('dns'));
    const second = poll(first, failed('timeout'));
    expect([first.failingSinceMs, second.failingSinceMs]).toEqual([
      first.lastPolledAtMs,
      first.lastPolledAtMs,
    ]);
    expect(second.succeededAtMs).toBe(startMs);
    const well = poll(second, unchanged());
    expect(well).toMatchObject({
      failures: 0,
      failingSinceMs: null,
      lastOutcome: { kind: 'unchanged' },
    });
    expect(well.succeededAtMs).toBe(well.lastPolledAtMs);
    expect(well.bodyHash).toBe(polled.bodyHash);
  });

  test('is its farewell, which is one of them', () => {
    const after = poll(polled, { kind: 'gone' });
    expect(after).toMatchObject({
      failures: 1,
      failingSinceMs: after.lastPolledAtMs,
      lastOutcome: { kind: 'gone', code: 'http-410' },
    });
    expect(poll(after, { kind: 'gone' })).toMatchObject({
      failures: 2,
      failingSinceMs: after.lastPolledAtMs,
    });
  });
});

test('what a sitemap was found to hold stays until it holds something else', () => {
  const held = poll(fresh, { ...changed(), holds: 'pages' } as PollOutcome);
  expect(held.holds).toBe('pages');
  expect(poll(held, unchanged()).holds).toBe('pages');
  expect(poll(held, changed()).holds).toBe('pages');
  expect(poll(held, { ...changed(), holds: 'news' } as PollOutcome).holds).toBe('news');
});
