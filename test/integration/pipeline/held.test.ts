import { expect, test } from 'vitest';
import { explain } from '../../../src/operations/explain.ts';
import { releaseHeld } from '../../../src/operations/release.ts';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { serveNewsSite, type NewsSite } from '../../support/site/news-site.ts';
import { openTestPipeline } from '../../support/commands/pipeline.ts';
import { testRedis } from '../../support/redis/redis.ts';
import { delayedScrapes, runDelayed } from '../../support/records/scrape-jobs.ts';

const redis = testRedis();
const story = inventedArticle(9, 1);
const id = story.categories[0]!.term;

const kept =
  'Whoever wants to read on is asked to subscribe to our morning letter, which costs little.';
const other =
  'Readers who have subscribed to the letter before are asked to sign in with their number.';

// A page with another text than the one that the feed's summary announces.
const doubtful = (text = kept) =>
  articlePage({
    path: story.path,
    guid: story.guid,
    title: story.title,
    categories: [],
    paragraphs: [text],
  });

async function serve(page: string) {
  const site = await serveNewsSite({ [story.path]: { body: page } });
  announce(site, 'first');
  return site;
}

/** The feed's entry changes with the word, so that the page is visited again. */
function announce(site: NewsSite, word: string): void {
  const paragraphs = [`${story.paragraphs[0]} (${word})`, ...story.paragraphs.slice(1)];
  const body = rssFeed(site.url, [{ ...story, paragraphs }]);
  site.pages.set('/feed.xml', { type: 'text/xml', body });
}

async function open(site: NewsSite, minConfidence = 0.6, recheck: string[] = []) {
  const prefix = `${redis.prefix}-${crypto.randomUUID().slice(0, 8)}`;
  const source = { id: 'harbour', feeds: [`${site.url}/feed.xml`], minConfidence, recheck };
  const test = await openTestPipeline([source], { ...redis, prefix });
  const { held } = test.open.pipeline;
  const visitAgain = async (word: string, page: string) => {
    site.pages.set(story.path, { body: page });
    announce(site, word);
    return (await test.poll({ force: true }))[0]!;
  };
  const place = { ...redis, prefix };
  return {
    ...test,
    place,
    held,
    visitAgain,
    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),
  };
}

test('an article below the confidence of its source is held with its reason', async () => {
  await using site = await serve(doubtful());
  await using pipeline = await open(site);
  const [summary] = await pipeline.poll();
  expect(summary).toMatchObject({ found: 1, published: 0, held: 1, failures: [] });
  expect(summary!.notes).toEqual([
    expect.stringMatching(
      `${story.path}: held, confidence 0\\.\\d+ is below 0\\.6: it does not say what the feed says; .* held show ${id}`,
    ),
  ]);
  expect(await pipeline.jobs()).toEqual([]);
  const held = await pipeline.held.list('harbour', 10);
  expect(held).toMatchObject([
    { record: { id, title: story.title, paragraphs: [{ text: kept }] } },
  ]);
});

test('a source without a limit holds nothing back', async () => {
  await using site = await serve(doubtful());
  await using pipeline = await open(site, 0);
  expect(await pipeline.poll()).toMatchObject([{ published: 1, held: 0 }]);
});

test('a held article that is released is published, and stays so at the next visit', async () => {
  await using site = await serve(doubtful());
  await using pipeline = await open(site);
  await pipeline.poll();
  const held = (await pipeline.held.find(id))!;
  const outcome = await releaseHeld(held, pipeline.open.pipeline);
  expect(outcome).toMatchObject({ kind: 'revised', action: 'publish' });
  expect(await pipeline.jobs()).toMatchObject([
    { name: 'publish', data: { record: { id, paragraphs: [{ text: kept }] } } },
  ]);
  expect(await pipeline.held.list('harbour', 10)).toEqual([]);
  const again = await pipeline.visitAgain('second', doubtful());
  expect(again).toMatchObject({ unchanged: 1, held: 0 });
  expect(await pipeline.jobs()).toHaveLength(1);
});

test('a dropped article is held again only when its content changes', async () => {
  await using site = await serve(doubtful());
  await using pipeline = await open(site);
  await pipeline.poll();
  await pipeline.held.drop((await pipeline.held.find(id))!);
  expect(await pipeline.visitAgain('second', doubtful())).toMatchObject({ held: 0, unchanged: 1 });
  expect(await pipeline.held.list('harbour', 10)).toEqual([]);
  const changed = await pipeline.visitAgain('third', doubtful(other));
  expect(changed).toMatchObject({ held: 1 });
  expect(await pipeline.jobs()).toEqual([]);
});

test('a later visit with enough confidence publishes the article and ends the hold', async () => {
  await using site = await serve(doubtful());
  await using pipeline = await open(site);
  await pipeline.poll();
  const { record: seen } = (await pipeline.held.find(id))!;
  const visit = await pipeline.visitAgain('second', articlePage(story));
  expect(visit).toMatchObject({ published: 1, held: 0 });
  const [job] = await pipeline.jobs();
  expect(job!.data.record.firstSeenAt).toBe(seen.firstSeenAt);
  expect(await pipeline.held.find(id)).toBeUndefined();
  expect(await pipeline.held.list('harbour', 10)).toEqual([]);
});

test('a published article stays as it is while a doubtful new version waits', async () => {
  await using site = await serve(articlePage(story));
  await using pipeline = await open(site);
  expect(await pipeline.poll()).toMatchObject([{ published: 1 }]);
  expect(await pipeline.visitAgain('second', doubtful())).toMatchObject({ held: 1, updated: 0 });
  expect(await pipeline.jobs()).toHaveLength(1);
  const held = (await pipeline.held.find(id))!;
  expect(await releaseHeld(held, pipeline.open.pipeline)).toMatchObject({ action: 'update' });
});

test('a held article is visited again by the re-check steps of its source', async () => {
  await using site = await serve(doubtful());
  await using pipeline = await open(site, 0.6, ['15m', '1h']);
  await pipeline.poll();
  expect(await delayedScrapes(pipeline.place)).toEqual([`recheck-${id}-900000`]);
  site.pages.set(story.path, { body: articlePage(story) });
  await runDelayed(pipeline.place, 'recheck-');
  await expect.poll(() => pipeline.jobs()).toMatchObject([{ name: 'publish' }]);
  await expect.poll(() => pipeline.held.find(id)).toBeUndefined();
});

test('a released article is looked at again like any other', async () => {
  await using site = await serve(doubtful());
  await using pipeline = await open(site, 0.6, ['15m', '1h']);
  await pipeline.poll();
  await releaseHeld((await pipeline.held.find(id))!, pipeline.open.pipeline);
  site.pages.set(story.path, { body: articlePage(story) });
  expect(await runDelayed(pipeline.place, 'recheck-')).toMatchObject([
    { kind: 'enqueued', action: 'update', articleId: id },
  ]);
});

test('entries that lead to the front page are each held with that reason, and published when their pages are back', async () => {
  const stories = [inventedArticle(9, 2), inventedArticle(9, 3)].map((one) => ({
    ...one,
    categories: [],
  }));
  await using site = await serveNewsSite({ '/': { body: articlePage(story) } });
  site.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(site.url, stories) });
  for (const { path } of stories) {
    site.pages.set(path, (_request, response) => response.writeHead(302, { location: '/' }).end());
  }
  await using pipeline = await open(site, 0, ['15m']);
  expect(await pipeline.poll()).toMatchObject([{ found: 2, published: 0, held: 2, failures: [] }]);
  const held = await pipeline.held.list('harbour', 10);
  expect(held.map(({ record }) => record.canonicalUrl).toSorted()).toEqual(
    stories.map(({ path }) => `${site.url}${path}`),
  );
  const { events } = await explain(`${site.url}${stories[0]!.path}`, pipeline.open.pipeline);
  expect(events.at(-1)).toMatchObject({
    event: 'held',
    reason: 'it leads to the front page of 127.0.0.1',
  });

  for (const one of stories) site.pages.set(one.path, { body: articlePage(one) });
  await runDelayed(pipeline.place, 'recheck-');
  await expect.poll(async () => (await pipeline.jobs()).length).toBe(2);
  expect(await pipeline.held.list('harbour', 10)).toEqual([]);
});
