// Which tests are asked about a file, the likeliest first.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const IMPORTED = /(?:\bfrom\s+|\bimport\s*\(?\s*)'(\.{1,2}\/[^']+)'/g;

/** Integration tests that see a file of this folder at once, by the names of their own folders. */
const INTEGRATION: Record<string, string[]> = {
  http: ['http'],
  redis: ['store'],
  politeness: ['store', 'pipeline'],
  store: ['store', 'pipeline'],
  queue: ['queue', 'pipeline', 'cli'],
  deliver: ['deliver'],
  processors: ['pipeline'],
  operations: ['cli', 'pipeline'],
  service: ['pipeline', 'cli'],
  cli: ['cli', 'demo'],
};

/** They take long, and few mutants get as far: these run only beside all others. */
const SLOW =
  /^test\/(?:e2e|integration\/(?:redis-trouble|score|cluster|pipeline\/(?:many-feeds|shared-hosts)|traps\/stalling))/;
/** These unit tests take longer than all others. */
const HEAVY = /^test\/unit\/.*(?:hostile|long-runs|silence)/;
const WORDPRESS = /^test\/e2e\/wordpress/;

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
  unit(file: string): string[][] {
    const steps = this.#stepsFrom(file);
    const own = file.replace(/^src\//, 'test/unit/').replace(/\.ts$/, '.test.ts');
    const away = (test: string) => (test === own ? 0 : (steps.get(test) ?? 0));
    const reaching = this.#tests
      .filter((test) => test === own || (isQuickUnit(test) && steps.has(test)))
      .toSorted((a, b) => away(a) - away(b));
    const near = reaching.filter((test) => away(test) <= 1);
    const far = reaching.filter((test) => away(test) > 1);
    return [near, far].filter((tests) => tests.length > 0);
  }

  quickUnit(): string[] {
    return this.#tests.filter(isQuickUnit);
  }

  /** Quick integration tests of the file's folder. */
  ofFolder(file: string): string[] {
    const folders = INTEGRATION[file.split('/')[1] ?? ''] ?? [];
    return this.#tests.filter(
      (test) =>
        !SLOW.test(test) && folders.some((name) => test.startsWith(`test/integration/${name}/`)),
    );
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
