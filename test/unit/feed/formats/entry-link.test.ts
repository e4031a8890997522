import { describe, expect, test } from 'vitest';
import { feedOf, rss } from '../feed-of.ts';

const URL_OF_FEED = 'https://bay.example/feeds/all.xml';
const PIER = 'https://bay.example/2026/pier';

const atomLink = async (inner: string, attributes = '') => {
  const feed = await feedOf(
    `<feed xmlns="http://www.w3.org/2005/Atom"${attributes}><title>Bay</title><link href="https://bay.example/"/><entry><title>Pier</title>${inner}</entry></feed>`,
    { url: URL_OF_FEED },
  );
  return feed.entries[0]?.link;
};
const rssLink = async (inner: string, declarations = '', url = URL_OF_FEED) => {
  const site = '<link>https://bay.example/</link>';
  const document = `<rss version="2.0"${declarations}><channel><title>Bay</title>${site}<item><title>Pier</title>${inner}</item></channel></rss>`;
  return (await feedOf(document, { url })).entries[0]?.link;
};

describe('an Atom entry', () => {
  test.each([
    ['an id that is an address', `<id>${PIER}</id>`],
    ['content that lies elsewhere', `<id>urn:1</id><content type="text/html" src="${PIER}"/>`],
    ['itself alone', `<id>urn:1</id><link rel="self" href="${PIER}"/>`],
    ['an empty relation', `<id>urn:1</id><link rel="" href="${PIER}"/>`],
    ['a relation between spaces', `<link rel=" Alternate " href="${PIER}"/>`],
    ['several relations', `<link rel="alternate nofollow" href="${PIER}"/>`],
    [
      "the registry's own word",
      `<link rel="http://www.iana.org/assignments/relation/alternate" href="${PIER}"/>`,
    ],
    [
      'a canonical link',
      `<link rel="replies" href="https://bay.example/c"/><link rel="canonical" href="${PIER}"/>`,
    ],
    ['a link before an id', `<id>https://bay.example/id/1</id><link href="${PIER}"/>`],
  ])('is found by %s', async (_what, inner) => {
    expect(await atomLink(inner)).toBe(PIER);
  });

  test("in several languages is read in the feed's", async () => {
    const links = `<link hreflang="fr" href="https://bay.example/fr"/><link hreflang="en-GB" href="${PIER}"/>`;
    expect(await atomLink(links, ' xml:lang="en"')).toBe(PIER);
    expect(await atomLink(links)).toBe('https://bay.example/fr');
  });

  test.each([
    ['a name', '<id>urn:uuid:1</id>'],
    [
      'a film as its content',
      '<id>urn:1</id><content type="video/mp4" src="https://bay.example/film.mp4"/>',
    ],
    ['what it is about', '<id>urn:1</id><link rel="related" href="https://other.example/x"/>'],
    ["the feed's own address", `<id>urn:1</id><link rel="self" href="${URL_OF_FEED}"/>`],
  ])('that has only %s has no link', async (_what, inner) => {
    expect(await atomLink(inner)).toBeNull();
  });
});

describe('an RSS item', () => {
  const FEEDBURNER = ' xmlns:fb="http://rssnamespace.org/feedburner/ext/1.0"';

  test('with a stated original does not need the redirector beside it', async () => {
    const links = `<link>https://clicks.example/~r/Bay/~3/a/</link><fb:origLink>${PIER}</fb:origLink>`;
    expect(await rssLink(links, FEEDBURNER)).toBe(PIER);
  });

  test("whose stated original is the site's front page keeps its link", async () => {
    const links = `<link>${PIER}</link><fb:origLink>https://bay.example/</fb:origLink>`;
    expect(await rssLink(links, FEEDBURNER)).toBe(PIER);
  });

  test('with a link that counts clicks is found by its permanent guid', async () => {
    const links = `<link>http://feedproxy.example/~r/Bay/~3/a/</link><guid>${PIER}</guid>`;
    expect(await rssLink(links)).toBe(PIER);
  });

  test('with a link of Atom alone is found by it', async () => {
    const atom = ' xmlns:atom="http://www.w3.org/2005/Atom"';
    expect(await rssLink(`<atom:link rel="self" href="${PIER}"/>`, atom)).toBe(PIER);
  });

  test('whose link is a fragment is found by its permanent guid', async () => {
    expect(await rssLink(`<link>#</link><guid>${PIER}</guid>`)).toBe(PIER);
  });

  test('is given no address by a guid that says that it is none', async () => {
    expect(await rssLink(`<guid isPermaLink="false">${PIER}</guid>`)).toBeNull();
  });

  test('with elements in its link is found by what they point at', async () => {
    expect(await rssLink(`<link><a href="${PIER}">read</a></link>`)).toBe(PIER);
  });
});

describe('a relative link', () => {
  const OTHER = 'https://feeds.cdn.example/bay/all.xml';

  test("belongs to the site, not to the feed's host", async () => {
    expect(await rssLink('<link>/2026/pier</link>', '', OTHER)).toBe(PIER);
  });

  test("belongs to the feed's host where whole links lie there and none on the stated site", async () => {
    const item = (link: string) => `<item><title>t</title><link>${link}</link></item>`;
    const feed = await feedOf(rss(item('https://feeds.cdn.example/a') + item('/b')), {
      url: OTHER,
    });
    expect(feed.entries[1]?.link).toBe('https://feeds.cdn.example/b');
  });

  test('belongs to where xml:base says', async () => {
    const link = await rssLink('<link>/pier</link>', ' xml:base="https://base.example/x/"', OTHER);
    expect(link).toBe('https://base.example/pier');
  });
});
