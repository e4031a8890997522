import type { TestProject } from 'vitest/node';
import { startCluster } from './own-cluster.ts';

/** Vitest's global set-up: a real cluster of three masters for all files of a project. */
export default async function provideCluster(project: TestProject) {
  const cluster = await startCluster();
  project.provide('redisUrl', cluster.url);
  return () => cluster[Symbol.asyncDispose]();
}
