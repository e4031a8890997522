// What a command loads before it works is what its user waits for: cron starts one every few minutes.

import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newsrelay } from '../../support/commands/command.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'newsrelay-startup-'));
  await writeFile(
    join(folder, 'tell.mjs'),
    `import { registerHooks } from 'node:module';
registerHooks({ load: (url, context, next) => (console.error('loaded ' + url), next(url, context)) });`,
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The modules that a command line loads, below the project's folder. */
async function loadedBy(...args: string[]): Promise<string[]> {
  const hook = pathToFileURL(join(folder, 'tell.mjs')).href;
  const { status, stderr } = await newsrelay(args, {
    environment: { NODE_OPTIONS: `--import=${hook}`, HOME: folder },
  });
  expect(status).toBe(0);
  const project = new URL('../../../', import.meta.url).href;
  return [...stderr.matchAll(/^loaded (.*)$/gm)]
    .map(([, url = '']) => url)
    .filter((url) => url.startsWith(project))
    .map((url) => url.slice(project.length));
}

const commandsIn = (modules: string[]) =>
  modules.filter((name) => /^src\/cli\/commands\/(?!commands\.ts)/.test(name));

test('The help loads the parser of command lines and no command.', async () => {
  const loaded = await loadedBy('--help');
  const packages = loaded.flatMap((name) => /^node_modules\/([^/]+)/.exec(name)?.[1] ?? []);
  expect([commandsIn(loaded), [...new Set(packages)]]).toEqual([[], ['commander']]);
});

test.each(['feed', 'held', 'article'])('%s loads its own command alone.', async (name) => {
  expect(commandsIn(await loadedBy(name, '--help'))).toEqual([`src/cli/commands/${name}.ts`]);
});

test.each(['article', 'try', 'poll'])('%s has no pages to warm up with.', async (name) => {
  const warm = (await loadedBy(name, '--help')).filter((module) => module.includes('warm-up'));
  expect(warm).toEqual([]);
});

test('What Node has compiled lies in the user’s own cache.', async () => {
  const home = await mkdtemp(join(folder, 'home-'));
  const { status } = await newsrelay(['--help'], { environment: { HOME: home } });
  expect([status, await readdir(join(home, '.cache'))]).toEqual([0, ['newsrelay']]);
});

test('A home that cannot be written to is no fault.', async () => {
  const home = join(folder, 'file');
  await writeFile(home, 'A file has no folders in it, whoever asks.');
  const { status, stdout, stderr } = await newsrelay(['--help'], { environment: { HOME: home } });
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('Usage: newsrelay');
});
