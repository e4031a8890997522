/** One mistake in a config file, with its mend. */
export interface Problem {
  file: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  /** Where in the config, such as `sources[0].schedule`; empty for the file as a whole. */
  path: string;
  /** Continues the sentence "<path> …": what is wrong, and what to write instead. */
  message: string;
}

/** `file:line:column: path message`, the form that editors and terminals turn into a link. */
export function formatProblem({ file, line, column, path, message }: Problem): string {
  return `${file}:${line}:${column}: ${path && `${path} `}${message}`;
}

/** `['sources', 0, 'schedule']` as `sources[0].schedule`. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

/**
 * In the order of reading: file by file as given, top to bottom. A value is told its first problem
 * only, because what later checks say of it follows from that.
 */
export function inReadingOrder(problems: readonly Problem[]): Problem[] {
  const files = [...new Set(problems.map(({ file }) => file))];
  const told = new Set<string>();
  return problems
    .filter((problem) => {
      const place = formatProblem({ ...problem, message: '' });
      return !told.has(place) && told.add(place);
    })
    .toSorted(
      (a, b) =>
        files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column,
    );
}
