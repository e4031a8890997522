import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { openTestPipeline, testConfig, type TestSource } from '../../support/commands/pipeline.ts';
import { anEntry } from '../../support/records/entries.ts';
import { testRedis } from '../../support/redis/redis.ts';
import {
  delayedScrapes,
  promoteDelayed,
  takeRepublished,
} from '../../support/records/scrape-jobs.ts';
import { serveNewsSite } from '../../support/site/news-site.ts';
import { queuedEntrySchema } from '../../../src/feed/queued-entry.ts';
import { readStatus } from '../../../src/monitor/status.ts';
import { ConfigWatch } from '../../../src/service/config-watch.ts';

const redis = testRedis();
const story = inventedArticle(61, 1);
const other = inventedArticle(61, 2);

async function world() {
  const place = { url: redis.url, prefix: `${redis.prefix}-${randomUUID().slice(0, 8)}` };
  const site = await serveNewsSite({
    [story.path]: { body: articlePage(story) },
    [other.path]: { body: articlePage(other) },
  });
  site.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(site.url, [story]) });
  site.pages.set('/other.xml', { type: 'text/xml', body: rssFeed(site.url, [other]) });
  const source = (id: string, more: object = {}): TestSource => {
    return { id, feeds: [`${site.url}/feed.xml`], recheck: ['15m', '1h'], ...more };
  };
  const besides = { id: 'besides', feeds: [`${site.url}/other.xml`] };
  return {
    place,
    site,
    source,
    besides,
    with: (...sources: TestSource[]) => openTestPipeline(sources, place),
    [Symbol.asyncDispose]: () => site[Symbol.asyncDispose](),
  };
}

test('re-checks of a removed source wait and are told; they go on when it is back', async () => {
  await using at = await world();
  {
    await using first = await at.with(at.source('harbour'), at.besides);
    await first.poll();
    expect(await takeRepublished(at.place)).toHaveLength(2);
  }
  at.site.pages.set(story.path, { status: 410, body: 'gone' });
  {
    await using without = await at.with(at.besides);
    await promoteDelayed(at.place, 'recheck-');
    await vi.waitFor(() => expect(without.notices).toMatchObject([{ change: 'source-missing' }]));
    expect(without.notices[0]!.message).toContain('formerly: [harbour]');
    const config = testConfig([at.besides], at.place.prefix);
    const { needs } = await readStatus({ ...without.open.pipeline, config });
    expect(needs.map(({ key }) => key)).toContain('source-missing harbour');
    await vi.waitFor(async () => expect(await delayedScrapes(at.place)).toHaveLength(1));
  }
  await using back = await at.with(at.source('harbour'), at.besides);
  await promoteDelayed(at.place, 'recheck-');
  await vi.waitFor(async () => {
    const { history } = back.open.pipeline;
    const [article] = await back.open.pipeline.health.recent.idsOf('harbour');
    const events = (await history.read(article!.id)).map(({ event }) => event);
    expect(events).toContain('missing');
  });
});

test('a job of a source that another live process has is left to that one', async () => {
  await using at = await world();
  await using without = await at.with(at.besides);
  await using having = await at.with(at.source('harbour'), at.besides);
  await having.open.enter();
  await without.open.pipeline.queues.addScrapes([
    {
      jobId: 'of-the-new-source',
      data: {
        sourceId: 'harbour',
        feedUrl: `${at.site.url}/feed.xml`,
        entry: queuedEntrySchema.parse(anEntry({ link: at.site.url + story.path })),
      },
    },
  ]);
  // Which of the two takes a job that was handed back is chance: it may come back several times.
  await vi.waitFor(async () => expect(await having.jobs()).toHaveLength(1), 80_000);
  expect(without.notices).toEqual([]);
});

test('a renamed source goes on under its new id: nothing is published twice, and its re-checks are made', async () => {
  await using at = await world();
  {
    await using first = await at.with(at.source('harbour'));
    await first.poll();
    expect(await takeRepublished(at.place)).toHaveLength(1);
  }
  const asked = () => at.site.requests.filter(({ path }) => path === story.path).length;
  const before = asked();
  await using renamed = await at.with(at.source('quay', { formerly: ['harbour'] }));
  const [summary] = await renamed.poll({ force: true });
  expect(summary).toMatchObject({ sourceId: 'quay', found: 0, failures: [] });
  expect(asked()).toBe(before);
  at.site.pages.set(story.path, { status: 410, body: 'gone' });
  await promoteDelayed(at.place, 'recheck-');
  await vi.waitFor(() => expect(asked()).toBe(before + 1));
  expect(renamed.notices.map(({ change }) => change)).not.toContain('source-missing');
});

test('a process that works by another config is told of after two looks, once', async () => {
  await using at = await world();
  await using one = await at.with(at.source('harbour'), at.besides);
  await using two = await at.with(at.besides);
  await one.open.enter();
  await two.open.enter();
  const own = { config: 'a mark of its own', sources: ['besides'] };
  const watch = new ConfigWatch(own, two.open.pipeline);
  await watch.look();
  const told = () => two.notices.filter(({ change }) => change === 'configs-differ');
  expect(told()).toEqual([]);
  for (let look = 0; look < 3; look += 1) await watch.look();
  expect(told().map(({ message }) => message)).toContainEqual(
    expect.stringContaining('it alone has harbour'),
  );
  expect(told()).toHaveLength(2);
});
