import { expect, test } from 'vitest';
import {
  attributeOf,
  childrenOf,
  hasChildren,
  xmlTextOf,
} from '../../../../src/feed/xml/element.ts';

const element = {
  _: 'Bread',
  $: { type: 'html', odd: 7 },
  'feed:link': ['a', { _: 'b' }],
  odd: 'x',
};

test('children stand under their names, and any other value is none', () => {
  expect(childrenOf(element, 'feed:link')).toEqual(['a', { _: 'b' }]);
  expect([childrenOf(element, 'odd'), childrenOf(element, 'none')]).toEqual([[], []]);
});

test('an element with neither attributes nor children is its text', () => {
  expect(
    ['Salt', element, {}, { _: 7 }, undefined].map((node) => xmlTextOf(node as never)),
  ).toEqual(['Salt', 'Bread', '', '', '']);
  expect([
    attributeOf('Salt', 'type'),
    attributeOf({}, 'type'),
    attributeOf({ $: null }, 'a'),
  ]).toEqual([null, null, null]);
});

test('attributes are texts', () => {
  expect([
    attributeOf(element, 'type'),
    attributeOf(element, 'odd'),
    attributeOf(element, 'x'),
  ]).toEqual(['html', null, null]);
});

test('text and attributes are no children', () => {
  expect(['a', {}, { _: 'a', $: {} }, element].map(hasChildren)).toEqual([
    false,
    false,
    false,
    true,
  ]);
});
