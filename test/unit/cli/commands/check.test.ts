import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { check } from '../../../../src/cli/commands/check.ts';

async function run(configPath: string, json = false) {
  let [out, err] = ['', ''];
  const status = await check({
    configPath,
    json,
    environment: {},
    stdout: { write: (text) => (out += text) !== '' },
    stderr: { write: (text) => (err += text) !== '' },
  });
  return { status, out, err };
}

test('check shows what a sound config will do', async () => {
  const socket = resolve('test/fixtures/config/state/redis/redis.sock');
  expect(await run('test/fixtures/config/whole/newsrelay.yaml')).toEqual({
    status: 0,
    out: `source   feeds  schedule                            republish
harbour  1      adaptive, 5m to 6h                  excerpt
hill     1      every 20m                           link
mill     1      cron */10 6-22 * * * (Asia/Manila)  excerpt
valley   1      every 20m                           excerpt

test/fixtures/config/whole/newsrelay.yaml is sound: 4 sources, 4 feeds
sites connect to Redis at ${socket}, prefix newsrelay, queue republish; this private Redis is there while newsrelay runs, for this user alone: a site of another user or machine needs redis.url in the config
`,
    err: '',
  });
});

test('check names every problem and ends with status 2', async () => {
  const { status, out, err } = await run('test/fixtures/config/ten-mistakes/newsrelay.yaml');
  expect(status).toBe(2);
  expect(out).toBe('');
  expect(err.trimEnd().split('\n')).toHaveLength(12);
  expect(err).toContain(
    'newsrelay.yaml:5:13: defaults.schedule is not a schedule; write a duration',
  );
  expect(err).toMatch(/newsrelay.yaml: 10 problems; nothing was started\n$/);
});

test('check --json gives the same to machines', async () => {
  const bad = await run('test/fixtures/config/ten-mistakes/newsrelay.yaml', true);
  expect(bad.status).toBe(2);
  expect(JSON.parse(bad.out)).toMatchObject({
    ok: false,
    problems: expect.arrayContaining([
      expect.objectContaining({ line: 5, column: 13, path: 'defaults.schedule' }),
    ]),
  });
  const good = await run('test/fixtures/config/whole/newsrelay.yaml', true);
  expect(JSON.parse(good.out)).toMatchObject({
    ok: true,
    warnings: [],
    sources: [{ id: 'harbour', schedule: 'adaptive, 5m to 6h' }, {}, {}, {}],
  });
});

test('check warns of a contact that nobody reads, and passes the shipped config', async () => {
  const { status, err } = await run('config/newsrelay.yaml');
  expect(status).toBe(0);
  expect(err).toMatch(/^warning: config\/newsrelay.yaml:\d+:\d+: http.userAgent names a contact/);
});

test('check --json names no secret of a feed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'newsrelay-check-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'newsrelay.yaml');
  const lines = [
    'sources:',
    '  - id: harbour',
    '    name: Harbour Post',
    '    feeds: [https://reader:hunter2@harbour.example/rss.xml?token=s3cret]',
  ];
  await writeFile(path, lines.join('\n'));
  const { out } = await run(path, true);
  expect(JSON.parse(out)).toMatchObject({ sources: [{ id: 'harbour' }] });
  expect(out).not.toMatch(/hunter2|s3cret/);
});
