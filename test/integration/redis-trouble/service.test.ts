import { expect, test, vi } from 'vitest';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { serveNewsSite, type NewsSite } from '../../support/site/news-site.ts';
import { OwnRedis } from '../../support/redis/own-redis.ts';
import { Service, writeConfig } from '../../support/commands/service.ts';
import { waitingJobs } from '../../support/commands/pipeline.ts';

const article = inventedArticle(1, 1);

/** Many of these services start side by side. */
const PATIENCE_MS = 60_000;

async function serveArticle(): Promise<NewsSite> {
  const site = await serveNewsSite();
  site.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(site.url, [article]) });
  site.pages.set(article.path, { body: articlePage(article) });
  return site;
}

function configFor(redisUrl: string, feed: string, change: object = {}) {
  return {
    redis: { url: redisUrl },
    queue: { prefix: 'trouble', takeover: '4s' },
    http: {
      userAgent: 'newsrelay-test/1.0 (+https://aggregator.test/bot)',
      allowPrivateAddresses: ['127.0.0.0/8'],
      allowPorts: [Number(new URL(feed).port)],
      perHost: { spacing: '0ms' },
    },
    sources: [{ id: 'harbour', name: 'Harbour News', feeds: [feed], schedule: '1s' }],
    ...change,
  };
}

test.concurrent('the service waits for a Redis that is down, says so, and works when it is up', async () => {
  await using redis = await OwnRedis.prepare();
  await using site = await serveArticle();
  await using config = await writeConfig(configFor(redis.url, `${site.url}/feed.xml`));
  await using service = new Service(config.path, ['run']);
  await service.says('waiting for Redis');
  expect(service.output).toMatch(/ECONNREFUSED/);
  expect(service.output).not.toContain('"working"');
  await redis.start();
  // S10: what is open to the own network is said at the start.
  await service.says('"ranges":["127.0.0.0/8"]');
  await vi.waitFor(
    async () => expect(await waitingJobs(redis.url, 'trouble')).toHaveLength(1),
    PATIENCE_MS,
  );
  service.child.kill('SIGTERM');
  expect(await service.exited).toEqual({ status: 0, signal: null });
});

test.concurrent('a service that waits for Redis ends at once when it is asked to', async () => {
  await using redis = await OwnRedis.prepare();
  await using config = await writeConfig(configFor(redis.url, 'http://127.0.0.1:1/feed.xml'));
  await using service = new Service(config.path, ['run']);
  await service.says('waiting for Redis');
  service.child.kill('SIGTERM');
  expect(await service.exited).toEqual({ status: 0, signal: null });
});

test.concurrent('a polling pass without a Redis names its address, hides its password, and fails', async () => {
  await using redis = await OwnRedis.prepare();
  const url = redis.url.replace('//', '//relay:s3cret@');
  await using config = await writeConfig(configFor(url, 'http://127.0.0.1:1/feed.xml'));
  await using service = new Service(config.path, ['poll', '--log-level', 'silent']);
  expect(await service.exited).toEqual({ status: 1, signal: null });
  expect(service.output).toContain(`Redis at 127.0.0.1:${redis.port} does not answer`);
  expect(service.output).toMatch(/start it, or mend redis\.url/);
  expect(service.output).not.toContain('s3cret');
});

test.concurrent('the service goes on by itself after Redis was killed and started again', async () => {
  await using redis = await OwnRedis.start();
  await using site = await serveArticle();
  await using config = await writeConfig(configFor(redis.url, `${site.url}/feed.xml`));
  await using service = new Service(config.path, ['run']);
  await service.says('"working"');
  await redis.kill();
  await service.says('ECONNREFUSED');
  await redis.start();
  const polls = site.requests.length;
  await vi.waitFor(() => expect(site.requests.length).toBeGreaterThan(polls + 1), PATIENCE_MS);
});

test.concurrent('a Redis that lost everything is set up again by those who run', async () => {
  await using redis = await OwnRedis.start();
  await using site = await serveArticle();
  await using config = await writeConfig(configFor(redis.url, `${site.url}/feed.xml`));
  await using service = new Service(config.path, ['run']);
  await service.says('"working"');
  const published = async () => expect(await waitingJobs(redis.url, 'trouble')).toHaveLength(1);
  await vi.waitFor(published, PATIENCE_MS);
  await redis.use((client) => client.flushall());
  await vi.waitFor(published, PATIENCE_MS);
});

test.concurrent('two SIGTERMs with a Redis that is dead still end the service in time', async () => {
  await using redis = await OwnRedis.start();
  await using config = await writeConfig(configFor(redis.url, 'http://127.0.0.1:1/feed.xml'));
  await using service = new Service(config.path, ['run']);
  await service.says('"working"');
  await redis.kill();
  const askedAt = performance.now();
  service.child.kill('SIGTERM');
  await service.says('stopping');
  service.child.kill('SIGTERM');
  const { status, signal } = await service.exited;
  expect(signal).toBeNull();
  expect([0, 1]).toContain(status);
  expect(performance.now() - askedAt).toBeLessThan(25_000);
});

test.concurrent('what is in hand for too long goes back to the queue on SIGTERM, and costs no try', async () => {
  await using redis = await OwnRedis.start();
  await using site = await serveArticle();
  site.pages.set(article.path, () => {}); // takes the request and never answers
  await using config = await writeConfig(configFor(redis.url, `${site.url}/feed.xml`));
  await using service = new Service(config.path, ['run']);
  await vi.waitFor(
    () => expect(site.requests.map(({ path }) => path)).toContain(article.path),
    PATIENCE_MS,
  );
  service.child.kill('SIGTERM');
  expect(await service.exited).toEqual({ status: 0, signal: null });
  const [active, [jobId]] = await redis.use(async (client) => [
    await client.lrange('trouble:scrape:active', 0, -1),
    await client.lrange('trouble:scrape:wait', 0, -1),
  ]);
  expect(active).toEqual([]);
  const job = await redis.use((client) => client.hgetall(`trouble:scrape:${jobId}`));
  expect(job['atm'] ?? '0').toBe('0');
});

test.concurrent.each<[string, Record<string, string>, RegExp]>([
  ['evicts keys', { 'maxmemory-policy': 'allkeys-lru' }, /CONFIG SET maxmemory-policy noeviction/],
])('a Redis that %s is refused with the mend', async (_what, settings, mend) => {
  await using redis = await OwnRedis.start(settings);
  const feed = 'http://127.0.0.1:1/feed.xml';
  await using config = await writeConfig(configFor(redis.url, feed));
  await using refused = new Service(config.path, ['run']);
  expect(await refused.exited).toEqual({ status: 1, signal: null });
  expect(refused.output).toMatch(mend);

  const insisting = configFor(redis.url, feed, { redis: { url: redis.url, onUnsafe: 'warn' } });
  await using override = await writeConfig(insisting);
  await using service = new Service(override.path, ['run']);
  await service.says('"working"');
  expect(service.output).toMatch(mend);
});

test.concurrent('a Redis without an append-only file gets a warning', async () => {
  await using redis = await OwnRedis.start({ appendonly: 'no' });
  await using config = await writeConfig(configFor(redis.url, 'http://127.0.0.1:1/feed.xml'));
  await using service = new Service(config.path, ['run']);
  await service.says('"working"');
  expect(service.output).toMatch(/CONFIG SET appendonly yes/);
});

test.concurrent('a second deployment under one prefix is refused; a replica and a grown config are not', async () => {
  await using redis = await OwnRedis.start();
  const feed = (name: string) => `http://127.0.0.1:1/${name}.xml`;
  const source = (id: string) => ({ id, name: id, feeds: [feed(id)], schedule: '1h' });
  const configWith = (ids: string[], queue: object = {}) =>
    writeConfig(
      configFor(redis.url, feed('any'), {
        queue: { prefix: 'trouble', takeover: '4s', ...queue },
        sources: ids.map(source),
      }),
    );
  await using first = await configWith(['harbour', 'hill']);
  await using service = new Service(first.path, ['run']);
  await service.says('"working"');
  await using replica = new Service(first.path, ['run', '--only', 'scrape']);
  await replica.says('"working"');
  await using grown = await configWith(['hill', 'harbour', 'heath']);
  await using successor = new Service(grown.path, ['run', '--only', 'scrape']);
  await successor.says('"working"');

  await using other = await configWith(['city']);
  await using stranger = new Service(other.path, ['run']);
  expect(await stranger.exited).toEqual({ status: 1, signal: null });
  expect(stranger.output).toMatch(/no source in common.*queue\.prefix/s);

  await using staging = await configWith(['harbour', 'hill'], { deployment: 'staging' });
  await using sameSources = new Service(staging.path, ['run']);
  expect(await sameSources.exited).toEqual({ status: 1, signal: null });
  expect(sameSources.output).toMatch(/named "default" and not "staging"/);
});

test.concurrent('polling and scraping pause before Redis is full, and go on when there is room', async () => {
  await using redis = await OwnRedis.start({ maxmemory: '32mb', appendonly: 'no' });
  await using site = await serveArticle();
  await using config = await writeConfig(configFor(redis.url, `${site.url}/feed.xml`));
  await redis.use((client) => client.setrange('ballast', 25 * 2 ** 20, '.'));
  await using service = new Service(config.path, ['run']);
  await service.says('polling and scraping pause');
  await redis.use((client) => client.del('ballast'));
  await service.says('polling and scraping go on');
  await vi.waitFor(
    async () => expect(await waitingJobs(redis.url, 'trouble')).toHaveLength(1),
    PATIENCE_MS,
  );
});

test.concurrent('a Redis that takes no writes causes few log lines, and work goes on by itself', async () => {
  await using redis = await OwnRedis.start();
  await using site = await serveArticle();
  await using config = await writeConfig(configFor(redis.url, `${site.url}/feed.xml`));
  await using service = new Service(config.path, ['run']);
  await service.says('"working"');
  await redis.use((client) => client.config('SET', 'maxmemory', '1'));
  await service.says('OOM');
  const before = service.output.length;
  const from = performance.now();
  await vi.waitFor(() => expect(performance.now() - from).toBeGreaterThan(4_000), 10_000);
  const lines = service.output.slice(before).split('\n').length;
  expect(lines).toBeLessThan(60);
  await redis.use((client) => client.config('SET', 'maxmemory', '0'));
  await vi.waitFor(
    async () => expect(await waitingJobs(redis.url, 'trouble')).toHaveLength(1),
    PATIENCE_MS,
  );
});
