import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { printDeliveries } from '../../../src/cli/poll-deliveries.ts';
import type { DestinationStatus } from '../../../src/monitor/queue-status.ts';
import { destinationStanding } from '../../support/records/status.ts';

function told(changes: Partial<DestinationStatus>, isOurs = true) {
  const stream = new PassThrough();
  const destinations = [destinationStanding(changes)];
  const isDone = printDeliveries({ destinations, isOurs }, stream);
  return [
    isDone,
    String(stream.read() ?? '')
      .split('\n')
      .slice(0, -1),
  ];
}

test('a destination that has taken all is done, without a word', () => {
  expect(told({ waiting: 0 })).toEqual([true, []]);
});

test('what waits is not done where we were to deliver it, and is told to others where they are', () => {
  expect(told({ waiting: 1 })).toEqual([false, ['blog: 1 job waits to be delivered']]);
  expect(told({ waiting: 2 }, false)).toEqual([
    true,
    ['blog: 2 jobs wait for `newsrelay run --only deliver`'],
  ]);
});

test('what waits for its time is planned, and what waits beside that is not', () => {
  const planned = 'blog: 2 jobs wait as planned, by delay or maxPerHour';
  expect(told({ waiting: 2, planned: 2 })).toEqual([true, [planned]]);
  expect(told({ waiting: 1, planned: 2 })).toEqual([true, [planned]]);
  expect(told({ waiting: 3, planned: 2 })).toEqual([
    false,
    [planned, 'blog: 1 job waits to be delivered'],
  ]);
  expect(told({ waiting: 1, planned: 1 })[1]).toEqual([
    'blog: 1 job waits as planned, by delay or maxPerHour',
  ]);
});

test('a destination that is down is told with its reason, also where nothing waits', () => {
  const down = { state: 'down', since: '2026-11-29T11:00:00Z', reason: 'no answer' } as const;
  const since = 'blog: is down since 2026-11-29T11:00:00Z: no answer';
  expect(told({ ...down, waiting: 0 })).toEqual([true, [`${since}; 0 jobs wait`]]);
  expect(told({ ...down, waiting: 1 }, false)).toEqual([true, [`${since}; 1 job waits`]]);
});

test('one destination that has not taken all is enough for a pass that is not done', () => {
  const destinations = [destinationStanding({ waiting: 0 }), destinationStanding({ waiting: 1 })];
  expect(printDeliveries({ destinations, isOurs: true }, new PassThrough())).toBe(false);
});
