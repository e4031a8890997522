import { z } from 'zod';
import { regularExpression } from '../checks.ts';
import { areKnownFlags, type WrittenExpression, writtenExpression } from '../linear-pattern.ts';

// Patterns as operators write them: plain words or a glob, or a regular expression between slashes.

const FLAG_MEND =
  'write i (case does not matter), m (^ and $ at every line), s (. takes line ends)';

/** What is wrong with `/…/flags`; undefined when nothing is. */
export function expressionFault({ source, flags }: WrittenExpression): string | undefined {
  if (!areKnownFlags(flags)) return `has other flags than there are; ${FLAG_MEND} or none`;
  return regularExpression.safeParse(source).error?.issues[0]?.message;
}

function textFault(pattern: string): string | undefined {
  const expression = writtenExpression(pattern);
  if (expression) return expressionFault(expression);
  if (pattern.startsWith('/')) {
    return 'begins a regular expression that does not end; write a second / behind it, or words alone';
  }
  if (/[\p{L}\p{N}*]/u.test(pattern)) return undefined;
  return 'holds no word; write words, or a regular expression such as /C\\+\\+/';
}

/** A glob that begins with a slash is an address; as an expression it would have flags that there are not. */
function globFault(pattern: string): string | undefined {
  const expression = writtenExpression(pattern);
  const isExpression = expression !== undefined && areKnownFlags(expression.flags);
  return isExpression ? expressionFault(expression) : undefined;
}

/** Text with a fault that is told; `fault` gives the rest of the sentence "<setting> …". */
function patternWith(fault: (pattern: string) => string | undefined) {
  const mend = 'write text, in quotes where it could be a number';
  return z
    .string({
      error: ({ input }) => (input === undefined ? `is missing; ${mend}` : `is no text; ${mend}`),
    })
    .superRefine((pattern, context) => {
      const message =
        pattern.trim() === '' ? 'is empty; write a word or leave the key out' : fault(pattern);
      if (message !== undefined) context.addIssue({ code: 'custom', message });
    });
}

/** Words, wherever they stand and without regard to case and accents, `*` for any part of a word; or `/…/flags`. */
export const textPattern = patternWith(textFault);

const topicPath = patternWith((pattern) =>
  pattern.startsWith('/') && !isExpression(pattern)
    ? 'begins with a slash, as no path of a topic does; leave it out'
    : globFault(pattern),
);

const address = patternWith((pattern) =>
  /[/*]/.test(pattern)
    ? globFault(pattern)
    : 'is no address; write */sport/* for whatever lies there, or words under title or text',
);

const hostName = patternWith((pattern) =>
  isExpression(pattern) || /^[^\s/:]+$/.test(pattern)
    ? globFault(pattern)
    : 'is not the name of a host; write news.example or *.news.example, and addresses under url',
);

const language = patternWith((pattern) =>
  isExpression(pattern) || /^(?:[A-Za-z]{2,3}|\*)(?:-[A-Za-z0-9*]{1,8})*$/.test(pattern)
    ? globFault(pattern)
    : 'is not a language tag; write one of BCP 47, such as en, pt-BR or zh-Hant',
);

const name = patternWith(globFault);

/** Whether a pattern is `/…/flags`, and no address that begins with a slash. */
export function isExpression(pattern: string): boolean {
  const expression = writtenExpression(pattern);
  return expression !== undefined && areKnownFlags(expression.flags);
}

export const GLOBS = { path: topicPath, url: address, host: hostName, language, name } as const;

const NO_TEXT = 'is neither a text nor a list of texts; write one, or [one, another]';

/** One, or a list of which any will do. */
export function oneOrMore<T>(item: z.ZodType<T>, wrong = NO_TEXT) {
  return z.union([item, z.array(item).min(1)], { error: wrong });
}

/** One of a few words, or a list of them. */
export function choiceOrMore<T extends Record<string, string>>(choices: z.ZodEnum<T>) {
  return oneOrMore(
    choices,
    `is none of the choices; write ${choices.options.join(', ')}, or a list of them`,
  );
}

interface FoundIssues {
  issues: readonly { path?: PropertyKey[] | undefined }[];
}

/** For checks over several keys: each is right by itself. */
export const isElseSound = ({ issues }: FoundIssues): boolean => issues.length === 0;

/** A misspelt key is one mistake: that what it meant is missing, too, says nothing more. */
export const hasKnownKeys = ({ issues }: FoundIssues): boolean =>
  issues.every(({ path = [] }) => path.length > 0);
