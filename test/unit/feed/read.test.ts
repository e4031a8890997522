import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readFeed } from '../../../src/feed/read.ts';
import { feedOf } from './feed-of.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/feed/${name}`, import.meta.url));

test('an RSS 2.0 feed gives every field of an entry', async () => {
  const feed = await feedOf(fixture('rss-2.0-news.xml'), {
    url: 'https://harbour.example/feed.xml',
  });
  expect(feed).toMatchObject({ title: 'Harbour Times & Tide', language: 'en-GB', repairs: [] });
  expect(feed.hints).toEqual({
    ttlMs: 30 * 60_000,
    skipHours: [0, 3],
    skipDays: ['Sunday'],
    updatePeriodMs: 30 * 60_000,
  });
  expect(feed.entries[0]).toEqual({
    id: 'tag:harbour.example,2026:17',
    title: 'Ferry back in service',
    link: 'https://harbour.example/2026/ferry',
    published: '2026-10-01T06:30:00.000Z',
    updated: '2026-10-01T07:00:00.000Z',
    author: 'Ana Cruz, Ben Ode',
    summary: 'The ferry sails <b>again</b>.',
    content:
      '<p>The ferry sails again, <a href="https://harbour.example/timetable">hourly</a>.</p>',
    categories: [
      { term: '7f1c', scheme: 'https://harbour.example/metadata/id' },
      { term: 'Transport', scheme: null },
      { term: 'Ships', scheme: null },
    ],
    enclosures: [
      { url: 'https://harbour.example/a.mp3', type: 'audio/mpeg', length: 1200 },
      { url: 'https://harbour.example/b.mp3', type: null, length: null },
      { url: 'https://harbour.example/ferry.jpg', type: 'image/jpeg', length: 900, picture: {} },
      { url: 'http://broken.host60/60/60', type: null, length: null, picture: {} },
    ],
  });
});

test('an entry with bad fields is kept with what is good of it', async () => {
  const feed = await feedOf(fixture('rss-2.0-news.xml'));
  expect(feed.entries[1]).toMatchObject({
    title: 'Only a permalink',
    link: 'https://harbour.example/2026/permalink',
    published: null,
    author: 'News Desk',
  });
});

test.each([
  [
    'RSS 1.0 that has items alone',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '</rdf:RDF>',
  ],
  ['RSS without a root', '<channel>', '</channel>'],
  ['RSS in capitals', '<RSS version="2.0"><channel>', '</channel></RSS>'],
])('%s is a feed', async (_what, start, end) => {
  const item = '<item><title>Pier</title><link>https://bay.example/pier</link></item>';
  expect((await feedOf(`${start}${item}${end}`)).entries).toMatchObject([{ title: 'Pier' }]);
});

test('a sitemap for news may have none today, one that is not for news is no feed', async () => {
  const sitemap = (namespace: string) =>
    readFeed({
      bytes: Buffer.from(
        `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"${namespace}></urlset>`,
      ),
    });
  const news = 'http://www.google.com/schemas/sitemap-news/0.9';
  expect(await sitemap(` xmlns:n="${news}"`)).toMatchObject({
    kind: 'feed',
    feed: { entries: [] },
  });
  expect(await sitemap(` xmlns:n="${news.replace('http', 'https')}"`)).toMatchObject({
    kind: 'feed',
  });
  expect(await sitemap('')).toMatchObject({
    kind: 'not-a-feed',
    looksLike: 'a sitemap without news entries',
    isSitemap: true,
  });
});
