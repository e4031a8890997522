import { expect, test } from 'vitest';
import { since } from '../../../../src/cli/commands/resend.ts';

test.each([
  ['2h', { kind: 'ago', ms: 7_200_000 }],
  ['2026-11-26', { kind: 'at', ms: Date.UTC(2026, 10, 26) }],
  ['2026-11-26T08:00Z', { kind: 'at', ms: Date.UTC(2026, 10, 26, 8) }],
  ['2026-11-26T08:00:05.5+08:00', { kind: 'at', ms: Date.UTC(2026, 10, 26, 0, 0, 5, 500) }],
])('%s is %j', (text, expected) => {
  expect(since(text)).toEqual(expected);
});

test.each(['', 'yesterday', '2026', '2026-11-26T08:00', '26.11.2026', '2026-13-01', '2 h', '367d'])(
  '"%s" is no time',
  (text) => {
    expect(() => since(text)).toThrow('write a time with its zone');
  },
);
