import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createLog, troubleLog } from '../../../src/cli/log.ts';

function logged() {
  const lines: string[] = [];
  const stderr = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  const read = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  return { log: createLog({ stderr }, 'debug'), lines, read };
}

test('what strangers write is one line, without controls, and no longer than 2,000 characters', () => {
  const { log, lines, read } = logged();
  const title = `Ferry\n{"level":50}\u001b[2J\u009b2J\u2028${'x'.repeat(1_000_000)}`;
  log.warn({ title, count: 3 }, title);
  expect(lines).toHaveLength(1);
  // oxlint-disable-next-line no-control-regex -- controls are what must not be there
  expect(lines[0]?.trimEnd()).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028]/);
  expect(read()[0]).toMatchObject({ level: 40, count: 3 });
  expect((read()[0]!['title'] as string).length).toBe(2_001);
  expect((read()[0]!['msg'] as string).length).toBe(2_001);
});

test('of ten thousand errors a second ten are written, and how many were not', () => {
  const { log, read } = logged();
  const clock = { ms: 1_000_000 };
  const report = troubleLog(log, () => clock.ms);
  const error = new Error('OOM command not allowed');
  for (let count = 0; count < 10_000; count += 1) report({ error });
  clock.ms += 1_000;
  report({ error });
  expect(read()).toHaveLength(12);
  expect(read()[10]).toMatchObject({ level: 40, suppressed: 9_990 });
  expect(read()[11]).toMatchObject({ level: 50, reason: 'OOM command not allowed' });
});
