import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../fixtures/row-texts');
const HEADING = /^## (\w+)$/m;

function readTexts(): Map<string, string[]> {
  const parts = readdirSync(FOLDER).flatMap((file) =>
    readFileSync(join(FOLDER, file), 'utf8').split(HEADING).slice(1),
  );
  const lists = parts.filter((_, index) => index % 2 === 0);
  return new Map(
    lists.map((list, index) => [
      list,
      (parts[2 * index + 1] ?? '').split('\n').filter((text) => text !== ''),
    ]),
  );
}

const TEXTS = readTexts();

/**
 * Texts that a list of rows finds, at least one of each row, kept apart from the rows: a row's own examples would go
 * with it. One text a line, under the list's name.
 */
export function rowTexts(list: string): string[] {
  const texts = TEXTS.get(list);
  if (!texts) throw new Error(`test/fixtures/row-texts has no texts of ${list}: add some`);
  return texts;
}
