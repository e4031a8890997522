import type { Condition, FieldConditions } from '../config/rules/filter-rules.ts';
import { wordRange } from '../config/rules/filter-rules.ts';
import { isTopicUnder } from '../record/shared-topics.ts';
import type { Facts, Fact } from './facts.ts';
import { globTest, textTest, type SearchedText } from './searched-text.ts';

/** Whether a condition holds; undefined while too little is known to tell. */
export type Truth = boolean | undefined;

/** A condition, ready to be asked of many articles. */
export type ConditionTest = (facts: Facts) => Truth;

type FactName = keyof Facts;
type Written<F extends FactName> = NonNullable<FieldConditions[F]>;

/** True for one value that will do; false only when no more values can come. */
function holdsForAny<T>({ values, isComplete }: Fact<T>, isRight: (value: T) => boolean): Truth {
  if (values.some(isRight)) return true;
  return isComplete ? false : undefined;
}

const asList = <T>(written: T | T[]): T[] => [written].flat() as T[];

type TextField = 'title' | 'text' | 'summary' | 'author' | 'category';

function textField(field: TextField) {
  return (written: string | string[]): ConditionTest => {
    const tests = asList(written).map(textTest);
    const isRight = (text: SearchedText) => tests.some((test) => test(text));
    return (facts) => holdsForAny(facts[field], isRight);
  };
}

function globField(field: 'url' | 'host' | 'source' | 'channel') {
  return (written: string | string[]): ConditionTest => {
    const tests = asList(written).map(globTest);
    return (facts) => holdsForAny(facts[field], (value) => tests.some((test) => test(value)));
  };
}

function choiceField(field: 'flag' | 'mode') {
  return (written: string | string[]): ConditionTest => {
    const chosen = new Set(asList(written));
    return (facts) => holdsForAny(facts[field], (value) => chosen.has(value));
  };
}

/** RFC 4647 section 3.3.1: a range takes in every tag that goes on with a hyphen. */
function languageTest(pattern: string): (tag: string) => boolean {
  const [exact, longer] = [globTest(pattern), globTest(`${pattern}-*`)];
  return (tag) => exact(tag) || longer(tag);
}

/** How each field is asked for, whatever is known of the article. */
const FIELDS: { [F in FactName]: (written: Written<F>) => ConditionTest } = {
  title: textField('title'),
  text: textField('text'),
  summary: textField('summary'),
  author: textField('author'),
  category: textField('category'),
  url: globField('url'),
  host: globField('host'),
  source: globField('source'),
  channel: globField('channel'),
  flag: choiceField('flag'),
  mode: choiceField('mode'),
  path: (written) => {
    const patterns = asList(written);
    return ({ path }) =>
      holdsForAny(path, (topic) => patterns.some((pattern) => isTopicUnder(pattern, topic)));
  },
  language: (written) => {
    const tests = asList(written).map(languageTest);
    return ({ language }) => holdsForAny(language, (tag) => tests.some((test) => test(tag)));
  },
  wordCount: (written) => {
    const { least, most } = wordRange(written);
    return ({ wordCount }) => holdsForAny(wordCount, (words) => words >= least && words <= most);
  },
  olderThan: (limitMs) => (facts) => holdsForAny(facts.olderThan, (ageMs) => ageMs > limitMs),
};

/** A condition with all of its patterns read, so that an article costs no more than looking. */
export function conditionTest(condition: Condition): ConditionTest {
  const { all = [], any, not, ...fields } = condition;
  const tests = [
    ...Object.entries(fields).flatMap(([field, written]) =>
      written === undefined ? [] : fieldTest(field as FactName, written),
    ),
    ...all.map(conditionTest),
    ...(any ? [anyTest(any.map(conditionTest))] : []),
    ...(not ? [notTest(conditionTest(not))] : []),
  ];
  return allTest(tests);
}

const fieldTest = <F extends FactName>(field: F, written: unknown): ConditionTest =>
  FIELDS[field](written as Written<F>);

/** One that fails decides, whatever is still unknown of the others. */
function allTest(tests: readonly ConditionTest[]): ConditionTest {
  return (facts) => {
    const truths = tests.map((test) => test(facts));
    if (truths.includes(false)) return false;
    return truths.includes(undefined) ? undefined : true;
  };
}

function anyTest(tests: readonly ConditionTest[]): ConditionTest {
  return (facts) => {
    const truths = tests.map((test) => test(facts));
    if (truths.includes(true)) return true;
    return truths.includes(undefined) ? undefined : false;
  };
}

function notTest(test: ConditionTest): ConditionTest {
  return (facts) => {
    const truth = test(facts);
    return truth === undefined ? undefined : !truth;
  };
}
