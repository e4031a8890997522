import { describe, expect, test } from 'vitest';
import { normalizeArticle } from '../../../src/record/normalize.ts';
import { Fields } from '../../../src/record/fields.ts';
import { type DatedInput, times } from '../../../src/record/times.ts';
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

test('dates that are not believed are no dates of the record, and it says so', () => {
  const outcome = normalizeArticle({
    scraped: articleOf(article(PARAGRAPHS)),
    source: { id: 'quay', name: 'Quay', channel: 'quay', republish: 'link' },
    url: 'https://quay.example/ferry-late',
    entry: anEntry({ published: '2027-01-01T00:00:00Z', doubtedDate: '1970-01-01T00:00:00Z' }),
    fetchedAt: new Date('2026-05-05T00:00:00Z'),
  });
  expect(outcome).toMatchObject({
    record: {
      doubts: [
        {
          field: 'publishedAt',
          stated: '1970-01-01T00:00:00Z',
          reason: expect.stringMatching(/1990/),
        },
        { field: 'publishedAt', stated: '2027-01-01T00:00:00Z', reason: 'more than a day ahead' },
      ],
    },
  });
  expect(outcome).not.toHaveProperty('record.publishedAt');
});

const onPage = (value: string) => ({ value, from: 'meta' as const });

/** The times of an article that its page and its entry state, and where they are from. */
function timesOf(scraped: DatedInput['scraped'], entry: Parameters<typeof anEntry>[0] = {}) {
  const fields = new Fields();
  const fetchedAt = new Date('2026-05-05T00:00:00Z');
  const found = times(fields, { scraped, entry: anEntry(entry), fetchedAt });
  return { ...found, from: fields.provenance };
}

test('A time of another clock is in UTC, and beside it as its publisher shows it.', () => {
  expect(timesOf({ publishedAt: onPage('2026-05-04T18:00:00+08:00') })).toMatchObject({
    publishedAt: '2026-05-04T10:00:00Z',
    publishedLocal: '2026-05-04T18:00:00+08:00',
    doubts: undefined,
    from: { publishedAt: 'meta' },
  });
});

test('The last change is the latest that an article without another date can have been published.', () => {
  expect(timesOf({ modifiedAt: onPage('2026-05-04T10:00:00Z') })).toMatchObject({
    publishedAt: '2026-05-04T10:00:00Z',
    modifiedAt: '2026-05-04T10:00:00Z',
  });
});

test('The page’s own word on the last change comes before its feed’s, which is taken where it says none.', () => {
  const updated = '2026-05-04T12:00:00Z';
  expect(timesOf({ modifiedAt: onPage('2026-05-04T10:00:00Z') }, { updated })).toMatchObject({
    modifiedAt: '2026-05-04T10:00:00Z',
    from: { modifiedAt: 'meta' },
  });
  expect(timesOf({}, { updated })).toMatchObject({
    modifiedAt: updated,
    from: { modifiedAt: 'feed' },
  });
});

describe('The hour that a feed tells', () => {
  const inFeed = '2026-05-04T09:30:00Z';
  const hourOf = (scraped: DatedInput['scraped']) => timesOf(scraped, { published: inFeed });

  test('is no word against a rule of the operator', () => {
    expect(hourOf({ publishedAt: { value: '2026-05-04T00:00:00Z', from: 'rule' } }).from).toEqual({
      publishedAt: 'rule',
    });
    expect(hourOf({ publishedAt: onPage('2026-05-04T00:00:00Z') })).toMatchObject({
      publishedAt: inFeed,
      from: { publishedAt: 'feed' },
    });
  });

  test('is the article’s where its page says nothing', () => {
    expect(hourOf({})).toMatchObject({ publishedAt: inFeed, modifiedAt: undefined });
  });
});

test('A last change that is not believed is told by its field.', () => {
  const { doubts, publishedAt } = timesOf(
    { modifiedAt: onPage('1970-01-01T00:00:00Z') },
    { updated: '2027-01-01T00:00:00Z' },
  );
  expect(publishedAt).toBeUndefined();
  expect(doubts?.map(({ field, stated }) => [field, stated])).toEqual([
    ['modifiedAt', '1970-01-01T00:00:00Z'],
    ['modifiedAt', '2027-01-01T00:00:00Z'],
  ]);
});
