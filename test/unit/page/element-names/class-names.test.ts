import { expect, test } from 'vitest';
import {
  askedByClass,
  askedOfClass,
  classNamesIn,
  isCalled,
} from '../../../../src/page/element-names/class-names.ts';
import { elementOf, treeOf } from '../../../support/site/page-of.ts';

test('a question is asked once of a class, whichever elements have it', () => {
  const asked: string[] = [];
  const length = askedByClass((text) => {
    asked.push(text);
    return text.length;
  }, 0);
  const { subheads } = treeOf(
    '<h2 class="quay">1</h2><h2 class="quay">2</h2><h2 class="sea">3</h2>',
  );
  const lengths = subheads.map(length);
  expect(lengths).toEqual([4, 4, 3]);
  expect(asked).toEqual(['quay', 'sea']);
});

test('an element without a class is not asked about', () => {
  const element = elementOf('<p>1</p>', 'p');
  expect(askedByClass(() => 'asked', 'without a class')(element)).toBe('without a class');
  expect(isCalled(() => true)(element)).toBe(false);
});

test('an answer of no is remembered, too, and other questions have their own', () => {
  let asked = 0;
  const isQuay = askedOfClass((text) => {
    asked += 1;
    return text === 'quay';
  });
  const isHarbour = askedOfClass((text) => text === 'harbour');
  const names = classNamesIn('harbour');
  expect([isQuay(names), isQuay(names), isHarbour(names)]).toEqual([false, false, true]);
  expect(asked).toBe(1);
});

test('names that a parsed page writes with character references are the decoded ones', () => {
  const isAsked = isCalled((text) => text === 'quay&sea');
  expect(isAsked(elementOf('<p class="quay&amp;sea">1</p>', 'p'))).toBe(true);
});

test('of a class that an element has twice the first one counts', () => {
  const names = askedByClass((text) => text, '');
  expect(names(elementOf('<p class="quay" class="harbour">1</p>', 'p'))).toBe('quay');
});
