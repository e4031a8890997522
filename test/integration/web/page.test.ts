import { afterAll, beforeAll, expect, test } from 'vitest';
import { readStatus } from '../../../src/monitor/status.ts';
import { serveWeb, type WebServer } from '../../../src/web/web-server.ts';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import {
  openTestPipeline,
  testConfig,
  type TestPipeline,
} from '../../support/commands/pipeline.ts';
import { takeRepublished } from '../../support/records/scrape-jobs.ts';
import { testRedis } from '../../support/redis/redis.ts';
import { openBrowser } from '../../support/site/browser.ts';
import { chromium } from '../../support/site/chromium.ts';
import { serveNewsSite, type NewsSite } from '../../support/site/news-site.ts';

const { url, prefix } = testRedis();
const token = 'a-token-of-twenty-two';
const hostile = `Quay <script>document.title='taken'</script> "><img src=x onerror="document.title='taken'">`;
const stories = [1, 2].map((index) => inventedArticle(71, index));
stories[0] = { ...stories[0]!, title: hostile };

let site: NewsSite;
let own: TestPipeline;
let page: WebServer;
const faults: string[] = [];

beforeAll(async () => {
  site = await serveNewsSite();
  for (const story of stories) site.pages.set(story.path, { body: articlePage(story) });
  site.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(site.url, stories) });
  site.pages.set('/broken.xml', { status: 503, body: 'down' });
  const sources = [
    { id: 'harbour', feeds: [`${site.url}/feed.xml`], name: '<b>Harbour</b> & co' },
    { id: 'broken', feeds: [`${site.url}/broken.xml`] },
  ];
  own = await openTestPipeline(sources, { url, prefix });
  await own.poll();
  const config = testConfig(sources, prefix);
  const options = { listen: '127.0.0.1:0', token };
  const { pipeline } = own.open;
  page = await serveWeb({ options, config, pipeline, faults: () => Promise.resolve(faults) });
});

afterAll(async () => {
  await page[Symbol.asyncDispose]();
  await own[Symbol.asyncDispose]();
  await site[Symbol.asyncDispose]();
});

const at = (path: string) => new URL(path, page.url).href;
const read = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(at(path), { headers, redirect: 'manual' });
  return { status: response.status, headers: response.headers, text: await response.text() };
};
const post = async (path: string, fields: Record<string, string>, headers = {}) => {
  const body = new URLSearchParams(fields);
  return await fetch(at(path), { method: 'POST', body, headers, redirect: 'manual' });
};
const articleId = async () => (await own.open.pipeline.health.recent.idsOf('harbour'))[0]!.id;

test('the front page says what needs a person, with every source and the numbers that Redis has', async () => {
  const { status, headers, text } = await read('/');
  expect(status).toBe(200);
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('content-security-policy')).not.toContain('unsafe');
  expect(text).toContain('1 of 2 sources fine. 1 failing. 2 articles today.');
  expect(text).toMatch(/Needs you[\s\S]*broken[\s\S]*HTTP 503[\s\S]*newsrelay check --live broken/);
  const waiting = await own.jobs();
  expect(text).toContain(`<b>${waiting.length} waiting</b>`);
  expect(text).toContain('&lt;b&gt;Harbour&lt;/b&gt; &amp; co');
});

test('a way to log in is on every page where there is a token to act with, and on none where there is not', async () => {
  expect((await read('/')).text).toContain('log in to act');
  const sources = [{ id: 'harbour', feeds: [`${site.url}/feed.xml`] }];
  const parts = {
    options: { listen: '127.0.0.1:0', token: '' },
    config: testConfig(sources, prefix),
    pipeline: own.open.pipeline,
    faults: () => Promise.resolve(faults),
  };
  await using quiet = await serveWeb(parts);
  for (const path of ['/', '/articles', '/jobs', '/source/harbour']) {
    expect((await read(path)).text).toContain('log in to act');
    const response = await fetch(new URL(path, quiet.url));
    expect(await response.text()).not.toContain('log in to act');
  }
});

test('what is read as JSON is what the command status prints', async () => {
  const sources = [
    { id: 'harbour', feeds: [`${site.url}/feed.xml`], name: '<b>Harbour</b> & co' },
    { id: 'broken', feeds: [`${site.url}/broken.xml`] },
  ];
  const config = testConfig(sources, prefix);
  const status = await readStatus({ ...own.open.pipeline, config });
  for (const json of [
    (await read('/status.json')).text,
    (await read('/', { accept: 'application/json' })).text,
  ]) {
    const told = JSON.parse(json) as typeof status;
    const { sources: told1, needs, counts, destinations, flow } = status;
    expect(told).toMatchObject({ sources: told1, needs, counts, destinations, flow });
  }
});

test.skipIf(!chromium)('a browser shows it without running what strangers wrote', async () => {
  await using browser = await openBrowser();
  const { tab } = browser;
  for (const path of ['/', '/articles', `/article/${await articleId()}`, '/source/harbour']) {
    const document = await tab.documentAfterLoad(at(path));
    expect(document).not.toMatch(/<title>taken/);
    expect(document).not.toMatch(/<img|<script/);
  }
  expect(await tab.documentAfterLoad(at('/articles'))).toContain('Quay &lt;script&gt;');
});

test('articles are found by words, and each has its story', async () => {
  const { text } = await read(`/articles?q=${encodeURIComponent(stories[1]!.title)}`);
  expect(text).toContain(`/article/`);
  expect(text).not.toContain('Quay');
  const story = await read(`/article/${await articleId()}`);
  for (const event of ['seen', 'fetched', 'revised'])
    expect(story.text).toContain(`<td>${event}</td>`);
  expect((await read('/article/ffffffff-ffff-4fff-8fff-ffffffffffff')).text).not.toContain(
    'fetched',
  );
  expect((await read('/source/nosuch')).status).toBe(404);
  const source = await read('/source/broken');
  expect(source.text).toMatch(/HTTP 503/);
});

test('what changed between two revisions is shown line by line', async () => {
  const [, story] = stories;
  const corrected = `${story!.paragraphs[1]} The harbour office has counted again since then.`;
  const changed = { ...story!, paragraphs: [...story!.paragraphs] };
  changed.paragraphs[1] = corrected;
  site.pages.set(story!.path, { body: articlePage(changed) });
  // The site takes the first revision, so that the next one does not take its place.
  await takeRepublished({ url, prefix });
  const { articles, health, queues } = own.open.pipeline;
  const known = (await health.recent.list(10)).find(({ title }) => title === story!.title)!;
  const job = { sourceId: 'harbour', articleId: known.id };
  await queues.addRecheck(job, `look-${known.id}`, 0);
  const before = known.atMs;
  await expect
    .poll(async () => (await articles.latest(known.id))!.revision, { timeout: 20_000 })
    .toBeGreaterThan(before);
  await expect
    .poll(async () => (await read(`/article/${known.id}`)).text, { timeout: 20_000 })
    .toMatch(/<ins>\+ .*counted again/);
});

test('the queues are shown as they are, and a job that was given up is tried again from there', async () => {
  const { scrape } = own.open.pipeline.queues;
  await scrape.add('scrape', { nonsense: '<i>x</i>' }, { jobId: 'broken-job' });
  await expect.poll(() => scrape.getFailedCount(), { timeout: 20_000 }).toBe(1);
  const { text } = await read('/jobs');
  expect(text).toContain('scrape/broken-job');
  expect(text).toContain('is not valid');
  const bearer = { authorization: `Bearer ${token}` };
  const retried = await post('/actions/retry', { subject: 'scrape/broken-job' }, bearer);
  expect(await retried.json()).toEqual({ outcome: 'it is tried again' });
  await expect.poll(() => scrape.getFailedCount(), { timeout: 20_000 }).toBe(1);
  const forgotten = await post('/actions/forget', { subject: 'scrape/broken-job' }, bearer);
  expect(await forgotten.json()).toEqual({ outcome: 'it is forgotten' });
});

test('nothing is done without the token, nor by a form that is not ours', async () => {
  expect((await post('/actions/pause', { subject: 'harbour' })).status).toBe(403);
  expect((await post('/login', { name: 'mara', token: 'wrong' })).status).toBe(403);
  const { headers } = await post('/login', { name: 'mara', token });
  const cookie = headers.get('set-cookie')!;
  expect(cookie).toMatch(/HttpOnly.*SameSite=Strict/i);
  const own1 = { cookie: cookie.split(';')[0]! };
  expect((await post('/actions/pause', { subject: 'harbour' }, own1)).status).toBe(403);
  expect((await post('/actions/pause', { subject: 'harbour', csrf: 'x' }, own1)).status).toBe(403);
  const forged = { cookie: own1.cookie.replace(/.$/, (end) => (end === 'A' ? 'B' : 'A')) };
  expect((await read('/source/harbour', forged)).text).not.toContain('log out');
});

test('who has logged in acts, and each deed is recorded with the name', async () => {
  const { headers } = await post('/login', { name: 'mara', token });
  const cookie = headers.get('set-cookie')!.split(';')[0]!;
  const csrf = /name="csrf" value="([^"]+)"/.exec(
    (await read('/source/harbour', { cookie })).text,
  )![1]!;
  expect((await post('/actions/pause', { subject: 'harbour', csrf }, { cookie })).status).toBe(303);
  expect((await own.open.pipeline.health.paused.all()).get('harbour')).toMatchObject({
    by: 'mara',
  });
  const bearer = { authorization: `Bearer ${token}`, 'x-operator': 'robot' };
  const resumed = await post('/actions/resume', { subject: 'harbour' }, bearer);
  expect(await resumed.json()).toEqual({ outcome: 'it is polled again' });
  const deeds = await own.open.pipeline.health.deeds.list(10);
  expect(deeds.slice(0, 2).map(({ by, what, subject }) => [by, what, subject])).toEqual([
    ['robot', 'resume', 'harbour'],
    ['mara', 'pause', 'harbour'],
  ]);
  expect((await read('/')).text).toContain('resume harbour');
  expect((await post('/actions/constructor', {}, bearer)).status).toBe(404);
});

test('an article is taken down, with who did it', async () => {
  const bearer = { authorization: `Bearer ${token}`, 'x-operator': 'mara' };
  const subject = await articleId();
  const done = await post('/actions/takedown', { subject }, bearer);
  expect(await done.json()).toEqual({ outcome: 'withdrawn everywhere, and kept so' });
  const listed = await own.open.pipeline.takedowns.list();
  expect(listed).toMatchObject([{ name: subject, reason: 'by mara' }]);
});

test('machines ask whether it lives, is fit, and how it stands', async () => {
  expect(await read('/healthz')).toMatchObject({ status: 200, text: 'ok\n' });
  expect((await read('/readyz')).status).toBe(200);
  faults.push('Redis does not answer');
  expect(await read('/readyz')).toMatchObject({ status: 503, text: 'Redis does not answer\n' });
  faults.length = 0;
  const { text, headers } = await read('/metrics');
  expect(headers.get('content-type')).toContain('text/plain');
  expect(text).toContain('newsrelay_sources{state="failing"} 1');
  expect(text).toMatch(/newsrelay_source_up\{source="harbour",state="ok"\} 1/);
  expect(text).toMatch(/newsrelay_destination_waiting_jobs\{destination="republish"\} \d+/);
});

test('a name that is not this machine’s is refused, whatever it points at', async () => {
  const { request } = await import('node:http');
  const { port } = new URL(page.url);
  const status = await new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: '/', headers: { host: 'evil.example' } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on('error', reject)
      .end();
  });
  expect(status).toBe(421);
});
