import { pino } from 'pino';
import { expect, test } from 'vitest';
import { tellWarmUp } from '../../../../src/cli/log/warm-up-log.ts';
import type { WarmUpOutcome } from '../../../../src/service/warm-up.ts';

function told(outcome: WarmUpOutcome): unknown {
  const lines: string[] = [];
  const log = pino({ level: 'debug', base: null }, { write: (line) => lines.push(line) });
  tellWarmUp(outcome, 40, log);
  return lines.map((line) => {
    const { time: _, ...said } = JSON.parse(line) as Record<string, unknown>;
    return said;
  });
}

test('A warm worker is news for those who look closely alone.', () => {
  expect(told({ kind: 'warm' })).toEqual([{ level: 20, ms: 40, msg: 'warmed up' }]);
});

test('A warm-up without enough time is told, since the first pages will be slower.', () => {
  expect(told({ kind: 'cut-short' })).toEqual([
    { level: 30, ms: 40, msg: 'had no time to warm up: the first pages take longer to read' },
  ]);
});

test('A warm-up that fails is a warning that names the page and the cause.', () => {
  const error = new TypeError('no markup');
  expect(told({ kind: 'failed', page: 'a lost page', error })).toEqual([
    {
      level: 40,
      ms: 40,
      reason: 'a lost page: TypeError: no markup',
      msg: 'could not warm up: the first pages take longer to read',
    },
  ]);
});
