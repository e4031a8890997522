import { isAlias, isScalar, type Scalar } from 'yaml';
import type { z } from 'zod';
import { nearestName } from './problems/nearest-name.ts';
import { formatPath, type Problem } from './problems/problem.ts';
import { flatten, wording, type Issue } from './problems/wording.ts';
import { dataOf, nodeAt, problemAt, problemAtKey, type YamlFile } from './file/yaml-file.ts';

export type Validated<T> = { kind: 'valid'; value: T } | { kind: 'problems'; problems: Problem[] };

/** Parses a file's data by a schema; issues become problems with a line, a column and a mend. */
export function validate<T>(schema: z.ZodType<T>, file: YamlFile): Validated<T> {
  const parse = () => schema.safeParse(dataOf(file), { error: wording, reportInput: true });
  let result = parse();
  if (!result.success && retype(file, result.error.issues)) result = parse();
  return result.success
    ? { kind: 'valid', value: result.data }
    : {
        kind: 'problems',
        problems: withoutMeant(result.error.issues.flatMap(flatten)).flatMap((issue) =>
          toProblems(file, issue),
        ),
      };
}

/** Without what is missing only because its name is misspelt: that is told already. */
function withoutMeant(issues: Issue[]): Issue[] {
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ key, path: issue.path })) : [],
  );
  return issues.filter(({ code, path, input }) => {
    if (code !== 'invalid_type' || input !== undefined) return true;
    const around = formatPath(path.slice(0, -1));
    return !unknown.some(
      (other) =>
        formatPath(other.path) === around &&
        nearestName(other.key, [String(path.at(-1))]) !== undefined,
    );
  });
}

function toProblems(file: YamlFile, issue: Issue): Problem[] {
  const node = scalarAt(file, issue.path);
  if (node && file.unresolved.has(node)) return [];
  if (issue.code !== 'unrecognized_keys') return [problemAt(file, issue.path, issue.message)];
  const messages = issue.message.split('\n');
  return issue.keys.map((key, index) =>
    problemAtKey(file, issue.path, key, messages[index] ?? issue.message),
  );
}

/**
 * A variable's value is text. Where the schema wants a number or a boolean and the text is one, it
 * takes that type; a password of digits stays text because its setting wants text.
 */
function retype(file: YamlFile, issues: Issue[]): boolean {
  let changed = false;
  for (const issue of issues) {
    if (issue.code !== 'invalid_type') continue;
    const node = scalarAt(file, issue.path);
    if (!node || !file.interpolated.has(node)) continue;
    const value = asNumberOrBoolean(String(node.value));
    if (value === undefined) continue;
    node.value = value;
    changed = true;
  }
  return changed;
}

function scalarAt(file: YamlFile, path: PropertyKey[]): Scalar | undefined {
  const found = nodeAt(file, path);
  const node = isAlias(found) ? found.resolve(file.document) : found;
  return isScalar(node) ? node : undefined;
}

function asNumberOrBoolean(text: string): number | boolean | undefined {
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  return text === 'true' ? true : text === 'false' ? false : undefined;
}
