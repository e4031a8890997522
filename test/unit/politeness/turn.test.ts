import { describe, expect, test } from 'vitest';
import { ThrottledError } from '../../../src/errors.ts';
import type { FetchRequest } from '../../../src/http/fetch.ts';
import { memoryHostBudget } from '../../../src/politeness/memory-host-budget.ts';
import { fetchAndHeed, inTurn, waitForNextTurn } from '../../../src/politeness/turn.ts';

const NOW = Date.parse('2026-11-29T12:00:00Z');
const HOUR = 3_600_000;
const url = new URL('https://harbour.example/pier');

/** A host that is asked a second apart, one request at a time. */
function host(status = 200, headers: Record<string, string> = {}) {
  const clock = { ms: NOW };
  const asked: FetchRequest[] = [];
  const options = {
    budget: memoryHostBudget(),
    now: () => clock.ms,
    fetch: async (request: FetchRequest) => {
      asked.push(request);
      const rest = { redirects: [], headers, body: new Uint8Array() };
      return { status, url: request.url, ...rest };
    },
  };
  const limits = { concurrency: 1, spacingMs: 1_000 };
  const by = (jobId: string) => ({
    url,
    host: 'harbour.example',
    asker: { jobId, limits },
    options,
  });
  return { clock, asked, by };
}

const busy = (untilMs: number) => ({
  name: 'ThrottledError',
  code: 'host-busy',
  message: 'harbour.example is asked by others before us',
  untilMs,
});

describe('a turn', () => {
  test('is given back when the work is done, and when it fails', async () => {
    const { by, clock } = host();
    expect(await inTurn(by('one'), async () => 'done')).toBe('done');
    clock.ms += 1_000;
    const failing = () => Promise.reject(new Error('failed'));
    await expect(inTurn(by('two'), failing)).rejects.toThrow('failed');
    clock.ms += 1_000;
    expect(await inTurn(by('three'), async () => 'done')).toBe('done');
  });

  test('that is another’s is waited for elsewhere', async () => {
    const { by } = host();
    await inTurn(by('one'), async () => 'done');
    let isDone = false;
    const work = async () => {
      isDone = true;
    };
    await expect(inTurn(by('two'), work)).rejects.toMatchObject(busy(NOW + 1_000));
    expect(isDone).toBe(false);
  });

  test('after one for a file of the host’s is the next one, and nobody else’s', async () => {
    const { by, clock } = host();
    await inTurn(by('one'), async () => 'robots');
    const error = await waitForNextTurn(by('one'));
    expect(error).toBeInstanceOf(ThrottledError);
    expect(error).toMatchObject(busy(NOW + 1_000));
    clock.ms += 1_000;
    await expect(inTurn(by('two'), async () => 'done')).rejects.toMatchObject(busy(NOW + 2_000));
    expect(await inTurn(by('one'), async () => 'done')).toBe('done');
  });

  test('that is free at once is given back, so that the job can take it', async () => {
    const { by } = host();
    expect(await waitForNextTurn(by('one'))).toMatchObject(busy(NOW));
    await expect(inTurn(by('one'), async () => 'done')).rejects.toMatchObject(busy(NOW + 1_000));
  });
});

describe('an answer', () => {
  const request = { url: url.href, kind: 'page' as const };

  test.each<[number, Record<string, string>, number]>([
    [200, {}, 0],
    [500, {}, 0],
    [429, {}, HOUR],
    [429, { 'retry-after': '90' }, 90_000],
    [503, { 'retry-after': '90' }, 90_000],
  ])('of status %i with %j leaves its host alone for %i ms', async (status, headers, waitMs) => {
    const { by, asked } = host(status, headers);
    expect(await fetchAndHeed(request, by('one'))).toMatchObject({ status });
    expect(asked).toEqual([{ ...request, redirect: 'manual' }]);
    const next = await waitForNextTurn(by('two'));
    expect(next.untilMs).toBe(NOW + waitMs);
  });
});
