import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { readStatus } from '../../../src/monitor/status.ts';
import { openTestPipeline, testConfig } from '../../support/commands/pipeline.ts';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { testRedis } from '../../support/redis/redis.ts';
import { serveNewsSite, type NewsSite } from '../../support/site/news-site.ts';

const redis = testRedis();
const KEY = 'harbour-key-4711';
const [pier, wharf] = [1, 2].map((index) => inventedArticle(61, index)) as [
  ReturnType<typeof inventedArticle>,
  ReturnType<typeof inventedArticle>,
];

/** A partner’s site that shows its feed and pages only to those with the key; paths may be shut to them, too. */
async function partnerSite() {
  const site = await serveNewsSite();
  const shut = new Set<string>();
  site.pages.get = (asked) => (request, response) => {
    const path = asked.replace(/\?.*/, '');
    const isLetIn = request.headers['x-key'] === KEY || asked.includes(`key=${KEY}`);
    const article = [pier, wharf].find((one) => one.path === path);
    if (path === '/robots.txt') response.writeHead(404).end();
    else if (shut.has(path) || !isLetIn) response.writeHead(403).end();
    else if (path === '/feed.xml') response.end(rssFeed(site.url, [pier, wharf]));
    else if (article) response.setHeader('content-type', 'text/html').end(articlePage(article));
    else response.writeHead(404).end();
  };
  return { ...site, shut };
}

/** @param strangers further sources, which may be asked without a key */
async function open(site: NewsSite, request: object, strangers: NewsSite[] = []) {
  const place = { ...redis, prefix: `${redis.prefix}-${randomUUID().slice(0, 8)}` };
  const sources = [
    { id: 'partner', feeds: [`${site.url}/feed.xml`], request },
    ...strangers.map(({ url }, index) => ({ id: `stranger-${index}`, feeds: [`${url}/feed.xml`] })),
  ];
  const config = testConfig(sources, place.prefix);
  const pipeline = await openTestPipeline(sources, place);
  return { ...pipeline, status: () => readStatus({ ...pipeline.open.pipeline, config }) };
}

test.each([
  ['in a header', { headers: { 'X-Key': KEY } }],
  ['in the address', { query: { key: KEY } }],
])(
  'a source that wants a key %s is polled and published, by addresses without it',
  async (_where, request) => {
    await using site = await partnerSite();
    await using pipeline = await open(site, request);
    expect(await pipeline.poll()).toMatchObject([{ found: 2, published: 2, failures: [] }]);
    const jobs = await pipeline.jobs();
    expect(jobs.map(({ data }) => data.record.canonicalUrl).toSorted()).toEqual(
      [pier, wharf].map(({ path }) => site.url + path).toSorted(),
    );
    expect(JSON.stringify(jobs)).not.toContain(KEY);
    const publicFiles = site.requests.filter(({ path }) =>
      /^\/(?:robots\.txt|\.well-known)/.test(path),
    );
    expect(publicFiles.length).toBeGreaterThan(0);
    expect(JSON.stringify(publicFiles)).not.toContain(KEY);
  },
);

test('a feed and a page that refuse the key are told as that, in notice, status and summary', async () => {
  await using site = await partnerSite();
  site.shut.add('/feed.xml');
  await using pipeline = await open(site, { headers: { 'X-Key': KEY } });
  const refused = 'HTTP 403: the source refuses the credential under `request`';
  const [summary] = await pipeline.poll();
  expect(summary!.failures).toEqual([expect.stringContaining(refused)]);
  expect(pipeline.notices).toMatchObject([
    { change: 'feed-failing', reason: expect.stringContaining(refused) },
  ]);
  const status = await pipeline.status();
  expect(status.sources).toMatchObject([{ state: 'refused' }]);
  expect(status.needs[0]).toMatchObject({
    cause: expect.stringContaining(refused),
    mend: expect.stringContaining('put a credential that the source takes'),
  });
  site.shut.clear();
  site.shut.add(pier.path);
  const [again] = await pipeline.poll({ force: true });
  expect(again).toMatchObject({ published: 1, failures: [expect.stringContaining(refused)] });
});

test('a feed that is redirected to a stranger is asked for there without the key, which is told', async () => {
  await using stranger = await serveNewsSite(
    { '/feed.xml': { status: 401, body: '' } },
    '127.0.0.2',
  );
  const location = `${stranger.url}/feed.xml`;
  await using partner = await serveNewsSite({
    '/feed.xml': { status: 302, body: '', headers: { location } },
  });
  await using pipeline = await open(partner, { headers: { 'X-Key': KEY } }, [stranger]);
  const [summary] = await pipeline.poll({ sourceIds: ['partner'] });
  const told = `did not get the credential under \`request\`, which goes to the hosts of the source alone; write hosts: [${stranger.url}]`;
  expect(summary!.failures).toEqual([expect.stringContaining(told)]);
  expect(JSON.stringify(partner.requests)).toContain(KEY);
  expect(stranger.requests.map(({ path }) => path)).toContain('/feed.xml');
  expect(JSON.stringify(stranger.requests)).not.toContain(KEY);
});
