// Records what this version of newsrelay writes into Redis, for later versions to be tested with:
//   node test/support/redis/record-state.ts v2
// Recordings are never changed afterwards; they stand for what lies in somebody's Redis.

import { mkdir, writeFile } from 'node:fs/promises';
import { Keys } from '../../../src/store/keys.ts';
import { feedId } from '../../../src/queue/queues.ts';
import { robotsUrl } from '../../../src/politeness/robots-record.ts';
import { articlePage, inventedArticle, rssFeed } from '../records/articles.ts';
import { serveNewsSite } from '../site/news-site.ts';
import { OwnRedis } from './own-redis.ts';
import { openTestPipeline } from '../commands/pipeline.ts';

const [version = ''] = process.argv.slice(2);
if (!/^v\d+$/.test(version)) throw new Error('name the version, such as v2');
const folder = new URL(`../../fixtures/recorded/${version}/`, import.meta.url);
await mkdir(folder, { recursive: true });

const [published, waiting] = [inventedArticle(5, 1), inventedArticle(5, 2)];
await using redis = await OwnRedis.start();
await using site = await serveNewsSite();
site.pages.set('/feed.xml', {
  type: 'text/xml',
  body: rssFeed(site.url, [published, waiting]),
  headers: { etag: '"recorded"' },
});
site.pages.set(published.path, { body: articlePage(published) });
site.pages.set(waiting.path, { status: 500, body: '' });
site.pages.set('/robots.txt', { type: 'text/plain', body: 'User-agent: *\nDisallow: /private/\n' });

/** Addresses stand for whatever origin the site has when the recording is used. */
async function save(name: string, value: unknown): Promise<void> {
  const text = JSON.stringify(value, null, 2).replaceAll(site.url, 'http://recorded.invalid');
  await writeFile(new URL(`${name}.json`, folder), `${text}\n`);
}

const prefix = 'recorded';
const feedUrl = `${site.url}/feed.xml`;
await using pipeline = await openTestPipeline([{ id: 'harbour', feeds: [feedUrl] }], {
  url: redis.url,
  prefix,
});
await pipeline.poll();
await pipeline.open.schedule();
const { queues } = pipeline.open.pipeline;
const [scheduler] = await queues.poll.getJobSchedulers(0, -1);
const [retried] = await queues.scrape.getDelayed();
const [job] = await pipeline.jobs();
const keys = new Keys(prefix);
await redis.use(async (client) => {
  await save('poll-job', scheduler!.template!.data);
  await save('scrape-job', retried!.data);
  await save('republish-job', job!.data);
  await save('article', await client.hgetall(keys.article(job!.data.record.id)));
  await save('feed', await client.hgetall(keys.feed(feedId({ sourceId: 'harbour', feedUrl }))));
  const robots = `${prefix}:robots:{${robotsUrl(new URL(site.url))}}`;
  await save('robots', JSON.parse((await client.get(robots))!));
});
