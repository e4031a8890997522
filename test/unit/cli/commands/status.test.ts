import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { printStatus } from '../../../../src/cli/commands/status.ts';
import { need } from '../../../../src/monitor/need.ts';
import type { Status } from '../../../../src/monitor/status.ts';
import {
  destinationStanding,
  queueStanding,
  sourceStanding,
  standing,
} from '../../../support/records/status.ts';

function printed(changes: Partial<Status> = {}): string[] {
  const stdout = new PassThrough();
  printStatus(standing(changes), { stdout });
  return String(stdout.read()).split('\n');
}

test('where nothing needs a person the sentence is followed by the tables at once', () => {
  expect(printed()).toEqual([
    '1 of 1 source fine. 2 articles today. Last one 60 min ago.',
    '',
    'source   state  for  failures  last success  last article  next poll  reason',
    'harbour  ok     –    –         10m           1h            5m',
    '',
    'destination  state  waiting  oldest  last delivered  reason',
    '',
    'queue  waiting  oldest  active  later  given up',
    '',
    'held 0, given up 0; Redis holds 3.0 MB (no limit)',
    '',
  ]);
});

test('sources stand from the worst to the best, with since when and how often they fail', () => {
  const sources = [
    sourceStanding(),
    sourceStanding({
      id: 'fresh',
      state: 'new',
      lastSuccessAt: null,
      lastArticleAt: null,
      nextPollAt: null,
    }),
    sourceStanding({
      id: 'down',
      state: 'failing',
      since: '2026-11-29T09:00:00.000Z',
      failures: 4,
      reason: 'HTTP 503',
      nextPollAt: '2026-11-29T11:00:00.000Z',
    }),
  ];
  expect(
    printed({ sources })
      .slice(3, 6)
      .map((line) => line.split(/ {2,}/)),
  ).toEqual([
    ['down', 'failing', '3h', '4', '10m', '1h', 'now', 'HTTP 503'],
    ['fresh', 'new', '–', '–', '–', '–', 'now'],
    ['harbour', 'ok', '–', '–', '10m', '1h', '5m'],
  ]);
});

test('what needs a person stands before what can wait, each with its mend', () => {
  const since = '2026-11-29T09:00:00.000Z';
  const needs = [
    need({
      kind: 'feed-moved',
      subject: 'a',
      cause: 'has moved',
      since,
      mend: 'write it',
      weight: 'note',
    }),
    need({
      kind: 'source-failing',
      subject: 'b',
      cause: 'HTTP 503',
      since,
      mend: 'try',
      paste: 'newsrelay check',
    }),
    need({ kind: 'overdue', subject: '', cause: 'nothing is polled', since: null, mend: 'see' }),
  ];
  expect(printed({ needs }).slice(1, 11)).toEqual([
    '',
    'needs you:',
    '  b: HTTP 503 (since 2026-11-29T09:00:00Z)',
    '      try: newsrelay check',
    '  nothing is polled',
    '      see',
    '',
    'when you have time:',
    '  a: has moved (since 2026-11-29T09:00:00Z)',
    '      write it',
  ]);
});

test('destinations and queues have their numbers under their names', () => {
  const destinations = [
    destinationStanding({
      state: 'down',
      oldestWaitingAt: '2026-11-29T10:00:00.000Z',
      lastDeliveredAt: '2026-11-29T11:30:00.000Z',
      reason: 'no connection',
    }),
  ];
  const lines = printed({ destinations, queues: [queueStanding()] }).map((line) =>
    line.split(/ {2,}/),
  );
  expect(lines).toContainEqual(['blog', 'down', '3', '2h', '30m', 'no connection']);
  expect(lines).toContainEqual(['scrape', '1', '2m', '2', '3', '4']);
});

test('what Redis holds is told with its limit, its growth and when it will be full', () => {
  const memory = {
    usedBytes: 3 * 1_048_576,
    limitBytes: 10 * 1_048_576,
    use: 0.3,
    bytesPerDay: 524_288,
    fullAt: '2026-12-13T12:00:00.000Z',
  };
  expect(printed({ memory, held: { count: 6, since: null }, quarantined: 5 })).toContain(
    'held 6, given up 5; Redis holds 3.0 MB (of 10.0 MB, 0.5 MB a day, full on 2026-12-13 at this rate)',
  );
});
