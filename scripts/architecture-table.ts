// The table of layers in docs/architecture.md: what a row says of a folder is written by hand, what the folder may
// import comes from oxlint.config.ts.
//
//   node scripts/architecture-table.ts

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { layers } from '../oxlint.config.ts';

const PAGE = join(import.meta.dirname, '../docs/architecture.md');

const HEAD = '| folder | holds | its door | folders | packages |\n|---|---|---|---|---|\n';

const listed = (names: readonly string[]): string =>
  names.length === 0 ? 'nothing' : names.map((name) => `\`${name}\``).join(', ');

/** docs/architecture.md with its rows in the order of the layers, and their last two cells as the lint has them. */
export function withLayers(page: string): string {
  const [before = '', rest] = page.split(HEAD);
  if (rest === undefined)
    throw new Error('docs/architecture.md has lost the head of its table of layers');
  const [table = '', ...after] = rest.split('\n\n');
  const written = new Map(
    table.split('\n').map((row) => {
      const [, folder = '', holds = '', door = ''] = row
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim());
      return [folder.replaceAll('`', ''), { holds, door }];
    }),
  );
  const rows = Object.entries(layers).map(([folder, { folders, packages }]) => {
    const row = written.get(folder);
    if (!row) {
      throw new Error(
        `docs/architecture.md says nothing of src/${folder}; add a row "| \`${folder}\` | what it holds | its door |" to the layers`,
      );
    }
    return `| \`${folder}\` | ${row.holds} | ${row.door} | ${listed(folders)} | ${listed(packages)} |`;
  });
  return [`${before}${HEAD}${rows.join('\n')}`, ...after].join('\n\n');
}

if (import.meta.main) await writeFile(PAGE, withLayers(await readFile(PAGE, 'utf8')));
