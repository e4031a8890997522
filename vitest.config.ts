import { defineConfig } from 'vitest/config';

const globalSetup = 'test/support/redis/redis-server.ts';

const endToEnd = { testTimeout: 120_000, hookTimeout: 60_000, fileParallelism: false };

const project = (name: string, options = {}) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], ...options },
});

export default defineConfig({
  test: {
    projects: [
      project('unit'),
      project('integration', { testTimeout: 30_000, hookTimeout: 30_000, globalSetup }),
      project('e2e', { ...endToEnd, globalSetup }),
      // The same programs on a Redis Cluster.
      project('e2e-cluster', {
        ...endToEnd,
        include: ['test/e2e/main-job.test.ts', 'test/e2e/wordpress-outage.test.ts'],
        globalSetup: 'test/support/redis/redis-cluster.ts',
      }),
    ],
  },
});
