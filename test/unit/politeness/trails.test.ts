import { expect, test } from 'vitest';
import type { FetchRequest } from '../../../src/http/fetch.ts';
import { hopOf, requestAfter } from '../../../src/http/redirect.ts';
import { createTrails } from '../../../src/politeness/trails.ts';

const first: FetchRequest = { url: 'https://a.example/1', kind: 'page' };
const second = requestAfter(first, {
  hop: hopOf(first),
  target: new URL('https://b.example/2'),
  status: 302,
});

test('a job goes on once from where it stood, and others begin at the beginning', () => {
  const trails = createTrails();
  trails.keep('job', first, second);
  expect(trails.take('other', first)).toBe(first);
  expect(trails.take('job', { ...first, url: 'https://a.example/9' }).url).toMatch(/9$/);
  expect(trails.take('job', first)).toMatchObject({ url: 'https://b.example/2' });
  expect(trails.take('job', first)).toBe(first);
});

test('who has not come anywhere yet is not kept', () => {
  const trails = createTrails();
  trails.keep('job', first, first);
  expect(trails.take('job', first)).toBe(first);
});

test('of more than a thousand the oldest begins anew', () => {
  const trails = createTrails();
  for (let i = 0; i <= 1_000; i += 1) trails.keep(`job-${i}`, first, second);
  expect(trails.take('job-0', first)).toBe(first);
  expect(trails.take('job-1', first)).toMatchObject({ url: second.url });
});
