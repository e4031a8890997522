import type { z } from 'zod';
import { nearestName } from './nearest-name.ts';
import { placesOf, settingsOf } from './settings-of.ts';

export type Issue = z.core.$ZodIssue;
type RawIssue = z.core.$ZodRawIssue;

/** Says each zod issue as the rest of the sentence "<path> …": what is wrong, what to write instead. */
export function wording(issue: RawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, issue.input, settingsOf(issue.inst));
    case 'invalid_value':
      return `is none of the choices; write ${choices(issue.values.map(String))}`;
    case 'invalid_union':
      return isDiscriminated(issue) ? wrongDiscriminator(issue) : undefined;
    case 'too_small':
      return issue.origin === 'array'
        ? 'is an empty list; write one item at least'
        : `is too small; write ${String(issue.minimum)} or more`;
    case 'too_big':
      return `is too large; write ${String(issue.maximum)} or less`;
    case 'invalid_format':
      return issue.format === 'date'
        ? 'is not a date; write year, month and day, such as 2026-01-31'
        : undefined;
    case 'unrecognized_keys':
      // One line a key, in the order of `keys`: they become one problem each.
      return issue.keys.map((key) => unknownKey(key, issue.inst)).join('\n');
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'not_multiple_of':
      return undefined;
  }
}

const NOUNS: Record<string, string> = {
  string: 'text',
  array: 'a list',
  object: 'a map of settings',
  record: 'a map of names and values',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
};

function wrongType(expected: string, input: unknown, settings: readonly string[]): string {
  const noun = NOUNS[expected] ?? expected;
  if (input === undefined) return `is missing; write ${noun}`;
  if (expected === 'int') return 'is not a whole number; write one without a fraction';
  const given = Array.isArray(input) ? 'array' : typeof input;
  const mend = typeMend(expected, input, settings) ?? `write ${noun}`;
  return `is ${NOUNS[given] ?? given} where ${noun} belongs; ${mend}`;
}

function typeMend(
  expected: string,
  input: unknown,
  [setting]: readonly string[],
): string | undefined {
  switch (expected) {
    case 'string':
      return typeof input === 'object' ? undefined : 'put it in quotes';
    case 'array':
      return 'write [a, b], or one item a line, each after "- "';
    case 'number':
      return 'write a number without quotes, its fraction after a point';
    case 'object':
      // `url:https://…` is one text.
      if (typeof input === 'string' && /^[a-z]\w*:(?!\/\/)\S/i.test(input)) {
        return 'write a space after its first colon';
      }
      return setting && `write its settings, such as { ${setting}: … }`;
    default:
      return undefined;
  }
}

const MOST_PLACES = 3;

function unknownKey(key: string, schema: unknown): string {
  const known = settingsOf(schema);
  const near = nearestName(key, known);
  if (near !== undefined) return `is no setting; did you mean ${near}?`;
  const places = placesOf(key, schema);
  return places.length > 0 && places.length <= MOST_PLACES
    ? `is no setting here; did you mean ${places.join(' or ')}?`
    : `is no setting here; the settings are ${known.join(', ')}`;
}

const choices = (values: string[]) =>
  values.length > 1 ? `${values.slice(0, -1).join(', ')} or ${values.at(-1)}` : (values[0] ?? '');

interface Discriminated {
  discriminator: string;
  options: unknown[];
  input: unknown;
}

function isDiscriminated(issue: object): issue is Discriminated {
  return 'discriminator' in issue && 'options' in issue;
}

function wrongDiscriminator({ discriminator, options, input }: Discriminated): string {
  const written = typeof input === 'object' && input !== null && discriminator in input;
  const wanted = choices(options.map(String));
  return written ? `is none of the choices; write ${wanted}` : `is missing; write ${wanted}`;
}

/**
 * A union's issue lists what each branch misses. Where one branch is clearly meant (a map that has
 * some of its keys), that branch's issues say more than the union's own message.
 */
export function flatten(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const [best, second] = issue.errors
    .map((issues) => ({ issues, misses: issues.reduce((sum, found) => sum + missesOf(found), 0) }))
    .toSorted((a, b) => a.misses - b.misses);
  if (best === undefined || best.misses === Infinity || best.misses === second?.misses) {
    return [issue];
  }
  return best.issues.flatMap((inner) =>
    flatten({ ...inner, path: [...issue.path, ...inner.path] }),
  );
}

function missesOf(issue: Issue): number {
  if (issue.code === 'unrecognized_keys') return issue.keys.length;
  // A branch for values of another kind.
  const isOtherKind = issue.code === 'invalid_type' || issue.code === 'invalid_value';
  if (isOtherKind && issue.path.length === 0) return Infinity;
  return issue.code === 'invalid_type' && issue.input === undefined ? 1 : 0;
}
