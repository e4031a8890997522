import { defineConfig } from 'vitest/config';

const globalSetup = 'test/support/redis-server.ts';

const project = (name: string, options = {}) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], ...options },
});

export default defineConfig({
  test: {
    projects: [
      project('unit'),
      project('integration', { testTimeout: 30_000, hookTimeout: 30_000, globalSetup }),
      project('e2e', {
        testTimeout: 120_000,
        hookTimeout: 60_000,
        fileParallelism: false,
        globalSetup,
      }),
    ],
  },
});
