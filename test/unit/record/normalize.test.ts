import { describe, expect, test } from 'vitest';
import { normalizeArticle } from '../../../src/record/normalize.ts';
import { anEntry } from '../../support/records/entries.ts';
import { article, articleOf, PARAGRAPHS } from '../article/ferry-page.ts';

/** When an article of a page and a feed was published, and which of them said so. */
function published(onPage: string, inFeed: string) {
  const head = `<meta property="article:published_time" content="${onPage}">`;
  const outcome = normalizeArticle({
    scraped: articleOf(article(PARAGRAPHS), head),
    source: { id: 'quay', name: 'Quay', channel: 'quay', republish: 'link' },
    url: 'https://quay.example/ferry-late',
    entry: anEntry({ published: inFeed }),
    fetchedAt: new Date('2026-05-05T00:00:00Z'),
  });
  if (outcome.kind !== 'record') throw new Error(outcome.message);
  const { publishedAt, provenance } = outcome.record;
  return [publishedAt, provenance['publishedAt']];
}

describe('a page that states the day alone', () => {
  test.each([
    ['on that day', '2026-05-04T09:30:00Z'],
    ['on that day in Auckland', '2026-05-03T12:30:00Z'],
    ['on that day in Honolulu', '2026-05-05T08:30:00Z'],
  ])('has the moment of its feed %s', (_when, moment) => {
    expect(published('2026-05-04', moment)).toEqual([moment, 'feed']);
  });

  test('is right where its feed says another day', () => {
    expect(published('2026-05-04', '2026-05-06T09:30:00Z')).toEqual([
      '2026-05-04T00:00:00Z',
      'meta',
    ]);
  });
});

test('a page that states the moment is right', () => {
  expect(published('2026-05-04T09:30:00Z', '2026-05-04T10:00:00Z')).toEqual([
    '2026-05-04T09:30:00Z',
    'meta',
  ]);
});
