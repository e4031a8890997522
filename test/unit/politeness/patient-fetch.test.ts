import { expect, test } from 'vitest';
import { PermanentError, ThrottledError } from '../../../src/errors.ts';
import type { FetchResponse } from '../../../src/http/fetch.ts';
import { patientFetch } from '../../../src/politeness/patient-fetch.ts';
import type { PoliteFetch } from '../../../src/politeness/polite-fetch.ts';

const asker = { limits: { concurrency: 1, spacingMs: 1 }, robots: 'obey' as const };
const request = { url: 'https://a.example/1.jpg', kind: 'any' as const };
const picture: FetchResponse = {
  status: 200,
  url: request.url,
  redirects: [],
  headers: {},
  body: new Uint8Array(),
};

/** A host that answers after so many refusals. */
function after(refusals: Error[], nowMs = 0) {
  const holders: string[] = [];
  const fetch: PoliteFetch = async (_request, { jobId }) => {
    holders.push(jobId);
    const refusal = refusals.shift();
    if (refusal) throw refusal;
    return picture;
  };
  return { fetch: patientFetch(fetch, asker, () => nowMs), holders };
}
const busy = (untilMs: number) => new ThrottledError('host-busy', 'later', untilMs);

test('a turn that comes soon is waited for, in one place in the row', async () => {
  const { fetch, holders } = after([busy(5), busy(5)]);
  expect(await fetch(request)).toBe(picture);
  expect(new Set(holders).size).toBe(1);
  expect(holders).toHaveLength(3);
});

test.each([
  ['more than ten seconds away', [busy(10_001)], 1],
  ['lost again and again', [busy(1), busy(1), busy(1)], 3],
  ['refused', [new PermanentError('robots-disallowed', 'no')], 1],
])('one that is %s is told', async (_what, refusals, times) => {
  const last = refusals.at(-1);
  const { fetch, holders } = after(refusals);
  await expect(fetch(request)).rejects.toBe(last);
  expect(holders).toHaveLength(times);
});

test('a turn that is ten seconds away is waited for, until the job is to stop', async () => {
  const { fetch, holders } = after([busy(10_000)]);
  const stop = new AbortController();
  const answer = fetch({ ...request, signal: stop.signal });
  setImmediate(() => stop.abort());
  await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
  expect(holders).toHaveLength(1);
});

test('how far away a turn is counts from now', async () => {
  const nowMs = Date.parse('2026-11-29T12:00:00Z');
  const { fetch, holders } = after([busy(nowMs + 5)], nowMs);
  expect(await fetch(request)).toBe(picture);
  expect(holders).toHaveLength(2);
  const later = after([busy(nowMs + 10_001)], nowMs);
  await expect(later.fetch(request)).rejects.toMatchObject({ code: 'host-busy' });
});

test('a turn that has passed is taken at once', async () => {
  const { fetch, holders } = after([busy(-5_000)]);
  expect(await fetch(request)).toBe(picture);
  expect(holders).toEqual(Array(2).fill(`within a job: ${request.url}`));
});
