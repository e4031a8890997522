import { describe, expect, test } from 'vitest';
import { sourceStatus } from '../../../src/monitor/source-status.ts';
import { factsOf, failureWith, healthOf, MINUTE, NOW, sourceOf } from './facts.ts';

const source = sourceOf();
const news = (newAtMs: number, quietFromMs: number) =>
  new Map([['harbour', { newAtMs, quietFromMs }]]);

describe('a source is in exactly one state', () => {
  test('new, before it was ever read', () => {
    expect(sourceStatus(source, factsOf(source, []), NOW).state).toBe('new');
  });

  test('ok, when its last visit was well', () => {
    expect(sourceStatus(source, factsOf(source, [healthOf()]), NOW)).toMatchObject({
      state: 'ok',
      lastSuccessAt: '2026-11-29T11:55:00.000Z',
      nextPollAt: '2026-11-29T12:10:00.000Z',
    });
  });

  test('failing, with the reason, since when and how often, although another of its feeds is well', () => {
    const two = sourceOf({ feeds: ['https://a.example/1', 'https://a.example/2'] });
    const facts = factsOf(two, [healthOf(), healthOf({ failure: failureWith('dns') })]);
    expect(sourceStatus(two, facts, NOW)).toMatchObject({
      state: 'failing',
      reason: 'it is dns',
      failures: 3,
      since: '2026-11-29T11:00:00.000Z',
    });
  });

  test.each(['robots-disallowed', 'http-401', 'http-403', 'http-451'])('refused, by %s', (code) => {
    const facts = factsOf(source, [healthOf({ failure: failureWith(code) })]);
    expect(sourceStatus(source, facts, NOW).state).toBe('refused');
  });

  test.each(['http-404', 'http-429', 'robots-unreachable', 'address-refused'])(
    'failing and not refused, by %s',
    (code) => {
      const facts = factsOf(source, [healthOf({ failure: failureWith(code) })]);
      expect(sourceStatus(source, facts, NOW).state).toBe('failing');
    },
  );

  test('failing, when three of its pages in a row could not be had, and not for two', () => {
    const pages = (failures: number) =>
      new Map([['harbour', { ...failureWith('http-500'), failures }]]);
    const facts = (failures: number) => factsOf(source, [healthOf()], { pages: pages(failures) });
    expect(sourceStatus(source, facts(2), NOW).state).toBe('ok');
    expect(sourceStatus(source, facts(3), NOW).state).toBe('failing');
  });

  test('held, for a feed that is not believed and for articles that wait', () => {
    const feed = factsOf(source, [healthOf({ failure: failureWith('suspicious-flood') })]);
    expect(sourceStatus(source, feed, NOW)).toMatchObject({
      state: 'held',
      reason: 'it is suspicious-flood',
    });
    const held = new Map([['harbour', { count: 2, sinceMs: NOW - MINUTE }]]);
    expect(sourceStatus(source, factsOf(source, [healthOf()], { held }), NOW)).toMatchObject({
      state: 'held',
      reason: '2 articles wait for a person',
      since: '2026-11-29T11:59:00.000Z',
    });
  });

  test('quiet, once a visit after the usual time has brought nothing', () => {
    const last = NOW - 500 * MINUTE;
    const late = factsOf(source, [healthOf()], { news: news(last, NOW - 6 * MINUTE) });
    expect(sourceStatus(source, late, NOW)).toMatchObject({
      state: 'quiet',
      since: new Date(last).toISOString(),
    });
    const notAsked = factsOf(source, [healthOf()], { news: news(last, NOW - MINUTE) });
    expect(sourceStatus(source, notAsked, NOW).state).toBe('ok');
  });

  test('paused or disabled, whatever else is wrong', () => {
    const failing = [healthOf({ failure: failureWith('dns') })];
    const paused = new Map([['harbour', { atMs: NOW, by: 'mara' }]]);
    expect(sourceStatus(source, factsOf(source, failing, { paused }), NOW)).toMatchObject({
      state: 'paused',
      reason: 'by mara',
    });
    const off = sourceOf({ enabled: false });
    expect(sourceStatus(off, factsOf(off, failing), NOW).state).toBe('disabled');
  });
});

test('a feed whose poll is hours late is overdue, and one that was told to be gone is not', () => {
  const late = { nextPollAtMs: NOW - 130 * MINUTE };
  const overdue = sourceStatus(source, factsOf(source, [healthOf(late)]), NOW);
  expect(overdue.feeds[0]).toMatchObject({ isOverdue: true });
  const gone = sourceStatus(source, factsOf(source, [healthOf({ ...late, isGone: true })]), NOW);
  expect(gone.feeds[0]).toMatchObject({ isGone: true, nextPollAt: null });
  expect(gone.feeds[0]).not.toHaveProperty('isOverdue');
});

test('the secrets of a feed’s address are shown nowhere', () => {
  const secret = sourceOf({ feeds: ['https://reader:hunter2@harbour.example/feed.xml'] });
  const status = sourceStatus(secret, factsOf(secret, [healthOf()]), NOW);
  expect(status.state).toBe('ok');
  expect(JSON.stringify(status)).not.toContain('hunter2');
});

test('what is known of a source beside its state is told with its times', () => {
  const held = new Map([['harbour', { count: 2, sinceMs: NOW - MINUTE }]]);
  const drifts = new Map([['harbour', { sinceMs: NOW - 2 * MINUTE, messages: ['no author'] }]]);
  const known = factsOf(source, [healthOf()], {
    held,
    drifts,
    news: news(NOW - 90 * MINUTE, NOW + 180 * MINUTE),
  });
  expect(sourceStatus(source, known, NOW)).toMatchObject({
    held: 2,
    heldSince: '2026-11-29T11:59:00.000Z',
    drift: { since: '2026-11-29T11:58:00.000Z', messages: ['no author'] },
    lastArticleAt: '2026-11-29T10:30:00.000Z',
    quietFrom: '2026-11-29T15:00:00.000Z',
    usualPauseMs: 90 * MINUTE,
  });
  const bare = sourceStatus(source, factsOf(source, [healthOf()]), NOW);
  for (const name of ['heldSince', 'drift', 'pages']) expect(bare).not.toHaveProperty(name);
  expect(bare).toMatchObject({ held: 0, lastArticleAt: null, quietFrom: null, usualPauseMs: null });
});
