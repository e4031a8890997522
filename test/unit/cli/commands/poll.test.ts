import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { printSummaries, progressText } from '../../../../src/cli/commands/poll.ts';
import { emptySummary, type SourceSummary } from '../../../../src/operations/source-summary.ts';

const summary = (changes: Partial<SourceSummary> = {}): SourceSummary => ({
  ...emptySummary('harbour', 2),
  polled: 2,
  ...changes,
});

function printed(summaries: SourceSummary[], json = false): string {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const { signal } = new AbortController();
  printSummaries(summaries, json, { stdin, stdout, stderr, environment: {}, signal });
  return String(stdout.read());
}

test('how far a pass has come is said of feeds and of articles', () => {
  const progress = { feeds: 4, feedsDone: 3, articles: 20, articlesDone: 7 };
  expect(progressText(progress)).toBe('polled 3 of 4 feeds, 7 of 20 articles done');
});

test('each source has its counts under their names, and what is filtered only where something is', () => {
  const counts = {
    found: 10,
    published: 11,
    updated: 12,
    withdrawn: 13,
    unchanged: 14,
    held: 15,
    waiting: 17,
  };
  const rows = (changes: Partial<SourceSummary>) =>
    printed([summary({ ...counts, ...changes })])
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/ {2,}/));
  const names = ['found', 'published', 'updated', 'withdrawn', 'unchanged', 'held'];
  expect(rows({})).toEqual([
    ['source', 'status', ...names, 'waiting'],
    ['harbour', 'ok', '10', '11', '12', '13', '14', '15', '17'],
  ]);
  expect(rows({ filtered: 16 })).toEqual([
    ['source', 'status', ...names, 'filtered', 'waiting'],
    ['harbour', 'ok', '10', '11', '12', '13', '14', '15', '16', '17'],
  ]);
});

describe('a source', () => {
  test.each<[Partial<SourceSummary>, string]>([
    [{ isDisabled: true, failures: ['x'] }, 'disabled'],
    [{ failures: ['x'], suspicious: ['y'] }, 'failed'],
    [{ suspicious: ['y'] }, 'held'],
    [{ polled: 0 }, 'not due'],
    [{ notModified: 2 }, 'unchanged'],
    [{ notModified: 1 }, 'ok'],
  ])('with %j is %s', (changes, status) => {
    expect(printed([summary(changes)])).toMatch(new RegExp(`^harbour {2,}${status} {2,}`, 'm'));
  });
});

test('what is held, what failed and what is noted stand below, each with its source', () => {
  const told = summary({ suspicious: ['a flood'], failures: ['HTTP 503'], notes: ['moved'] });
  expect(printed([told]).trimEnd().split('\n').slice(2)).toEqual([
    'harbour: held: a flood',
    'harbour: failed: HTTP 503',
    'harbour: note: moved',
  ]);
});

test('a program gets the summaries as they are', () => {
  expect(JSON.parse(printed([summary()], true))).toEqual([summary()]);
});
