// A worker that scrapes reads invented pages before its first job, so that a hostile one does not meet a cold process.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { Service, writeConfig } from '../../support/commands/service.ts';
import { OwnRedis } from '../../support/redis/own-redis.ts';

/** A service with nothing to do, once it says that it works. */
async function working(roles: string, pages?: string) {
  await using stack = new AsyncDisposableStack();
  const redis = stack.use(await OwnRedis.start());
  const config = stack.use(
    await writeConfig({
      redis: { url: redis.url },
      http: { userAgent: 'newsrelay-test/1.0 (+https://harbour.example/bot)' },
      sources: [{ id: 'harbour', name: 'Harbour', feeds: ['http://127.0.0.1:1/'], enabled: false }],
      web: false,
    }),
  );
  const environment =
    pages === undefined ? { NODE_OPTIONS: '' } : await withPages(config.dir, pages);
  const args = ['run', '--only', roles, '--log-level', 'debug'];
  const service = stack.use(new Service(config.path, args, environment));
  await service.says('"working"');
  const opened = stack.move();
  return { service, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}

/** Puts other pages in the place of the invented ones, by their source. */
async function withPages(folder: string, pages: string): Promise<Record<string, string>> {
  const hook = join(folder, 'pages.mjs');
  await writeFile(
    hook,
    `import { registerHooks } from 'node:module';
const source = ${JSON.stringify(`export const WARM_UP_PAGES = ${pages};`)};
registerHooks({ load: (url, context, next) =>
  url.endsWith('/warm-up-pages.ts') ? { format: 'module', source, shortCircuit: true } : next(url, context) });`,
  );
  return { NODE_OPTIONS: `--import=${pathToFileURL(hook).href}` };
}

const told = (service: Service, what: RegExp) =>
  [...service.output.matchAll(/"msg":"([^"]*)"/g)]
    .map(([, message = '']) => message)
    .filter((message) => what.test(message));

const WARMTH = /warm|^working/;

test('A worker that scrapes says that it works once it is warm, and warms up once for all its configs.', async () => {
  await using at = await working('scrape');
  expect(told(at.service, WARMTH)).toEqual(['warmed up', 'working']);
  at.service.child.kill('SIGHUP');
  await expect
    .poll(() => told(at.service, WARMTH), { timeout: 20_000 })
    .toEqual(['warmed up', 'working', 'working']);
});

test('A worker that reads no page does not warm up.', async () => {
  await using at = await working('poll,deliver');
  expect(told(at.service, WARMTH)).toEqual(['working']);
});

test('A warm-up that fails is told with its cause, and the worker works all the same.', async () => {
  await using at = await working('scrape', "[{ name: 'a lost page', html: undefined }]");
  expect(told(at.service, WARMTH)).toEqual([
    'could not warm up: the first pages take longer to read',
    'working',
  ]);
  expect(at.service.output).toMatch(/"reason":"a lost page: TypeError[^"]*/);
  at.service.child.kill('SIGTERM');
  expect(await at.service.exited).toEqual({ status: 0, signal: null });
});
