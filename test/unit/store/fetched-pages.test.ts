import { expect, test } from 'vitest';
import { MemoryRedis } from '../../../src/redis/memory-redis.ts';
import { FetchedPages } from '../../../src/store/fetched-pages.ts';
import { Keys } from '../../../src/store/keys.ts';

const page = (text: string) => ({
  status: 200,
  url: 'https://bay.example/pier/',
  redirects: [{ status: 301, from: 'https://bay.example/pier', to: 'https://bay.example/pier/' }],
  headers: { 'content-type': 'text/html' },
  body: Buffer.from(text),
});

test('pages that a job fetched are there for it as they were, until it is done', async () => {
  const redis = new MemoryRedis();
  const keys = new Keys('news');
  const pages = new FetchedPages(redis as never, keys);
  const [pier, ferry] = [page('The pier. '.repeat(1_000)), page('')];
  expect(await pages.of('job-1')).toEqual(new Map());
  await pages.keep('job-1', new Map([['https://bay.example/pier', pier]]));
  await pages.keep('job-1', new Map([['https://bay.example/ferry', ferry]]));
  expect(await pages.of('job-1')).toEqual(
    new Map([
      ['https://bay.example/pier', pier],
      ['https://bay.example/ferry', ferry],
    ]),
  );
  const [kept = ''] = Object.values(await redis.hgetall(keys.fetchedPages('job-1')));
  expect(kept.length).toBeLessThan(1_000);
  expect(await pages.of('job-2')).toEqual(new Map());
  await pages.forget('job-1');
  expect(await pages.of('job-1')).toEqual(new Map());
});
