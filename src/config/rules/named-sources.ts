import type { YamlFile } from '../file/yaml-file.ts';
import { isExpression } from './written-pattern.ts';

type Path = (string | number)[];

/** A pattern for ids of sources, and where it is written. */
export interface PlacedPattern {
  file: YamlFile;
  path: Path;
  pattern: string;
}

/** What the conditions of a filter, as it is written, ask of the ids of sources; regular expressions aside. */
export function sourcesNamedIn(node: unknown, file: YamlFile, path: Path): PlacedPattern[] {
  if (Array.isArray(node)) {
    return node.flatMap((item, at) => sourcesNamedIn(item, file, [...path, at]));
  }
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    key === 'source'
      ? patternsIn(value, file, [...path, key])
      : sourcesNamedIn(value, file, [...path, key]),
  );
}

function patternsIn(value: unknown, file: YamlFile, path: Path): PlacedPattern[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, at) => patternsIn(item, file, [...path, at]));
  }
  return typeof value === 'string' && !isExpression(value) ? [{ file, path, pattern: value }] : [];
}
