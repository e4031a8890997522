import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { serveWeb, type WebServer } from '../../../src/web/web-server.ts';
import {
  openTestPipeline,
  testConfig,
  type TestPipeline,
} from '../../support/commands/pipeline.ts';
import { testRedis } from '../../support/redis/redis.ts';
import { openBrowser } from '../../support/site/browser.ts';
import { chromium } from '../../support/site/chromium.ts';

const { url, prefix } = testRedis();
const token = 'a-token-of-twenty-two';
const hostile = `<img src=x onerror="document.title='taken'">`;
const sources = [{ id: 'harbour', feeds: ['http://127.0.0.1:1/feed.xml'] }];

let own: TestPipeline;
let local: WebServer;
let guarded: WebServer;

beforeAll(async () => {
  own = await openTestPipeline(sources, { url, prefix });
  const config = testConfig(sources, prefix);
  const { pipeline } = own.open;
  await pipeline.queues.scrape.add('scrape', { nonsense: hostile }, { jobId: 'broken-job' });
  await vi.waitUntil(async () => (await pipeline.queues.scrape.getFailedCount()) === 1, 20_000);
  const faults = () => Promise.resolve([]);
  const serve = (listen: string) =>
    serveWeb({ options: { listen, token }, config, pipeline, faults });
  local = await serve('127.0.0.1:0');
  guarded = await serve('0.0.0.0:0');
});

afterAll(async () => {
  await local[Symbol.asyncDispose]();
  await guarded[Symbol.asyncDispose]();
  await own[Symbol.asyncDispose]();
});

const ask = (path: string, init?: RequestInit) =>
  fetch(new URL(path, local.url), { redirect: 'manual', ...init });

test('the raw queues are there to read, with every job as Redis has it', async () => {
  const answer = await ask(
    '/board/api/queues?activeQueue=scrape&status=failed&page=1&jobsPerPage=10',
  );
  expect(answer.status).toBe(200);
  const { queues } = (await answer.json()) as {
    queues: {
      name: string;
      readOnlyMode: boolean;
      counts: { failed: number };
      jobs: { id: string }[];
    }[];
  };
  expect(queues.map(({ name, readOnlyMode }) => [name, readOnlyMode])).toEqual([
    ['poll', true],
    ['scrape', true],
    ['republish', true],
  ]);
  const scrape = queues.find(({ name }) => name === 'scrape')!;
  expect(scrape.counts.failed).toBe(1);
  expect(scrape.jobs.map(({ id }) => id)).toEqual(['broken-job']);
});

test.each([
  ['PUT', '/board/api/queues/scrape/broken-job/retry/failed'],
  ['PUT', '/board/api/queues/scrape/retry/failed'],
  ['PUT', '/board/api/queues/scrape/broken-job/clean'],
  ['PUT', '/board/api/queues/scrape/clean/failed'],
  ['PUT', '/board/api/queues/scrape/pause'],
  ['PUT', '/board/api/queues/scrape/empty'],
  ['PUT', '/board/api/queues/scrape/obliterate'],
  ['POST', '/board/api/queues/scrape/add'],
  ['DELETE', '/board/api/queues/scrape/broken-job'],
])('nothing is changed by %s %s, also with the token', async (method, path) => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  expect((await ask(path, { method, headers, body: '{}' })).status).toBe(404);
  expect(await own.open.pipeline.queues.scrape.getFailedCount()).toBe(1);
});

test('it is read by whoever may read the page, and by nobody else', async () => {
  const { port } = new URL(guarded.url);
  const at = (path: string) => `http://127.0.0.1:${port}${path}`;
  for (const path of ['/board/', '/board/api/queues', '/board/static/images/logo.svg']) {
    expect((await fetch(at(path), { redirect: 'manual' })).status).toBe(401);
    const headers = { authorization: `Bearer ${token}` };
    expect((await fetch(at(path), { headers })).status).toBe(200);
  }
});

test('it runs its own scripts and loads nothing from elsewhere', async () => {
  const answer = await ask('/board/queue/scrape');
  const policy = answer.headers.get('content-security-policy')!;
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  expect(policy).not.toContain('unsafe');
  expect(await answer.text()).not.toMatch(/(?:href|src)="https?:/);
  expect((await ask('/board/static/../../package.json')).status).toBe(404);
  expect((await ask('/board/static/%2e%2e/index.ejs')).status).toBe(404);
});

test.skipIf(!chromium)(
  'a browser shows the job that was given up, and runs nothing of it',
  async () => {
    await using browser = await openBrowser();
    const shown = await browser.tab.documentAfterLoad(
      `${local.url}board/queue/scrape?status=failed`,
    );
    expect(shown).toContain('broken-job');
    expect(shown).not.toContain('<title>taken');
  },
  300_000,
);
