import { afterAll, beforeAll, expect, test } from 'vitest';
import { workerConnection } from '../../../src/redis/connection.ts';
import { Keys } from '../../../src/store/keys.ts';
import { wipe } from '../../../src/store/wipe.ts';
import { masters } from '../../../src/redis/redis-client.ts';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { doMainJob } from '../../support/site/main-job.ts';
import { serveNewsSite } from '../../support/site/news-site.ts';
import { startCluster, type OwnCluster } from '../../support/redis/own-cluster.ts';
import { waitingJobs } from '../../support/commands/pipeline.ts';
import { Service, writeConfig } from '../../support/commands/service.ts';

let cluster: OwnCluster;
beforeAll(async () => {
  cluster = await startCluster();
});
afterAll(() => cluster[Symbol.asyncDispose]());

test('the main job is done on a cluster of three masters, and each holds a part', async () => {
  expect(await doMainJob({ url: cluster.url, prefix: 'spread' })).toEqual([100, 100]);
  for (const master of cluster.masters) {
    expect(await master.use((client) => client.dbsize())).toBeGreaterThan(10);
  }
});

test('one address finds the whole cluster', async () => {
  const connection = workerConnection(`${cluster.masters[1]!.url}?cluster`);
  await connection.ping();
  expect(masters(connection)).toHaveLength(3);
  connection.disconnect();
});

test('a deployment can be wiped from all masters', async () => {
  const connection = workerConnection(cluster.url);
  const keys = new Keys('doomed');
  await Promise.all(
    Array.from({ length: 50 }, (_, index) => connection.set(keys.feed(`f${index}`), 'x')),
  );
  await wipe(connection, 'doomed');
  const left = await Promise.all(
    masters(connection).map((master) => master.keys(`${keys.prefix}:*`)),
  );
  connection.disconnect();
  expect(left.flat()).toEqual([]);
});

test('the service runs on a cluster and outlives the death and return of a master', async () => {
  const article = inventedArticle(1, 1);
  const second = inventedArticle(1, 2);
  await using site = await serveNewsSite();
  site.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(site.url, [article]) });
  for (const one of [article, second]) site.pages.set(one.path, { body: articlePage(one) });
  await using config = await writeConfig({
    redis: { url: cluster.url },
    queue: { prefix: 'service', takeover: '4s' },
    http: {
      userAgent: 'newsrelay-test/1.0 (+https://aggregator.test/bot)',
      allowPrivateAddresses: ['127.0.0.0/8'],
      allowPorts: [Number(new URL(site.url).port)],
      perHost: { spacing: '0ms' },
    },
    sources: [
      { id: 'harbour', name: 'Harbour News', feeds: [`${site.url}/feed.xml`], schedule: '1s' },
    ],
  });
  await using service = new Service(config.path, ['run']);
  await service.says('"working"');
  const titles = async () =>
    (await waitingJobs(cluster.url, 'service')).map(({ data }) => data.record.title);
  await expect.poll(titles, { timeout: 15_000 }).toEqual([article.title]);

  const [victim] = cluster.masters;
  await victim!.kill();
  await victim!.start();
  site.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(site.url, [second, article]) });
  // A next poll that fell into the gap is found by the watch, in its second look.
  await expect.poll(titles, { timeout: 200_000 }).toEqual([article.title, second.title]);
  service.child.kill('SIGTERM');
  expect(await service.exited).toEqual({ status: 0, signal: null });
});
