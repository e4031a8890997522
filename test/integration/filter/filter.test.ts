import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { explain } from '../../../src/operations/explain.ts';
import { releaseHeld } from '../../../src/operations/release.ts';
import { takeDown } from '../../../src/operations/takedown.ts';
import { unvisitedName } from '../../../src/store/filtered.ts';
import { openTestPipeline } from '../../support/commands/pipeline.ts';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { testRedis } from '../../support/redis/redis.ts';
import { serveNewsSite, type NewsSite } from '../../support/site/news-site.ts';

const redis = testRedis();
type Story = ReturnType<typeof inventedArticle>;
const horoscope: Story = { ...inventedArticle(26, 1), title: 'Your Horoscope for the week' };
const ferry: Story = { ...inventedArticle(26, 2), title: 'Ferry line stays, says the mayor' };
const idOf = ({ categories }: Story) => categories[0]!.term;

async function serve(...stories: Story[]) {
  const site = await serveNewsSite();
  publish(site, ...stories);
  return site;
}

function publish(site: NewsSite, ...stories: Story[]): void {
  site.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(site.url, stories) });
  for (const story of stories) site.pages.set(story.path, { body: articlePage(story) });
}

const open = (site: NewsSite, filter: object[], prefix = newPrefix()) =>
  openTestPipeline([{ id: 'harbour', feeds: [`${site.url}/feed.xml`], filter }], {
    url: redis.url,
    prefix,
  });
const newPrefix = () => `${redis.prefix}-${randomUUID().slice(0, 8)}`;
const visited = ({ requests }: NewsSite) => requests.map(({ path }) => path);

test('what the feed alone decides is dropped without a visit, and told with the place of the rule', async () => {
  await using site = await serve(horoscope, ferry);
  await using pipeline = await open(site, [{ drop: { title: 'horoscope' } }]);
  const rule = 'sources[0] (harbour).filter[0]';
  const reason = `${rule}: drop title: horoscope`;
  expect(await pipeline.poll()).toMatchObject([
    { found: 2, published: 1, filtered: 1, failures: [], notes: [`1 filtered by ${reason}`] },
  ]);
  expect(visited(site)).toContain(ferry.path);
  expect(visited(site)).not.toContain(horoscope.path);
  const jobs = await pipeline.jobs();
  expect(jobs.map(({ data }) => data.record.title)).toEqual([ferry.title]);
  const all = pipeline.open.pipeline;
  expect(await explain(`${site.url}${horoscope.path}`, all)).toMatchObject({
    filtered: { rule, reason },
  });
  const hour = Math.floor(Date.now() / 3_600_000);
  const [last, now] = await all.health.flow.ofHours([hour - 1, hour]);
  expect({ ...last, ...now }).toMatchObject({ filtered: 1, [`filtered ${rule}`]: 1, found: 2 });
});

test('what the page alone decides is dropped after its visit, with its history', async () => {
  await using site = await serve(ferry);
  await using pipeline = await open(site, [{ drop: { wordCount: '>0' } }]);
  expect(await pipeline.poll()).toMatchObject([
    { found: 1, published: 0, filtered: 1, dropped: 0 },
  ]);
  expect(await pipeline.jobs()).toEqual([]);
  const all = pipeline.open.pipeline;
  const { events, articleId } = await explain(`${site.url}${ferry.path}`, all);
  const rule = 'sources[0] (harbour).filter[0]';
  expect(articleId).toBe(idOf(ferry));
  expect(events).toContainEqual(expect.objectContaining({ event: 'filtered', rule }));
  expect(await all.filtered.find(idOf(ferry))).toMatchObject({
    rule,
    record: { title: ferry.title },
  });
});

test('with a keep rule, what none matches is dropped', async () => {
  await using site = await serve(horoscope, ferry);
  await using pipeline = await open(site, [{ keep: { text: '/./', title: 'ferry' } }]);
  expect(await pipeline.poll()).toMatchObject([
    {
      published: 1,
      filtered: 1,
      notes: ['1 filtered by sources[0] (harbour).filter: no keep rule matched'],
    },
  ]);
});

test('what a rule holds waits for a person, and is published once released', async () => {
  await using site = await serve(ferry);
  await using pipeline = await open(site, [{ hold: { title: 'ferry' } }]);
  expect(await pipeline.poll()).toMatchObject([{ published: 0, held: 1, filtered: 0 }]);
  const all = pipeline.open.pipeline;
  const held = (await all.held.find(idOf(ferry)))!;
  const rule = 'sources[0] (harbour).filter[0]';
  expect(held).toMatchObject({ rule, reason: `${rule}: hold title: ferry` });
  expect(await releaseHeld(held, all)).toMatchObject({ kind: 'revised', action: 'publish' });
  expect(await pipeline.poll({ force: true })).toMatchObject([{ held: 0 }]);
  expect(await pipeline.jobs()).toHaveLength(1);
});

test('an article that changes into what a rule drops is withdrawn, and comes back when it changes again', async () => {
  await using site = await serve(ferry);
  await using pipeline = await open(site, [{ drop: { title: 'horoscope' } }]);
  await pipeline.poll();
  publish(site, { ...ferry, title: 'Horoscope of the ferry line' });
  expect(await pipeline.poll({ force: true })).toMatchObject([{ withdrawn: 1, filtered: 0 }]);
  const [withdrawn] = (await pipeline.jobs()).filter(({ name }) => name === 'withdraw');
  expect(withdrawn?.data).toMatchObject({
    reason: { code: 'rights', text: expect.stringContaining('sources[0] (harbour).filter[0]') },
  });
  publish(site, { ...ferry, title: 'Ferry line stays after all' });
  expect(await pipeline.poll({ force: true })).toMatchObject([{ updated: 1 }]);
  expect(await pipeline.open.pipeline.filtered.find(idOf(ferry))).toBeUndefined();
});

test('a new rule touches no article that stayed as it was, and a rule that is gone brings none back', async () => {
  await using site = await serve(ferry);
  const prefix = newPrefix();
  {
    await using before = await open(site, [], prefix);
    await before.poll();
  }
  const again = { sourceId: 'harbour', articleId: idOf(ferry) };
  {
    await using pipeline = await open(site, [{ drop: { title: 'ferry' } }], prefix);
    await pipeline.open.pipeline.queues.addRecheck(again, 'again', 0);
    await expect.poll(() => visited(site).filter((path) => path === ferry.path)).toHaveLength(2);
    await expect.poll(() => eventsOf(pipeline)).toContain('unchanged');
    const changed = { ...ferry, paragraphs: [...ferry.paragraphs, 'One more line of the ferry.'] };
    publish(site, changed);
    await pipeline.open.pipeline.queues.addRecheck(again, 'changed', 0);
    await expect.poll(() => eventsOf(pipeline)).toContain('filtered');
  }
  await using after = await open(site, [], prefix);
  await after.open.pipeline.queues.addRecheck(again, 'after', 0);
  await expect
    .poll(async () => (await eventsOf(after)).filter((event) => event === 'still-withdrawn'))
    .toHaveLength(1);
  expect((await after.jobs()).map(({ name }) => name)).toEqual(['withdraw']);
});

async function eventsOf({ open: { pipeline } }: Awaited<ReturnType<typeof open>>) {
  return (await pipeline.history.read(idOf(ferry))).map(({ event }) => event);
}

test('a held article whose entry changes into what a rule drops is visited, and held no longer', async () => {
  await using site = await serve(ferry);
  const prefix = newPrefix();
  {
    await using before = await open(site, [{ hold: { source: '*' } }], prefix);
    await before.poll();
  }
  publish(site, { ...ferry, title: 'Horoscope of the ferry line' });
  await using pipeline = await open(site, [{ drop: { title: 'horoscope' } }], prefix);
  expect(await pipeline.poll({ force: true })).toMatchObject([{ found: 1, filtered: 1, held: 0 }]);
  expect(await pipeline.open.pipeline.held.list('harbour', 10)).toEqual([]);
});

test('rules that leave out all of many articles are told, with what shows why', async () => {
  const many = Array.from({ length: 10 }, (_, index) => inventedArticle(32, index));
  await using site = await serve(...many);
  await using pipeline = await open(site, [{ keep: { title: 'nowhere' } }]);
  const [summary] = await pipeline.poll();
  expect(summary).toMatchObject({ found: 10, filtered: 10 });
  expect(summary!.notes).toEqual([
    '10 filtered by sources[0] (harbour).filter: no keep rule matched',
    expect.stringMatching(/^the rules left out everything that was found; .*newsrelay article/),
  ]);
  expect(pipeline.notices.map(({ message }) => message)).toContain(
    'found 10 new or changed, of which filters left out 10',
  );
});

test('a source drops nothing that another one has on the site, and takes what another one dropped', async () => {
  await using site = await serve(ferry);
  site.pages.set('/other.xml', { type: 'text/xml', body: rssFeed(site.url, [ferry]) });
  const source = (id: string, feed: string, filter: object[]) => ({
    id,
    feeds: [`${site.url}${feed}`],
    filter,
  });
  const place = { url: redis.url, prefix: newPrefix() };
  const sources = [
    source('harbour', '/feed.xml', []),
    source('valley', '/other.xml', [{ drop: { wordCount: '>0' } }]),
  ];
  await using pipeline = await openTestPipeline(sources, place);
  await pipeline.poll({ sourceIds: ['harbour'] });
  const told = { ...ferry, title: 'Ferry line goes' };
  site.pages.set('/other.xml', { type: 'text/xml', body: rssFeed(site.url, [told]) });
  site.pages.set(ferry.path, { body: articlePage(told) });
  expect(await pipeline.poll({ sourceIds: ['valley'], force: true })).toMatchObject([
    { filtered: 0, withdrawn: 0, unchanged: 1 },
  ]);
  expect((await pipeline.jobs()).map(({ name }) => name)).toEqual(['publish']);
  const turned = [
    source('valley', '/other.xml', [{ drop: { wordCount: '>0' } }]),
    source('harbour', '/feed.xml', []),
  ];
  await using other = await openTestPipeline(turned, { ...place, prefix: newPrefix() });
  expect(await other.poll({ sourceIds: ['valley'] })).toMatchObject([{ filtered: 1 }]);
  publish(site, { ...ferry, title: 'Ferry line goes on' });
  expect(await other.poll({ sourceIds: ['harbour'] })).toMatchObject([{ published: 1 }]);
});

test('what is taken down leaves nothing among what was filtered', async () => {
  await using site = await serve(ferry);
  await using pipeline = await open(site, [{ drop: { wordCount: '>0' } }]);
  await pipeline.poll();
  const all = pipeline.open.pipeline;
  const id = idOf(ferry);
  await takeDown({ articleId: id, names: [id] }, 'asked for', all);
  expect(await all.filtered.find(id)).toBeUndefined();
  expect(await all.filtered.namesOf('harbour')).toEqual([]);
});

test('an entry that was dropped is remembered by its address, with what a visit needs', async () => {
  await using site = await serve(horoscope);
  await using pipeline = await open(site, [{ drop: { title: 'horoscope' } }]);
  await pipeline.poll();
  const { filtered } = pipeline.open.pipeline;
  const [name] = await filtered.namesOf('harbour');
  const link = `${site.url}${horoscope.path}`;
  expect(name).toBe(unvisitedName(link));
  expect(await filtered.find(name!)).toMatchObject({
    sourceId: 'harbour',
    visit: { feedUrl: `${site.url}/feed.xml`, entry: { link, title: horoscope.title } },
  });
});
