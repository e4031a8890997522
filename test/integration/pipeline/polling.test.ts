import { QueueEvents } from 'bullmq';
import { expect, test, vi } from 'vitest';
import { workerConnection } from '../../../src/redis/connection.ts';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { loopbackHttp } from '../../support/commands/commands.ts';
import { serveNewsSite } from '../../support/site/news-site.ts';
import { OwnRedis } from '../../support/redis/own-redis.ts';
import { openTestPipeline } from '../../support/commands/pipeline.ts';
import { testRedis } from '../../support/redis/redis.ts';
import { Service, writeConfig } from '../../support/commands/service.ts';

const { url, prefix } = testRedis();
const pier = inventedArticle(4, 1);

test('P5: the same feed under another ETag is no change, and its entries are not visited again', async () => {
  await using site = await serveNewsSite();
  const body = rssFeed(site.url, [pier]);
  site.pages.set('/feed.xml', { type: 'text/xml', body, headers: { etag: '"first"' } });
  site.pages.set(pier.path, { body: articlePage(pier) });
  const sources = [{ id: 'harbour', feeds: [`${site.url}/feed.xml`] }];
  const clock = { ms: Date.now() };
  const place = { url, prefix: `${prefix}-etag` };
  await using pipeline = await openTestPipeline(sources, place, { now: () => clock.ms });
  await pipeline.poll({ force: true });
  site.pages.set('/feed.xml', { type: 'text/xml', body, headers: { etag: '"second"' } });
  const [summary] = await pipeline.poll({ force: true });
  expect(summary).toMatchObject({ notModified: 1, failures: [] });
  expect(site.requests.filter(({ path }) => path === pier.path)).toHaveLength(1);
  expect(await pipeline.jobs()).toHaveLength(1);
  // The newer validator is the one that is sent next.
  clock.ms += 20 * 60_000;
  await pipeline.poll();
  const asked = site.requests.filter(({ path }) => path === '/feed.xml');
  expect(asked.at(-1)!.headers['if-none-match']).toBe('"second"');
});

test('a feed whose validators never change is read whole a day later or by force, and its server is believed no more', async () => {
  await using site = await serveNewsSite();
  const articles = [1, 2, 3].map((n) => inventedArticle(4, n));
  for (const one of articles) site.pages.set(one.path, { body: articlePage(one) });
  const list = (count: number) =>
    site.pages.set('/feed.xml', {
      type: 'text/xml',
      body: rssFeed(site.url, articles.slice(0, count)),
      headers: { etag: '"never changes"' },
    });
  list(1);
  const clock = { ms: Date.parse('2026-11-23T09:00:00Z') };
  const sources = [{ id: 'harbour', feeds: [`${site.url}/feed.xml`] }];
  const place = { url, prefix: `${prefix}-stale` };
  await using pipeline = await openTestPipeline(sources, place, { now: () => clock.ms });
  await pipeline.poll();
  list(2);
  clock.ms += 60 * 60_000;
  expect(await pipeline.poll()).toMatchObject([{ notModified: 1, published: 0 }]);
  clock.ms += 25 * 60 * 60_000;
  const [found] = await pipeline.poll();
  expect(found).toMatchObject({ published: 1, failures: [] });
  expect(found!.notes.join()).toMatch(
    /entries changed although its ETag and Last-Modified did not/,
  );
  expect(pipeline.notices.map(({ change }) => change)).toContain('validators-false');
  list(3);
  clock.ms += 60 * 60_000;
  expect(await pipeline.poll()).toMatchObject([{ published: 1 }]);

  // Three days without news are against its rhythm, and told once in the log.
  for (const _day of [1, 2, 3, 4]) {
    clock.ms += 25 * 60 * 60_000;
    await pipeline.poll();
  }
  const [silent] = await pipeline.poll({ force: true });
  expect(silent!.notes.join()).toMatch(
    /nothing new since 2026-11-24T12:00:00\.000Z, and usually has/,
  );
  const told = pipeline.notices.filter(({ change }) => change === 'feed-silent');
  expect(told).toHaveLength(1);
});

test('P22: two jobs for one feed at the same time are one request', async () => {
  await using site = await serveNewsSite();
  const answers: (() => void)[] = [];
  site.pages.set('/feed.xml', (_request, response) => {
    answers.push(() => {
      response.writeHead(200, { 'content-type': 'text/xml' }).end(rssFeed(site.url, []));
    });
  });
  const feedUrl = `${site.url}/feed.xml`;
  const sources = [{ id: 'harbour', feeds: [feedUrl], politeness: { robots: 'ignore' } }];
  await using pipeline = await openTestPipeline(sources, { url, prefix: `${prefix}-twice` });
  const { queues } = pipeline.open.pipeline;
  const connection = workerConnection(url);
  const events = new QueueEvents('poll', { connection, prefix: `${prefix}-twice` });
  await events.waitUntilReady();
  const results: string[] = [];
  events.on('completed', ({ returnvalue }) => results.push(JSON.stringify(returnvalue)));
  const data = { sourceId: 'harbour', feedUrl, force: true };
  await Promise.all([queues.addPoll(data, 'one'), queues.addPoll(data, 'other')]);
  // The second job does not wait for the first: it ends while the answer is still to come.
  await vi.waitFor(() => expect(results).toEqual([expect.stringContaining('busy')]), 10_000);
  await vi.waitFor(() => expect(answers).toHaveLength(1), 10_000);
  answers[0]!();
  await vi.waitFor(() => expect(results).toHaveLength(2), 10_000);
  expect(results[1]).not.toContain('busy');
  await events.close();
  connection.disconnect();
  expect(site.requests.filter(({ path }) => path === '/feed.xml')).toHaveLength(1);
});

test('P7: what a feed said of its freshness holds for a service that was killed and started again', async () => {
  await using redis = await OwnRedis.start();
  await using site = await serveNewsSite();
  const page = (headers: Record<string, string>) => ({
    type: 'text/xml',
    body: rssFeed(site.url, []),
    headers,
  });
  site.pages.set('/fresh.xml', page({ 'cache-control': 'max-age=43200' }));
  site.pages.set('/other.xml', page({}));
  await using config = await writeConfig({
    redis: { url: redis.url },
    queue: { prefix: 'fresh', takeover: '4s' },
    http: loopbackHttp(site.url),
    sources: ['fresh', 'other'].map((id) => ({
      id,
      name: id,
      feeds: [`${site.url}/${id}.xml`],
      schedule: '1s',
    })),
  });
  const asked = (path: string) => site.requests.filter((request) => request.path === path).length;
  // The other feed's polls show that time goes by and work is done.
  const otherIsPolled = async (times: number) => {
    const before = asked('/other.xml');
    const limits = { timeout: 30_000, interval: 100 };
    await vi.waitFor(
      () => expect(asked('/other.xml')).toBeGreaterThanOrEqual(before + times),
      limits,
    );
  };
  for (let start = 0; start < 2; start += 1) {
    await using service = new Service(config.path, ['run']);
    await service.says('"working"');
    await otherIsPolled(3);
    service.child.kill('SIGKILL');
  }
  expect(asked('/fresh.xml')).toBe(1);
});
