import { describe, expect, test } from 'vitest';
import { PermanentError, TransientError } from '../../../src/errors.ts';
import { reach, startOf, throwIfBusy } from '../../../src/deliver/reply.ts';

const NOW = new Date('2026-11-29T12:00:00Z');
const answer = (status: number, headers: Record<string, string> = {}) => ({
  status,
  headers,
  body: new Uint8Array(),
});
function thrown(status: number, headers?: Record<string, string>): unknown {
  try {
    throwIfBusy(answer(status, headers), 'site', NOW);
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('an answer', () => {
  test.each([200, 301, 400, 401, 404, 410, 500])(
    'of status %i is the caller’s to judge',
    (status) => {
      expect(thrown(status)).toBeUndefined();
    },
  );

  test.each([502, 503, 504])('of status %i is that of a site that is down', (status) => {
    expect(thrown(status)).toMatchObject({
      name: 'TransientError',
      code: 'unavailable',
      message: `site is down (HTTP ${status})`,
    });
  });

  test.each([
    [429, {}, 60_000, 'throttled'],
    [429, { 'retry-after': '600' }, 600_000, 'throttled'],
    [503, { 'retry-after': '600' }, 600_000, 'unavailable'],
  ])('of status %i with %j is waited for %i ms', (status, headers, waitMs, code) => {
    expect(thrown(status, headers)).toMatchObject({
      name: 'ThrottledError',
      code,
      message: `site asked to wait (HTTP ${status})`,
      untilMs: NOW.getTime() + waitMs,
    });
  });
});

describe('a request', () => {
  const request = { method: 'GET' as const, url: 'https://site.example/' };
  const failing = (error: Error) => () => Promise.reject(error);

  test('that the network failed is told as unavailability', async () => {
    const cause = new TransientError('timeout', 'too slow');
    await expect(reach(failing(cause), request)).rejects.toMatchObject({
      code: 'unavailable',
      message: 'too slow',
      cause,
    });
  });

  test.each([new PermanentError('too-large', 'too large'), new Error('a slip')])(
    'that failed otherwise keeps its error: %s',
    async (error) => {
      await expect(reach(failing(error), request)).rejects.toBe(error);
    },
  );

  test('that was stopped keeps its error', async () => {
    const error = new TransientError('aborted', 'stopped');
    const stopped = { ...request, signal: AbortSignal.abort() };
    await expect(reach(failing(error), stopped)).rejects.toBe(error);
  });
});

test('the start of an answer is its first two hundred bytes on one line', () => {
  expect(startOf(Buffer.from(' <h1>\n  Down </h1> '))).toBe('<h1> Down </h1>');
  expect(startOf(Buffer.from('x'.repeat(300)))).toBe('x'.repeat(200));
});
