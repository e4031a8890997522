// Which mutants a seed draws.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from '../faults/random.ts';
import { mutationsOf, type Mutation } from './mutations.ts';

export interface Mutant extends Mutation {
  /** Relative to the project's folder. */
  file: string;
  line: number;
  /** The line as it is, and as the mutant has it. */
  before: string;
  after: string;
}

const AROUND = 70;

/** The line's text near the change, so that a long pattern shows what became of it. */
function near(line: string, at: number): string {
  const from = Math.max(0, at - AROUND);
  const until = Math.min(line.length, at + AROUND);
  return `${from > 0 ? '…' : ''}${line.slice(from, until).trim()}${until < line.length ? '…' : ''}`;
}

function mutantOf(mutation: Mutation, file: string, text: string): Mutant {
  const lineStart = text.lastIndexOf('\n', mutation.start - 1) + 1;
  const changed = mutate(text, mutation);
  const lineOf = (whole: string) => whole.slice(lineStart).split('\n', 1)[0] ?? '';
  const at = mutation.start - lineStart;
  return {
    ...mutation,
    file,
    line: text.slice(0, mutation.start).split('\n').length,
    before: near(lineOf(text), at),
    after: near(lineOf(changed), at),
  };
}

export const mutate = (text: string, { start, end, replacement }: Mutation): string =>
  text.slice(0, start) + replacement + text.slice(end);

/**
 * All mutants in the seed's order, one of every line that has some, so that a file is drawn from in
 * proportion to its lines.
 * @param files relative to `root`
 */
export function* drawMutants(root: string, files: string[], seed: number): Generator<Mutant> {
  const random = new Random(seed);
  const lines = files.toSorted().flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const mutants = mutationsOf(text, file).map((mutation) => mutantOf(mutation, file, text));
    return [...Map.groupBy(mutants, ({ line }) => line).values()];
  });
  while (lines.length > 0) {
    const [line] = lines.splice(random.between(0, lines.length - 1), 1);
    yield random.pick(line!);
  }
}
