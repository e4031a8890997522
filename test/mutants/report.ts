// What a run found, for people: each survivor with its place, then how many were noticed.

import type { Mutant } from './draw.ts';

export interface Result {
  mutant: Mutant;
  /** What noticed it; undefined: nothing did. */
  failure: string | undefined;
}

const folderOf = ({ file }: Mutant): string => file.split('/').slice(1, -1)[0] ?? 'src';

function table(title: string, groups: Map<string, Result[]>): string[] {
  const rows = [...groups].toSorted(([a], [b]) => a.localeCompare(b));
  return rows.map(([name, results]) => {
    const noticed = results.filter(({ failure }) => failure !== undefined).length;
    const [share, all] = [String(noticed).padStart(5), String(results.length).padEnd(5)];
    return `  ${title} ${name.padEnd(16)} ${share} of ${all}`;
  });
}

export function describeResults(results: Result[], equivalents: number): string {
  const survivors = results.filter(({ failure }) => failure === undefined);
  const noticed = results.length - survivors.length;
  const percent = results.length === 0 ? 100 : (100 * noticed) / results.length;
  return [
    ...survivors.flatMap(({ mutant: { file, line, kind, before, after } }) => [
      `SURVIVED ${file}:${line} (${kind})`,
      `  - ${before}`,
      `  + ${after}`,
    ]),
    '',
    ...table(
      'kind  ',
      Map.groupBy(results, ({ mutant }) => mutant.kind),
    ),
    ...table(
      'folder',
      Map.groupBy(results, ({ mutant }) => folderOf(mutant)),
    ),
    '',
    `${noticed} of ${results.length} mutants noticed (${percent.toFixed(1)} %); ${equivalents} equivalent`,
  ].join('\n');
}
