import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { destinationSchema } from '../../../src/config/schema.ts';
import { explain } from '../../../src/operations/explain.ts';
import { routeArticle } from '../../../src/operations/route.ts';
import { takeDown } from '../../../src/operations/takedown.ts';
import { republishJobSchema } from '../../../src/queue/republish-job.ts';
import { openTestPipeline } from '../../support/commands/pipeline.ts';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { testRedis } from '../../support/redis/redis.ts';
import { serveNewsSite, type NewsSite } from '../../support/site/news-site.ts';

const redis = testRedis();
type Story = ReturnType<typeof inventedArticle>;
const ferry: Story = { ...inventedArticle(27, 1), title: 'Ferry line stays, says the mayor' };
const chess: Story = { ...inventedArticle(28, 1), title: 'Chess club wins the cup again' };
const idOf = ({ categories }: Story) => categories[0]!.term;

function publish(site: NewsSite, ...stories: Story[]): void {
  site.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(site.url, stories) });
  for (const story of stories) site.pages.set(story.path, { body: articlePage(story) });
}

/** Two papers, and destinations besides the queue that gets everything. */
async function desk(...destinations: object[]) {
  const [harbour, valley] = [await serveNewsSite(), await serveNewsSite()];
  publish(harbour, ferry);
  publish(valley, chess);
  const papers = { harbour, valley };
  const sources = Object.entries(papers).map(([id, { url }]) => ({
    id,
    channel: id.slice(0, 3),
    feeds: [`${url}/feed.xml`],
  }));
  const place = { url: redis.url, prefix: `${redis.prefix}-${randomUUID().slice(0, 8)}` };
  const pipeline = await openTestPipeline(sources, place, {
    destinations: destinations.map((one) => destinationSchema.parse({ type: 'queue', ...one })),
  });
  const all = pipeline.open.pipeline;
  return {
    ...papers,
    all,
    poll: () => pipeline.poll({ force: true }),
    notices: pipeline.notices,
    /** What a destination has been sent, oldest first. */
    sentTo: async (name: string) => {
      const jobs = await all.queues.named(name).getJobs(['waiting', 'delayed'], 0, -1, true);
      return jobs.map(({ data, opts }) => ({
        ...republishJobSchema.parse(data),
        delay: opts.delay,
      }));
    },
    [Symbol.asyncDispose]: async () => {
      await pipeline[Symbol.asyncDispose]();
      await harbour[Symbol.asyncDispose]();
      await valley[Symbol.asyncDispose]();
    },
  };
}

type Desk = Awaited<ReturnType<typeof desk>>;
const asked = async (at: Desk, name: string) =>
  (await at.sentTo(name)).map(({ action, record }) => `${action} ${record.sourceId}`);

test('each destination gets the articles of its sources, under its own byline', async () => {
  await using at = await desk(
    { name: 'ports', sources: ['har*'], byline: 'port-desk' },
    { name: 'games', filter: [{ keep: { title: 'chess' } }] },
  );
  await at.poll();
  expect((await asked(at, 'republish')).toSorted()).toEqual(['publish harbour', 'publish valley']);
  expect(await asked(at, 'ports')).toEqual(['publish harbour']);
  expect(await asked(at, 'games')).toEqual(['publish valley']);
  expect((await at.sentTo('ports'))[0]).toMatchObject({ byline: 'port-desk' });
  expect((await at.sentTo('games'))[0]).toMatchObject({ byline: 'harbour-desk' });
  const { events } = await explain(idOf(ferry), at.all);
  expect(events).toContainEqual(
    expect.objectContaining({
      event: 'not-for',
      destination: 'games',
      reason: 'destinations[2] (games).filter: no keep rule matched',
    }),
  );
});

test('an article that no longer belongs to a destination leaves it alone, and comes back to it', async () => {
  await using at = await desk({ name: 'boats', filter: [{ keep: { title: 'ferry' } }] });
  await at.poll();
  publish(at.harbour, { ...ferry, title: 'Bus line stays, says the mayor' });
  await at.poll();
  // The first job still waited: what takes its place is the withdrawal.
  expect(await at.sentTo('boats')).toMatchObject([
    {
      action: 'withdraw',
      reason: {
        code: 'rights',
        text: 'filtered: destinations[1] (boats).filter: no keep rule matched',
      },
    },
  ]);
  publish(at.harbour, { ...ferry, title: 'Bus line and ferry stay, says the mayor' });
  await at.poll();
  expect((await asked(at, 'boats')).at(-1)).toBe('publish harbour');
  expect((await asked(at, 'republish')).toSorted()).toEqual(['publish harbour', 'publish valley']);
});

test('what a destination never had is not withdrawn there', async () => {
  await using at = await desk({ name: 'games', sources: ['valley'] });
  await at.poll();
  await takeDown({ articleId: idOf(ferry), names: [idOf(ferry)] }, 'by court', at.all);
  expect(await asked(at, 'games')).toEqual(['publish valley']);
  expect(await asked(at, 'republish')).toContain('withdraw harbour');
});

test('what no destination gets is told in the log and in the summary', async () => {
  await using at = await desk({ name: 'games', sources: ['valley'] });
  // Without the queue that gets everything.
  Object.assign(at.all, { routes: at.all.routes.slice(1) });
  const summaries = await at.poll();
  expect(summaries[0]!.notes).toEqual([
    expect.stringContaining(`no destination gets it; newsrelay route ${idOf(ferry)} says why`),
  ]);
  expect(summaries[1]!.notes).toEqual([]);
  const told = at.notices.filter(({ message }) => message.includes('no destination gets'));
  expect(told).toMatchObject([{ sourceId: 'harbour', change: 'publish' }]);
});

describe('a destination with a delay', () => {
  const LATER = { name: 'later', delay: '1h' };

  test('gets an article later, as it is by then', async () => {
    await using at = await desk(LATER);
    await at.poll();
    const [first] = (await at.sentTo('later')).filter(
      ({ record }) => record.sourceId === 'harbour',
    );
    expect(first?.delay).toBeGreaterThan(3_500_000);
    const title = 'Ferry line stays for ten years, says the mayor';
    publish(at.harbour, { ...ferry, title });
    await at.poll();
    const after = (await at.sentTo('later')).filter(({ record }) => record.sourceId === 'harbour');
    expect(after).toMatchObject([{ action: 'publish', record: { title } }]);
    expect(after[0]?.delay).toBeLessThanOrEqual(first!.delay!);
    expect(await asked(at, 'republish')).toContain('publish harbour');
    const { events } = await explain(idOf(ferry), at.all);
    expect(events).toContainEqual(
      expect.objectContaining({
        event: 'planned',
        destination: 'later',
        reason: 'destinations[1] (later).delay',
      }),
    );
  });

  test('never gets what is taken down before', async () => {
    await using at = await desk(LATER);
    await at.poll();
    await takeDown({ articleId: idOf(ferry), names: [idOf(ferry)] }, 'by court', at.all);
    expect(await asked(at, 'later')).toEqual(['publish valley']);
    expect(await asked(at, 'republish')).toContain('withdraw harbour');
    const { events } = await explain(idOf(ferry), at.all);
    expect(events).toContainEqual(
      expect.objectContaining({
        event: 'not-for',
        reason: 'withdrawn before its delay was over (destinations[1] (later).delay)',
      }),
    );
  });
});

test('who gets an article is told for each destination, with the line of the config', async () => {
  await using at = await desk(
    { name: 'ports', sources: ['har'], delay: '1h' },
    { name: 'games', filter: [{ drop: { source: 'harbour' } }] },
  );
  expect(await routeArticle(idOf(ferry), at.all)).toEqual({ kind: 'unknown' });
  await at.poll();
  const routing = await routeArticle(`${at.harbour.url}${ferry.path}?utm_source=x`, at.all);
  expect(routing).toMatchObject({
    kind: 'routed',
    articleId: idOf(ferry),
    action: 'publish',
    destinations: [
      {
        destination: 'republish',
        isTaken: true,
        reason: 'destinations[0] (republish) takes all there is',
      },
      {
        destination: 'ports',
        isTaken: true,
        reason: 'destinations[1] (ports).sources[0]: har',
        sent: 'shown',
      },
      {
        destination: 'games',
        isTaken: false,
        reason: 'destinations[2] (games).filter[0]: drop source: harbour',
        sent: 'never',
      },
    ],
  });
  const [, ports] = routing.kind === 'routed' ? routing.destinations : [];
  expect(Date.parse(ports!.until!)).toBeGreaterThan(Date.now() + 3_000_000);
});
