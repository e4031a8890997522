import { describe, expect, test } from 'vitest';
import { explanationLines, whyUnread } from '../../../../src/cli/commands/explain.ts';
import type { Explanation } from '../../../../src/operations/explain.ts';

const clock = (moment: number | string) => `t${moment}`;
const UNKNOWN: Explanation = {
  articleId: undefined,
  article: undefined,
  events: [],
  jobs: [],
  destinations: [],
};
const ARTICLE = {
  title: 'Pier opens',
  url: 'https://harbour.example/pier',
  sourceId: 'harbour',
  action: 'publish',
  revision: 7,
};
const job = { queue: 'republish', id: 'a-7', state: 'waiting', addedAt: 3, at: undefined };
const lines = (known: Partial<Explanation>) =>
  explanationLines('pier', { ...UNKNOWN, ...known }, clock);

describe('an article is explained', () => {
  test.each([
    ['publish', 'was sent to the site, revision 7'],
    ['update', 'was sent to the site, the last time as an update, revision 7'],
    ['withdraw', 'was withdrawn, revision 7'],
  ])('by what became of it at last: %s', (action, fate) => {
    expect(lines({ articleId: 'a', article: { ...ARTICLE, action } })).toEqual([
      `Pier opens\n  https://harbour.example/pier\n  id a, source harbour\n  ${fate}`,
    ]);
  });

  test('as never sent, or not read yet', () => {
    expect(lines({ articleId: 'a' })).toEqual(['a: never sent to the site']);
    expect(lines({})).toEqual(['pier: not read yet']);
  });

  test('with where its newest revision is still to be taken', () => {
    const jobs = [
      { ...job, reason: undefined },
      { ...job, id: 'a-6', reason: undefined },
      { ...job, queue: 'deliver-blog', state: 'delayed', reason: undefined },
    ];
    expect(lines({ articleId: 'a', article: ARTICLE, jobs })[0]).toMatch(
      /, revision 7; still to be taken: republish \(waiting\), deliver-blog \(delayed\)$/,
    );
  });

  test('by events and jobs in the order of time, and by the destinations that are not well', () => {
    const events = [
      { at: 1, event: 'found', feed: 'f.xml' },
      { at: 5, event: 'fetched', status: 200, bytes: 9 },
    ];
    const jobs = [
      { ...job, reason: 'http-503' },
      { ...job, addedAt: 0, at: 9, state: 'failed', reason: undefined },
    ];
    const destinations = [
      { name: 'ok', state: 'ok' as const },
      { name: 'blog', state: 'down' as const, sinceMs: 4, reason: 'no answer', nextTryMs: 8 },
      { name: 'desk', state: 'behind' as const, sinceMs: 5, reason: 'slow' },
    ];
    expect(lines({ articleId: 'a', events, jobs, destinations }).slice(1)).toEqual([
      't1  found         feed f.xml',
      't3  waiting       republish/a-7: http-503',
      't5  fetched       status 200, bytes 9',
      't9  failed        republish/a-7',
      'blog is down since t4, next try t8: no answer',
      'desk is behind since t5: slow',
    ]);
  });

  test('an event without facts ends where its name does', () => {
    expect(lines({ articleId: 'a', events: [{ at: 1, event: 'held' }] })[1]).toBe('t1  held');
  });
});

describe('a page that was never visited', () => {
  test('was filtered by a rule, or only remembered at the first reading', () => {
    const filtered = { rule: 'r', reason: 'r: drop title: x', atMs: 2 };
    expect(whyUnread('pier', { ...UNKNOWN, filtered }, clock)).toBe(
      'pier: filtered by what its feed says (t2), its page not visited\n  r: drop title: x',
    );
    const passedOver = { feed: 'f.xml', atMs: 3, newest: '20' };
    expect(whyUnread('pier', { ...UNKNOWN, passedOver }, clock)).toBe(
      'pier: only remembered. f.xml had it when it was first read (t3), and the newest 20 were published then: firstReading says how many',
    );
    expect(whyUnread('pier', UNKNOWN, clock)).toBeUndefined();
  });
});
