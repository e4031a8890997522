import { Redis } from 'ioredis';
import { expect, onTestFinished, test } from 'vitest';
import { articlePage, inventedArticle, rssFeed } from '../support/records/articles.ts';
import { newsrelay, workplace } from '../support/commands/command.ts';
import { serveNewsSite, type NewsSite, type Page } from '../support/site/news-site.ts';
import { indiscreetPartner } from '../support/site/indiscreet-partner.ts';
import { freePort, OwnRedis } from '../support/redis/own-redis.ts';
import { startReceiver } from '../support/site/receiver.ts';
import { Service } from '../support/commands/service.ts';

// Every secret that a config can hold is a canary: wherever one sings, a secret was let out.
const canary = (name: string) => `CANARY${name}`;
const signingKey = Buffer.from(`${canary('webhook')}-twenty-four-bytes`).toString('base64');
const basic = Buffer.from(`reader:${canary('password')}`).toString('base64');
const partnerBasic = Buffer.from(`desk:${canary('desk')}`).toString('base64');
const songs = ['CANARY', signingKey, basic, partnerBasic, Buffer.from('CANARY').toString('base64')];

const partnerSecrets = {
  header: canary('header'),
  cookie: canary('cookie'),
  query: canary('query'),
  password: canary('desk'),
};

const environment = {
  REDIS_PASSWORD: canary('redis'),
  FEED_PASSWORD: canary('password'),
  FEED_KEY: canary('key'),
  SITE_PASSWORD: canary('site'),
  WEBHOOK_SECRET: `whsec_${signingKey}`,
  GATEWAY_KEY: canary('gateway'),
  PARTNER_HEADER: partnerSecrets.header,
  PARTNER_COOKIE: partnerSecrets.cookie,
  PARTNER_QUERY: partnerSecrets.query,
  PARTNER_DESK: partnerSecrets.password,
};

const [pier, gone, broken] = [1, 2, 3].map((index) => inventedArticle(8, index)) as [
  ReturnType<typeof inventedArticle>,
  ReturnType<typeof inventedArticle>,
  ReturnType<typeof inventedArticle>,
];

/** Serves a page to those who know the password and the key. */
const guarded =
  (page: () => Exclude<Page, (...args: never[]) => void>): Page =>
  (request, response) => {
    const isKnown =
      request.headers.authorization === `Basic ${basic}` && request.url?.includes(canary('key'));
    const { status = 200, type = 'text/html', body } = page();
    if (isKnown) response.writeHead(status, { 'content-type': type }).end(body);
    else response.writeHead(401).end('who are you?');
  };

function putOnline(site: NewsSite): void {
  const feed = (path: string, page: () => Exclude<Page, (...args: never[]) => void>) =>
    site.pages.set(`${path}?api_key=${canary('key')}`, guarded(page));
  feed('/feed.xml', () => ({ type: 'text/xml', body: rssFeed(site.url, [pier, gone, broken]) }));
  feed('/sign-in.xml', () => ({ body: '<!doctype html><title>Sign in</title><p>Sign in</p>' }));
  feed('/away.xml', () => ({ status: 503, body: '' }));
  feed('/damaged.xml', () => ({
    type: 'text/xml',
    body: rssFeed(site.url, []).replace('<title>Harbour News</title>', '<title>Harbour & News'),
  }));
  site.pages.set(pier.path, { body: articlePage(pier) });
  site.pages.set(broken.path, { status: 500, body: '' });
}

/** A site that turns every delivery away, and repeats all it was told, secrets decoded. */
const indiscreet = () =>
  startReceiver(({ headers }) => {
    const { authorization = '' } = headers;
    const login = Buffer.from(authorization.replace('Basic ', ''), 'base64').toString();
    const message = `${login} may not do this: ${JSON.stringify(headers)}`;
    return { status: 401, body: JSON.stringify({ code: 'rest_forbidden', message }) };
  });

interface Servers {
  site: NewsSite;
  partner: NewsSite;
  redis: OwnRedis;
  closedPort: number;
  /** Of the site that repeats what it is told. */
  indiscreetUrl: string;
}

function destinationsFor(closedPort: number, indiscreetUrl: string): object[] {
  return [
    { type: 'queue', name: 'republish' },
    {
      type: 'webhook',
      name: 'hook',
      url: `${indiscreetUrl}/hook`,
      secrets: ['${WEBHOOK_SECRET}'],
      headers: { 'x-gateway-key': '${GATEWAY_KEY}' },
    },
    {
      type: 'wordpress',
      name: 'blog',
      url: `http://127.0.0.1:${closedPort}`,
      username: 'newsrelay',
      password: '${SITE_PASSWORD}',
    },
    {
      type: 'wordpress',
      name: 'echo',
      url: indiscreetUrl,
      username: 'newsrelay',
      password: '${SITE_PASSWORD}',
    },
  ];
}

function configFor({ site, partner, redis, closedPort, indiscreetUrl }: Servers): object {
  const { host, port } = new URL(site.url);
  const secretly = (address: string) =>
    `http://reader:\${FEED_PASSWORD}@${address}?api_key=\${FEED_KEY}`;
  return {
    redis: { url: `redis://:\${REDIS_PASSWORD}@127.0.0.1:${redis.port}` },
    dataDir: './data',
    queue: { prefix: 'secrets' },
    http: {
      userAgent: 'newsrelay-test/1.0 (+https://aggregator.test/bot)',
      allowPrivateAddresses: ['127.0.0.0/8'],
      allowPorts: [Number(port), Number(new URL(partner.url).port), closedPort],
      perHost: { concurrency: 4, spacing: '0ms' },
    },
    sources: [
      {
        id: 'harbour',
        name: 'Harbour News',
        feeds: [
          ...['feed', 'sign-in', 'away', 'damaged'].map((name) => secretly(`${host}/${name}.xml`)),
          secretly(`127.0.0.1:${closedPort}/feed.xml`),
        ],
        republish: 'full',
        licence: { basis: 'own text', reference: 'test' },
      },
      {
        id: 'partner',
        name: 'Partner',
        feeds: [`${partner.url}/old.xml`, `${partner.url}/locked.xml`],
        republish: 'full',
        licence: { basis: 'agreement', reference: 'test' },
        request: {
          headers: { 'X-Key': '${PARTNER_HEADER}' },
          cookies: { session: '${PARTNER_COOKIE}' },
          basic: { username: 'desk', password: '${PARTNER_DESK}' },
          query: { key: '${PARTNER_QUERY}' },
        },
      },
    ],
    destinations: destinationsFor(closedPort, indiscreetUrl),
  };
}

/** Every key of a Redis with all that it holds, as text. */
async function everythingIn(redis: Redis): Promise<string> {
  const texts: string[] = [];
  for (const key of await redis.keys('*')) {
    const reads: Record<string, () => Promise<unknown>> = {
      string: () => redis.get(key),
      hash: () => redis.hgetall(key),
      list: () => redis.lrange(key, 0, -1),
      set: () => redis.smembers(key),
      zset: () => redis.zrange(key, '0', '-1'),
      stream: () => redis.xrange(key, '-', '+'),
    };
    texts.push(key, JSON.stringify(await reads[await redis.type(key)]?.()));
  }
  return texts.join('\n');
}

/** Where a canary sings, with some of the text around it. */
function heardIn(name: string, text: string): string[] {
  return songs.flatMap((song) => {
    const at = text.indexOf(song);
    return at === -1 ? [] : [`${name}: …${text.slice(Math.max(0, at - 80), at + 40)}…`];
  });
}

const questionsAbout = ({ url }: NewsSite, partner: NewsSite): string[][] => [
  ['explain', `${partner.url}/wharf?a=1`, '--json'],
  ['explain', `${partner.url}/locked?a=1`],
  ['status', '--json'],
  ['check', '--live', 'partner', '--json'],
  ['article', '--source', 'partner', `${partner.url}/wharf`],
  ['article', '--source', 'partner', `${partner.url}/locked`],
  ['explain', url + pier.path, '--json'],
  ['explain', url + broken.path],
  ['quarantine', 'list', '--json'],
  ['held', 'list', '--json'],
  ['check', '--live', 'harbour', '--json'],
  ['export', '--opml'],
  ['deliver', '--test', 'echo', '--json'],
  ['deliver', '--test', 'hook', '--json'],
  [
    'feed',
    `http://reader:${canary('password')}@${new URL(url).host}/away.xml?api_key=${canary('key')}`,
  ],
];

/** Told by the names of the variables. */
const REFUSED =
  /the source refuses the credential in PARTNER_HEADER, PARTNER_COOKIE, PARTNER_DESK, PARTNER_QUERY/;

test('no secret of the config reaches a log, an answer, a job, an error or what is remembered', async () => {
  await using redis = await OwnRedis.start({ requirepass: canary('redis') });
  await using site = await serveNewsSite();
  putOnline(site);
  await using partner = await indiscreetPartner(partnerSecrets);
  await using place = await workplace();
  const echo = await indiscreet();
  onTestFinished(echo.close);
  const closedPort = await freePort();
  const servers = { site, partner, redis, closedPort, indiscreetUrl: new URL(echo.url).origin };
  const config = await place.write('newsrelay.yaml', configFor(servers));
  const heard: string[] = [];
  const command = async (...args: string[]) => {
    const { stdout, stderr, status } = await newsrelay(['--config', config, ...args], {
      environment,
    });
    heard.push(...heardIn(args.join(' '), stdout + stderr));
    return { stdout, stderr, status };
  };
  await command('check', '--json');
  const pass = await command('poll', '--log-level', 'debug');
  expect(pass.stdout).toMatch(/harbour +failed +3 +1 /);
  expect(pass.stdout).toMatch(/repaired/);
  expect(pass.stdout).toMatch(REFUSED);
  await command('poll', '--force', '--json');
  await using service = new Service(config, ['run', '--log-level', 'debug'], environment);
  await service.says('job failed');
  service.child.kill('SIGTERM');
  await service.exited;
  heard.push(...heardIn('run', service.output));
  for (const args of questionsAbout(site, partner)) {
    await command(...args);
  }
  const reader = new Redis(redis.port, { password: canary('redis') });
  heard.push(...heardIn('Redis', await everythingIn(reader)));
  await reader.quit();
  const status = await command('status', '--json');
  expect(status.stdout).toMatch(/"code": ?"credential-refused"/);
  const wharf = await command('explain', `${partner.url}/wharf?a=1`);
  expect(wharf.stdout).toMatch(/published|publish/);
  // What repeats the secrets was told them.
  expect(JSON.stringify(echo.received)).toContain(canary('gateway'));
  const logins = echo.received.map(({ headers }) => headers['authorization'] ?? '');
  const login = Buffer.from(`newsrelay:${canary('site')}`).toString('base64');
  expect(logins).toContain(`Basic ${login}`);
  expect(heard).toEqual([]);
});
