import { describe, expect, test } from 'vitest';
import type { SourceStatus } from '../../../src/monitor/source-status.ts';
import { overdueNeeds, pauseInWords, sourceNeeds } from '../../../src/monitor/source-needs.ts';
import { sourceStanding } from '../../support/records/status.ts';

const MINUTE = 60_000;
const SINCE = '2026-11-29T10:00:00.000Z';
const failure = { code: 'dns', reason: 'no such host', since: SINCE, failures: 3 };
const feed = { url: 'https://harbour.example/feed.xml', lastSuccessAt: SINCE, nextPollAt: SINCE };
const source = (changes: Partial<SourceStatus> = {}) =>
  sourceStanding({ since: SINCE, ...changes });

test.each([
  [0, '1 min'],
  [89_999, '1 min'],
  [119 * MINUTE, '119 min'],
  [120 * MINUTE, '2 h'],
  [2_879 * MINUTE, '48 h'],
  [2_880 * MINUTE, '2 days'],
  [10_080 * MINUTE, '7 days'],
])('%i ms are said as %s', (ms, words) => {
  expect(pauseInWords(ms)).toBe(words);
});

describe('one source', () => {
  test.each(['failing', 'refused'] as const)(
    'that is %s is told with its cause and a try',
    (state) => {
      const status = source({ state, reason: 'no such host', feeds: [{ ...feed, failure }] });
      expect(sourceNeeds(status)).toEqual([
        {
          key: `source-${state} harbour`,
          kind: `source-${state}`,
          subject: 'harbour',
          since: SINCE,
          cause: 'no such host',
          mend: 'look for a typing mistake in the host name, then whether the name still exists',
          paste: 'newsrelay check --live harbour',
          weight: 'act',
        },
      ]);
    },
  );

  test('that holds articles is told with where they are', () => {
    expect(sourceNeeds(source({ state: 'held', reason: '2 articles wait' }))).toMatchObject([
      {
        kind: 'held',
        cause: '2 articles wait',
        since: SINCE,
        mend: 'release or drop them',
        paste: 'newsrelay held list --source harbour',
      },
    ]);
  });

  test('whose feed is not believed is asked again', () => {
    const feeds = [{ ...feed, failure: { ...failure, code: 'suspicious-flood' } }];
    expect(sourceNeeds(source({ state: 'held', reason: failure.reason, feeds }))).toMatchObject([
      {
        mend: 'it is let through when it says the same again',
        paste: 'newsrelay poll --source harbour --force',
      },
    ]);
  });

  test('that is quiet is told with its usual pause', () => {
    expect(sourceNeeds(source({ state: 'quiet' }))).toMatchObject([
      {
        kind: 'source-quiet',
        cause: 'has brought nothing new; its longest usual pause is 2 h',
        paste: 'newsrelay check --live harbour',
      },
    ]);
    expect(sourceNeeds(source({ state: 'quiet', usualPauseMs: null }))[0]!.cause).toContain(
      '1 min',
    );
  });

  test('whose pages changed lastingly is told with all the changes', () => {
    const drift = { since: SINCE, messages: ['no author', 'no date'] };
    expect(sourceNeeds(source({ drift }))).toMatchObject([
      { kind: 'drift', since: SINCE, cause: 'no author; no date', weight: 'act' },
    ]);
  });

  test('whose feed is gone or has moved is told of that feed', () => {
    const moved = { to: 'https://new.example/feed.xml', since: SINCE };
    expect(
      sourceNeeds(
        source({
          feeds: [
            { ...feed, isGone: true, moved },
            { ...feed, moved },
          ],
        }),
      ),
    ).toMatchObject([
      {
        kind: 'feed-gone',
        since: SINCE,
        cause: `the feed ${feed.url} says that it is gone for good, and is asked no more`,
      },
      {
        kind: 'feed-moved',
        since: SINCE,
        cause: `the feed ${feed.url} has moved for good to https://new.example/feed.xml`,
        weight: 'note',
      },
    ]);
  });

  test.each(['ok', 'new'] as const)('that is %s needs nothing', (state) => {
    expect(sourceNeeds(source({ state }))).toEqual([]);
  });

  test.each(['disabled', 'paused'] as const)(
    'that is %s needs nothing, whatever else is so',
    (state) => {
      const drift = { since: SINCE, messages: ['no author'] };
      expect(sourceNeeds(source({ state, drift, feeds: [{ ...feed, isGone: true }] }))).toEqual([]);
    },
  );
});

describe('overdue', () => {
  const late = (id: string, nextPollAt: string | null, changes = {}) =>
    source({ id, feeds: [{ ...feed, nextPollAt, isOverdue: true }], ...changes });
  const well = source({ id: 'well', feeds: [feed] });

  test('are feeds of some sources, each told with what to run', () => {
    expect(overdueNeeds([late('a', SINCE), well])).toEqual([
      {
        key: 'overdue a',
        kind: 'overdue',
        subject: 'a',
        cause: 'was not polled when it should have been',
        since: SINCE,
        mend: 'see whether `newsrelay run` is up, or whether cron calls `newsrelay poll`',
        paste: 'newsrelay poll --source a',
        weight: 'act',
      },
    ]);
  });

  test('are feeds of all, told once since the oldest', () => {
    const earlier = '2026-11-28T10:00:00.000Z';
    expect(
      overdueNeeds([late('a', SINCE), late('b', earlier), source({ state: 'paused' })]),
    ).toMatchObject([
      { subject: '', since: earlier, cause: 'nothing is polled: every feed is overdue' },
    ]);
  });

  test('are none of sources that are not polled', () => {
    expect(
      overdueNeeds([
        late('a', SINCE, { state: 'disabled' }),
        late('b', SINCE, { state: 'paused' }),
      ]),
    ).toEqual([]);
    expect(overdueNeeds([])).toEqual([]);
  });
});
