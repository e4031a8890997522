import { z } from 'zod';
import { text } from '../checks.ts';
import { bracketsNamed, linearPattern, writtenExpression } from '../linear-pattern.ts';
import {
  expressionFault,
  hasKnownKeys,
  isElseSound,
  oneOrMore,
  textPattern,
} from './written-pattern.ts';

/** What a rewrite may change, and whether the article can do without it. */
const FIELDS = {
  title: false,
  subtitle: true,
  summary: true,
  paragraphs: true,
  credit: true,
  authors: true,
  url: false,
} as const;

const find = text.superRefine((pattern, context) => {
  const expression = writtenExpression(pattern);
  const message = expression && expressionFault(expression);
  if (message !== undefined) context.addIssue({ code: 'custom', message });
});

const WAYS = ['find', 'drop', 'prefix'] as const;

function hasEnoughBrackets({ find: pattern = '', replace = '' }: Replacing): boolean {
  const expression = writtenExpression(pattern);
  if (!expression) return true;
  return bracketsNamed(replace) <= linearPattern(expression.source, expression.flags).groups;
}

interface Replacing {
  find?: string | undefined;
  replace?: string | undefined;
}

/** Changes what a site is sent, in order; what was scraped stays as it is, and so does its hash. */
export const rewriteSchema = z.array(
  z
    .strictObject({
      field: z.enum(Object.keys(FIELDS) as (keyof typeof FIELDS)[]).describe('What is changed.'),
      find: find
        .optional()
        .describe('Text as it stands, or /…/ with i, m or s behind it: every place is replaced.'),
      replace: z
        .string()
        .optional()
        .describe(
          'What takes its place, $1 to $9 being what the brackets of /…/ took; else nothing.',
        ),
      drop: oneOrMore(textPattern)
        .optional()
        .describe('Leaves out the paragraph, the author or the field that has these words.'),
      prefix: oneOrMore(text).optional().describe('Text that is cut off where it stands first.'),
    })
    .refine((rule) => WAYS.filter((way) => rule[way] !== undefined).length === 1, {
      message: 'is no single change; write one of find:, drop: and prefix: in each',
      when: hasKnownKeys,
    })
    .refine(({ find: pattern, replace }) => replace === undefined || pattern !== undefined, {
      path: ['replace'],
      message: 'has nothing to replace; write find: beside it',
      when: hasKnownKeys,
    })
    .refine(({ field, drop }) => drop === undefined || FIELDS[field], {
      path: ['drop'],
      message: 'would leave out what every article must have; write find: and replace:',
      when: isElseSound,
    })
    .refine(hasEnoughBrackets, {
      path: ['replace'],
      message:
        'uses more brackets than `find` has; add a (…) to `find` or lower the number after $',
      when: isElseSound,
    }),
);

export type RewriteRule = z.infer<typeof rewriteSchema>[number];
export type RewrittenField = RewriteRule['field'];
