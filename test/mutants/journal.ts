// Verdicts are written down as they come: the same run, begun again, goes on where it stopped.

import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mutant } from './draw.ts';

export type Stage = 'unit' | 'near' | 'all';

interface Row {
  mutant: string;
  stage: Stage;
  /** Missing: nothing noticed it at this stage. */
  failure?: string;
}

const keyOf = ({ file, start, end, replacement }: Mutant): string =>
  `${file} ${start} ${end} ${replacement}`;

export class Journal {
  readonly #path: string;
  readonly #rows = new Map<string, Row>();

  /** @param files whose content the verdicts are about */
  constructor(root: string, files: string[]) {
    const hash = createHash('sha256');
    for (const file of files) hash.update(file).update(readFileSync(join(root, file)));
    const name = `newsrelay-mutants-${hash.digest('hex').slice(0, 16)}.jsonl`;
    this.#path = join(tmpdir(), name);
    if (!existsSync(this.#path)) return;
    for (const line of readFileSync(this.#path, 'utf8').split('\n').filter(Boolean)) {
      this.#keep(JSON.parse(line) as Row);
    }
  }

  #keep(row: Row): void {
    this.#rows.set(`${row.mutant} ${row.stage}`, row);
  }

  /** Undefined where the stage was not reached yet. */
  find(mutant: Mutant, stage: Stage): { failure: string | undefined } | undefined {
    const row = this.#rows.get(`${keyOf(mutant)} ${stage}`);
    return row && { failure: row.failure };
  }

  write(mutant: Mutant, stage: Stage, failure: string | undefined): void {
    const row: Row = {
      mutant: keyOf(mutant),
      stage,
      ...(failure === undefined ? {} : { failure }),
    };
    this.#keep(row);
    appendFileSync(this.#path, `${JSON.stringify(row)}\n`);
  }
}
