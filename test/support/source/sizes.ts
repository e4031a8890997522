import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { SourceFile } from './source-files.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** How many files lie directly in each folder below the given ones. */
export function filesPerFolder(folders: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const folder of folders) {
    const entries = readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true });
    for (const { parentPath } of entries.filter((entry) => entry.isFile())) {
      const name = path.relative(ROOT, parentPath).replaceAll(path.sep, '/');
      if (!name.includes('node_modules')) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return counts;
}

const COMMENT = /^\s*(?:\/\/|\/?\*)/;
/** The formatter ends the line on which a function's body begins like this, and closes it at the same depth. */
const OPENS = /^(?<indent> *)\S.*(?:=>|\)(?:: [^{]+)?) \{$/;
const NO_FUNCTION = /^\s*(?:\} )?(?:if|else|for|while|switch|catch|do)\b/;
const DESCRIBES = /^\s*describe\b/;

/** The first line of each function of a text that has more lines than `most`, groups of tests left out. */
export function longFunctions({ name, text }: SourceFile, most: number): string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, at) => {
    const indent = OPENS.exec(line)?.groups?.['indent'];
    if (indent === undefined || NO_FUNCTION.test(line)) return [];
    const start = startOf(lines, at, indent);
    if (DESCRIBES.test(lines[start] ?? '')) return [];
    const end = lines.findIndex((other, index) => index > at && other.startsWith(`${indent}}`));
    const counted = lines
      .slice(start, end + 1)
      .filter((other) => other.trim() !== '' && !COMMENT.test(other));
    return counted.length > most ? [`${name}:${start + 1}: ${counted.length} lines`] : [];
  });
}

/** The line on which the statement began that opens its function at `at`. */
function startOf(lines: readonly string[], at: number, indent: string): number {
  let start = at;
  while (start > 0 && lines[start]?.startsWith(`${indent}]`)) {
    start -= 1;
    while (start > 0 && lines[start]?.startsWith(`${indent} `)) start -= 1;
  }
  return start;
}
