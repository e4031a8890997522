// Would the tests notice a mistake? `npm run mutants -- --seed 7 --count 100` makes a hundred small
// mistakes in src/, one at a time in a copy of the tree, and names those that no test sees. `--folder
// src/feed` draws from one folder, `--kind number` mistakes of one kind; `--until unit` asks the unit
// tests alone, `--until near` also the integration tests of its folder. A run that was stopped goes
// on where it was when it is started again. Not asked: tests with a real WordPress. Mutants that the
// types refuse are not drawn, nor are mistakes in what only explains a row, such as its examples.
//
// Stryker does this for most projects. Here a mutant must also live in the programs that tests start, and
// be one of these kinds (rows of lists, alternatives of patterns), drawn by a seed.

import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { drawMutants, type Mutant } from './draw.ts';
import equivalents from './equivalents.json' with { type: 'json' };
import { Journal } from './journal.ts';
import { RelatedTests } from './related-tests.ts';
import { describeResults } from './report.ts';
import { filesOf, Scratch } from './scratch.ts';
import { askOtherTests, askWarmTests, type Bench } from './stages.ts';
import { refusedByTypes } from './typecheck.ts';

const STAGES = ['unit', 'near', 'all'] as const;
const ROOT = join(import.meta.dirname, '../..');

/** Reviewed by hand: no test can tell them from the source. A row without `kind` and `after` speaks of its whole line. */
function isEquivalent({ file, kind, before, after }: Mutant): boolean {
  return equivalents.some(
    (row: Record<string, string>) =>
      row['file'] === file &&
      row['before'] === before &&
      (row['kind'] ?? kind) === kind &&
      (row['after'] ?? after) === after,
  );
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      count: { type: 'string', default: '100' },
      folder: { type: 'string', default: 'src' },
      kind: { type: 'string' },
      until: { type: 'string', default: 'all' },
    },
  });
  const numbers = [Number(values.seed), Number(values.count)];
  if (!numbers.every((number) => Number.isSafeInteger(number) && number >= 0)) {
    throw new Error('--seed and --count take whole numbers');
  }
  const [seed = 1, count = 100] = numbers;
  const until = STAGES.find((stage) => stage === values.until);
  if (!until) throw new Error(`--until takes one of ${STAGES.join(', ')}`);
  const folder = values.folder.replace(/\/$/, '');
  return { seed, count, folder, kind: values.kind, until };
}

/** As many as wanted of those that compile. */
async function chooseMutants(candidates: Iterator<Mutant>, count: number, scratch: Scratch) {
  const chosen: Mutant[] = [];
  for (let isEnd = false; chosen.length < count && !isEnd;) {
    const drawn: Mutant[] = [];
    while (chosen.length + drawn.length < count && !isEnd) {
      const next = candidates.next();
      if (next.done) isEnd = true;
      else drawn.push(next.value);
    }
    const refused = await refusedByTypes(drawn, scratch);
    chosen.push(...drawn.filter((mutant) => !refused.has(mutant)));
  }
  return chosen;
}

async function run(): Promise<void> {
  const { seed, count, folder, kind, until } = readOptions();
  const files = filesOf(ROOT);
  const sources = files.filter(
    (file) => file.startsWith(`${folder}/`) && /^src\/.*(?<!\.d)\.ts$/.test(file),
  );
  if (sources.length === 0) throw new Error(`there is no source file under ${folder}`);
  using stack = new DisposableStack();
  const copies = Array.from({ length: availableParallelism() }, () => Scratch.copyOf(ROOT));
  const scratches = (await Promise.all(copies)).map((scratch) => stack.use(scratch));
  const drawn = await chooseMutants(
    drawMutants(scratches[0]!.dir, sources, seed).filter(
      (mutant) => kind === undefined || mutant.kind === kind,
    ),
    count,
    scratches[0]!,
  );
  const mutants = drawn.filter((mutant) => !isEquivalent(mutant));
  const bench: Bench = {
    scratches,
    tests: new RelatedTests(scratches[0]!.dir, files),
    journal: new Journal(
      scratches[0]!.dir,
      files.filter((file) => /^(?:src|test)\//.test(file)),
    ),
    onProgress: (text) => process.stderr.write(`mutants: ${text}\n`),
  };
  const isUnseen = (mutant: Mutant) =>
    STAGES.every((stage) => bench.journal.find(mutant, stage)?.failure === undefined);
  await askWarmTests(mutants, 'unit', bench);
  if (until !== 'unit') await askWarmTests(mutants.filter(isUnseen), 'near', bench);
  if (until === 'all') await askOtherTests(mutants.filter(isUnseen), bench);
  const results = mutants.map((mutant) => {
    const verdicts = STAGES.map((stage) => bench.journal.find(mutant, stage));
    return { mutant, failure: verdicts.find((verdict) => verdict?.failure)?.failure };
  });
  console.log(describeResults(results, drawn.length - mutants.length));
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
await run();
