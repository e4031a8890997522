import { z } from 'zod';
import { flagsSchema, reuseModeSchema } from '../../article-record.ts';
import { checkedText } from '../checks.ts';
import { durationSchema, formatDuration } from '../duration.ts';
import { choiceOrMore, GLOBS, hasKnownKeys, oneOrMore, textPattern } from './written-pattern.ts';

const WORD_COUNT = /^\s*(<=|>=|<|>|=)\s*(\d+)\s*$/;

const wordCount = checkedText(
  (written) => WORD_COUNT.test(written),
  'is no comparison with a number of words',
  'write it in quotes, such as "<60" or ">=800"',
);

const NO_LIMIT = { least: 0, most: Infinity };
const WORD_RANGES: Record<string, (words: number) => Partial<typeof NO_LIMIT>> = {
  '<': (words) => ({ most: words - 1 }),
  '<=': (words) => ({ most: words }),
  '>': (words) => ({ least: words + 1 }),
  '>=': (words) => ({ least: words }),
  '=': (words) => ({ least: words, most: words }),
};

/** Least and most words that a text such as `<60` or `>=800` asks for. */
export function wordRange(written: string): typeof NO_LIMIT {
  const [, comparison = '', words] = WORD_COUNT.exec(written) ?? [];
  return { ...NO_LIMIT, ...WORD_RANGES[comparison]?.(Number(words)) };
}

const texts = oneOrMore(textPattern);

const fields = {
  title: texts.optional().describe('Words of the headline, of the feed’s or the page’s.'),
  text: texts.optional().describe('Words of a paragraph of the text.'),
  summary: texts.optional().describe('Words of the summary.'),
  author: texts.optional().describe('Words of an author’s name.'),
  category: texts.optional().describe('Words of a category, tag or section, as printed.'),
  path: oneOrMore(GLOBS.path)
    .optional()
    .describe('Path of a topic, such as fox-news/world/*; a name without a slash is any step.'),
  url: oneOrMore(GLOBS.url)
    .optional()
    .describe('Address: whole, from its host on, or from its path on, such as /sport/*.'),
  host: oneOrMore(GLOBS.host).optional().describe('Host of the address, without www.'),
  language: oneOrMore(GLOBS.language)
    .optional()
    .describe('BCP 47; en takes in en-GB. An article without one matches none.'),
  flag: choiceOrMore(flagsSchema.keyof()).optional().describe('What kind of article it is.'),
  mode: choiceOrMore(reuseModeSchema.exclude(['drop']))
    .optional()
    .describe('What may be republished of it.'),
  wordCount: wordCount.optional().describe('Words of the text, such as "<60".'),
  olderThan: durationSchema
    .optional()
    .describe('Published longer than that before it was first seen.'),
  source: oneOrMore(GLOBS.name).optional().describe('Id of its source, such as ph-*.'),
  channel: oneOrMore(GLOBS.name).optional().describe('Short code of its source.'),
};

export type FieldConditions = z.infer<z.ZodObject<typeof fields>>;

/** Fields, which must all match, and conditions within. */
export interface Condition extends FieldConditions {
  all?: Condition[] | undefined;
  any?: Condition[] | undefined;
  not?: Condition | undefined;
}

/** As it is written, before durations are numbers. */
interface WrittenCondition extends z.input<z.ZodObject<typeof fields>> {
  all?: WrittenCondition[] | undefined;
  any?: WrittenCondition[] | undefined;
  not?: WrittenCondition | undefined;
}

export const conditionSchema: z.ZodType<Condition, WrittenCondition> = z
  .strictObject({
    ...fields,
    get all() {
      return z.array(conditionSchema).min(1).optional().describe('Conditions that must all hold.');
    },
    get any() {
      return z
        .array(conditionSchema)
        .min(1)
        .optional()
        .describe('Conditions of which one will do.');
    },
    get not() {
      return conditionSchema.optional().describe('A condition that must not hold.');
    },
  })
  .refine((condition) => Object.values(condition).some((value) => value !== undefined), {
    message: 'is empty; write a field, such as title: horoscope, or source: "*" for every article',
    when: hasKnownKeys,
  })
  .meta({ id: 'condition' });

const RULE_MEND = 'write one of keep:, drop: and hold: in each rule';

function exactlyOne(rule: object): boolean {
  return Object.values(rule).filter((condition) => condition !== undefined).length === 1;
}

const keepOrDrop = {
  keep: conditionSchema.optional().describe('Articles that are taken.'),
  drop: conditionSchema.optional().describe('Articles that are left out.'),
};

/** The first rule that matches decides. */
export const filterSchema = z.array(
  z
    .strictObject({
      ...keepOrDrop,
      hold: conditionSchema.optional().describe('Articles that wait for a person.'),
    })
    .refine(exactlyOne, { message: `is no single rule; ${RULE_MEND}`, when: hasKnownKeys }),
);

/** A destination's: an article waits for a person before any destination has it, so that it cannot hold. */
export const destinationFilterSchema = z.array(
  z.strictObject(keepOrDrop).refine(exactlyOne, {
    when: hasKnownKeys,
    message:
      'is no single rule; write either keep: or drop: in each rule (hold: belongs to sources)',
  }),
);

export type FilterRule = z.infer<typeof filterSchema>[number];
export type FilterDeed = keyof FilterRule;

/** A rule with the place where it is written, such as `sources[2] (fox-news).filter[0]`. */
export interface PlacedRule {
  place: string;
  deed: FilterDeed;
  condition: Condition;
}

/** The rules of a list that stands at `place`, in their order. */
export function placedRules(place: string, rules: readonly FilterRule[] = []): PlacedRule[] {
  return rules.flatMap((rule, index) =>
    Object.entries(rule).flatMap(([deed, condition]: [string, Condition | undefined]) =>
      condition ? { place: `${place}.filter[${index}]`, deed: deed as FilterDeed, condition } : [],
    ),
  );
}

/** A condition on one line, much as it was written: `title: horoscope, flag: sponsored`. */
export function conditionInWords(condition: Condition): string {
  return Object.entries(condition)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => `${field}: ${valueInWords(value)}`)
    .join(', ');
}

function valueInWords(value: unknown): string {
  if (typeof value === 'number') return formatDuration(value);
  if (Array.isArray(value)) return `[${value.map(valueInWords).join(', ')}]`;
  return typeof value === 'string' ? value : `{ ${conditionInWords(value as Condition)} }`;
}
