import { describe, expect, test } from 'vitest';
import { PermanentError, TransientError } from '../../../src/errors.ts';
import {
  crawlSpacingMs,
  isFileDue,
  mayFetch,
  robotsAfterFetch,
  robotsRecordSchema,
  robotsTrouble,
  robotsUrl,
  type RobotsRecord,
} from '../../../src/politeness/robots-record.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const nowMs = Date.UTC(2026, 0, 15);
const options = { productToken: 'newsrelay', nowMs };
const page = new URL('https://news.example/story');

const answer = (status: number, text = 'User-agent: *\nDisallow: /\n') => ({
  status,
  url: 'https://news.example/robots.txt',
  redirects: [],
  headers: {},
  body: new TextEncoder().encode(text),
});

const obeyed: RobotsRecord = robotsAfterFetch(null, answer(200), options);

describe('what an answer means', () => {
  test.each([
    ['200 with rules', answer(200), 'rules', false],
    ['200 with HTML', answer(200, '<html>not found</html>'), 'rules', true],
    ['200 and empty', answer(200, ''), 'rules', true],
    ['400', answer(400), 'allow', true],
    ['401', answer(401), 'allow', true],
    ['403', answer(403), 'allow', true],
    ['404', answer(404), 'allow', true],
    ['410', answer(410), 'allow', true],
    ['a redirect that leads nowhere', answer(302), 'allow', true],
    ['429', answer(429), 'disallow', false],
    ['500', answer(500), 'disallow', false],
    ['503', answer(503), 'disallow', false],
    ['more than five redirects', new PermanentError('too-many-redirects', ''), 'allow', true],
    [
      'a redirect to a private address',
      new PermanentError('address-refused', ''),
      'disallow',
      false,
    ],
    ['a time-out', new TransientError('timeout', ''), 'disallow', false],
    ['a TLS failure', new TransientError('tls', ''), 'disallow', false],
    ['a name that does not resolve', new TransientError('dns', ''), 'disallow', false],
  ] as const)('%s', (_what, outcome, policy, allowed) => {
    const record = robotsAfterFetch(null, outcome, options);
    expect(record.policy).toBe(policy);
    expect(mayFetch(record, page)).toBe(allowed);
    expect(robotsRecordSchema.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
  });

  test.each([401, 403])('%d keeps us out where the operator wants it so', (status) => {
    const strict = robotsAfterFetch(null, answer(status), { ...options, isStrict: true });
    expect(mayFetch(strict, page)).toBe(false);
    const other = robotsAfterFetch(null, answer(404), { ...options, isStrict: true });
    expect(mayFetch(other, page)).toBe(true);
  });
});

describe('how long it holds', () => {
  test('a copy is used for a day', () => {
    expect(isFileDue(null, nowMs)).toBe(true);
    expect(isFileDue(obeyed, nowMs + dayMs - 1)).toBe(false);
    expect(isFileDue(obeyed, nowMs + dayMs)).toBe(true);
  });

  test.each([
    ['answers 503', answer(503), { code: 'http-503', reason: 'HTTP 503' }, hourMs],
    [
      'cannot be reached',
      new TransientError('connect', 'no connection'),
      { code: 'connect', reason: 'no connection' },
      60_000,
    ],
  ])(
    'while the host %s the old copy stays in force, with why it was not renewed',
    (_what, outcome, trouble, retryMs) => {
      const laterMs = nowMs + 25 * hourMs;
      const stale = robotsAfterFetch(obeyed, outcome, { ...options, nowMs: laterMs });
      expect(stale).toEqual({ ...obeyed, triedAtMs: laterMs, trouble });
      expect(isFileDue(stale, laterMs + retryMs - 1)).toBe(false);
      expect(isFileDue(stale, laterMs + retryMs)).toBe(true);
    },
  );

  test('what the file itself forbids is no trouble with the file', () => {
    expect(robotsTrouble(obeyed)).toBeUndefined();
    const down = robotsAfterFetch(null, answer(500), options);
    expect(robotsTrouble(down)).toEqual({ code: 'http-500', reason: 'HTTP 500' });
    const stale = robotsAfterFetch(obeyed, answer(500), options);
    expect(mayFetch(stale, page)).toBe(mayFetch(obeyed, page));
    expect(robotsTrouble(stale)).toBeUndefined();
  });

  test('after thirty days without an answer nothing is fetched until there is one', () => {
    const open = robotsAfterFetch(null, answer(404), options);
    const later = { ...options, nowMs: nowMs + 31 * dayMs };
    const lost = robotsAfterFetch(open, answer(500), later);
    expect(mayFetch(lost, page)).toBe(false);
    expect(mayFetch(robotsAfterFetch(lost, answer(404), later), page)).toBe(true);
  });
});

test('a copy is believed for thirty days to the moment', () => {
  const open = robotsAfterFetch(null, answer(404), options);
  const after = (ms: number) =>
    mayFetch(robotsAfterFetch(open, answer(500), { ...options, nowMs: nowMs + ms }), page);
  expect([after(30 * dayMs - 1), after(30 * dayMs)]).toEqual([true, false]);
});

test('where nothing may be fetched, robots.txt itself may', () => {
  const down = robotsAfterFetch(null, answer(500), options);
  expect(mayFetch(down, new URL('https://news.example/robots.txt'))).toBe(true);
});

test('the pause is ours or theirs, whichever is longer, up to two minutes', () => {
  const slow = (seconds: number) =>
    robotsAfterFetch(null, answer(200, `User-agent: *\nCrawl-delay: ${seconds}\n`), options);
  expect(crawlSpacingMs(1_000, null)).toBe(1_000);
  expect(crawlSpacingMs(1_000, slow(0.5))).toBe(1_000);
  expect(crawlSpacingMs(1_000, slow(10))).toBe(10_000);
  expect(crawlSpacingMs(1_000, slow(3_600))).toBe(120_000);
  expect(crawlSpacingMs(300_000, slow(3_600))).toBe(300_000);
});

test('robots.txt lies at the root of scheme, host and port', () => {
  expect(robotsUrl(new URL('https://me:pw@news.example:8443/a/b?c#d'))).toBe(
    'https://news.example:8443/robots.txt',
  );
});
