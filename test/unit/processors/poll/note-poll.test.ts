import { expect, test } from 'vitest';
import { newPollState } from '../../../../src/feed/polling/poll-state.ts';
import { standingFailure } from '../../../../src/processors/poll/note-poll.ts';

const failing = (changes: object) =>
  standingFailure({
    ...newPollState(0),
    failures: 2,
    lastOutcome: { kind: 'failed', code: 'http-500', message: 'the server is in trouble' },
    ...changes,
  } as Parameters<typeof standingFailure>[0]);

test.each([
  ['since it began', { failingSinceMs: 7, lastPolledAtMs: 9 }, 7],
  ['where that is unknown, since the last poll', { failingSinceMs: null, lastPolledAtMs: 9 }, 9],
  ['and without one, since ever', { failingSinceMs: null, lastPolledAtMs: null }, 0],
])('A feed fails %s.', (_when, changes, sinceMs) => {
  expect(failing(changes)).toEqual({
    sinceMs,
    failures: 2,
    code: 'http-500',
    message: 'the server is in trouble',
  });
});

test('An outcome that says nothing more is told by its kind.', () => {
  expect(failing({ lastOutcome: { kind: 'gone' } })).toMatchObject({
    code: 'gone',
    message: 'HTTP 410: the feed is gone for good',
  });
});

test.each([{ failures: 0 }, { lastOutcome: null }])('A feed is well with %j.', (changes) => {
  expect(failing(changes)).toBeUndefined();
});
