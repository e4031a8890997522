import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
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
