// Mutants that the types refuse: no test needs to.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import type { Mutant } from './draw.ts';
import type { MutationKind } from './mutations.ts';
import type { Scratch } from './scratch.ts';

/** Other kinds compile as they are made. */
const DOUBTFUL = new Set<MutationKind>(['list-row', 'swap-arguments']);

/** Of something that is no longer used: the program runs. */
const UNUSED = /error TS(?:6133|6192|6196|6198|6199):/;

/** Files with errors. What one call found out serves the next, which then takes a second. */
async function filesWithErrors(dir: string): Promise<Set<string>> {
  const kept = ['--incremental', '--tsBuildInfoFile', join(dir, 'mutants-types.json')];
  const child = spawn(join(dir, 'node_modules/.bin/tsc'), ['--pretty', 'false', ...kept], {
    cwd: dir,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [output] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  const errors = output.split('\n').filter((line) => /^\S/.test(line) && !UNUSED.test(line));
  return new Set(errors.flatMap((line) => /^(.+?)\(\d+,\d+\): error/.exec(line)?.[1] ?? []));
}

/** One mutant of each file at a time, so that an error names its mutant. */
export async function refusedByTypes(mutants: Mutant[], scratch: Scratch): Promise<Set<Mutant>> {
  const refused = new Set<Mutant>();
  let left = mutants.filter(({ kind }) => DOUBTFUL.has(kind));
  while (left.length > 0) {
    const round = [...new Map(left.map((mutant) => [mutant.file, mutant])).values()];
    left = left.filter((mutant) => !round.includes(mutant));
    scratch.hold(round);
    const files = await filesWithErrors(scratch.dir);
    const named = round.filter(({ file }) => files.has(file));
    for (const mutant of named) refused.add(mutant);
    const elsewhere = [...files].some((file) => !round.some((mutant) => mutant.file === file));
    const doubted = elsewhere ? round.filter((mutant) => !refused.has(mutant)) : [];
    if (named.length > 0 && doubted.length > 0) {
      left.push(...doubted); // what is elsewhere may be due to those that were named
    } else if (doubted.length === 1) {
      refused.add(doubted[0]!);
    } else {
      for (const mutant of doubted) {
        scratch.hold([mutant]);
        if ((await filesWithErrors(scratch.dir)).size > 0) refused.add(mutant);
      }
    }
  }
  scratch.hold([]);
  return refused;
}
