import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { explain } from '../../../src/operations/explain.ts';
import { rssFeed, type InventedArticle } from '../../support/records/articles.ts';
import { openTestPipeline } from '../../support/commands/pipeline.ts';
import { takeRepublished } from '../../support/records/scrape-jobs.ts';
import { testRedis } from '../../support/redis/redis.ts';
import {
  MINUTE,
  pier,
  lamp,
  ramp,
  plain,
  openSite,
  visitsTo,
  corrected,
} from '../../support/site/watched-site.ts';

const redis = testRedis();

test('a guid that is used again for another story is another article, and explain says so', async () => {
  const slot = (article: InventedArticle) => ({ ...plain(article), guid: 'slot-1' });
  await using paper = await openSite(redis, [slot(pier)]);
  await paper.poll();
  const [first] = await paper.take();
  const next = {
    ...slot(lamp),
    title: 'Lamp oil is dear this winter',
    paragraphs: lamp.paragraphs.map((text) => text.split(' ').toReversed().join(' ')),
  };
  paper.feed([next]);
  paper.page(next, '<meta property="article:published_time" content="2026-11-23T08:30:00Z">');
  paper.clock.ms += 20 * MINUTE;
  await paper.poll();
  const [second] = await paper.take();
  expect(second).toMatchObject({ action: 'publish', record: { title: next.title } });
  expect(second!.record.id).not.toBe(first!.record.id);
  const { events } = await explain(second!.record.id, paper.open.pipeline);
  expect(events.find(({ event }) => event === 'id-used-again')).toMatchObject({
    other: first!.record.id,
    reason: expect.stringContaining(pier.title),
  });

  // Nothing is published again when the feed says the same once more.
  paper.site.pages.set('/feed.xml', {
    type: 'text/xml',
    body: rssFeed(paper.site.url, [next, ramp]),
  });
  await paper.poll();
  expect((await paper.take()).filter(({ record }) => record.title !== ramp.title)).toEqual([]);
});

test('one article in several feeds of several sources is one record and one publication', async () => {
  const twin = { ...plain(pier), guid: 'another-feed-knows-it-as-7' };
  await using paper = await openSite(redis, [plain(pier)]);
  paper.feed([twin], '/world.xml');
  const both = {
    feeds: ['/feed.xml', '/world.xml'].map((path) => `${paper.site.url}${path}`),
    id: 'harbour',
    recheck: [],
  };
  const place = { url: redis.url, prefix: `${redis.prefix}-${randomUUID().slice(0, 8)}` };
  await using pipeline = await openTestPipeline([both, { ...both, id: 'world' }], place);
  await pipeline.poll();
  const jobs = await takeRepublished(place);
  expect(jobs.map(({ action }) => action)).toEqual(['publish']);
});

test('an entry of an article that was just read costs no second visit', async () => {
  await using paper = await openSite(redis, [plain(pier)]);
  await paper.poll();
  paper.feed([{ ...plain(pier), guid: 'renamed-by-the-feed' }]);
  paper.clock.ms += MINUTE;
  expect(await paper.poll()).toMatchObject({ found: 1, unchanged: 1 });
  expect(visitsTo(paper.site, pier.path)).toHaveLength(1);
});

test('an edit is read although another feed brings the same entry as news at that moment', async () => {
  await using paper = await openSite(redis, [pier], {}, ['/b.xml', '/feed.xml']);
  await paper.poll();
  await paper.take();
  const edited = { ...corrected(pier), title: 'Harbour 5 opens pier 1 again' };
  paper.page(edited);
  paper.feed([edited]);
  paper.feed([edited], '/b.xml');
  // Both readings come before either visit.
  const { poll, scrape } = paper.open.pipeline.queues;
  await scrape.pause();
  const pass = paper.poll();
  await vi.waitFor(async () => {
    expect(visitsTo(paper.site, '/b.xml')).toHaveLength(2);
    expect(await poll.getJobCountByTypes('waiting', 'active', 'delayed')).toBe(0);
  });
  await scrape.resume();
  await pass;
  expect(await paper.take()).toMatchObject([{ action: 'update', record: { title: edited.title } }]);
});

test('an entry that left while older ones stay is looked at, not withdrawn', async () => {
  await using paper = await openSite(redis, [ramp, pier, lamp], { recheck: [] });
  await paper.poll();
  await paper.take();
  paper.feed([ramp, lamp]);
  paper.clock.ms += 20 * MINUTE;
  await paper.poll();
  expect(await paper.delayed()).toEqual([expect.stringMatching(/^left-/)]);
  expect(await paper.look('left-')).toMatchObject([{ kind: 'unchanged' }]);
  expect(await paper.take()).toEqual([]);
});
