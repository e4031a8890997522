import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { Explanation } from '../../../src/operations/explain.ts';
import { listQuarantine, showQuarantined } from '../../../src/queue/quarantine.ts';
import { startRedisServer } from '../../../src/redis/redis-server.ts';
import { jobRunner } from '../../../src/queue/run-job.ts';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { runInProcess } from '../../support/commands/in-process.ts';
import { serveNewsSite } from '../../support/site/news-site.ts';
import { openTestPipeline } from '../../support/commands/pipeline.ts';

// Commands find their Redis by their config: a private one that they and the test join.
const dataDir = await mkdtemp(join(tmpdir(), 'newsrelay-quarantine-'));
const server = await startRedisServer({ dataDir, persist: true });
const redis = { url: server.url, prefix: 'test' };
afterAll(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true });
});
const [pier, lamp] = [inventedArticle(8, 1), inventedArticle(8, 2)];

/** A site with one sound page and one that is no article, polled once. */
async function openPaper() {
  const prefix = `${redis.prefix}-${crypto.randomUUID().slice(0, 8)}`;
  const site = await serveNewsSite();
  const feedUrl = `${site.url}/feed.xml`;
  site.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(site.url, [pier, lamp]) });
  site.pages.set(pier.path, { body: articlePage(pier) });
  site.pages.set(lamp.path, { body: '' });
  const pipeline = await openTestPipeline([{ id: 'harbour', feeds: [feedUrl] }], {
    ...redis,
    prefix,
  });
  await pipeline.poll();
  const configFile = join(dataDir, `${prefix}.yaml`);
  const config = `
dataDir: "${dataDir}"
queue: { prefix: ${prefix} }
http: { userAgent: "newsrelay-test/1.0 (+https://aggregator.example)" }
sources: [{ id: harbour, name: Harbour, feeds: ["${feedUrl}"] }]`;
  await writeFile(configFile, config);
  return {
    site,
    pipeline,
    run: (...args: string[]) => runInProcess(['--config', configFile, ...args]),
    [Symbol.asyncDispose]: async () => {
      await pipeline[Symbol.asyncDispose]();
      await site[Symbol.asyncDispose]();
    },
  };
}

test('a job that was given up is listed with its reason, shown with its payload and errors', async () => {
  await using paper = await openPaper();
  const { stdout } = await paper.run('quarantine', 'list', '--json');
  const [job, ...others] = JSON.parse(stdout) as Record<string, unknown>[];
  expect(others).toEqual([]);
  expect(job).toMatchObject({
    queue: 'scrape',
    sourceId: 'harbour',
    subject: `${paper.site.url}${lamp.path}`,
    reason: expect.stringContaining('empty'),
    attempts: 1,
  });
  const shown = await paper.run('quarantine', 'show', String(job!['ref']));
  expect(shown).toMatchObject({ status: 0, stderr: '' });
  expect(shown.stdout).toContain(lamp.guid);
  expect(shown.stdout).toContain('try 1: ');
  expect((await paper.run('quarantine', 'list')).stdout).toContain(lamp.path);
});

test('a retried job does what it was to do, and leaves the quarantine', async () => {
  await using paper = await openPaper();
  paper.site.pages.set(lamp.path, { body: articlePage(lamp) });
  expect(await paper.run('quarantine', 'retry', '--all')).toMatchObject({ stdout: 'retried: 1\n' });
  const { queues } = paper.pipeline.open.pipeline;
  await expect.poll(() => queues.waitingForSites()).toHaveLength(2);
  expect((await paper.run('quarantine', 'list')).stdout).toBe('no job was given up\n');
});

test('a dropped job is forgotten, and naming it again is an error', async () => {
  await using paper = await openPaper();
  const { queues } = paper.pipeline.open.pipeline;
  const [job] = await listQuarantine(queues.all());
  expect(await paper.run('quarantine', 'drop', job!.ref)).toMatchObject({ status: 0 });
  expect(await paper.run('quarantine', 'drop', job!.ref)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining(job!.ref),
  });
  expect(await paper.run('quarantine', 'drop')).toMatchObject({ status: 2 });
});

test('what failed of a source that was removed does not linger', async () => {
  await using paper = await openPaper();
  const { prefix } = paper.pipeline.open.pipeline.queues.poll.opts as { prefix: string };
  const other = [{ id: 'other', feeds: [`${paper.site.url}/other.xml`] }];
  await using successor = await openTestPipeline(other, { ...redis, prefix });
  await successor.open.schedule();
  expect(await listQuarantine(successor.open.pipeline.queues.all())).toEqual([]);
});

test('a job that hangs is aborted at its deadline, and given up after its last try', async () => {
  const prefix = `${redis.prefix}-hang`;
  const connection = new Redis(redis.url, { maxRetriesPerRequest: null });
  const queue = new Queue('scrape', { connection, prefix });
  const hang = () => new Promise<never>(() => {});
  const worker = new Worker('scrape', jobRunner(z.unknown(), hang, 20), { connection, prefix });
  const givenUp = new Promise<void>((resolve) => {
    worker.on('failed', (job) => job?.finishedOn !== undefined && resolve());
  });
  await queue.add('scrape', { sourceId: 'harbour' }, { jobId: 'poison', attempts: 2 });
  await givenUp;
  expect(await showQuarantined([queue], 'poison')).toMatchObject({
    reason: expect.stringContaining('hangs'),
    attempts: 2,
    history: [expect.stringContaining('hangs'), expect.stringContaining('hangs')],
  });
  await worker.close();
  await queue.close();
  connection.disconnect();
});

test('explain tells how an article was seen, read, published and taken by the site', async () => {
  await using paper = await openPaper();
  const connection = new Redis(redis.url, { maxRetriesPerRequest: null });
  const { prefix } = paper.pipeline.open.pipeline.queues.poll.opts as { prefix: string };
  const consumer = new Worker('republish', async () => 'shown', { connection, prefix });
  await new Promise((resolve) => consumer.once('completed', resolve));
  await consumer.close();
  connection.disconnect();

  const { status, stdout } = await paper.run(
    'explain',
    `${paper.site.url}${pier.path}?utm_source=feed`,
    '--json',
  );
  expect(status).toBe(0);
  const { articleId, article, events, jobs } = JSON.parse(stdout) as Explanation;
  expect(article).toMatchObject({ title: pier.title, action: 'publish' });
  expect(events.map(({ event }) => event)).toEqual([
    'seen',
    'fetched',
    'extracted',
    'revised',
    'taken',
  ]);
  expect(events[0]).toMatchObject({ feed: `${paper.site.url}/feed.xml`, source: 'harbour' });
  expect(jobs).toEqual([]);
  const byId = await paper.run('explain', articleId!);
  expect(byId.stdout).toMatch(/was sent to the site/);
  expect(byId.stdout).toMatch(/revised .*action publish, revision \d+/);
});

test('explain says why an article did not appear', async () => {
  await using paper = await openPaper();
  const failed = await paper.run('explain', `${paper.site.url}${lamp.path}`);
  expect(failed.status).toBe(0);
  expect(failed.stdout).toMatch(/failed .*scrape\/harbour-.*empty/);
  const unheard = await paper.run('explain', 'https://elsewhere.example/story');
  expect(unheard).toMatchObject({ status: 1, stdout: '' });
  expect(unheard.stderr).toContain('nothing is known of https://elsewhere.example/story');
});
