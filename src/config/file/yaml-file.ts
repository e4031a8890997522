import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Scalar,
  type YAMLError,
} from 'yaml';
import type { Environment } from '../environment.ts';
import { interpolate, type Variable } from './interpolate.ts';
import { syntaxSlip } from './syntax-slips.ts';
import { formatPath, type Problem } from '../problems/problem.ts';

/** One YAML file with its variables filled in, and the way from a path in its data back to a line. */
export interface YamlFile {
  name: string;
  text: string;
  document: Document;
  lines: LineCounter;
  /** Scalars whose text came, wholly or in part, from the environment. */
  interpolated: Map<Scalar, FilledText>;
  /** Those of them that could not be filled in: already reported. */
  unresolved: Set<Scalar>;
}

/** What a text from the environment was made of. */
export interface FilledText {
  /** As it is written in the file. */
  template: string;
  variables: Variable[];
  /** Variables without a value, in whose place it has a default. */
  stoodIn: string[];
}

export interface ParsedYaml {
  file: YamlFile;
  /** Undefined when the file is no YAML at all or is empty; then `problems` says so. */
  data: unknown;
  problems: Problem[];
}

export function parseYaml(name: string, text: string, environment: Environment): ParsedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    merge: true,
    prettyErrors: false,
    stringKeys: true,
  });
  const scalars = { interpolated: new Map<Scalar, FilledText>(), unresolved: new Set<Scalar>() };
  const file = { name, text, document, lines, ...scalars };
  const repeats = document.errors.filter(isRepeatedKey);
  // One slip of syntax makes every line after it look wrong: only the first is worth reading.
  const slips = document.errors.filter((error) => !isRepeatedKey(error)).slice(0, 1);
  const problems = [...repeats, ...slips, ...document.warnings].map((error) =>
    syntaxProblem(file, text, error),
  );
  if (slips.length > 0) return { file, data: undefined, problems };
  problems.push(...fillInVariables(file, environment));
  try {
    const data = dataOf(file);
    if (data === undefined)
      problems.push(problemAt(file, [], 'holds no settings; see the README for an example'));
    return { file, data, problems };
  } catch {
    // An alias without its anchor, or aliases of aliases that would unfold without end.
    const message = 'has aliases (*name) that cannot be followed; write their settings out';
    return { file, data: undefined, problems: [...problems, problemAt(file, [], message)] };
  }
}

/** The file as plain data. A key without a value counts as left out. */
export function dataOf({ document }: YamlFile): unknown {
  return (
    document.toJS({ reviver: (_key, value: unknown) => (value === null ? undefined : value) }) ??
    undefined
  );
}

/** A problem with the value at `path`, or with the nearest map or list around it that exists. */
export function problemAt(file: YamlFile, path: readonly PropertyKey[], message: string): Problem {
  const offset = (nodeAt(file, path) as { range?: [number] } | null)?.range?.[0] ?? 0;
  return problemAtOffset(file, offset, formatPath(path), message);
}

/** A problem with the key `key` itself in the map at `path`. */
export function problemAtKey(
  file: YamlFile,
  path: readonly PropertyKey[],
  key: string,
  message: string,
): Problem {
  const pair = pairOf(nodeAt(file, path), key);
  const offset = isScalar(pair?.key) ? (pair.key.range?.[0] ?? 0) : 0;
  return problemAtOffset(file, offset, formatPath([...path, key]), message);
}

/** The node at a path, through anchors; the nearest one around it when there is none. */
export function nodeAt({ document }: YamlFile, path: readonly PropertyKey[]): unknown {
  let node: unknown = document.contents;
  for (const step of path) {
    const around = isAlias(node) ? node.resolve(document) : node;
    const next = isSeq(around)
      ? around.items[Number(step)]
      : (pairOf(around, step)?.value ?? pairOf(around, step)?.key);
    if (next === undefined || next === null) return node;
    node = next;
  }
  return node;
}

function pairOf(node: unknown, key: PropertyKey) {
  return isMap(node)
    ? node.items.find((pair) => isScalar(pair.key) && pair.key.value === key)
    : undefined;
}

function problemAtOffset(file: YamlFile, offset: number, path: string, message: string): Problem {
  const { line, col } = file.lines.linePos(offset);
  // An empty file has no line of its own.
  return { file: file.name, line: Math.max(line, 1), column: Math.max(col, 1), path, message };
}

const NOTHING_FILLED = { variables: [], stoodIn: [] };

/** Fills `${NAME}` into every value; keys stay as written. */
function fillInVariables(file: YamlFile, environment: Environment): Problem[] {
  const problems: Problem[] = [];
  visit(file.document, {
    Scalar(position, node, around) {
      if (position === 'key' || typeof node.value !== 'string' || !node.value.includes('${'))
        return;
      const template = node.value;
      const filled = interpolate(template, environment);
      const { variables, stoodIn } = filled.kind === 'text' ? filled : NOTHING_FILLED;
      file.interpolated.set(node, { template, variables, stoodIn });
      if (filled.kind === 'text') {
        node.value = filled.text;
        return;
      }
      file.unresolved.add(node);
      const path = formatPath([...around, node].flatMap(stepTo));
      problems.push(problemAtOffset(file, node.range?.[0] ?? 0, path, filled.message));
    },
  });
  return problems;
}

/** The step of a path that leads from one node of a branch into the next, if any. */
function stepTo(node: unknown, index: number, branch: unknown[]): (string | number)[] {
  const around = branch[index - 1];
  if (isSeq(around)) return [around.items.indexOf(node)];
  return isPair(node) && isScalar(node.key) ? [String(node.key.value)] : [];
}

// A key written twice is the one error that leaves the rest of the file readable.
const isRepeatedKey = ({ code }: YAMLError) => code === 'DUPLICATE_KEY';

function syntaxProblem(file: YamlFile, text: string, error: YAMLError): Problem {
  const [start] = error.pos;
  if (isRepeatedKey(error)) {
    const key = /^["']?([^\s:"']+)/.exec(text.slice(start, start + 100))?.[1] ?? 'this key';
    return problemAtOffset(file, start, '', `has ${key} twice in one map; keep one of them`);
  }
  const { offset, words } = syntaxSlip(error, text, file.document);
  return problemAtOffset(file, offset, '', words);
}
