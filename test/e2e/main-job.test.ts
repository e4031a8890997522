import { expect, test } from 'vitest';
import { articlePage, inventedArticle, rssFeed } from '../support/records/articles.ts';
import { newsrelay, workplace, type Workplace } from '../support/commands/command.ts';
import { serveNewsSite, type NewsSite } from '../support/site/news-site.ts';
import { waitingJobs } from '../support/commands/pipeline.ts';
import { testRedis } from '../support/redis/redis.ts';

const redis = testRedis();
const articles = [inventedArticle(1, 1), inventedArticle(1, 2), inventedArticle(1, 3)];

async function serveHarbour(): Promise<NewsSite> {
  const site = await serveNewsSite();
  site.pages.set('/feed.xml', {
    type: 'text/xml',
    body: rssFeed(site.url, articles),
    headers: { etag: '"harbour"' },
  });
  for (const article of articles) site.pages.set(article.path, { body: articlePage(article) });
  return site;
}

async function writeConfig(place: Workplace, site: NewsSite, settings: object): Promise<string> {
  return await place.write('newsrelay.yaml', {
    http: {
      userAgent: 'newsrelay-test/1.0 (+https://harbour.example/bot)',
      allowPrivateAddresses: ['127.0.0.0/8'],
      allowPorts: [Number(new URL(site.url).port), 1],
      perHost: { concurrency: 4, spacing: '0ms' },
    },
    sources: [
      { id: 'harbour', name: 'Harbour News', feeds: [`${site.url}/feed.xml`], schedule: '1m' },
    ],
    ...settings,
  });
}

test('poll enqueues each article once over restarts, and names a source that fails', async () => {
  await using site = await serveHarbour();
  await using place = await workplace();
  const prefix = `${redis.prefix}-poll`;
  const config = await writeConfig(place, site, {
    redis: { url: redis.url },
    queue: { prefix },
    sources: [
      { id: 'harbour', name: 'Harbour News', feeds: [`${site.url}/feed.xml`] },
      { id: 'nowhere', name: 'Nowhere', feeds: ['http://127.0.0.1:1/feed.xml'] },
    ],
  });
  const first = await newsrelay(['--config', config, 'poll']);
  expect(first.status).toBe(1);
  expect(first.stdout).toMatch(/harbour\s+ok\s+3\s+3/);
  expect(first.stdout).toMatch(/nowhere: failed: http:\/\/127\.0\.0\.1:1\/feed\.xml/);
  expect(await waitingJobs(redis.url, prefix)).toHaveLength(3);

  const second = await newsrelay([
    '--config',
    config,
    'poll',
    '--source',
    'harbour',
    '--force',
    '--json',
  ]);
  expect(second.status).toBe(0);
  expect(JSON.parse(second.stdout)).toMatchObject([
    { sourceId: 'harbour', polled: 1, published: 0, failures: [] },
  ]);
  const third = await newsrelay(['--config', config, 'poll', '--source', 'harbour']);
  expect(third.stdout).toMatch(/harbour\s+not due/);
  expect(await waitingJobs(redis.url, prefix)).toHaveLength(3);

  const unknown = await newsrelay(['--config', config, 'poll', '--source', 'harbor']);
  expect(unknown).toMatchObject({ status: 2 });
  expect(unknown.stderr).toContain('no such source: harbor; there are harbour, nowhere');
});

test('the service keeps its own Redis, stops on SIGTERM, and publishes nothing twice', async () => {
  await using site = await serveHarbour();
  await using place = await workplace();
  const config = await writeConfig(place, site, { dataDir: './data' });
  const socket = `${place.folder}/data/redis/redis.sock`;
  const runUntil = (isDone: () => Promise<boolean>) => {
    let asking = false;
    return newsrelay(['--config', config, 'run', '--log-level', 'info'], {
      onStderr: (text, child) => {
        if (asking || !text.includes('"working"')) return;
        asking = true;
        const ask = async (): Promise<void> => {
          if (await isDone()) child.kill('SIGTERM');
          else setTimeout(() => void ask(), 50);
        };
        void ask();
      },
    });
  };
  const jobs: string[][] = [];
  const first = await runUntil(async () => {
    const waiting = await waitingJobs(socket, 'newsrelay');
    jobs[0] = waiting.map(({ id }) => id);
    return waiting.length === articles.length;
  });
  expect(first.stderr).toContain('"stopped"');
  expect(first.status).toBe(0);

  const again = await runUntil(async () => {
    jobs[1] = (await waitingJobs(socket, 'newsrelay')).map(({ id }) => id);
    return true;
  });
  expect(again.status).toBe(0);
  expect(jobs[1]).toEqual(jobs[0]);
});

test('the demo prints records in the text format and the next steps', async () => {
  const { status, stdout, stderr } = await newsrelay(['demo']);
  expect({ status, stderr }).toMatchObject({ status: 0 });
  expect(stdout).toContain('13 jobs wait in the queue "republish"');
  expect(stdout).toContain('4 conditional requests, 0 new jobs');
  expect(stdout).toMatch(/^[0-9a-f-]{36} tvc The Tarn Valley Courier /m);
  expect(stdout).toContain('Your own sources, in three steps');
});
