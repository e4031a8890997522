import { describe, expect, test } from 'vitest';
import { isDue, pollRequest } from '../../../../src/feed/polling/after-poll.ts';
import { type PollState } from '../../../../src/feed/polling/poll-state.ts';
import {
  minuteMs,
  hourMs,
  dayMs,
  startMs,
  url,
  type Redirects,
  changed,
  unchanged,
  failed,
  gone,
  poll,
  fresh,
  polled,
} from './poll-outcomes.ts';

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
