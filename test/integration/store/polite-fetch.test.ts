import type http from 'node:http';
import { describe, expect, test } from 'vitest';
import type { ThrottledError } from '../../../src/errors.ts';
import { hostKey } from '../../../src/politeness/host-budget.ts';
import { serve } from '../http/loopback-server.ts';
import { startMs, hourMs, asker, politeWorkers, siteWith, TDMREP, paths } from './polite-worker.ts';

const workerFor = politeWorkers();

test('robots.txt is read first, within the same budget, and then for a day no more', async () => {
  await using site = await siteWith('User-agent: newsrelay\nDisallow: /private\n');
  await using worker = workerFor(site);
  expect(await worker.patiently('/a')).toEqual({ status: 200, waits: [1_000, 1_000] });
  worker.clock.nowMs += 2_000;
  expect(await worker.patiently('/b')).toEqual({ status: 200, waits: [] });
  expect(await worker.patiently('/private/c')).toEqual({ code: 'robots-disallowed', waits: [] });
  expect(paths(site)).toEqual(['/robots.txt', TDMREP, '/a', '/b']);
  worker.clock.nowMs += 25 * hourMs;
  await worker.patiently('/d');
  expect(paths(site).slice(4)).toEqual(['/robots.txt', TDMREP, '/d']);
});

test('no file for crawlers is asked for where the operator says to ignore robots.txt', async () => {
  await using site = await siteWith('User-agent: *\nDisallow: /\n');
  await using worker = workerFor(site);
  expect(await worker.patiently('/a', { robots: 'ignore' })).toEqual({ status: 200, waits: [] });
  expect(paths(site)).toEqual(['/a']);
});

test('Crawl-delay is kept', async () => {
  await using site = await siteWith('User-agent: *\nCrawl-delay: 30\n');
  await using worker = workerFor(site);
  await worker.patiently('/a');
  const { waits } = await worker.patiently('/b');
  expect(waits).toEqual([30_000]);
});

test('fifty jobs that start together cause one request for each file of the site', async () => {
  await using site = await siteWith(null);
  await using worker = workerFor(site);
  const jobs = Array.from({ length: 50 }, (_, i) => ({ jobId: `job-${i}`, atMs: startMs }));
  let waits = 0;
  while (jobs.length > 0) {
    jobs.sort((a, b) => a.atMs - b.atMs);
    const job = jobs.shift()!;
    worker.clock.nowMs = Math.max(worker.clock.nowMs, job.atMs);
    try {
      await worker.once(`/${job.jobId}`, { jobId: job.jobId });
    } catch (error) {
      waits += 1;
      jobs.push({ ...job, atMs: (error as ThrottledError).untilMs });
    }
  }
  expect(paths(site).filter((path) => path === '/robots.txt')).toHaveLength(1);
  expect(paths(site).filter((path) => path === TDMREP)).toHaveLength(1);
  expect(site.requests).toHaveLength(52);
  expect(waits).toBeLessThanOrEqual(54);
  expect(worker.clock.nowMs - startMs).toBeLessThan(52 * 1_200);
});

describe('what a robots.txt answer means', () => {
  const redirects =
    (count: number): http.RequestListener =>
    (_request, response) =>
      response.writeHead(301, { location: `/r/${count - 1}` }).end();

  const redirecting = (count: number) =>
    serve((request, response) => {
      const left = /^\/r\/(\d+)$/.exec(request.url ?? '')?.[1];
      if (request.url === '/robots.txt') redirects(count)(request, response);
      else if (left === undefined) response.end('page');
      else if (left === '0') response.end('User-agent: *\nDisallow: /\n');
      else redirects(Number(left))(request, response);
    });

  test('after ten redirects it is obeyed, and for the host that was asked', async () => {
    await using site = await redirecting(10);
    await using worker = workerFor(site);
    expect(await worker.patiently('/a')).toMatchObject({ code: 'robots-disallowed' });
  });

  test('after eleven it counts as none', async () => {
    await using site = await redirecting(11);
    await using worker = workerFor(site);
    expect(await worker.patiently('/a')).toMatchObject({ status: 200 });
  });

  test.each([
    ['404', 404, { status: 200 }],
    ['403', 403, { status: 200 }],
    ['500', 500, { code: 'robots-unreachable' }],
    ['503', 503, { code: 'robots-unreachable' }],
  ])('%s', async (_what, status, outcome) => {
    await using site = await siteWith((_request, response) => response.writeHead(status).end());
    await using worker = workerFor(site);
    expect(await worker.patiently('/a')).toMatchObject(outcome);
  });

  test('no answer, which is told as just that', async () => {
    await using site = await siteWith(() => undefined);
    await using worker = workerFor(site, 200);
    expect(await worker.patiently('/a')).toMatchObject({ code: 'timeout' });
    worker.clock.nowMs += 2 * hourMs;
    await worker.patiently('/a');
    expect(paths(site)).toEqual(['/robots.txt', '/robots.txt']);
  });
});

describe('what the host asks for', () => {
  const busy = (status: number, headers: http.OutgoingHttpHeaders) =>
    serve((_request, response) => response.writeHead(status, headers).end());

  test.each([
    ['429 with Retry-After', 429, { 'retry-after': '7200' }, 2 * hourMs],
    ['503 with Retry-After', 503, { 'retry-after': '120' }, 120_000],
    ['429 without', 429, {}, hourMs],
    ['503 without', 503, {}, 1_000],
    ['500', 500, { 'retry-after': '7200' }, 1_000],
  ])('%s keeps every job from the host', async (_what, status, headers, waitMs) => {
    await using site = await busy(status, headers);
    await using worker = workerFor(site);
    const response = await worker.once('/a', { jobId: 'a', robots: 'ignore' });
    expect(response.status).toBe(status);
    const other = worker.once('/b', { jobId: 'b', robots: 'ignore' });
    await expect(other).rejects.toMatchObject({ code: 'host-busy', untilMs: startMs + waitMs });
  });
});

test('a fetch that fails gives its place back', async () => {
  await using site = await serve((_request, response) => response.destroy());
  await using worker = workerFor(site);
  await expect(worker.once('/a', { robots: 'ignore' })).rejects.toMatchObject({
    name: 'TransientError',
  });
  worker.clock.nowMs += 1_000;
  const slot = { host: hostKey(new URL(site.url)), holder: 'b', limits: asker.limits };
  expect(await worker.budget.reserveSlot({ ...slot, nowMs: worker.clock.nowMs })).toEqual({
    kind: 'go',
  });
});

describe('what a site states of reuse', () => {
  const RSL = `<rsl xmlns="https://rslstandard.org/rsl"><content url="/news/*"><license>
    <prohibits type="usage">all</prohibits></license></content></rsl>`;
  const siteStating = (files: Record<string, string>) =>
    serve((request, response) => {
      const file = files[request.url ?? ''];
      if (file !== undefined) return response.end(file);
      if (/robots|well-known/.test(request.url ?? '')) return response.writeHead(404).end();
      return response.end('page');
    });

  test('in tdmrep.json, by path, and in the RSL file that robots.txt names', async () => {
    const rules = [
      { location: '/news/*', 'tdm-reservation': 1, 'tdm-policy': 'https://site.example/terms' },
    ];
    const files: Record<string, string> = { [TDMREP]: JSON.stringify(rules), '/terms.xml': RSL };
    await using site = await siteStating(files);
    files['/robots.txt'] = `License: ${site.url}/terms.xml\nUser-agent: *\nAllow: /\n`;
    await using worker = workerFor(site);
    await worker.patiently('/news/a');
    expect(paths(site)).toEqual(['/robots.txt', TDMREP, '/terms.xml', '/news/a']);
    expect(await worker.termsOf('/news/a')).toEqual([
      { signal: 'rsl', value: `${site.url}/terms.xml`, where: 'robots.txt' },
      { signal: 'tdm-reservation', value: '1', where: TDMREP },
      { signal: 'tdm-policy', value: 'https://site.example/terms', where: TDMREP },
      { signal: 'rsl', value: 'prohibits: all', where: `${site.url}/terms.xml` },
    ]);
    expect(await worker.termsOf('/about')).toEqual([
      { signal: 'rsl', value: `${site.url}/terms.xml`, where: 'robots.txt' },
    ]);
  });

  test('is asked for once a day, and a feed asks for none of it', async () => {
    await using site = await siteStating({});
    await using worker = workerFor(site);
    await worker.patiently('/a');
    worker.clock.nowMs += 2_000;
    await worker.patiently('/b');
    worker.clock.nowMs += 25 * hourMs;
    await worker.patiently('/c');
    expect(paths(site).filter((path) => path === TDMREP)).toHaveLength(2);
  });

  test('a site that is in trouble with such a file is read all the same', async () => {
    await using site = await serve((request, response) => {
      if (request.url === TDMREP) return response.destroy();
      if (request.url === '/robots.txt')
        return response.end('License: http://10.0.0.1/terms.xml\nUser-agent: *\nAllow: /\n');
      return response.end('page');
    });
    await using worker = workerFor(site);
    expect(await worker.patiently('/a')).toMatchObject({ status: 200 });
  });
});
