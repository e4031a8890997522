// A worker that scrapes reads invented pages before its first job, so that a hostile one does not meet a cold process.

import { expect, test } from 'vitest';
import { HERE, Service, writeConfig } from '../../support/commands/service.ts';
import { OwnRedis } from '../../support/redis/own-redis.ts';

/** A service with nothing to do, once it says that it works. */
async function working(...options: string[]) {
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
  const args = ['run', ...options, '--log-level', 'debug'];
  const service = stack.use(new Service(config.path, args, {}, HERE));
  await service.says('"working"');
  const opened = stack.move();
  return { service, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}

const told = (service: Service, what: RegExp) =>
  [...service.output.matchAll(/"msg":"([^"]*)"/g)]
    .map(([, message = '']) => message)
    .filter((message) => what.test(message));

const WARMTH = /warm|^working/;

test('A worker that scrapes says that it works once it is warm, and warms up once for all its configs.', async () => {
  await using at = await working('--only', 'scrape');
  expect(told(at.service, WARMTH)).toEqual(['warmed up', 'working']);
  at.service.child.kill('SIGHUP');
  await expect
    .poll(() => told(at.service, WARMTH), { timeout: 20_000 })
    .toEqual(['warmed up', 'working', 'working']);
});

test('A worker that reads no page does not warm up.', async () => {
  await using at = await working('--only', 'poll,deliver');
  expect(told(at.service, WARMTH)).toEqual(['working']);
});

test('A worker that is told so begins at once.', async () => {
  await using at = await working('--no-warm-up');
  expect(told(at.service, WARMTH)).toEqual(['working']);
});
