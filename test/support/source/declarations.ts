import type { SourceFile } from './source-files.ts';

// The formatter sets what a module declares at the start of a line, and nothing else there: so a
// pattern reads the declarations as surely as a parser does.
const DECLARATION =
  /^(?:export )?(?:default )?(?:abstract )?(?:async )?(function\*?|class|interface|type|enum|const|let) ([\w$]+)/gm;
const CONSTANT = /^(?:export )?const ([\w$]+)(?::[^=]*)? =\s+(\S.*)$/gm;
/** A number, text, pattern, list or table: what the value is can be read where it is written. */
const LITERAL =
  /^(?:-?\d|['"`/[]|String\.raw`|new RegExp\(|new (?:Set|Map)(?:<[^>]*>)?\((?!\)))(?!.*=> )/;

/** A constant in capitals that a module keeps to itself is read beside its use only: `LAYERS` of title and dates. */
const isOwnConstant = (declaration: string, name: string): boolean =>
  declaration.startsWith('const') && /^[A-Z][A-Z0-9_]*$/.test(name);

/** The files that declare each name, where more than one does. */
export function declaredTwice(files: readonly SourceFile[]): Record<string, string[]> {
  const places = new Map<string, string[]>();
  for (const { name: file, text } of files) {
    for (const [declaration, , name = ''] of text.matchAll(DECLARATION)) {
      if (isOwnConstant(declaration, name)) continue;
      places.set(name, [...(places.get(name) ?? []), file]);
    }
  }
  return Object.fromEntries(
    [...places].filter(([, { length }]) => length > 1).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Constants of a module that are literals and are not written in upper case. */
export function lowerCaseConstants(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ name: file, text }) =>
    [...text.matchAll(CONSTANT)]
      .filter(([, name = '', value = '']) => /^[a-z]/.test(name) && LITERAL.test(value))
      .map(([, name]) => `${file}: ${name}`),
  );
}
