import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const NODE_MAJOR = 24;
if (Number.parseInt(process.versions.node, 10) < NODE_MAJOR) {
  console.error(
    `The tests need Node ${NODE_MAJOR} or later, and this is ${process.versions.node}: run them by \`npm test\`, or put node_modules/.bin first in PATH.`,
  );
  process.exit(1);
}

const CORES = availableParallelism();
const globalSetup = 'test/support/redis/redis-server.ts';

const project = (name: string, options = {}) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], ...options },
});

// Projects follow each other, and the files of one run side by side. Those of the later ones wait for
// other processes more than they compute, so that more of them run than there are cores.
const sideBySide = (groupOrder: number, maxWorkers: number) => ({
  maxWorkers,
  sequence: { groupOrder },
});
const endToEnd = { testTimeout: 240_000, hookTimeout: 60_000, ...sideBySide(3, 2 * CORES) };

export default defineConfig({
  test: {
    projects: [
      // What unit tests ask keeps no state, so that a process may serve many files: loading the sources
      // for each would take longer than the tests.
      project('unit', { isolate: false, testTimeout: 20_000, ...sideBySide(1, CORES) }),
      project('integration', {
        testTimeout: 60_000,
        hookTimeout: 60_000,
        globalSetup,
        ...sideBySide(2, 2 * CORES),
      }),
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
