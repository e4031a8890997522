import { describe, expect, test } from 'vitest';
import {
  gatherNodes,
  type GatheredNodes,
  linksOf,
  outermostNodes,
} from '../../../src/page/ld-nodes.ts';

function gathered(value: unknown) {
  const data: GatheredNodes = { roots: [], typed: [], byId: new Map(), seen: 0 };
  gatherNodes(value, data);
  return data;
}
const node = (name: string, more: object = {}) => ({ '@type': 'Article', name, ...more });
const owned = (value: unknown) =>
  gathered(value).typed.map(
    (typed) => `${String(typed.node['name'])}${typed.isOwn ? '' : ' of another'}`,
  );

describe('a node with a type is the page’s own', () => {
  test.each(['@graph', '@list', '@set', 'mainEntity', 'mainEntityOfPage'])('under %s', (key) => {
    expect(owned({ [key]: [node('a')] })).toEqual(['a']);
  });

  test('at the top or in a list, and under nothing else', () => {
    expect(owned([node('a'), [node('b')]])).toEqual(['a', 'b']);
    expect(owned({ isPartOf: node('a', { mainEntity: node('b') }) })).toEqual([
      'a of another',
      'b of another',
    ]);
  });

  test('and entries below it, or several reviews, are not read', () => {
    for (const key of ['liveBlogUpdate', 'comment'])
      expect(owned(node('a', { [key]: node('b') }))).toEqual(['a']);
    for (const key of ['review', 'reviews']) {
      expect(owned(node('a', { [key]: [node('b'), node('c')] }))).toEqual(['a']);
      expect(owned(node('a', { [key]: [node('b')] }))).toEqual(['a', 'b of another']);
    }
  });
});

test('a node is known by its @id where it says more, the first that does', () => {
  const { byId } = gathered([
    { '@id': 'a' },
    { '@id': 'a', name: 'one' },
    { '@id': 'a', name: 'two' },
    { '@id': 7, name: 'x' },
  ]);
  expect([...byId]).toEqual([['a', { '@id': 'a', name: 'one' }]]);
});

test('nodes are read twelve deep, and outermost ones in lists and graphs', () => {
  const deep = (levels: number) => {
    let value: unknown = node('a');
    for (let at = 0; at < levels; at += 1) value = [value];
    return [owned(value).length, outermostNodes(value).length];
  };
  expect([deep(12), deep(13)]).toEqual([
    [1, 1],
    [0, 0],
  ]);
  expect(
    outermostNodes({ name: 'a', '@graph': [{ name: 'b', about: { name: 'c' } }] }).map(
      ({ name }) => name,
    ),
  ).toEqual(['a', 'b']);
  expect(gathered(Array.from({ length: 50_001 }, () => node('x'))).typed).toHaveLength(49_999);
});

test.each([
  [{ url: 'a', '@id': 'b', mainEntityOfPage: 'c' }, ['a', 'b', 'c']],
  [{ mainEntityOfPage: { '@id': 'c', url: 'd' } }, ['c']],
  [{ mainEntityOfPage: { url: 'd' } }, ['d']],
  [{ url: 7, mainEntityOfPage: [] }, []],
])('%j states its addresses', (value, links) => {
  expect(linksOf(value)).toEqual(links);
});
