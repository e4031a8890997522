import { expect, test } from 'vitest';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { commandsWith, loopbackHttp } from '../../support/commands/commands.ts';
import { serveNewsSite, type NewsSite } from '../../support/site/news-site.ts';

const [story, other] = [inventedArticle(15, 1), inventedArticle(15, 2)];

async function serve() {
  const site = await serveNewsSite({
    [story.path]: { body: articlePage(story) },
    [other.path]: { body: articlePage(other) },
  });
  site.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(site.url, [story, other]) });
  return site;
}

async function checkLive(site: NewsSite, source: object) {
  await using commands = await commandsWith({
    http: loopbackHttp(site.url),
    sources: [{ id: 'harbour', name: 'Harbour', feeds: [`${site.url}/feed.xml`], ...source }],
  });
  return await commands.run(['check', '--live', 'harbour']);
}

const rule = (name: string) => new RegExp(`FAILED  rule article\\.${name}: 0 of \\d pages`);

test('a sound source passes, with what was found on its test page', async () => {
  await using site = await serve();
  const { status, out } = await checkLive(site, {
    article: { body: '.article-body', title: 'h1' },
    tests: [
      {
        url: `${site.url}${story.path}`,
        title: story.title,
        paragraphs: story.paragraphs.length,
        contains: [story.paragraphs[1]],
        lacks: ['CLICK HERE', 'Advertisement'],
      },
    ],
  });
  expect(out).toMatch(/ok {6}feed .*feed\.xml: 2 entries, newest 2026-11-23T08:00:00/);
  expect(out).toMatch(new RegExp(`ok {6}page .*${story.path}: “${story.title}”, 4 paragraphs`));
  expect(out).toContain('ok      rule article.body: 1 of 1 pages');
  expect(status).toBe(0);
});

test('each expectation that a test page misses is named', async () => {
  await using site = await serve();
  const { status, out } = await checkLive(site, {
    tests: [
      {
        url: `${site.url}${story.path}`,
        title: 'Another title',
        authors: ['Ada Quill'],
        publishedAt: '2026-11-23T16:00:00+08:00',
        paragraphs: 9,
        contains: ['no such text'],
        lacks: [story.paragraphs[0]],
      },
      { url: `${site.url}/gone` },
    ],
  });
  expect(status).toBe(1);
  expect(out).toContain(`title: expected “Another title”, found “${story.title}”`);
  expect(out).toContain('paragraphs: expected 9, found 4');
  expect(out).toContain('publishedAt: expected “2026-11-23T16:00:00+08:00”, found nothing');
  expect(out).toContain('contains: the body has no “no such text”');
  expect(out).toContain(`lacks: the body has “${story.paragraphs[0]}”`);
  expect(out).toMatch(/FAILED {2}page .*\/gone\n +answered with status 404/);
});

test('a rule that matches on no page is named; one that matches on some is not', async () => {
  await using site = await serve();
  site.pages.set(other.path, { body: articlePage(other).replace('<h1>', '<h1 class="big">') });
  const { status, out } = await checkLive(site, {
    article: { title: 'h1.big', authors: '.no-such-byline', remove: ['.no-such-ad'] },
  });
  expect(status).toBe(1);
  expect(out).toMatch(rule('authors'));
  expect(out).toContain('ok      rule article.title: 1 of 2 pages');
  expect(out).not.toContain('article.remove');
});

test('a feed that is none, and pages that robots.txt forbids, fail', async () => {
  await using site = await serve();
  site.pages.set('/feed.xml', { body: '<!doctype html><title>Sign in</title>' });
  site.pages.set('/robots.txt', { type: 'text/plain', body: 'User-agent: *\nDisallow: /world/' });
  const { status, out } = await checkLive(site, { tests: [{ url: `${site.url}${story.path}` }] });
  expect(status).toBe(1);
  expect(out).toMatch(/FAILED {2}feed .*\n.*found an HTML page titled “Sign in”/);
  expect(out).toMatch(/FAILED {2}page .*\n.*robots\.txt/);
  expect(site.requests.map(({ path }) => path)).toEqual(['/robots.txt', '/feed.xml']);
});

test('a source that does not exist is wrong usage', async () => {
  await using site = await serve();
  await using commands = await commandsWith({
    http: loopbackHttp(site.url),
    sources: [{ id: 'harbour', name: 'Harbour', feeds: [`${site.url}/feed.xml`] }],
  });
  const { status, err } = await commands.run(['check', '--live', 'harbor']);
  expect({ status, err }).toEqual({
    status: 2,
    err: 'no such source: harbor; there are harbour\n',
  });
});
