import { expect, test } from 'vitest';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { commandsBeside, loopbackHttp } from '../../support/commands/commands.ts';
import { serveNewsSite } from '../../support/site/news-site.ts';

const stories = [1, 2].map((index) => inventedArticle(33, index));

async function open() {
  const pages = stories.map((story) => [story.path, { body: articlePage(story) }] as const);
  const site = await serveNewsSite(Object.fromEntries(pages));
  site.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(site.url, stories) });
  site.pages.set('/broken.xml', { status: 500, body: 'oops' });
  const commands = await commandsBeside(site, {
    http: loopbackHttp(site.url),
    sources: [
      { id: 'harbour', name: 'Harbour', feeds: [`${site.url}/feed.xml`] },
      { id: 'broken', name: 'Broken', feeds: [`${site.url}/broken.xml`] },
    ],
  });
  return { ...commands, site };
}

test('status says in words and as JSON what needs a person, by its exit status too', async () => {
  await using own = await open();
  await own.run(['poll']);
  const { status, out } = await own.run(['status']);
  expect(status).toBe(1);
  expect(out).toMatch(/^1 of 2 sources fine\. 1 failing\. 2 articles today\./);
  expect(out).toMatch(/needs you:\n {2}broken: .*HTTP 500/);
  expect(out).toContain('newsrelay check --live broken');
  const json = await own.run(['status', '--json']);
  expect(JSON.parse(json.out)).toMatchObject({ counts: { ok: 1, failing: 1 } });

  own.site.pages.set('/broken.xml', { type: 'text/xml', body: rssFeed(own.site.url, []) });
  await own.run(['poll', '--force', '--source', 'broken']);
  expect((await own.run(['status'])).status).toBe(0);
});

test('articles are listed, and explained by the start of their id', async () => {
  await using own = await open();
  await own.run(['poll']);
  const { out } = await own.run(['articles']);
  for (const { title } of stories) expect(out).toContain(title);
  const [first] = stories;
  const found = await own.run(['articles', '--search', first!.title.toUpperCase(), '--json']);
  const articles = JSON.parse(found.out) as { id: string; title: string }[];
  expect(articles.map(({ title }) => title)).toEqual([first!.title]);
  expect((await own.run(['articles', '--source', 'broken'])).out).toBe('none\n');
  expect((await own.run(['articles', '--action', 'withdraw'])).out).toBe('none\n');
  expect((await own.run(['articles', '--source', 'nosuch'])).status).toBe(2);

  const explained = await own.run(['explain', articles[0]!.id.slice(0, 8)]);
  expect(explained).toMatchObject({ status: 0 });
  expect(explained.out).toContain(`id ${articles[0]!.id}`);
  const times = [...explained.out.matchAll(/^(\d{4}-\S+)/gm)].map(([, time]) => Date.parse(time!));
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect((await own.run(['explain', 'ffffffff'])).status).toBe(1);
});
