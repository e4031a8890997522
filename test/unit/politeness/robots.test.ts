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
