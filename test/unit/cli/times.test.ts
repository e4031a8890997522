import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { clockFor } from '../../../src/cli/times.ts';
import { localTime } from '../../../src/monitor/times.ts';

const at = '2026-11-29T08:15:07.250Z';

test('a program reads a moment in UTC to the second, a person in the zone of the machine', () => {
  expect(clockFor({ stdout: new PassThrough() })(at)).toBe('2026-11-29T08:15:07Z');
  expect(clockFor({ stdout: new PassThrough() })(0)).toBe('1970-01-01T00:00:00Z');
  const terminal = Object.assign(new PassThrough(), { isTTY: true });
  expect(clockFor({ stdout: terminal })(at)).toBe(localTime(at));
  const piped = Object.assign(new PassThrough(), { isTTY: false });
  expect(clockFor({ stdout: piped })(at)).toBe('2026-11-29T08:15:07Z');
});
