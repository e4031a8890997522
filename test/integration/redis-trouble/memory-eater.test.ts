import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { expect, test, vi } from 'vitest';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { loopbackHttp } from '../../support/commands/commands.ts';
import { serveNewsSite } from '../../support/site/news-site.ts';
import { OwnRedis } from '../../support/redis/own-redis.ts';
import { waitingJobs } from '../../support/commands/pipeline.ts';
import { Service, writeConfig } from '../../support/commands/service.ts';

const [eater, sound] = [inventedArticle(3, 1), inventedArticle(3, 2)];

/** Within every limit on pages, and more than a small process can hold: each empty node takes 56 bytes. */
const heavyPage = `<html><body><h1>${eater.title}</h1>${`<script type="application/ld+json">[${'{},'.repeat(660_000)}1]</script>`}</body></html>`;

/** MB of heap. An idle worker holds 48, half of it its libraries' sources, and the heavy page asks for 44 more. */
const HEAP = 72;

/** The service, started again whenever it dies, as whoever runs it does. */
function keptAlive(configPath: string) {
  const environment = { NODE_OPTIONS: `--max-old-space-size=${HEAP}` };
  const deaths: string[] = [];
  let isOver = false;
  let service = new Service(configPath, ['run'], environment);
  const watching = (async () => {
    while (!isOver) {
      await service.exited;
      if (isOver) return;
      deaths.push(service.output.slice(-5_000));
      service = new Service(configPath, ['run'], environment);
    }
  })();
  return {
    /** The last words of each that died. */
    deaths,
    [Symbol.asyncDispose]: async () => {
      isOver = true;
      await service[Symbol.asyncDispose]();
      await watching;
    },
  };
}

test('F11: a page that eats its worker’s memory is quarantined at the third death, others are published', async () => {
  await using redis = await OwnRedis.start();
  await using site = await serveNewsSite();
  site.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(site.url, [eater, sound]) });
  site.pages.set(eater.path, { body: heavyPage });
  site.pages.set(sound.path, { body: articlePage(sound) });
  await using config = await writeConfig({
    redis: { url: redis.url },
    queue: { prefix: 'eaten', takeover: '4s' },
    http: { ...loopbackHttp(site.url), perHost: { concurrency: 1, spacing: '100ms' } },
    sources: [
      {
        id: 'harbour',
        name: 'Harbour',
        feeds: [`${site.url}/feed.xml`],
        schedule: '1h',
        republish: 'full',
        licence: { basis: 'own text', reference: 'test' },
      },
    ],
  });
  await using service = keptAlive(config.path);
  const client = new Redis(redis.url, { maxRetriesPerRequest: null });
  const queue = new Queue('scrape', { connection: client, prefix: 'eaten' });
  try {
    await vi.waitFor(async () => expect(await queue.getFailedCount()).toBe(1), {
      timeout: 90_000,
      interval: 200,
    });
    await vi.waitFor(
      async () => expect(await waitingJobs(redis.url, 'eaten')).toHaveLength(1),
      20_000,
    );
    const [failed] = await queue.getFailed();
    expect(failed?.data).toMatchObject({ entry: { link: `${site.url}${eater.path}` } });
    expect(failed?.failedReason).toMatch(/died with it|stalled/);
    expect(service.deaths).toHaveLength(3);
    for (const words of service.deaths) expect(words).toContain('heap out of memory');
  } finally {
    await queue.close();
    client.disconnect();
  }
});
