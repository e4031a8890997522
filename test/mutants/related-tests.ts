// Which tests are asked about a file, the likeliest first.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const IMPORTED = /(?:\bfrom\s+|\bimport\s*\(?\s*)'(\.{1,2}\/[^']+)'/g;

/** Integration tests that are asked first of a file of this folder, by the names of their own folders. */
const INTEGRATION: Record<string, string[]> = {
  http: ['http'],
  redis: ['store'],
  politeness: ['store'],
  store: ['store'],
  queue: ['queue', 'pipeline/quarantine', 'pipeline/life'],
  deliver: ['deliver'],
  monitor: ['monitor', 'web'],
  web: ['web'],
  alerts: ['alerts'],
  processors: ['pipeline'],
  operations: ['pipeline', 'monitor', 'cli'],
  service: ['pipeline'],
  cli: ['cli', 'demo'],
};

/** They take long, and few mutants get as far: these run only beside all others. */
const SLOW =
  /^test\/(?:e2e|integration\/(?:redis-trouble|score|cluster|pipeline\/(?:many-feeds|shared-hosts)|traps\/stalling))/;
/** These unit tests take longer than all others. */
const HEAVY = /^test\/unit\/.*(?:hostile|long-runs|silence)/;
const WORDPRESS = /^test\/e2e\/wordpress/;

const MOST_BEYOND_FOLDER = 8;
/** They start processes of the program, which takes long. */
const COMMANDS = /^test\/integration\/cli\//;

const isQuickUnit = (file: string): boolean => file.startsWith('test/unit/') && !HEAVY.test(file);
const isTest = (file: string): boolean => file.endsWith('.test.ts');

export class RelatedTests {
  readonly #tests: string[];
  readonly #importers = new Map<string, string[]>();

  /** @param files of the project, relative to `root` */
  constructor(root: string, files: string[]) {
    const sources = files.filter((file) => /^(?:src|test|demo|workers)\/.*\.ts$/.test(file));
    this.#tests = sources.filter((file) => isTest(file) && !WORDPRESS.test(file));
    for (const file of sources) {
      for (const [, path] of readFileSync(join(root, file), 'utf8').matchAll(IMPORTED)) {
        const imported = join(dirname(file), path!);
        this.#importers.set(imported, [...(this.#importers.get(imported) ?? []), file]);
      }
    }
  }

  /**
   * Unit tests that reach the file: those that lie where it lies or import it, then the others, the
   * nearest first. Heavy ones are among `others`, save the one that lies where the file lies.
   */
  unit(file: string): string[] {
    const steps = this.#stepsFrom(file);
    const own = file.replace(/^src\//, 'test/unit/').replace(/\.ts$/, '.test.ts');
    const away = (test: string) => (test === own ? 0 : (steps.get(test) ?? 0));
    return this.#tests
      .filter((test) => test === own || (isQuickUnit(test) && steps.has(test)))
      .toSorted((a, b) => away(a) - away(b));
  }

  /**
   * Quick integration tests of the file's folder, then a few of those that load it, the nearest first: a mutant
   * that these pass is asked of all others together with a few more.
   */
  near(file: string): string[] {
    const steps = this.#stepsFrom(file);
    const own = INTEGRATION[file.split('/')[1] ?? ''] ?? [];
    const quick = this.#tests.filter(
      (test) => test.startsWith('test/integration/') && !SLOW.test(test),
    );
    const isOwn = (test: string) => own.some((name) => test.startsWith(`test/integration/${name}`));
    const nearest = quick
      .filter((test) => steps.has(test) && !isOwn(test) && !COMMANDS.test(test))
      .toSorted((a, b) => steps.get(a)! - steps.get(b)!);
    return [...quick.filter(isOwn), ...nearest.slice(0, MOST_BEYOND_FOLDER)];
  }

  /** Everything but WordPress and the unit tests that are asked of each mutant. */
  others(): string[] {
    return this.#tests.filter((test) => !isQuickUnit(test));
  }

  /** How many imports away everything is that reaches the file. */
  #stepsFrom(file: string): Map<string, number> {
    const steps = new Map([[file, 0]]);
    for (const [reached, away] of steps) {
      for (const importer of this.#importers.get(reached) ?? []) {
        if (!steps.has(importer)) steps.set(importer, away + 1);
      }
    }
    return steps;
  }
}
