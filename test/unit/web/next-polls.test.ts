import { expect, test } from 'vitest';
import { nextPolls } from '../../../src/web/next-polls.ts';

const at = '2026-11-29T08:00:00.000Z';
const iso = (times: number[]) => times.map((time) => new Date(time).toISOString().slice(11, 16));

test('an interval goes on from the poll that is planned', () => {
  expect(iso(nextPolls({ kind: 'interval', everyMs: 900_000 }, at, 3))).toEqual([
    '08:00',
    '08:15',
    '08:30',
  ]);
});

test('a cron pattern is read in its zone', () => {
  const schedule = { kind: 'cron', pattern: '30 9 * * *', timezone: 'Europe/Berlin' } as const;
  expect(iso(nextPolls(schedule, at, 2))).toEqual(['08:30', '08:30']);
});

test('a feed that is not planned has none', () => {
  expect(nextPolls({ kind: 'interval', everyMs: 900_000 }, null, 3)).toEqual([]);
});

test('an adaptive schedule may poll at each of its shortest pauses', () => {
  const schedule = { kind: 'adaptive', minMs: 600_000, maxMs: 3_600_000 } as const;
  expect(iso(nextPolls(schedule, at, 2))).toEqual(['08:00', '08:10']);
});
