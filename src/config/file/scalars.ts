import { isAlias, isMap, isScalar, isSeq, type Scalar } from 'yaml';
import type { FilledText, YamlFile } from './yaml-file.ts';

/** Where in a file’s data something is: the keys and numbers that lead there. */
export type DataPath = (string | number)[];

/** A value of a file, where it is used: through aliases and merged maps as well. */
export interface PlacedScalar {
  node: Scalar;
  path: DataPath;
}

/** Deep enough for every setting; aliases that lead in circles end here. */
const MOST_LEVELS = 12;

/** Every value under a node, each with the path at which it is used. */
export function scalarsIn(file: YamlFile, node: unknown, path: DataPath): PlacedScalar[] {
  if (path.length > MOST_LEVELS) return [];
  if (isAlias(node)) return scalarsIn(file, node.resolve(file.document), path);
  if (isSeq(node)) return node.items.flatMap((item, at) => scalarsIn(file, item, [...path, at]));
  if (isMap(node)) {
    return node.items.flatMap(({ key, value }) => {
      const name = isScalar(key) ? String(key.value) : '';
      return scalarsIn(file, value, name === '<<' ? path : [...path, name]);
    });
  }
  return isScalar(node) ? [{ node, path }] : [];
}

/** What a value was made of that came, wholly or in part, from the environment. */
export function filledIn(file: YamlFile, { node }: PlacedScalar): FilledText | undefined {
  return file.interpolated.get(node);
}
