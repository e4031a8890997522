// One mutant after the other before the unit tests; what is left goes in groups before the integration
// tests of its folder, and then before all others.

import type { Mutant } from './draw.ts';
import type { Journal, Stage } from './journal.ts';
import type { RelatedTests } from './related-tests.ts';
import type { Scratch } from './scratch.ts';
import { otherFailure, UnitTests } from './test-runner.ts';

const UNIT_LIMIT_MS = 120_000;
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
  unit: UnitTests;
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

/** Finds the unit tests that fail before there is a mutant. */
async function soundUnitTests({ unit }: Lane, tests: RelatedTests, sound: Sound): Promise<void> {
  for (;;) {
    const all = sound.of(tests.quickUnit());
    const failure = await unit.failure({ changed: [], tests: all }, OTHER_LIMIT_MS);
    if (failure === undefined) return;
    const file = fileOf(failure);
    if (file === undefined || !all.includes(file))
      throw new Error(`the unit tests do not run: ${failure}`);
    sound.leaveOut(file);
  }
}

async function unitFailure(mutant: Mutant, lane: Lane, tests: RelatedTests, sound: Sound) {
  let changed = lane.scratch.hold([mutant]);
  for (const group of tests.unit(mutant.file)) {
    const failure = await lane.unit.failure({ changed, tests: sound.of(group) }, UNIT_LIMIT_MS);
    if (failure !== undefined) return failure;
    changed = [];
  }
  return undefined;
}

/** Verdicts of a stage that are known, and the mutants that still need one. */
const without = (mutants: Mutant[], journal: Journal, stage: Stage): Mutant[] =>
  mutants.filter((mutant) => !journal.find(mutant, stage));

export async function askUnitTests(mutants: Mutant[], bench: Bench): Promise<void> {
  const { scratches, tests, journal, onProgress } = bench;
  const waiting = without(mutants, journal, 'unit');
  if (waiting.length === 0) return;
  const lanes = scratches.map((scratch) => ({ scratch, unit: new UnitTests(scratch.dir) }));
  const sound = new Sound(onProgress);
  try {
    await soundUnitTests(lanes[0]!, tests, sound);
    const work = async (lane: Lane) => {
      for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
        const failure = await unitFailure(mutant, lane, tests, sound);
        journal.write(mutant, 'unit', failure);
        onProgress(`${mutant.file}:${mutant.line} ${mutant.kind}: ${failure ?? 'unit tests pass'}`);
      }
    };
    await Promise.all(lanes.map(work));
  } finally {
    await Promise.all(lanes.map(({ unit }) => unit[Symbol.asyncDispose]()));
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

/** Each group in the next copy that is free. */
async function inCopies(
  groups: (readonly [Mutant[], string[]])[],
  scratches: Scratch[],
  ask: (group: Mutant[], choice: string[], scratch: Scratch) => Promise<void>,
): Promise<void> {
  const waiting = [...groups];
  const work = async (scratch: Scratch) => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await ask(...next, scratch);
  };
  await Promise.all(scratches.map(work));
}

export async function askOtherTests(mutants: Mutant[], bench: Bench): Promise<void> {
  const { scratches, tests, journal, onProgress } = bench;
  const sound = new Sound(onProgress);
  const verdict = (stage: Stage) => (mutant: Mutant, failure: string | undefined) => {
    journal.write(mutant, stage, failure);
    onProgress(`${mutant.file}:${mutant.line} ${mutant.kind}: ${failure ?? `passes (${stage})`}`);
  };
  const ask = (stage: Stage) => (group: Mutant[], choice: string[], scratch: Scratch) =>
    askGroup(group, choice, scratch, sound, verdict(stage));
  const byFolder = Map.groupBy(
    without(mutants, journal, 'folder'),
    ({ file }) => file.split('/')[1],
  );
  const folders = [...byFolder.values()].flatMap((same) => {
    const choice = tests.ofFolder(same[0]!.file);
    return choice.length === 0
      ? []
      : groupsOf(same, GROUP).map((group) => [group, choice] as const);
  });
  await inCopies(folders, scratches, ask('folder'));
  const left = mutants.filter((mutant) => journal.find(mutant, 'folder')?.failure === undefined);
  const all = groupsOf(without(left, journal, 'all'), GROUP);
  await inCopies(
    all.map((group) => [group, tests.others()] as const),
    scratches,
    ask('all'),
  );
}
