import { expect, test } from 'vitest';
import { jsonFeed } from '../../../../src/deliver/syndication/json-feed.ts';
import type { ArticleRecord } from '../../../../src/article-record.ts';
import { articleRecord } from '../../../support/records/article-record.ts';

const head = {
  title: 'Wire',
  self: 'https://wire.example/feed.json',
  homePage: 'https://wire.example/',
};
const feedOf = (...records: ArticleRecord[]) =>
  JSON.parse(jsonFeed(head, { records, withdrawn: [] })) as {
    items: Record<string, unknown>[];
  };

test('the feed says where it is and whose', () => {
  expect(feedOf()).toEqual({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Wire',
    home_page_url: 'https://wire.example/',
    feed_url: 'https://wire.example/feed.json',
    items: [],
    _newsrelay: { withdrawn: [] },
  });
});

test('an item has what the article states, and the whole record', () => {
  const record = articleRecord({
    images: [{ url: 'https://harbour.example/pier.jpg' }] as ArticleRecord['images'],
    authors: [{ name: 'Lee Quay', url: 'https://harbour.example/lee' }, { name: 'Ada' }],
    modifiedAt: '2026-11-21T09:00:00.000Z',
  });
  expect(feedOf(record).items).toEqual([
    {
      id: `urn:uuid:${record.id}`,
      url: record.canonicalUrl,
      title: record.title,
      content_html: expect.stringContaining('<p>'),
      summary: record.summary,
      image: 'https://harbour.example/pier.jpg',
      date_published: record.publishedAt,
      date_modified: '2026-11-21T09:00:00.000Z',
      authors: [{ name: 'Lee Quay', url: 'https://harbour.example/lee' }, { name: 'Ada' }],
      tags: record.taxonomy,
      language: 'en-PH',
      _newsrelay: { record },
    },
  ]);
});

test('what an article does not state is left out, and its dates are ours', () => {
  const { summary: _s, language: _l, publishedAt: _p, ...rest } = articleRecord();
  const [item] = feedOf(rest).items;
  expect(item).toMatchObject({ date_published: rest.firstSeenAt, date_modified: rest.fetchedAt });
  for (const name of ['summary', 'image', 'language']) expect(item).not.toHaveProperty(name);
});
