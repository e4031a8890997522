import type { Element } from 'domhandler';
import { memoized } from '../../memo.ts';

/** The value of a `class` attribute, and what was asked of it: templates repeat the same ones thousands of times. */
export class ClassNames {
  readonly text: string;
  /** By the number of the question. */
  readonly answers: unknown[] = [];

  constructor(text: string) {
    this.text = text;
  }
}

declare module 'domhandler' {
  interface Element {
    /** Set where a page is parsed, so that the names are looked up once. */
    classNames?: ClassNames | undefined;
  }
}

/** A source's template has a hundred or two: those of more than a hundred sources are remembered, in a few megabytes. */
const MOST_NAMES = 20_000;

export const classNamesIn = memoized((text): ClassNames => new ClassNames(text), MOST_NAMES);

function classNamesOf(element: Element): ClassNames | undefined {
  if (element.classNames) return element.classNames;
  const text = element.attribs['class'];
  return text === undefined ? undefined : classNamesIn(text);
}

let questions = 0;

/** A question that is asked of classes, once of each; the answer is anything but undefined. */
export function askedOfClass<T extends {}>(answer: (text: string) => T): (names: ClassNames) => T {
  const question = questions;
  questions += 1;
  return ({ text, answers }) => (answers[question] ??= answer(text)) as T;
}

/** A question that is asked of elements, and once of each class; `unnamed` is the answer for those without one. */
export function askedByClass<T extends {}>(
  answer: (text: string) => T,
  unnamed: T,
): (element: Element) => T {
  const ask = askedOfClass(answer);
  return (element) => {
    const names = classNamesOf(element);
    return names ? ask(names) : unnamed;
  };
}

/** Whether an element's class passes; one without a class never does. */
export const isCalled = (passes: (text: string) => boolean): ((element: Element) => boolean) =>
  askedByClass(passes, false);
