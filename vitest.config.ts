import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const NODE_MAJOR = 24;
if (Number.parseInt(process.versions.node, 10) < NODE_MAJOR) {
  console.error(
    `The tests need Node ${NODE_MAJOR} or later, and this is ${process.versions.node}: run them by \`npm test\`, or put node_modules/.bin first in PATH.`,
  );
  process.exit(1);
}

const CORES = availableParallelism();
const globalSetup = 'test/support/redis/redis-server.ts';
const sharedTemplate = 'test/support/wordpress/shared-template.ts';

const project = (name: string, options = {}) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], ...options },
});

// Loading the sources for each file would take longer than most tests: a process serves many files.
const shared = { isolate: false };
// The unit tests come first. The others wait for other processes more than they compute, so that more of
// their files run side by side than there are cores.
const computing = { ...shared, maxWorkers: CORES, sequence: { groupOrder: 1 } };
const waiting = { ...shared, maxWorkers: 2 * CORES, sequence: { groupOrder: 2 } };
const endToEnd = { ...waiting, testTimeout: 600_000, hookTimeout: 120_000 };

/** Begun as the last, each of these would be alone for its length. The first wait for Redis, one answer after the other. */
const LONGEST = [
  'integration/score/score',
  'integration/cluster/cluster',
  'e2e/wordpress-outage',
  'e2e/wordpress-editors',
  'integration/polling/many-feeds',
  'e2e/secrets',
  'e2e/wordpress-trouble',
  'integration/redis-trouble/service',
  'integration/redis-trouble/clock',
].map((name) => join(import.meta.dirname, `test/${name}.test.ts`));
const lost = LONGEST.filter((path) => !existsSync(path));
if (lost.length > 0)
  throw new Error(`vitest.config.ts names what is not there: ${lost.join(', ')}`);

const rank = ({ moduleId }: TestSpecification): number => {
  const at = LONGEST.indexOf(moduleId);
  return at === -1 ? LONGEST.length : at;
};

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const group = ({ project }: TestSpecification) => project.config.sequence.groupOrder;
    return sorted.toSorted((a, b) => group(a) - group(b) || rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      project('unit', { ...computing, testTimeout: 20_000 }),
      project('integration', {
        ...waiting,
        testTimeout: 300_000,
        hookTimeout: 120_000,
        globalSetup,
      }),
      project('e2e', {
        ...endToEnd,
        globalSetup: [globalSetup, sharedTemplate],
        provide: { articlesOfOutage: 500 },
      }),
      // The same programs on a Redis Cluster. What WordPress does with each article is the same there.
      project('e2e-cluster', {
        ...endToEnd,
        include: ['test/e2e/main-job.test.ts', 'test/e2e/wordpress-outage.test.ts'],
        globalSetup: ['test/support/redis/redis-cluster.ts', sharedTemplate],
        provide: { articlesOfOutage: 200 },
      }),
    ],
  },
});
