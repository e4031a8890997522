import { expect, test } from 'vitest';
import {
  articlePage,
  inventedArticle,
  rssFeed,
  type InventedArticle,
} from '../../support/records/articles.ts';
import { commandsBeside, commandsWith, loopbackHttp } from '../../support/commands/commands.ts';
import { serveNewsSite } from '../../support/site/news-site.ts';
import { waitingJobs } from '../../support/commands/pipeline.ts';

const [story, other] = [inventedArticle(14, 1), inventedArticle(14, 2)];
const storyId = story.categories[0]!.term;

const edited = (article: InventedArticle, words: string): InventedArticle => ({
  ...article,
  title: `${article.title}, ${words}`,
  paragraphs: [...article.paragraphs, `This report was changed: ${words}, the board said.`],
});

async function open(settings: object = {}) {
  const site = await serveNewsSite();
  const publish = (...articles: InventedArticle[]) => {
    site.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(site.url, articles) });
    for (const article of articles) site.pages.set(article.path, { body: articlePage(article) });
  };
  publish(story);
  const commands = await commandsBeside(site, {
    http: loopbackHttp(site.url),
    sources: [{ id: 'harbour', name: 'Harbour', feeds: [`${site.url}/feed.xml`], recheck: [] }],
    ...settings,
  });
  return {
    ...commands,
    site,
    publish,
    poll: () => commands.run(['poll', '--force']),
    actions: async () =>
      (await waitingJobs(commands.redisUrl, 'newsrelay')).map(({ name, data }) => [
        name,
        data.record.title,
      ]),
  };
}

test('an article that is taken down is withdrawn, and no edit brings it back until that is lifted', async () => {
  await using own = await open();
  await own.poll();
  const address = `${own.site.url}${story.path}?utm_source=mail`;
  const taken = await own.run(['takedown', address, '--reason', 'court order']);
  expect(taken).toMatchObject({ status: 0 });
  expect(taken.out).toContain('withdrawn everywhere, and kept so');
  expect(taken.out).toContain(`takedowns: [${storyId}]`);
  // The publication had not been taken by the site yet: the withdrawal takes its place.
  // Nothing of it is told any more, not even its title.
  expect(await own.actions()).toEqual([['withdraw', undefined]]);

  own.publish(edited(story, 'again'));
  await own.poll();
  expect(await own.actions()).toEqual([['withdraw', undefined]]);
  expect((await own.run(['takedown', '--list'])).out).toMatch(
    new RegExp(`${storyId} +court order`),
  );
  expect((await own.run(['explain', storyId])).out).toContain('reason taken down: court order');

  expect(await own.run(['takedown', '--lift', storyId])).toMatchObject({ status: 0 });
  expect((await own.run(['takedown', '--list'])).out).not.toContain(storyId);
  const latest = edited(story, 'at last');
  own.publish(latest);
  await own.poll();
  expect(await own.actions()).toContainEqual(['update', latest.title]);
});

test('an address that no feed has led to yet is never published', async () => {
  await using own = await open();
  const address = `${own.site.url}${other.path}`;
  const taken = await own.run(['takedown', address]);
  expect(taken.out).toContain('not known yet; it will not be published');
  own.publish(other, story);
  await own.poll();
  expect(await own.actions()).toEqual([['publish', story.title]]);
});

test('what the config lists is not published, whatever Redis knows', async () => {
  await using own = await open({ takedowns: [storyId.toUpperCase()] });
  own.publish(other, story);
  const polled = await own.poll();
  expect(polled.out).toContain('taken down: listed in the config');
  expect(await own.actions()).toEqual([['publish', other.title]]);
  const lifted = await own.run(['takedown', '--lift', storyId]);
  expect(lifted).toMatchObject({ status: 1 });
  expect(lifted.err).toContain('listed under takedowns: in the config');
});

test('a held article is not released once its address is listed in the config', async () => {
  await using own = await open({ defaults: { minConfidence: 1 } });
  await own.poll();
  expect((await own.run(['held', 'list'])).out).toContain(storyId);
  await using later = await commandsWith({
    dataDir: own.dataDir,
    http: loopbackHttp(own.site.url),
    sources: [{ id: 'harbour', name: 'Harbour', feeds: [`${own.site.url}/feed.xml`] }],
    takedowns: [`${own.site.url}${story.path}`],
  });
  const released = await later.run(['held', 'release', storyId]);
  expect(released).toMatchObject({ status: 1 });
  expect(released.err).toContain('is taken down (listed in the config)');
  expect(await own.actions()).toEqual([]);
});

test('what is neither an id nor an address is said so', async () => {
  await using own = await open();
  expect(await own.run(['takedown', 'the ferry story'])).toMatchObject({ status: 1 });
  expect(await own.run(['takedown'])).toMatchObject({ status: 2 });
});
