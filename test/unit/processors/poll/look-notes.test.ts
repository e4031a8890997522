import { describe, expect, test } from 'vitest';
import type { PollOutcome } from '../../../../src/feed/polling/after-poll.ts';
import { newPollState, type PollState } from '../../../../src/feed/polling/poll-state.ts';
import { NO_HINTS } from '../../../../src/feed/formats/hints.ts';
import { notesOfLook } from '../../../../src/processors/poll/look-notes.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.parse('2026-11-29T12:00:00Z');
const validators = { url: 'https://harbour.example/f', etag: '"1"' };
const stateOf = (changes: Partial<PollState> = {}): PollState => ({
  ...newPollState(0),
  ...changes,
});
const response = { status: 200, url: '', redirects: [], headers: {}, body: Buffer.from('') };
const unchanged: PollOutcome = { kind: 'unchanged', response, validators };

const changesOf = (outcome: PollOutcome, before: PollState, after: PollState) =>
  notesOfLook(outcome, { before, after, nowMs: NOW }).map(({ change, isKnown, message }) => [
    change,
    isKnown,
    message,
  ]);

describe('a feed that has had nothing new', () => {
  const silent = (sinceMs: number, gapMs: number | null) =>
    stateOf({ newsAtMs: NOW - sinceMs, gapMs });

  test.each([
    [3 * DAY, 2 * HOUR, 'every 2 h'],
    [DAY, 60_000, 'every 1 h'],
    [9 * DAY, 3 * DAY, 'every 72 h'],
  ])('for %i ms, and usually has every %i ms, is told to be silent', (sinceMs, gapMs, told) => {
    const after = silent(sinceMs, gapMs);
    const [note, ...more] = changesOf(unchanged, stateOf(), after);
    expect(note!.slice(0, 2)).toEqual(['feed-silent', false]);
    expect(note![2]).toContain(told);
    expect(note![2]).toContain(new Date(NOW - sinceMs).toISOString().slice(0, 16));
    expect(more).toEqual([]);
  });

  test.each([
    [DAY - 1, HOUR],
    [8 * DAY, 3 * DAY],
    [9 * DAY, null],
  ])('for %i ms, and usually has every %s ms, is not', (sinceMs, gapMs) => {
    expect(changesOf(unchanged, stateOf(), silent(sinceMs, gapMs))).toEqual([]);
  });

  test('is known where the look before showed it already', () => {
    const after = silent(3 * DAY, HOUR);
    const before = (fullAtMs: number | null) => ({ ...after, fullAtMs });
    expect(changesOf(unchanged, before(NOW - DAY), after)[0]![1]).toBe(true);
    expect(changesOf(unchanged, before(NOW - 2 * DAY - 1), after)[0]![1]).toBe(false);
    expect(changesOf(unchanged, before(null), after)[0]![1]).toBe(false);
  });

  test('is not judged by an answer that shows nothing of its document', () => {
    const after = silent(3 * DAY, HOUR);
    const notModified = { ...unchanged, response: { ...response, status: 304 } } as PollOutcome;
    expect(changesOf(notModified, stateOf(), after)).toEqual([]);
    expect(changesOf({ kind: 'gone' }, stateOf(), after)).toEqual([]);
  });
});

test('validators that stayed while the entries changed are told not to be believed', () => {
  const changed: PollOutcome = {
    kind: 'changed',
    response,
    validators,
    hints: NO_HINTS,
    isRepaired: false,
    hasChanges: true,
    newEntryTimesMs: [],
  };
  const [note] = changesOf(changed, stateOf({ validators }), stateOf());
  expect(note).toEqual(['validators-false', false, expect.stringContaining('not believed')]);
  const other = { ...validators, etag: '"2"' };
  expect(changesOf(changed, stateOf({ validators: other }), stateOf())).toEqual([]);
});
