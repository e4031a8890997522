// One mutant after the other before the unit tests, and before the integration tests of its folder; what is
// left goes in groups before all others.

import type { Mutant } from './draw.ts';
import type { Journal, Stage } from './journal.ts';
import type { RelatedTests } from './related-tests.ts';
import type { Scratch } from './scratch.ts';
import { otherFailure, WarmTests } from './test-runner.ts';

/** Between the ends of two test files: nothing else on a busy machine is a verdict. */
const WARM_LIMIT_MS = 180_000;
const OTHER_LIMIT_MS = 600_000;
const GROUP = 6;

export interface Bench {
  /** One for each core. */
  scratches: Scratch[];
  tests: RelatedTests;
  journal: Journal;
  onProgress: (text: string) => void;
}

interface Lane {
  scratch: Scratch;
  warm: WarmTests;
}

/** Tests that fail without any mutant say nothing of one. */
class Sound {
  readonly #failing = new Set<string>();
  readonly #passing = new Set<string>();
  readonly #onProgress: (text: string) => void;

  constructor(onProgress: (text: string) => void) {
    this.#onProgress = onProgress;
  }

  of(tests: string[]): string[] {
    return tests.filter((test) => !this.#failing.has(test));
  }

  leaveOut(test: string): void {
    this.#failing.add(test);
    this.#onProgress(`left out, for it fails without a mutant: ${test}`);
  }

  /** Called with what failed; whether it passes without a mutant. */
  async isSound(test: string, run: () => Promise<string | undefined>): Promise<boolean> {
    if (this.#passing.has(test)) return true;
    if ((await run()) === undefined) this.#passing.add(test);
    else this.leaveOut(test);
    return this.#passing.has(test);
  }
}

const fileOf = (failure: string): string | undefined => {
  const file = failure.split(/ > | does not load/, 1)[0];
  return file?.endsWith('.test.ts') ? `test/${file}` : undefined;
};

/**
 * Asks these tests, the likeliest first. What fails is asked again without the mutant, once for each file, and tests
 * that wait for other processes once more with it: on a busy machine they fail by chance, too.
 */
async function warmFailure(mutant: Mutant, choice: string[], lane: Lane, sound: Sound) {
  const isTwice = choice.some((test) => test.startsWith('test/integration/'));
  const { scratch, warm } = lane;
  const ask = (changed: string[], tests: string[]) =>
    warm.failure({ changed, tests }, WARM_LIMIT_MS);
  for (let rest = sound.of(choice); rest.length > 0;) {
    if (!warm.isOpen) await ask(scratch.hold([]), rest.slice(0, 1));
    const failure = await ask(scratch.hold([mutant]), rest);
    const file = failure === undefined ? undefined : fileOf(failure);
    if (failure === undefined || file === undefined) return failure;
    const isSound = await sound.isSound(file, () => ask(scratch.hold([]), [file]));
    if (isSound && (!isTwice || (await ask(scratch.hold([mutant]), [file])) !== undefined))
      return failure;
    rest = sound.of(rest.slice(rest.indexOf(file) + 1));
  }
  return undefined;
}

/** Verdicts of a stage that are known, and the mutants that still need one. */
const without = (mutants: Mutant[], journal: Journal, stage: Stage): Mutant[] =>
  mutants.filter((mutant) => !journal.find(mutant, stage));

/** Asks the tests of one project about each mutant that has no verdict yet, in processes that stay. */
export async function askWarmTests(
  mutants: Mutant[],
  stage: 'unit' | 'near',
  { scratches, tests, journal, onProgress }: Bench,
): Promise<void> {
  const waiting = without(mutants, journal, stage);
  if (waiting.length === 0) return;
  const project = stage === 'unit' ? 'unit' : 'integration';
  const lanes = scratches.map((scratch) => ({
    scratch,
    warm: new WarmTests(scratch.dir, project),
  }));
  const sound = new Sound(onProgress);
  const work = async (lane: Lane) => {
    for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
      const choice = stage === 'unit' ? tests.unit(mutant.file) : tests.near(mutant.file);
      const failure = await warmFailure(mutant, choice, lane, sound);
      journal.write(mutant, stage, failure);
      onProgress(`${mutant.file}:${mutant.line} ${mutant.kind}: ${failure ?? `passes (${stage})`}`);
    }
  };
  try {
    await Promise.all(lanes.map(work));
  } finally {
    await Promise.all(lanes.map(({ warm }) => warm[Symbol.asyncDispose]()));
    for (const scratch of scratches) scratch.hold([]);
  }
}

/** Whether the file fails with these mutants, and passes without. */
async function isNoticedBy(test: string, held: Mutant[], scratch: Scratch, sound: Sound) {
  scratch.hold(held);
  const failure = await otherFailure(scratch.dir, [test], OTHER_LIMIT_MS);
  if (failure === undefined) return undefined; // a chance, and no verdict
  scratch.hold([]);
  const bare = () => otherFailure(scratch.dir, [test], OTHER_LIMIT_MS);
  return (await sound.isSound(test, bare)) ? failure : undefined;
}

/** Asks these tests about the group until they pass; each failure takes its mutants out. */
async function askGroup(
  group: Mutant[],
  choice: string[],
  scratch: Scratch,
  sound: Sound,
  onVerdict: (mutant: Mutant, failure: string | undefined) => void,
): Promise<void> {
  const chances = new Set<string>();
  let left = group;
  while (left.length > 0) {
    const tests = sound.of(choice).filter((test) => !chances.has(test));
    scratch.hold(left);
    const failure = await otherFailure(scratch.dir, tests, OTHER_LIMIT_MS);
    if (failure === undefined) break;
    const file = fileOf(failure);
    const noticed = new Set<Mutant>();
    for (const mutant of left) {
      const own = file
        ? await isNoticedBy(file, [mutant], scratch, sound)
        : left.length === 1
          ? failure
          : undefined;
      if (own === undefined) continue;
      noticed.add(mutant);
      onVerdict(mutant, own);
    }
    left = left.filter((mutant) => !noticed.has(mutant));
    if (noticed.size === 0 && file) chances.add(file);
    if (noticed.size === 0 && !file) break;
  }
  for (const mutant of left) onVerdict(mutant, undefined);
}

/** Mutants of one file do not share a group: they might lie within each other. */
function groupsOf(mutants: Mutant[], size: number): Mutant[][] {
  const groups: Mutant[][] = [];
  for (const mutant of mutants) {
    const fits = (group: Mutant[]) =>
      group.length < size && group.every(({ file }) => file !== mutant.file);
    const group = groups.find(fits);
    if (group) group.push(mutant);
    else groups.push([mutant]);
  }
  return groups;
}

export async function askOtherTests(mutants: Mutant[], bench: Bench): Promise<void> {
  const { scratches, tests, journal, onProgress } = bench;
  const sound = new Sound(onProgress);
  const onVerdict = (mutant: Mutant, failure: string | undefined) => {
    journal.write(mutant, 'all', failure);
    onProgress(`${mutant.file}:${mutant.line} ${mutant.kind}: ${failure ?? 'passes (all)'}`);
  };
  const waiting = groupsOf(without(mutants, journal, 'all'), GROUP);
  const work = async (scratch: Scratch) => {
    for (let group = waiting.shift(); group; group = waiting.shift()) {
      await askGroup(group, tests.others(), scratch, sound, onVerdict);
    }
  };
  await Promise.all(scratches.map(work));
}
