import { describe, expect, test } from 'vitest';
import { chooseSitemaps, type KnownSitemap } from '../../../../src/feed/polling/sitemaps.ts';

const NOW = Date.UTC(2026, 10, 29);
const DAY = 86_400_000;
const daysAgo = (days: number) => new Date(NOW - days * DAY).toISOString();
const sitemap = (name: string, modified: string | null = null, more = {}): KnownSitemap => ({
  url: `https://ledger.example/${name}.xml`,
  modified,
  holds: undefined,
  readAtMs: null,
  ...more,
});
const names = (sitemaps: KnownSitemap[], most = 20) =>
  chooseSitemaps(sitemaps, most, NOW).chosen.map(({ url }) => url.slice(23, -4));

describe('The sitemaps of an index that are read', () => {
  test('are all where no date tells, the last first', () => {
    expect(names(['a', 'b', 'c'].map((name) => sitemap(name)))).toEqual(['c', 'b', 'a']);
  });

  test.each([
    'news-sitemap',
    'sitemap_news_1',
    'google-news',
    'sitemap-noticias',
    'nachrichten',
    'actualites',
    'wp-sitemap-news-2',
    'newssitemap',
    'latest',
  ])('begin with %s, however old', (name) => {
    const others = ['post-1', 'page-1', 'category'].map((other) => sitemap(other, daysAgo(0)));
    expect(names([...others, sitemap(name, daysAgo(90))])[0]).toBe(name);
  });

  test('begin with one that held news before', () => {
    const held = sitemap('part-7', daysAgo(100), { holds: 'news', readAtMs: NOW - DAY });
    expect(names([sitemap('news'), held])).toEqual(['part-7', 'news']);
  });

  test('are the new ones of an archive, and five of one that is old', () => {
    const parts = Array.from({ length: 60 }, (_, n) => sitemap(`p${n}`, daysAgo(n)));
    expect(names(parts)).toEqual(['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6']);
    expect(names(parts.slice(30))).toHaveLength(5);
  });

  test('leave out for a month what was found to be ordinary', () => {
    const ordinary = (days: number) => ({ holds: 'pages', readAtMs: NOW - days * DAY }) as const;
    const list = [sitemap('a', null, ordinary(3)), sitemap('b', null, ordinary(31)), sitemap('c')];
    expect(names(list)).toEqual(['c', 'b']);
    expect(chooseSitemaps(list, 20, NOW).ordinary).toBe(1);
  });

  test('are at most so many, and what is cut is counted', () => {
    const list = Array.from({ length: 9 }, (_, n) => sitemap(`news-${n}`));
    expect(names(list, 4)).toHaveLength(4);
    expect(chooseSitemaps(list, 4, NOW).cut).toBe(5);
  });
});

describe('bounds of the choice', () => {
  test('what was changed seven days ago is old', () => {
    const old = (ms: number) => sitemap('old', new Date(NOW - 7 * DAY + ms).toISOString());
    const young = Array.from({ length: 5 }, (_, n) => sitemap(`p${n}`, daysAgo(0)));
    expect(names([...young, old(0)])).not.toContain('old');
    expect(names([...young, old(1)])).toContain('old');
  });

  test('old ones fill up to five', () => {
    const list = (young: number) => [
      ...Array.from({ length: young }, (_, n) => sitemap(`young${n}`, daysAgo(0))),
      ...Array.from({ length: 9 }, (_, n) => sitemap(`old${n}`, daysAgo(20 + n))),
    ];
    expect(names(list(3))).toHaveLength(5);
    expect(names(list(5))).toHaveLength(5);
    expect(names(list(6))).toHaveLength(6);
  });

  test('an ordinary one is looked at again after thirty days', () => {
    const read = (ms: number) =>
      names([sitemap('a', null, { holds: 'pages', readAtMs: NOW - 30 * DAY + ms })]);
    expect([read(0), read(1)]).toEqual([['a'], []]);
    expect(names([sitemap('a', null, { holds: 'pages', readAtMs: null })])).toEqual(['a']);
  });

  test('names tell articles from what is neither, and that from lists', () => {
    const order = ['pages', 'misc', 'articles', 'news'].map((name) => sitemap(name, daysAgo(0)));
    expect(names(order)).toEqual(['news', 'articles', 'misc', 'pages']);
    expect(names(order.toReversed())).toEqual(['news', 'articles', 'misc', 'pages']);
  });

  test('of one rank the last changed comes first, and a query may name a sitemap', () => {
    const list = [sitemap('a', daysAgo(3)), sitemap('b', daysAgo(1)), sitemap('c', daysAgo(2))];
    expect(names(list)).toEqual(['b', 'c', 'a']);
    const query = { ...sitemap('x'), url: 'https://ledger.example/map?type=news' };
    expect(chooseSitemaps([query, sitemap('z')], 1, NOW).chosen).toEqual([query]);
    expect(chooseSitemaps([query, sitemap('z')], 1, NOW).cut).toBe(1);
    expect(chooseSitemaps([query], 1, NOW)).toMatchObject({ cut: 0, ordinary: 0 });
  });
});
