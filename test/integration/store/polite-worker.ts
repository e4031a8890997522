import type http from 'node:http';
import { Redis } from 'ioredis';
import { afterAll } from 'vitest';
import { ThrottledError } from '../../../src/errors.ts';
import type { FetchRequest } from '../../../src/http/fetch.ts';
import { createHostBudget } from '../../../src/politeness/host-budget.ts';
import { createPoliteFetch, knownTerms, type Asker } from '../../../src/politeness/polite-fetch.ts';
import { createRobotsStore, createTermsStore } from '../../../src/politeness/site-file-store.ts';
import { testRedis } from '../../support/redis/redis.ts';
import { serve, type LoopbackServer } from '../http/loopback-server.ts';
import { loopbackClient } from '../http/test-client.ts';

export const startMs = Date.UTC(2026, 0, 15);

export const hourMs = 3_600_000;

export const asker: Asker = {
  jobId: 'job',
  limits: { concurrency: 1, spacingMs: 1_000 },
  robots: 'obey',
};

/** Makes the workers of a test file. Call it once, at the top of the file. */
export function politeWorkers() {
  const { url, prefix } = testRedis();
  const redis = new Redis(url);
  afterAll(() => redis.quit());
  let workers = 0;
  return (site: LoopbackServer, timeoutMs = 5_000, others: LoopbackServer[] = []) => {
    workers += 1;
    const client = loopbackClient(
      [site, ...others].map(({ port }) => port),
      { timeoutMs },
    );
    return workerOver(client, site, { redis, ownPrefix: `${prefix}-${workers}` });
  };
}

/** A worker's view of one site, on a clock of its own that jumps to the times it is told. */
function workerOver(
  client: ReturnType<typeof loopbackClient>,
  site: LoopbackServer,
  { redis, ownPrefix }: { redis: Redis; ownPrefix: string },
) {
  const budget = createHostBudget(redis, { prefix: ownPrefix, leaseMs: 60_000 });
  const files = {
    robots: createRobotsStore(redis, { leaseMs: 60_000, prefix: ownPrefix }),
    terms: createTermsStore(redis, { leaseMs: 60_000, prefix: ownPrefix }),
  };
  const clock = { nowMs: startMs };
  const fetchPolitely = createPoliteFetch({
    fetch: client.fetch,
    budget,
    ...files,
    productToken: 'newsrelay',
    now: () => clock.nowMs,
  });
  const once = (path: string, as: Partial<Asker> = {}, kind: FetchRequest['kind'] = 'page') =>
    fetchPolitely({ url: site.url + path, kind }, { ...asker, ...as });
  /** Comes back when told to, as the queue makes a job do. Returns the outcome and the waits. */
  const patiently = async (path: string, as: Partial<Asker> = {}) => {
    const waits: number[] = [];
    for (;;) {
      try {
        return { status: (await once(path, as)).status, waits };
      } catch (error) {
        if (!(error instanceof ThrottledError))
          return { code: (error as { code: string }).code, waits };
        waits.push(error.untilMs - clock.nowMs);
        clock.nowMs = Math.max(clock.nowMs, error.untilMs);
      }
    }
  };
  const termsOf = (path: string) => knownTerms(files, site.url + path);
  return { once, patiently, termsOf, clock, budget, [Symbol.asyncDispose]: client.close };
}

export const siteWith = (robots: http.RequestListener | string | null) =>
  serve((request, response) => {
    if (request.url !== '/robots.txt') return response.end('page');
    if (typeof robots === 'function') return robots(request, response);
    if (robots === null) return response.writeHead(404).end();
    return response.end(robots);
  });

export const TDMREP = '/.well-known/tdmrep.json';

export const paths = (site: LoopbackServer) => site.requests.map(({ url }) => url);
