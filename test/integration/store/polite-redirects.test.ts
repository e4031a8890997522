import { describe, expect, test } from 'vitest';
import { ThrottledError } from '../../../src/errors.ts';
import { hostKey } from '../../../src/politeness/host-budget.ts';
import { serve } from '../http/loopback-server.ts';
import { asker, politeWorkers, siteWith, TDMREP, paths } from './polite-worker.ts';

const workerFor = politeWorkers();

describe('what a redirect leads to', () => {
  const leadsTo = (url: string) =>
    serve((request, response) => {
      if (request.url !== '/a') return response.writeHead(404).end();
      return response.writeHead(302, { location: url }).end();
    });

  test.each(['page', 'feed'] as const)(
    'a %s is not asked for where the robots.txt of its own host forbids it',
    async (kind) => {
      await using target = await siteWith('User-agent: *\nDisallow: /closed\n');
      await using site = await leadsTo(`${target.url}/closed/story`);
      await using worker = workerFor(site, 5_000, [target]);
      const waitForTurns = async () => {
        for (;;) {
          const error = await worker.once('/a', {}, kind).catch((thrown: unknown) => thrown);
          if (!(error instanceof ThrottledError)) return error;
          worker.clock.nowMs = Math.max(worker.clock.nowMs, error.untilMs);
        }
      };
      expect(await waitForTurns()).toMatchObject({ code: 'robots-disallowed' });
      expect(paths(target)).toEqual(['/robots.txt']);
    },
  );

  test('is asked for by the budget of its host, and the first address only once', async () => {
    await using target = await siteWith(null);
    await using site = await leadsTo(`${target.url}/story`);
    await using worker = workerFor(site, 5_000, [target]);
    expect(await worker.patiently('/a')).toMatchObject({ status: 200 });
    expect(paths(site)).toEqual(['/robots.txt', TDMREP, '/a']);
    expect(paths(target)).toEqual(['/robots.txt', TDMREP, '/story']);
    const busy = { host: hostKey(new URL(target.url)), holder: 'b', limits: asker.limits };
    expect(await worker.budget.reserveSlot({ ...busy, nowMs: worker.clock.nowMs })).toMatchObject({
      kind: 'wait',
    });
  });

  test('a robots.txt that another host keeps governs the host that was asked', async () => {
    await using keeper = await serve((request, response) =>
      request.url === '/shared.txt' ? response.end('User-agent: *\nDisallow: /\n') : response.end(),
    );
    await using site = await siteWith((_request, response) =>
      response.writeHead(301, { location: `${keeper.url}/shared.txt` }).end(),
    );
    await using worker = workerFor(site, 5_000, [keeper]);
    expect(await worker.patiently('/a')).toMatchObject({ code: 'robots-disallowed' });
    expect(paths(keeper)).toEqual(['/shared.txt']);
  });
});
