import { expect, test } from 'vitest';
import { createPipeline } from '../../../src/service/create-pipeline.ts';
import { MemoryRedis } from '../../../src/redis/memory-redis.ts';
import { MemoryQueues } from '../../../src/queue/memory-queues.ts';
import type { Queues } from '../../../src/queue/queues.ts';
import { testConfig } from '../../support/commands/pipeline.ts';

function pipelineOf(takedowns: string[] = []) {
  const config = testConfig(
    [
      { id: 'harbour', feeds: ['https://harbour.example/f'], formerly: ['pier', 'quay'] },
      { id: 'hill', feeds: ['https://hill.example/f'] },
    ],
    'news',
  );
  const work = { poll: async () => 1, scrape: async () => 1 };
  const queues = new MemoryQueues(work, new AbortController().signal) as unknown as Queues;
  return createPipeline({ ...config, takedowns }, MemoryRedis.client(), {
    fetch: () => Promise.reject(new Error('nothing is fetched')),
    now: () => 7,
    random: () => 0.5,
    queues,
  });
}

test('a source is found by its id and by those that it had', () => {
  const { sources, formerly } = pipelineOf();
  expect([...sources.keys()]).toEqual(['harbour', 'hill']);
  expect([...formerly]).toEqual([
    ['pier', 'harbour'],
    ['quay', 'harbour'],
  ]);
});

test('takedowns of the config are known by id in small letters, and by clean address', async () => {
  const id = '8F4F3C1A-6c1e-5d0a-9a57-3a5b8c1d2e3f';
  const { takedowns } = pipelineOf([id, 'https://harbour.example/a?utm_source=x#top']);
  expect(takedowns.isConfigured([id.toLowerCase()])).toBe(true);
  expect(takedowns.isConfigured(['https://harbour.example/a'])).toBe(true);
  expect(await takedowns.reasonFor(['https://harbour.example/a'])).toBe('listed in the config');
  expect(takedowns.isConfigured(['https://harbour.example/b'])).toBe(false);
});

test('publishers know us by the product of our user agent; who tells nobody is told nothing', () => {
  const { agent, notice, tellDestination, perHost } = pipelineOf();
  expect(agent).toMatch(/^[a-z-]+$/i);
  expect(notice({ change: 'x', message: 'y' })).toBeUndefined();
  const back = { kind: 'back', destination: 'blog', sinceMs: 1, atMs: 2 } as const;
  expect(tellDestination(back)).toBeUndefined();
  expect(perHost).toEqual({ concurrency: 50, spacingMs: 0 });
});
