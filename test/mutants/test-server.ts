// A process that keeps Vitest open on a scratch copy and runs tests of one project there when asked, many
// times faster than a new Vitest for each mutant. Its parent ends it when a mutant never comes to an end.

import { join, relative } from 'node:path';
import { createVitest, type TestRunResult, type TestSpecification } from 'vitest/node';

export interface TestRequest {
  changed: string[];
  tests: string[];
}

class AsGiven {
  readonly shard = (specifications: TestSpecification[]) => specifications;
  readonly sort = (specifications: TestSpecification[]) => specifications;
}

const [, , root = '', project = ''] = process.argv;
const vitest = await createVitest('test', {
  root,
  config: join(root, 'vitest.config.ts'),
  watch: false,
  project: [project],
  bail: 1,
  maxWorkers: 1,
  pool: 'threads',
  isolate: false,
  testTimeout: 60_000, // a busy machine is no verdict
  // Its parent counts the time since the last file.
  reporters: [{ onTestModuleEnd: () => void process.send?.({ progress: true }) }],
  // As asked, the likeliest first: Vitest would begin with the longest.
  sequence: { sequencer: AsGiven },
});
const specs = new Map(
  (await vitest.globTestSpecifications()).map((spec) => [relative(root, spec.moduleId), spec]),
);

/** What failed first, in words; nothing where all passed. */
function failureOf(
  { testModules, unhandledErrors }: TestRunResult,
  wanted: Set<string>,
): string | undefined {
  // Beside them stands what was cancelled at an earlier failure.
  for (const module of testModules.filter(({ moduleId }) => wanted.has(moduleId))) {
    const name = relative(join(root, 'test'), module.moduleId);
    const [failed] = module.children.allTests('failed');
    if (failed) return `${name} > ${failed.fullName}`;
    if (module.state() === 'failed') return `${name} does not load`;
  }
  return unhandledErrors.length > 0 ? 'an error that no test awaits' : undefined;
}

async function answer({ changed, tests }: TestRequest): Promise<void> {
  for (const file of changed) vitest.invalidateFile(join(root, file));
  const wanted = new Set(tests.map((test) => join(root, test)));
  const chosen = tests.flatMap((test) => specs.get(test) ?? []);
  const result = await vitest.runTestSpecifications(chosen);
  process.send?.({ failure: failureOf(result, wanted) });
}

process.on('message', (request: TestRequest) => {
  answer(request).catch(() => process.exit(1)); // its parent takes the end for an answer
});
process.on('disconnect', () => process.exit());
process.send?.({ ready: true });
