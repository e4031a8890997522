import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isAllowed, parseRobots, productToken } from '../../../src/politeness/robots.ts';

interface Vector {
  group: string;
  robots: string;
  ua: string;
  url: string;
  allowed: boolean;
}

const vectorFile = new URL('../../fixtures/http/robots-vectors.json', import.meta.url);
const vectors = (JSON.parse(readFileSync(vectorFile, 'utf8')) as Vector[]).map((vector, index) => ({
  ...vector,
  index,
}));

// What Google does beyond the RFC and we do not: index.html standing for its folder, and lines cut
// at 16 KiB.
const googleOnly = new Set([78, 83, 86]);

const encode = (text: string) => new TextEncoder().encode(text);
const allows = (robots: string | Uint8Array, target: string, token = 'newsbot') =>
  isAllowed(parseRobots(typeof robots === 'string' ? encode(robots) : robots, token), target);

/** Path and query of the vector's URL exactly as written there. */
const targetOf = (url: string) => `/${/^\w+:\/\/[^/]*\/([^#]*)/.exec(url)?.[1] ?? ''}`;

describe('the vectors of google/robotstxt', () => {
  test('all 145 are there, and what is left out is Google’s own', () => {
    expect(vectors).toHaveLength(145);
    for (const index of googleOnly) expect(vectors[index]?.group).toMatch(/^GoogleOnly_/);
  });

  test.each(vectors.filter(({ index }) => !googleOnly.has(index)))(
    '$index $group: $ua $url',
    ({ robots, ua, url, allowed }) => {
      expect(allows(robots, targetOf(url), ua)).toBe(allowed);
    },
  );
});

describe('beyond the vectors', () => {
  const keepOut = 'User-agent: newsbot\nDisallow: /private\n';

  test.each([
    ['Sitemap', 'User-agent: newsbot\nSitemap: https://x/s.xml\nUser-agent: other\nDisallow: /\n'],
    ['Crawl-delay', 'User-agent: newsbot\nCrawl-delay: 5\nUser-agent: other\nDisallow: /\n'],
    ['an unknown line', 'User-agent: newsbot\nNoindex: /x\nUser-agent: other\nDisallow: /\n'],
  ])('%s between user-agent lines does not end the group', (_what, robots) => {
    expect(allows(robots, '/a')).toBe(false);
  });

  test.each([
    ['a byte order mark', `\uFEFF${keepOut}`],
    ['CR alone', keepOut.replaceAll('\n', '\r')],
    ['CR LF', keepOut.replaceAll('\n', '\r\n')],
    ['NUL bytes in comments', `# \0\0\n${keepOut}`],
    ['no end of the last line', keepOut.trimEnd()],
  ])('%s is no obstacle', (_what, robots) => {
    expect(allows(robots, '/private')).toBe(false);
    expect(allows(robots, '/public')).toBe(true);
  });

  test('UTF-16 with a byte order mark is read', () => {
    const little = Buffer.from(`\uFEFF${keepOut}`, 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const bytes of [little, big]) {
      expect(allows(bytes, '/private')).toBe(false);
      expect(allows(bytes, '/public')).toBe(true);
    }
  });

  test('an HTML page is a file without rules', () => {
    const page = '<html><body><p>User-agent and Disallow: are words</p>\n<a href="/x">allow me</a>';
    expect(allows(page, '/x')).toBe(true);
  });

  test('/robots.txt itself may always be asked for', () => {
    expect(allows('User-agent: *\nDisallow: /\n', '/robots.txt')).toBe(true);
  });

  test('groups that name one crawler twice are one group', () => {
    const robots =
      'User-agent: newsbot\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\nUser-agent: NewsBot\nDisallow: /b\n';
    expect([allows(robots, '/a'), allows(robots, '/b'), allows(robots, '/c')]).toEqual([
      false,
      false,
      true,
    ]);
  });

  test('a rule beyond 500 KiB is not read', () => {
    const filler = '# filler\n'.repeat(57_000);
    expect(filler.length).toBeGreaterThan(500 * 1024);
    expect(allows(`${filler}${keepOut}`, '/private')).toBe(true);
    expect(allows(`${filler.slice(0, 400 * 1024)}\n${keepOut}`, '/private')).toBe(false);
  });

  test.each([
    ['0.5', 500],
    ['10', 10_000],
    ['3600', 3_600_000],
    ['NaN', null],
    ['-1', null],
    ['1e9', null],
    ['', null],
  ])('Crawl-delay %j is %j ms', (value, delayMs) => {
    const robots = `User-agent: *\nCrawl-delay: ${value}\nDisallow:\n`;
    expect(parseRobots(encode(robots), 'newsbot').crawlDelayMs).toBe(delayMs);
  });

  test('of several delays for us the longest counts, and others do not concern us', () => {
    const robots =
      'User-agent: newsbot\nCrawl-delay: 3\nUser-agent: newsbot\nCrawl-delay: 7\n' +
      'Disallow:\nUser-agent: *\nCrawl-delay: 100\n';
    expect(parseRobots(encode(robots), 'newsbot').crawlDelayMs).toBe(7_000);
  });
});

describe('hostile files', () => {
  const fastEnoughMs = 50;

  /** Of this thread: what else the machine does is no matter. */
  function cpuMs(work: () => void): number {
    const before = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1_000;
  }

  test('a hundred rules of two thousand stars', () => {
    const rule = `Disallow: /${'a*'.repeat(2_000)}b\n`;
    const robots = encode(`User-agent: *\n${rule.repeat(100)}`);
    const spentMs = cpuMs(() => {
      expect(isAllowed(parseRobots(robots, 'newsbot'), `/${'a'.repeat(8_000)}`)).toBe(true);
    });
    expect(spentMs).toBeLessThan(fastEnoughMs);
  });

  test('a hundred rules whose one piece nearly matches everywhere', () => {
    const robots = encode(`User-agent: *\n${`Disallow: /*b${'a'.repeat(4_000)}\n`.repeat(100)}`);
    const spentMs = cpuMs(() => {
      expect(isAllowed(parseRobots(robots, 'newsbot'), `/${'a'.repeat(8_000)}`)).toBe(true);
    });
    expect(spentMs).toBeLessThan(5 * fastEnoughMs);
  });

  test.each([
    ['rules', `User-agent: *\n${'Disallow: /a\n'.repeat(45_000)}`],
    ['user agents', `${'User-agent: *\n'.repeat(40_000)}Disallow: /a\n`],
    ['groups', 'User-agent: newsbot\nDisallow: /a\n'.repeat(15_000)],
    ['line ends', '\r'.repeat(512_000)],
    ['spaces', ' '.repeat(512_000)],
    ['hash signs', '#'.repeat(512_000)],
    ['colons', ':'.repeat(512_000)],
    ['percent signs', `User-agent: *\nDisallow: /${'%'.repeat(511_000)}`],
    ['stars', `User-agent: *\nDisallow: /${'*'.repeat(511_000)}`],
    ['words without colon', 'disallow '.repeat(56_000)],
  ])('half a megabyte of %s', (_what, robots) => {
    expect(cpuMs(() => allows(robots, `/${'b'.repeat(2_000)}`))).toBeLessThan(5 * fastEnoughMs);
  });
});

test.each([
  ['newsrelay/1.0 (+https://aggregator.example/bot)', 'newsrelay'],
  ['Mozilla/5.0 (compatible; NewsBot/1.0; +https://x)', 'NewsBot'],
  ['news_relay-bot', 'news_relay-bot'],
  ['1bot', '*'],
])('the product token of %s is %s', (userAgent, token) => {
  expect(productToken(userAgent)).toBe(token);
});

test.each([
  ...['user-agent', 'useragent', 'User Agent'].map((name) => [name, 'Disallow'] as const),
  ...['disallow', 'dissallow', 'dissalow', 'disalow', 'diasllow', 'disallaw'].map(
    (name) => ['User-agent', name] as const,
  ),
])('%s and %s are read', (agent, disallow) => {
  expect(allows(`${agent}: newsbot\n${disallow}: /a\n`, '/a')).toBe(false);
});

test.each(['crawl-delay', 'CrawlDelay'])('%s is a pause', (name) => {
  const { crawlDelayMs } = parseRobots(encode(`User-agent: *\n${name}: 3\n`), 'newsbot');
  expect(crawlDelayMs).toBe(3_000);
});

test.each([
  ['Content-Signal: ai-train=no', 'content-signal', 'ai-train=no', ''],
  ['Content-Signals: ai-train=no', 'content-signal', 'ai-train=no', ''],
  ['Content-Usage: train-ai=n', 'content-usage', 'train-ai=n', ''],
  ['Content-Usage: /archive/ train-ai=n', 'content-usage', 'train-ai=n', '/archive/'],
])('%s is a statement about reuse', (line, signal, value, about) => {
  const { statements } = parseRobots(encode(`User-agent: *\n${line}\n`), 'newsbot');
  expect(statements).toMatchObject([{ signal, value }]);
  expect(JSON.stringify(statements)).toContain(about);
  expect(JSON.stringify(statements).includes('/archive/')).toBe(about !== '');
});

test.each(['License', 'Licence'])('a line %s is for everybody wherever it stands', (name) => {
  const robots = `User-agent: other\n${name}: https://a.example/terms\nDisallow: /\n`;
  expect(parseRobots(encode(robots), 'newsbot').statements).toMatchObject([
    { signal: 'rsl', value: 'https://a.example/terms' },
  ]);
});

test('what is stated before any group is for everybody, in a group for its crawlers alone', () => {
  const robots =
    'Content-Usage: search=y\nUser-agent: newsbot\nContent-Usage: train-ai=n\n' +
    'User-agent: other\nDisallow:\nUser-agent: third\nContent-Usage: train-ai=y\n';
  const values = (token: string) =>
    parseRobots(encode(robots), token).statements.map(({ value }) => value);
  expect(values('newsbot')).toEqual(['search=y', 'train-ai=n']);
  expect(values('nobody')).toEqual(['search=y']);
});

test.each([
  ['Disallow /a', false],
  ['Disallow /a b', true],
  ['Disallow', true],
  [': /a', true],
  ['Disallow: /a # b', false],
  ['# Disallow: /a', true],
])('the line "%s" allows /a: %s', (line, isAllowedThere) => {
  expect(allows(`User-agent: *\n${line}\n`, '/a')).toBe(isAllowedThere);
});

test.each([
  ['Disallow: /a\nAllow: /a', true],
  ['Allow: /a\nDisallow: /a', true],
  ['Disallow: /ab\nAllow: /a', false],
  ['Allow: /ab\nDisallow: /a', true],
  ['Disallow: /a\nAllow: /b', false],
])('of the rules %j the longest decides, and Allow where two are equally long', (rules, answer) => {
  expect(allows(`User-agent: *\n${rules}\n`, '/ab')).toBe(answer);
});

test('a group for * is no group for a crawler that one names, and * may be followed by words', () => {
  expect(allows('User-agent: * all\nDisallow: /\n', '/a')).toBe(false);
  expect(allows('User-agent: *all\nDisallow: /\n', '/a')).toBe(true);
  expect(allows('User-agent: newsbot\nDisallow:\nUser-agent: *\nDisallow: /\n', '/a')).toBe(true);
});
