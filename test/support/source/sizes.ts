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

/** How many lines of a text are neither blank nor a comment. */
export const countedLines = (lines: readonly string[]): number =>
  lines.filter((line) => line.trim() !== '' && !COMMENT.test(line)).length;

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
    if (DESCRIBES.test(lines[startOf(lines, at, indent)] ?? '')) return [];
    const end = lines.findIndex((other, index) => index > at && other.startsWith(`${indent}}`));
    const counted = countedLines(lines.slice(at, end + 1));
    return counted > most ? [`${name}:${at + 1}: ${counted} lines`] : [];
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
