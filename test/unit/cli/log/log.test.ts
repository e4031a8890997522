import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createLog, loggedFetch, noticeLog, troubleLog } from '../../../../src/cli/log/log.ts';

function logged() {
  const lines: string[] = [];
  const stderr = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  const read = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  return { log: createLog({ stderr }, { level: 'debug' }), lines, read };
}

test('what strangers write is one line, without controls, and no longer than 2,000 characters', () => {
  const { log, lines, read } = logged();
  const title = `Ferry\n{"level":50}\u001b[2J\u009b2J\u2028${'x'.repeat(1_000_000)}`;
  log.warn({ title, count: 3 }, title);
  expect(lines).toHaveLength(1);
  // oxlint-disable-next-line no-control-regex -- controls are what must not be there
  expect(lines[0]?.trimEnd()).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028]/);
  expect(read()[0]).toMatchObject({ level: 'warn', count: 3 });
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
  expect(read()[10]).toMatchObject({ level: 'warn', suppressed: 9_990 });
  expect(read()[11]).toMatchObject({ level: 'error', reason: 'OOM command not allowed' });
});

test('ten errors a second are written, and of the eleventh that it was one more', () => {
  const { log, read } = logged();
  const clock = { ms: 0 };
  const report = troubleLog(log, () => clock.ms);
  const error = new Error('no answer');
  const reportTimes = (count: number) => {
    for (let at = 0; at < count; at += 1) report({ error });
  };
  reportTimes(10);
  clock.ms = 999;
  report({ error });
  expect(read()).toHaveLength(10);
  clock.ms = 1_000;
  reportTimes(10);
  expect(read()).toHaveLength(21);
  expect(read()[10]).toMatchObject({ suppressed: 1 });
  clock.ms = 2_000;
  report({ error });
  expect(read()).toHaveLength(22);
});

test.each([
  ['text', true, undefined, /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d info {2}harbour: found 3\n$/],
  ['JSON', false, undefined, /^\{"level":"info","time":"\d{4}-.*Z","source":"harbour"/],
  ['JSON that was asked for', true, 'json', /^\{"level":"info"/],
  ['text that was asked for', false, 'text', /harbour: found 3\n$/],
] as const)('%s, on a terminal: %s', (_what, isTTY, format, expected) => {
  const lines: string[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  const stderr = Object.assign(stream, { isTTY });
  const log = createLog({ stderr }, { level: 'info', format });
  noticeLog(log)({ level: 'info', sourceId: 'harbour', change: 'found', message: 'found 3' });
  expect(lines.join('')).toMatch(expected);
});

test('what goes well is no warning, and what is said without a level is one', () => {
  const { log, read } = logged();
  const tell = noticeLog(log);
  tell({ level: 'info', sourceId: 'harbour', change: 'feed-recovered', message: 'well again' });
  tell({ sourceId: 'harbour', change: 'feed-failing', message: 'the feed fails' });
  expect(read().map(({ level }) => level)).toEqual(['info', 'warn']);
});

test('a request is a line at the level debug, with its status or with why there is none', async () => {
  const { log, read } = logged();
  const answer = { status: 200, url: '', redirects: [], headers: {}, body: new Uint8Array() };
  const request = { url: 'https://me:secret@news.example/feed.xml', kind: 'feed' } as const;
  await loggedFetch(() => Promise.resolve(answer), log)(request);
  const failing = loggedFetch(() => Promise.reject(new Error('no connection')), log);
  await expect(failing(request)).rejects.toThrow('no connection');
  expect(read()).toMatchObject([
    { level: 'debug', kind: 'feed', status: 200, ms: expect.any(Number) },
    { level: 'debug', reason: 'no connection' },
  ]);
  expect(JSON.stringify(read())).not.toContain('secret');
});

test('a job that fails again and again is one warning, when it is given up', () => {
  const { log, read } = logged();
  const report = troubleLog(log, () => 1_000_000);
  const error = new Error('hook answered 500');
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    report({ error, jobId: 'story-1', final: attempt === 3 });
  }
  expect(read().map(({ level, msg }) => [level, msg])).toEqual([
    ['info', 'try of a job failed'],
    ['info', 'try of a job failed'],
    ['warn', 'job failed'],
  ]);
});
