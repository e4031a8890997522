import { describe, expect, test } from 'vitest';
import { ThrottledError } from '../../../src/errors.ts';
import type { FetchRequest, FetchResponse } from '../../../src/http/fetch.ts';
import { memoryHostBudget } from '../../../src/politeness/memory-host-budget.ts';
import { type Asker, createPoliteFetch, knownTerms } from '../../../src/politeness/polite-fetch.ts';
import { createRobotsStore, createTermsStore } from '../../../src/politeness/site-file-store.ts';
import { MemoryRedis } from '../../../src/redis/memory-redis.ts';

const NOW = Date.parse('2026-11-29T12:00:00Z');
const DAY = 86_400_000;
const SITE = 'https://harbour.example';
const ROBOTS = '/robots.txt';
const TDMREP = '/.well-known/tdmrep.json';
const credentials = { headers: { authorization: 'x' } } as never;

/** A site that answers by these texts, or leads elsewhere; 404 for all else. */
function site(files: Record<string, string | { to: string }>) {
  const clock = { ms: NOW };
  const asked: FetchRequest[] = [];
  const fetch = async (request: FetchRequest): Promise<FetchResponse> => {
    asked.push(request);
    const file = files[request.url.replace(SITE, '')];
    const rest = { url: request.url, redirects: [], headers: {} };
    if (typeof file === 'object') {
      const next = { ...request, url: SITE + file.to, trail: {} as never };
      return { ...rest, status: 301, body: new Uint8Array(), next };
    }
    return { ...rest, status: file === undefined ? 404 : 200, body: Buffer.from(file ?? '') };
  };
  const redis = MemoryRedis.client();
  const kept = { prefix: 'news', leaseMs: 60_000 };
  const stores = {
    robots: createRobotsStore(redis, kept),
    terms: createTermsStore(redis, kept),
  };
  const now = () => clock.ms;
  const options = { fetch, budget: memoryHostBudget(), productToken: 'newsrelay', now, ...stores };
  const polite = createPoliteFetch(options);
  const once = async (path: string, changes: Partial<Asker & FetchRequest> = {}) => {
    const { kind = 'page', ...asker } = changes;
    const request: FetchRequest = { url: path.startsWith('/') ? SITE + path : path, kind };
    const limits = { concurrency: 1, spacingMs: 1_000 };
    return await polite(request, { jobId: 'job-1', limits, robots: 'obey', ...asker });
  };
  /** What comes of it in the end, and how long it was waited for each time. */
  const patiently = async (path: string, changes: Partial<Asker & FetchRequest> = {}) => {
    const waits: number[] = [];
    for (;;) {
      try {
        return { status: (await once(path, changes)).status, waits };
      } catch (error) {
        if (!(error instanceof ThrottledError)) {
          return { code: (error as { code: string }).code, waits };
        }
        waits.push(error.untilMs - clock.ms);
        clock.ms = error.untilMs;
      }
    }
  };
  const paths = () => asked.splice(0).map(({ url }) => url.replace(SITE, ''));
  return { clock, asked, paths, once, patiently, stores };
}

test('a page is asked for after the files that its site keeps for crawlers, each in a turn of its own', async () => {
  const { clock, patiently, paths } = site({ '/a': 'A', '/b': 'B' });
  expect(await patiently('/a')).toEqual({ status: 200, waits: [1_000, 1_000] });
  expect(paths()).toEqual([ROBOTS, TDMREP, '/a']);
  expect(await patiently('/b')).toEqual({ status: 200, waits: [1_000] });
  clock.ms += DAY - 4_000;
  await patiently('/b');
  expect(paths()).toEqual(['/b', '/b']);
  clock.ms += 10_000;
  await patiently('/b');
  expect(paths()).toEqual([ROBOTS, TDMREP, '/b']);
});

test('of anything but a page no terms are asked for', async () => {
  const { patiently, paths } = site({ '/feed': 'F' });
  expect(await patiently('/feed', { kind: 'feed' })).toMatchObject({ status: 200 });
  expect(paths()).toEqual([ROBOTS, '/feed']);
});

test('what robots.txt forbids is not asked for, terms neither', async () => {
  const robots = 'User-agent: newsrelay\nDisallow: /private\nDisallow: /.well-known/\n';
  const { patiently, paths } = site({ [ROBOTS]: robots, '/a': 'A' });
  expect(await patiently('/private/b')).toEqual({ code: 'robots-disallowed', waits: [1_000] });
  expect(await patiently('/a')).toMatchObject({ status: 200 });
  expect(paths()).toEqual([ROBOTS, '/a']);
});

test('an operator may have it ignored, and with it the pause that it asks for', async () => {
  const robots = 'User-agent: *\nCrawl-delay: 30\nDisallow: /private\n';
  const { patiently, paths } = site({ [ROBOTS]: robots, '/private/b': 'B', '/a': 'A' });
  expect(await patiently('/private/b', { robots: 'ignore' })).toEqual({ status: 200, waits: [] });
  expect(paths()).toEqual(['/private/b']);
  expect(await patiently('/a', { kind: 'any' })).toEqual({ status: 200, waits: [1_000, 1_000] });
  expect(await patiently('/a', { kind: 'any' })).toEqual({ status: 200, waits: [30_000] });
  expect(await patiently('/private/b', { robots: 'ignore' })).toMatchObject({ status: 200 });
});

describe('where an address leads elsewhere', () => {
  test('each of them has its turn, and a job goes on where it stood', async () => {
    const { patiently, paths } = site({ '/a': { to: '/b' }, '/b': { to: '/c' }, '/c': 'C' });
    await patiently('/x');
    paths();
    expect(await patiently('/a')).toEqual({ status: 200, waits: [1_000, 1_000, 1_000] });
    expect(paths()).toEqual(['/a', '/b', '/c']);
  });

  test('what robots.txt forbids there is forbidden', async () => {
    const robots = 'User-agent: *\nDisallow: /b\n';
    const { patiently, paths } = site({ [ROBOTS]: robots, '/a': { to: '/b' }, '/b': 'B' });
    expect(await patiently('/a')).toMatchObject({ code: 'robots-disallowed' });
    expect(paths()).toEqual([ROBOTS, TDMREP, '/a']);
  });
});

test('credentials are for what the job came for, and for no file for crawlers', async () => {
  const { patiently, asked } = site({ '/a': 'A' });
  await patiently('/a', { credentials });
  expect(asked.map((request) => request.credentials)).toEqual([undefined, undefined, credentials]);
});

test('what is no address is asked for as it is', async () => {
  const { once, asked } = site({});
  expect(await once('no address')).toMatchObject({ status: 404 });
  expect(asked.map(({ url }) => url)).toEqual(['no address']);
});

test('what a site states of its terms is known once its files were read', async () => {
  const { patiently, stores } = site({
    [TDMREP]: JSON.stringify([{ location: '/', 'tdm-reservation': 1 }]),
    '/a': 'A',
  });
  expect(await knownTerms(stores, `${SITE}/a`)).toEqual([]);
  expect(await knownTerms(stores, 'no address')).toEqual([]);
  await patiently('/a');
  expect(await knownTerms(stores, `${SITE}/b`)).toMatchObject([
    { signal: 'tdm-reservation', value: '1' },
  ]);
});

test('while another worker asks for robots.txt nobody else does', async () => {
  const { clock, once, paths, stores } = site({ '/a': 'A' });
  await stores.robots.claim(SITE + ROBOTS);
  await expect(once('/a')).rejects.toMatchObject({ code: 'host-busy' });
  expect(paths()).toEqual([]);
  await stores.robots.unclaim(SITE + ROBOTS);
  clock.ms += 1_000;
  await expect(once('/a')).rejects.toMatchObject({ code: 'host-busy' });
  expect(paths()).toEqual([ROBOTS]);
});

test('a record that is damaged is one that nobody has', async () => {
  const redis = new MemoryRedis();
  const robots = createRobotsStore(redis as never, { prefix: 'news', leaseMs: 1 });
  const address = SITE + ROBOTS;
  expect(await robots.read(address)).toBeNull();
  for (const damaged of ['{"policy":', '{"policy":"rules"}']) {
    await redis.set(`news:robots:{${address}}`, damaged);
    expect(await robots.read(address)).toBeNull();
  }
});
