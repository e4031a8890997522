import { describe, expect, test } from 'vitest';
import {
  countPoll,
  countScrape,
  emptySummary,
  filteredNotes,
  type SourceSummary,
  withAddress,
} from '../../../src/operations/source-summary.ts';

const FEED = 'https://harbour.example/feed.xml';
const PAGE = 'https://harbour.example/ferry';
const empty = emptySummary('harbour', 2);

/** What counting changes of an empty summary. */
function changed(count: (summary: SourceSummary) => void): Partial<SourceSummary> {
  const summary = emptySummary('harbour', 2);
  count(summary);
  return Object.fromEntries(
    Object.entries(summary).filter(
      ([name, value]) =>
        JSON.stringify(value) !== JSON.stringify(empty[name as keyof SourceSummary]),
    ),
  );
}
const polled = (...results: object[]) =>
  changed((summary) => results.forEach((result) => countPoll(summary, FEED, result as never)));
const scraped = (...results: (object | undefined)[]) =>
  changed((summary) => results.forEach((result) => countScrape(summary, PAGE, result as never)));

test('a summary begins with nothing but the source and its feeds', () => {
  const { sourceId, feeds, ...counts } = empty;
  expect([sourceId, feeds]).toEqual(['harbour', 2]);
  for (const value of Object.values(counts))
    expect([0, '{}', '[]']).toContain(typeof value === 'number' ? value : JSON.stringify(value));
});

describe('a poll', () => {
  test.each<[object, Partial<SourceSummary>]>([
    [
      { kind: 'modified', notes: ['odd'] },
      { polled: 1, notes: [`${FEED}: odd`] },
    ],
    [
      { kind: 'index', notes: ['odd'] },
      { polled: 1, notes: [`${FEED}: odd`] },
    ],
    [{ kind: 'index' }, { polled: 1 }],
    [{ kind: 'ordinary-sitemap' }, { polled: 1 }],
    [
      { kind: 'held', message: 'a flood' },
      { polled: 1, suspicious: [`${FEED}: a flood`] },
    ],
    [
      { kind: 'not-modified', notes: ['odd'] },
      { polled: 1, notModified: 1, notes: [`${FEED}: odd`] },
    ],
    [{ kind: 'not-modified' }, { polled: 1, notModified: 1 }],
    [{ kind: 'paused' }, { notDue: 1, notes: [`${FEED}: not polled, its source is paused`] }],
    [{ kind: 'not-due', untilMs: 0 }, { notDue: 1 }],
    [{ kind: 'busy' }, { notDue: 1 }],
    [{ kind: 'source-removed' }, { notDue: 1 }],
    [{ kind: 'failed', message: 'HTTP 503' }, { failures: [`${FEED}: HTTP 503`] }],
    [{ kind: 'failed', message: `${FEED} answered 503` }, { failures: [`${FEED} answered 503`] }],
  ])('%j counts as %j', (result, expected) => {
    expect(polled(result)).toEqual(expected);
  });

  test('that mended a document says how, and how many readings it took so far', () => {
    const repaired = { kind: 'modified', notes: [], repairs: ['a stray &', 'an open tag'] };
    expect(polled(repaired)).toEqual({
      polled: 1,
      repaired: 1,
      notes: [`${FEED}: repaired: a stray &, an open tag`],
    });
    expect(polled({ ...repaired, repairedReadings: 3 }).notes).toEqual([
      `${FEED}: repaired (3 readings so far): a stray &, an open tag`,
    ]);
  });

  test('that rules left entries out of counts them as found, by their rules', () => {
    const filtered = { 'drop title': 2, 'drop flag': 1 };
    expect(
      polled({ kind: 'modified', notes: [], filtered }, { kind: 'modified', notes: [], filtered }),
    ).toEqual({
      polled: 2,
      found: 6,
      filtered: 6,
      filteredBy: { 'drop title': 4, 'drop flag': 2 },
    });
  });

  test('that is not due tells what the last one failed of, and when the next one is', () => {
    const failure = { message: 'HTTP 503', failures: 1, sinceMs: 0 };
    expect(polled({ kind: 'not-due', untilMs: 60_000, failure }).failures).toEqual([
      `${FEED}: HTTP 503 (failed once since 1970-01-01T00:00:00Z; it is asked again at 1970-01-01T00:01:00Z)`,
    ]);
    expect(polled({ kind: 'busy', failure: { ...failure, failures: 2 } }).failures).toEqual([
      `${FEED}: HTTP 503 (failed 2 times in a row since 1970-01-01T00:00:00Z; it is being asked now)`,
    ]);
  });
});

describe('a visit to a page', () => {
  test.each<[object | undefined, Partial<SourceSummary>]>([
    [{ kind: 'enqueued', action: 'publish' }, { published: 1 }],
    [{ kind: 'enqueued', action: 'update' }, { updated: 1 }],
    [{ kind: 'enqueued', action: 'withdraw' }, { withdrawn: 1 }],
    [
      { kind: 'missing', reason: 'HTTP 404' },
      {
        unchanged: 1,
        notes: [`${PAGE}: missing (HTTP 404), and looked at again before it is withdrawn`],
      },
    ],
    [
      { kind: 'dropped', reason: 'noindex' },
      { dropped: 1, notes: [`${PAGE}: not republished, noindex`] },
    ],
    [
      { kind: 'filtered', reason: 'drop flag' },
      { filtered: 1, filteredBy: { 'drop flag': 1 } },
    ],
    [
      { kind: 'held', reason: 'confidence 0.2', articleId: 'a1' },
      {
        held: 1,
        notes: [`${PAGE}: held, confidence 0.2; look at it with \`newsrelay held show a1\``],
      },
    ],
    [{ kind: 'unchanged' }, { unchanged: 1 }],
    [{ kind: 'unreadable' }, { unchanged: 1 }],
    [undefined, { unchanged: 1 }],
  ])('that comes to %j counts as %j', (result, expected) => {
    expect(scraped(result)).toEqual(expected);
  });

  test('counts each rule that matched nothing, and gives its advice once', () => {
    const result = { kind: 'unchanged', unmatchedRules: ['body', 'title'], advice: 'write body:' };
    expect(scraped(result, { ...result, unmatchedRules: ['body'] })).toEqual({
      unchanged: 2,
      unmatchedRules: { body: 2, title: 1 },
      notes: ['write body:'],
    });
  });
});

test('a rule is noted once with how many it left out', () => {
  const filteredBy = { 'drop title': 2 };
  expect(filteredNotes({ ...empty, filteredBy, filtered: 2, found: 2 })).toEqual([
    '2 filtered by drop title',
  ]);
});

test.each([
  [10, 10, 1],
  [10, 11, 0],
  [9, 9, 0],
])('%d filtered of %d found are told as all of many: %d', (filtered, found, many) => {
  const notes = filteredNotes({ ...empty, filtered, found });
  expect(notes.filter((note) => /left out everything/.test(note))).toHaveLength(many);
});

test('a message that names its address is not given it again', () => {
  expect(withAddress('https://a.example', 'https://a.example is down')).toBe(
    'https://a.example is down',
  );
  expect(withAddress('https://a.example', 'is down')).toBe('https://a.example: is down');
});

test('advice is noted once, on however many pages it was come upon, and an article for nobody with how to see why', () => {
  const unchanged = { kind: 'unchanged', articleId: 'a-1', advice: 'leave out sid' };
  expect(scraped(unchanged, unchanged)).toEqual({ unchanged: 2, notes: ['leave out sid'] });
  const sent = { kind: 'enqueued', action: 'publish', articleId: 'a-1', revision: 1 };
  expect(scraped(sent)).toEqual({ published: 1 });
  expect(scraped({ ...sent, isForNobody: true })).toEqual({
    published: 1,
    notes: [`${PAGE}: no destination gets it; newsrelay route a-1 says why`],
  });
});
