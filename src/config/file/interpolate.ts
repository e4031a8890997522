import type { Environment } from '../environment.ts';

// `$${` is a literal `${`; a `${` that is no well-formed reference is caught by the last alternative.
const VARIABLE_REFERENCE = /\$\$\{|\$\{([A-Za-z_][A-Za-z0-9_]*)(?:(:-)([^}]*))?\}|\$\{/g;

/** One whose value came in. */
export interface Variable {
  name: string;
  value: string;
}

export type Interpolated =
  | {
      kind: 'text';
      text: string;
      variables: Variable[];
      /** Variables without a value, in whose place the text has what the template says. */
      stoodIn: string[];
    }
  /** Says what is wrong with the references, without any variable's value. */
  | { kind: 'problem'; message: string };

/** The template with something else in the place of each well-formed reference. */
export const withReferences = (template: string, stand: string): string =>
  template.replace(VARIABLE_REFERENCE, (whole, name?: string) =>
    whole === '$${' ? '${' : name === undefined ? whole : stand,
  );

/**
 * Replaces `${NAME}` and `${NAME:-default}` as POSIX shells do (XCU §2.6.2): a default stands in for
 * a variable that is unset or empty. Values are taken literally, never interpolated again.
 */
export function interpolate(template: string, environment: Environment): Interpolated {
  const unset = new Set<string>();
  const variables: Variable[] = [];
  const stoodIn: string[] = [];
  let malformed = false;
  const fill = (whole: string, name?: string, withDefault?: string, fallback = ''): string => {
    if (whole === '$${') return '${';
    if (name === undefined) {
      malformed = true;
      return '';
    }
    const value = Object.hasOwn(environment, name) ? environment[name] : undefined;
    if (value) variables.push({ name, value });
    if (!value && fallback !== '') stoodIn.push(name);
    if (withDefault !== undefined) return value || fallback;
    if (value === undefined) unset.add(name);
    return value ?? '';
  };
  const text = template.replace(VARIABLE_REFERENCE, fill);
  if (malformed) return { kind: 'problem', message: MALFORMED_MESSAGE };
  return unset.size > 0
    ? { kind: 'problem', message: unsetMessage([...unset]) }
    : { kind: 'text', text, variables, stoodIn };
}

const MALFORMED_MESSAGE =
  'has a "${" that is no variable; write ${NAME} or ${NAME:-default}, or $${ for a plain ${';

function unsetMessage(names: string[]): string {
  const [what, set] = names.length > 1 ? ['variables', 'are not set'] : ['variable', 'is not set'];
  const mends = names.map((name) => `\${${name}:-default}`).join(' and ');
  return `needs the environment ${what} ${names.join(' and ')}, which ${set}; set it, or write ${mends}`;
}
