import { glob } from 'node:fs/promises';
import path from 'node:path';

export type Included = { kind: 'files'; files: string[] } | { kind: 'none'; index: number };

/**
 * The files that each pattern names, relative to the including file's folder, in alphabetical order
 * so that every start sees the same config. Hidden files (an editor's leftovers) and the including
 * file itself are passed over; a file that two patterns name is read once.
 */
export async function includedFiles(
  configPath: string,
  patterns: readonly string[],
): Promise<Included[]> {
  const folder = path.dirname(configPath);
  const seen = new Set([path.resolve(configPath)]);
  const included: Included[] = [];
  for (const [index, pattern] of patterns.entries()) {
    const found: string[] = [];
    for await (const name of glob(pattern, { cwd: folder })) {
      if (!path.basename(name).startsWith('.'))
        found.push(path.isAbsolute(name) ? name : path.join(folder, name));
    }
    const files = found.toSorted().filter((file) => !seen.has(path.resolve(file)));
    files.forEach((file) => seen.add(path.resolve(file)));
    included.push(found.length > 0 ? { kind: 'files', files } : { kind: 'none', index });
  }
  return included;
}
