import { describe, expect, test } from 'vitest';
import { PermanentError } from '../../../src/errors.ts';
import { checkSource } from '../../../src/operations/check-source.ts';
import { testConfig } from '../../support/commands/pipeline.ts';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';

const SITE = 'https://harbour.example';
const FEED = `${SITE}/feed.xml`;
const stories = [1, 2, 3, 4].map((index) => inventedArticle(55, index));
const [first] = stories;

/** Checks a source on a site that answers like this; pages of the stories are there. */
async function checked(source: object = {}, answers: Record<string, string | number | Error> = {}) {
  const pages = Object.fromEntries(stories.map((story) => [story.path, articlePage(story)]));
  const all = { '/feed.xml': rssFeed(SITE, stories), ...pages, ...answers };
  const asked: string[] = [];
  const { sources } = testConfig([{ id: 'harbour', feeds: [FEED], ...source }], 'news');
  const fetch = async ({ url }: { url: string }) => {
    const path = url.replace(SITE, '');
    asked.push(path);
    const answer = (all as Record<string, string | number | Error>)[path] ?? 404;
    if (answer instanceof Error) throw answer;
    const rest = { url, redirects: [], headers: {} };
    return typeof answer === 'number'
      ? { ...rest, status: answer, body: Buffer.from('') }
      : { ...rest, status: 200, body: Buffer.from(answer) };
  };
  const visitor = { fetch, termsOf: async () => [], agent: 'newsrelay' };
  return { ...(await checkSource(sources[0]!, visitor, Date.now)), asked };
}

describe('a feed', () => {
  test('that can be read is told with its entries and the newest of them', async () => {
    expect((await checked()).feeds).toEqual([
      { url: FEED, problems: [], entries: 4, newest: '2026-11-23T08:00:00.000Z' },
    ]);
  });

  test.each<[string | number | Error, RegExp]>([
    [404, /^answered with status 404$/],
    ['<html><body>hello</body></html>', /^expected a feed, found an HTML page$/],
    [new PermanentError('address-refused', 'not allowed'), /^not allowed$/],
  ])('that cannot be read says why: %s', async (answer, told) => {
    const { feeds, pages, isSound } = await checked({}, { '/feed.xml': answer });
    expect(feeds).toEqual([{ url: FEED, problems: [expect.stringMatching(told)] }]);
    expect([pages, isSound]).toEqual([[], false]);
  });

  test('that is a list of sitemaps is read by the newest of them', async () => {
    const index = (...maps: string[]) =>
      `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${maps.join('')}</sitemapindex>`;
    const map = (path: string, modified: string) =>
      `<sitemap><loc>${SITE}${path}</loc><lastmod>${modified}</lastmod></sitemap>`;
    const answers = {
      '/feed.xml': index(map('/old.xml', '2026-01-01'), map('/new.xml', '2026-11-01')),
    };
    const { feeds, asked } = await checked({}, { ...answers, '/new.xml': rssFeed(SITE, stories) });
    expect(feeds).toMatchObject([{ url: FEED, problems: [], entries: 4 }]);
    expect(asked.slice(0, 2)).toEqual(['/feed.xml', '/new.xml']);
    for (const nothing of [index(), index(map('/feed.xml', '2026-11-01'))]) {
      expect((await checked({}, { '/feed.xml': nothing })).feeds[0]!.problems).toEqual([
        'is a sitemap index that lists nothing',
      ]);
    }
  });

  test('with a password is named without it', async () => {
    const feeds = ['https://user:secret@harbour.example/feed.xml'];
    expect(JSON.stringify((await checked({ feeds })).feeds)).not.toContain('secret');
  });

  test('that fails of a slip of our own ends the check', async () => {
    await expect(checked({}, { '/feed.xml': new TypeError('a slip') })).rejects.toThrow('a slip');
  });
});

describe('pages', () => {
  test('are the three newest of the feeds, each once, where no tests are named', async () => {
    const { pages, isSound } = await checked({ feeds: [FEED, `${SITE}/feed.xml?again`] });
    expect(pages).toHaveLength(3);
    expect(pages[0]).toMatchObject({ problems: [], paragraphs: 4, title: expect.any(String) });
    expect(pages[0]!.confidence).toBeGreaterThan(0);
    expect(isSound).toBe(false);
  });

  test('are those that are named as tests, with what they miss', async () => {
    const tests = [{ url: `${SITE}${first!.path}`, title: 'Another' }, { url: `${SITE}/gone` }];
    const { pages, isSound } = await checked({ tests });
    expect(pages).toMatchObject([
      { problems: [`title: expected “Another”, found “${first!.title}”`] },
      { problems: ['answered with status 404'] },
    ]);
    expect(isSound).toBe(false);
  });

  test('that would be held say so, and a sound source has no problem', async () => {
    expect((await checked()).isSound).toBe(true);
    const { pages, isSound } = await checked({ minConfidence: 1 });
    expect(pages[0]!.problems).toEqual([
      expect.stringMatching(/^would be held: confidence 0\.\d+ is below 1/),
    ]);
    expect(isSound).toBe(false);
  });

  test('that are no articles say what they are', async () => {
    const tests = [{ url: `${SITE}${first!.path}` }];
    const { pages } = await checked({ tests }, { [first!.path]: '<html><p>Soon.</p></html>' });
    expect(pages).toEqual([
      { url: `${SITE}${first!.path}`, problems: [expect.stringContaining('no running text')] },
    ]);
  });
});

test('each rule is told by the pages on which it matched, but for those that sound pages may lack', async () => {
  const article = { body: '.article-body', title: '.no-such', remove: ['.x'], nextPage: '.next' };
  const { rules, isSound } = await checked({ article });
  expect(rules).toEqual([
    { rule: 'body', matched: 3, tried: 3 },
    { rule: 'title', matched: 0, tried: 3 },
  ]);
  expect(isSound).toBe(false);
  const sound = await checked({ article: { body: '.article-body' } });
  expect([sound.rules, sound.isSound]).toEqual([[{ rule: 'body', matched: 3, tried: 3 }], true]);
});
