import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startRedisServer } from '../../../src/redis/redis-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    redisUrl: string;
  }
}

/** Vitest's global set-up: one real Redis for all files of a project, or the one of REDIS_URL. */
export default async function provideRedis(project: TestProject) {
  const given = process.env['REDIS_URL'];
  if (given) {
    project.provide('redisUrl', given);
    return undefined;
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'newsrelay-test-'));
  const server = await startRedisServer({ dataDir, persist: false });
  project.provide('redisUrl', server.url);
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true });
  };
}
