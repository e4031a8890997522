// Copies of the working tree in which mutants live, so that the checkout is never changed.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, realpath, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { mutate, type Mutant } from './draw.ts';

/** What git knows, and what is new and not ignored. */
export function filesOf(root: string): string[] {
  const listed = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  return [...new Set(listed.split('\0'))].filter((file) => file && existsSync(join(root, file)));
}

export class Scratch implements Disposable {
  readonly dir: string;
  /** Texts of files that have been changed, as they were: the checkout may go on meanwhile. */
  readonly #originals = new Map<string, string>();
  #changed: string[] = [];

  private constructor(dir: string) {
    this.dir = dir;
    process.once('exit', this.#remove);
  }

  readonly #remove = () => rmSync(this.dir, { recursive: true, force: true });

  static async copyOf(root: string): Promise<Scratch> {
    const dir = await realpath(await mkdtemp(join(tmpdir(), 'newsrelay-mutants-')));
    for (const file of filesOf(root)) {
      await mkdir(dirname(join(dir, file)), { recursive: true });
      await cp(join(root, file), join(dir, file));
    }
    await symlink(join(root, 'node_modules'), join(dir, 'node_modules'));
    return new Scratch(dir);
  }

  /** Leaves the copy with these mutants alone, and says which files are other than before. */
  hold(mutants: Mutant[]): string[] {
    const touched = new Set([...this.#changed, ...mutants.map(({ file }) => file)]);
    this.#changed = mutants.map(({ file }) => file);
    for (const file of touched) {
      const own = mutants.filter((mutant) => mutant.file === file);
      // From the end, so that the places of the others stay.
      const text = own.toSorted((a, b) => b.start - a.start).reduce(mutate, this.#originalOf(file));
      writeFileSync(join(this.dir, file), text);
    }
    return [...touched];
  }

  #originalOf(file: string): string {
    const text = this.#originals.get(file) ?? readFileSync(join(this.dir, file), 'utf8');
    this.#originals.set(file, text);
    return text;
  }

  [Symbol.dispose](): void {
    process.off('exit', this.#remove);
    this.#remove();
  }
}
