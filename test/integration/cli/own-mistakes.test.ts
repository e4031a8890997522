import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { commandsWith } from '../../support/commands/commands.ts';

const KEYED = 'https://reader:${QUAY_PW:-reef}@quay.example/feed.xml';
const source = (id: string, feed: string, more = {}) => ({ id, name: id, feeds: [feed], ...more });

test('a source that is switched off is named as such where it is asked for, and only there', async () => {
  const off = source('off', 'https://quay.example/off.xml', { enabled: false });
  const more = source('more', 'https://quay.example/more.xml', { enabled: false });
  await using own = await commandsWith({ sources: [off, more] });
  const { status, out } = await own.run(['poll', '--source', 'off']);
  expect(status).toBe(0);
  expect(out).toMatch(/^off +disabled /m);
  expect(out).toContain('off: note: is not polled: the config says enabled: false');
  expect(out).not.toContain('more');
  expect((await own.run(['poll'])).out).not.toContain('off');
});

test('an own list that comes back brings nothing twice, and says what was taken out of it', async () => {
  await using own = await commandsWith({
    sources: [source('quay', KEYED), source('pier', 'https://pier.example/feed.xml')],
  });
  const { out: opml } = await own.run(['export', '--opml']);
  expect(opml).toContain('https://***@quay.example/feed.xml');
  const back = await own.run(['import'], opml);
  expect(back).toMatchObject({
    status: 0,
    out: '',
    err: '2 feeds are polled already and left out\n',
  });
  await using other = await commandsWith({
    sources: [source('reef', 'https://reef.example/feed.xml')],
  });
  const { out } = await other.run(['import'], opml);
  expect(out).toMatch(/https:\/\/\*\*\*@quay\.example\/feed\.xml # its secret was taken out of/);
  expect(out).toMatch(/https:\/\/pier\.example\/feed\.xml\n/);
});

test('jobs of a source that there is not are not counted as retried', async () => {
  await using own = await commandsWith({ sources: [source('quay', KEYED)] });
  const unknown = await own.run(['quarantine', 'retry', '--source', 'qay']);
  expect(unknown).toMatchObject({ status: 2, err: 'no such source: qay; there are quay\n' });
  const none = await own.run(['quarantine', 'retry', '--source', 'quay']);
  expect(none).toMatchObject({ status: 0, out: 'no job was given up\n' });
  expect((await own.run(['held', 'release', '--all'])).out).toBe('nothing is held\n');
});

test('a Node that is too old is told which one is needed, without a stack trace', async () => {
  const program = resolve('workers/newsrelay.mjs');
  const older = 'Object.defineProperty(process, "versions", { value: { node: "20.9.0" } })';
  const args = [
    '--import',
    `data:text/javascript,${encodeURIComponent(older)}`,
    program,
    '--version',
  ];
  const ended = await new Promise<{ code: unknown; stdout: string; stderr: string }>((done) =>
    execFile(process.execPath, args, (error, stdout, stderr) =>
      done({ code: error?.code, stdout, stderr }),
    ),
  );
  expect(ended).toMatchObject({ code: 2, stdout: '' });
  expect(ended.stderr).toMatch(/^newsrelay: needs Node 24, and this is 20\.9\.0; run npm ci .*\n$/);
});
