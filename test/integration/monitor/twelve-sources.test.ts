import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alertRound } from '../../../src/alerts/alert-round.ts';
import type { WebhookOptions } from '../../../src/config/destinations.ts';
import { createLog, destinationLog, noticeLog } from '../../../src/cli/log/log.ts';
import { webhookDestination } from '../../../src/deliver/webhook.ts';
import { createSend } from '../../../src/http/send.ts';
import { readStatus } from '../../../src/monitor/status.ts';
import { Keys } from '../../../src/store/keys.ts';
import { serveWeb } from '../../../src/web/web-server.ts';
import {
  openTestPipeline,
  testConfig,
  type TestPipeline,
} from '../../support/commands/pipeline.ts';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { takeRepublished } from '../../support/records/scrape-jobs.ts';
import { testRedis } from '../../support/redis/redis.ts';
import { serveNewsSite, type NewsSite, type Page } from '../../support/site/news-site.ts';
import { startReceiver } from '../../support/site/receiver.ts';

const { url, prefix } = testRedis();
const secret = `whsec_${Buffer.from('a secret of thirty-two characters').toString('base64')}`;
const MINUTE_MS = 60_000;
const INTERVAL_MS = 15 * MINUTE_MS;

const text = (status: number): Page => ({ status, type: 'text/plain', body: 'sorry' });
const hang: Page = () => {};

/** What each outlet answers on the bad day where it answers at all, and the cause that is to be told. */
const FAULTS: Record<string, { robots?: Page; feed?: Page; cause: string }> = {
  typo: { cause: 'the host name does not resolve (ENOTFOUND)' },
  inner: { cause: 'add 10.11.12.13/32 to http.allowPrivateAddresses' },
  port: { cause: 'add 80 to http.allowPorts' },
  dead: { cause: 'no connection (ECONNREFUSED)' },
  hung: { feed: hang, cause: 'not finished within 5000 ms' },
  broken: { feed: text(500), cause: 'HTTP 500: the server is in trouble' },
  walled: { feed: text(403), cause: 'HTTP 403: the server refuses us' },
  lost: { feed: text(404), cause: 'HTTP 404: the server has no such document' },
  consent: {
    feed: { body: '<!doctype html><title>Before you go on</title><p>Cookies?' },
    cause: 'expected a feed, found an HTML page titled “Before you go on”',
  },
  closed: {
    robots: { type: 'text/plain', body: 'User-agent: *\nDisallow: /' },
    cause: 'does not allow',
  },
  outage: { robots: text(503), cause: 'cannot be had (HTTP 503)' },
};
const WRONG_ADDRESSES: Record<string, string> = {
  typo: 'http://quay-daily.invalid:8098/feed.xml',
  inner: 'http://10.11.12.13:8098/feed.xml',
  port: 'http://127.0.0.1/feed.xml',
};
const ids = ['well', ...Object.keys(FAULTS)];

/** A port of loopback that nobody listens at. */
async function unusedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

const sites = new Map<string, NewsSite>();
let deadFeed = '';
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let isPartnerWell = false;
const { send, close } = createSend({ userAgent: 'newsrelay-test/1.0' });

/** The outlet as it is when all is well. */
function mend(id: string, number: number): void {
  const site = sites.get(id)!;
  const story = inventedArticle(880 + number, 1);
  site.pages.clear();
  site.pages.set(story.path, { body: articlePage(story) });
  site.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(site.url, [story]) });
}

beforeAll(async () => {
  for (const [number, id] of ids.entries()) {
    sites.set(id, await serveNewsSite({}, `127.0.0.${20 + number}`));
    mend(id, number);
    const { robots, feed } = FAULTS[id] ?? {};
    if (robots) sites.get(id)!.pages.set('/robots.txt', robots);
    if (feed) sites.get(id)!.pages.set('/feed.xml', feed);
  }
  deadFeed = `http://127.0.0.1:${await unusedPort()}/feed.xml`;
  receiver = await startReceiver(({ path }) =>
    path === '/hook' && !isPartnerWell ? { status: 503, body: 'upgrading' } : { status: 204 },
  );
});

afterAll(async () => {
  for (const site of sites.values()) await site[Symbol.asyncDispose]();
  await receiver.close();
  await close();
});

const alertsTo = () => new URL('/alerts', receiver.url).href;
const digests = () =>
  receiver.received
    .filter(({ path }) => path === '/alerts')
    .map(
      ({ body }) =>
        JSON.parse(body) as Record<'began' | 'ended', { subject: string; cause: string }[]>,
    );

/** Every line that the service would have logged of these. */
function logOf({ notices, changes }: Pick<TestPipeline, 'notices' | 'changes'>) {
  const lines: Record<string, string>[] = [];
  const stderr = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(JSON.parse(String(chunk)) as Record<string, string>);
      done();
    },
  });
  const log = createLog({ stderr }, { level: 'info', format: 'json' });
  notices.forEach(noticeLog(log));
  changes.forEach(destinationLog(log));
  return lines;
}

const decoded = (html: string): string =>
  html.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

const partnerAt = (hook: string): WebhookOptions => ({
  type: 'webhook',
  name: 'partner',
  url: hook,
  secrets: [secret],
  headers: {},
  concurrency: 4,
  timeout: 5_000,
});

/** The deployment with these addresses, its page, and looks for alerts at moments of its own clock. */
async function deploy(addresses: Record<string, string>, clock: { aheadMs: number }) {
  await using stack = new AsyncDisposableStack();
  const sources = ids.map((id) => ({
    id,
    feeds: [addresses[id] ?? `${sites.get(id)!.url}/feed.xml`],
  }));
  const partner = partnerAt(receiver.url);
  const own = stack.use(
    await openTestPipeline(
      sources,
      { url, prefix },
      {
        destinations: [partner],
        pushes: [{ destination: webhookDestination(partner, send), concurrency: 4 }],
      },
    ),
  );
  const webhook = { type: 'webhook' as const, url: alertsTo(), secrets: [] };
  const config = {
    ...testConfig(sources, prefix),
    alerts: { to: [webhook], after: { failing: 0, destination: 0, held: 1 } },
  };
  config.destinations.push(partner);
  // Jobs wait by the clock of Redis; only who looks at how things stand comes later.
  const pipeline = { ...own.open.pipeline, now: () => Date.now() + clock.aheadMs };
  const options = { listen: '127.0.0.1:0', token: '' };
  const page = stack.use(
    await serveWeb({ options, config, pipeline, faults: () => Promise.resolve([]) }),
  );
  const redis = new Redis(url);
  stack.defer(() => redis.disconnect());
  const opened = stack.move();
  return {
    own,
    status: () => readStatus({ ...pipeline, config }),
    page: async (path: string) => decoded(await (await fetch(new URL(path, page.url))).text()),
    look: async () => {
      clock.aheadMs += MINUTE_MS;
      const onTrouble = (message: string) => expect.fail(message);
      await alertRound({ config, reader: pipeline, send, onTrouble });
      // Another look comes a minute later, and nobody waits for it here.
      await redis.unlink(new Keys(prefix).alertLook());
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

type Deployment = Awaited<ReturnType<typeof deploy>>;

/** Each outlet's cause, at every place where people look. */
async function expectFaultsTold({ own, status: read, page }: Deployment): Promise<void> {
  const status = await read();
  const front = await page('/');
  const lines = logOf(own).filter(({ level }) => level === 'warn');
  const [began] = digests();
  for (const [id, { cause }] of Object.entries(FAULTS)) {
    const told = [id, expect.stringContaining(cause)];
    const { state, reason } = status.sources.find((one) => one.id === id)!;
    expect([id, state]).toEqual([id, expect.stringMatching(/^(?:failing|refused)$/)]);
    expect([id, reason]).toEqual(told);
    const needs = status.needs.filter(({ subject }) => subject === id);
    expect([id, ...needs.map((need) => need.cause)]).toEqual(told);
    expect(front).toContain(cause);
    expect(await page(`/source/${id}`)).toContain(cause);
    const warnings = lines.filter(({ source }) => source === id);
    expect([id, ...warnings.map((line) => line['reason'] ?? line['msg'])]).toEqual(told);
    const alerts = began?.began.filter(({ subject }) => subject === id) ?? [];
    expect([id, ...alerts.map((alert) => alert.cause)]).toEqual(told);
  }
  const partner = { name: 'partner', state: 'down', reason: expect.stringContaining('503') };
  expect(status.destinations[1]).toMatchObject(partner);
  expect(front).toMatch(/partner <span class="down">down/);
  expect(began?.began.map(({ subject }) => subject)).toContain('partner');
  expect(lines.filter(({ destination }) => destination === 'partner')).toHaveLength(1);
  expect(status.sources.find(({ id }) => id === 'well')).toMatchObject({ state: 'ok' });
  // Robots that say no are told as such, and nothing else is.
  const robots = status.sources.filter(({ reason }) => reason?.includes('does not allow'));
  expect(robots.map(({ id }) => id)).toEqual(['closed']);
}

async function expectAllWell({ own, status: read, page }: Deployment): Promise<void> {
  const status = await read();
  expect(status.sources.map(({ id, state, reason }) => [id, state, reason])).toEqual(
    ids.map((id) => [id, 'ok', undefined]),
  );
  expect(status.needs.filter(({ weight }) => weight === 'act')).toEqual([]);
  expect(await page('/')).toContain('12 of 12 sources fine.');
  const recovered = logOf(own).filter(({ change }) => change === 'feed-recovered');
  // Under another address it is another feed, which has never failed.
  const sameFeed = Object.keys(FAULTS).filter((id) => id !== 'dead' && !(id in WRONG_ADDRESSES));
  expect(recovered.map(({ source }) => String(source)).toSorted()).toEqual(sameFeed.toSorted());
  const ended = digests().flatMap((one) => one.ended.map(({ subject }) => subject));
  expect(ended.toSorted()).toEqual([...Object.keys(FAULTS), 'partner'].toSorted());
}

test('what is wrong with twelve sources and a destination is told by its true cause everywhere within an interval, and is gone after it is mended', async () => {
  const clock = { aheadMs: 0 };
  {
    await using bad = await deploy({ ...WRONG_ADDRESSES, dead: deadFeed }, clock);
    await bad.own.poll();
    await expect.poll(async () => (await bad.status()).destinations[1]?.state).toBe('down');
    await bad.look();
    await bad.look();
    await expectFaultsTold(bad);
  }
  for (const [number, id] of ids.entries()) mend(id, number);
  isPartnerWell = true;
  const redis = new Redis(url);
  // What is remembered of robots.txt, for an hour or a day, has run out.
  await redis.unlink(await redis.keys(`${prefix}:robots:*`));
  redis.disconnect();
  clock.aheadMs += INTERVAL_MS;
  await using good = await deploy({}, clock);
  await good.own.poll({ force: true });
  await expect
    .poll(async () => (await good.status()).destinations[1]?.waiting, { timeout: 20_000 })
    .toBe(0);
  // The site's own worker is well, too.
  await takeRepublished({ url, prefix });
  for (let minute = 0; minute < 15; minute += 1) await good.look();
  await expectAllWell(good);
});
