import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { rssFeed } from '../../support/records/articles.ts';
import { loopbackHttp } from '../../support/commands/commands.ts';
import { serveNewsSite, type NewsSite } from '../../support/site/news-site.ts';
import { OwnRedis } from '../../support/redis/own-redis.ts';
import { Service, writeConfig } from '../../support/commands/service.ts';

const shim = new URL('../../support/redis/shifted-clock.ts', import.meta.url).href;
const HOUR_MS = 3_600_000;

/** A service that polls an empty feed each second, whose clock can be set off. */
async function start() {
  await using stack = new AsyncDisposableStack();
  const redis = stack.use(await OwnRedis.start());
  const site = stack.use(await serveNewsSite());
  site.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(site.url, []) });
  const config = stack.use(
    await writeConfig({
      redis: { url: redis.url },
      queue: { prefix: 'clock', takeover: '4s' },
      http: loopbackHttp(site.url),
      sources: [
        { id: 'harbour', name: 'Harbour', feeds: [`${site.url}/feed.xml`], schedule: '1s' },
      ],
    }),
  );
  const file = join(config.dir, 'clock');
  const environment = { NODE_OPTIONS: `--import=${shim}`, CLOCK_FILE: file };
  const service = stack.use(new Service(config.path, ['run'], environment));
  await service.says('"working"');
  const parts = stack.move();
  return {
    site,
    service,
    configPath: config.path,
    setClock: async (offsetMs: number) => {
      await writeFile(file, String(offsetMs));
      service.child.kill('SIGUSR2');
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}

const polls = ({ requests }: NewsSite) =>
  requests.filter(({ path }) => path === '/feed.xml').length;

async function polledAgain(site: NewsSite, times: number): Promise<void> {
  const before = polls(site);
  const limits = { timeout: 25_000, interval: 100 };
  await vi.waitFor(() => expect(polls(site)).toBeGreaterThanOrEqual(before + times), limits);
}

async function pass(ms: number): Promise<void> {
  const from = performance.now();
  await vi.waitFor(() => expect(performance.now() - from).toBeGreaterThan(ms), ms + 5_000);
}

test.concurrent.each([
  ['two hours ahead', 2 * HOUR_MS, /7[12]\d\d s ahead of/],
  ['two hours behind', -2 * HOUR_MS, /7[12]\d\d s behind/],
  ['a year ahead', 365 * 24 * HOUR_MS, /31\d{6} s ahead of/],
])(
  'F13: a worker whose clock jumps %s pauses, and goes on in its rhythm when it is right again',
  async (_what, offsetMs, words) => {
    await using world = await start();
    await polledAgain(world.site, 2);
    await world.setClock(offsetMs);
    await world.service.says('work pauses');
    expect(world.service.output).toMatch(words);
    const before = polls(world.site);
    await pass(3_000);
    expect(polls(world.site)).toBeLessThanOrEqual(before + 1);
    await world.setClock(0);
    await world.service.says('the clock is right');
    await polledAgain(world.site, 3);
    await pass(3_000);
    // No more than one a second, lost time is not made up for.
    const during = polls(world.site);
    await pass(3_000);
    expect(polls(world.site)).toBeLessThanOrEqual(during + 4);
  },
  300_000,
);

test.concurrent('F13: of two workers whose clocks are five minutes apart the right one does the work', async () => {
  await using world = await start();
  await using other = new Service(world.configPath, ['run']);
  await other.says('"working"');
  await world.setClock(5 * 60_000);
  await world.service.says('work pauses');
  await polledAgain(world.site, 4);
  expect(other.output).not.toContain('work pauses');
});

test.concurrent('F13: a service does not start by a wrong clock, says so, and starts when it is right', async () => {
  await using world = await start();
  await world.setClock(2 * HOUR_MS);
  const environment = {
    NODE_OPTIONS: `--import=${shim} --import=data:text/javascript,process.emit('SIGUSR2')`,
    CLOCK_FILE: join(world.configPath, '../clock'),
  };
  await using late = new Service(world.configPath, ['run'], environment);
  await late.says('the clock of this machine is');
  expect(late.output).not.toContain('"working"');
  await world.setClock(0);
  late.child.kill('SIGUSR2');
  await late.says('"working"');
});
