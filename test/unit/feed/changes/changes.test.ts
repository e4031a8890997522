import { describe, expect, test } from 'vitest';
import { changesSince } from '../../../../src/feed/changes/changes.ts';
import type { Entry } from '../../../../src/feed/entry.ts';

function entry(name: string, changes: Partial<Entry> = {}): Entry {
  return {
    id: `tag:${name}`,
    title: name,
    link: `https://feed.example/${name}`,
    published: null,
    updated: null,
    author: null,
    summary: null,
    content: null,
    categories: [],
    enclosures: [],
    ...changes,
  };
}
const titles = (changes: ReturnType<typeof changesSince>) =>
  changes.changed.map(({ kind, entry: { title } }) => `${kind} ${title}`);

test('entries are new, changed or known, the oldest first', () => {
  const first = changesSince({}, [entry('b'), entry('a')]);
  expect(titles(first)).toEqual(['new a', 'new b']);
  expect(Object.keys(first.seen)).toHaveLength(2);
  const second = changesSince(first.seen, [
    entry('c'),
    entry('b', { summary: 'mended' }),
    entry('a'),
  ]);
  expect(titles(second)).toEqual(['changed b', 'new c']);
  expect(
    titles(changesSince(second.seen, [entry('c'), entry('b', { summary: 'mended' }), entry('a')])),
  ).toEqual([]);
});

test('an entry that stands twice is read once', () => {
  const { changed } = changesSince({}, [entry('a', { title: 'newer' }), entry('a')]);
  expect(changed.map(({ entry: { title } }) => title)).toEqual(['a']);
});

test('an id that several entries share names none of them', () => {
  const shared = changesSince({}, [entry('a', { id: '1' }), entry('b', { id: '1' })]);
  expect(shared.changed.map(({ entry: { id } }) => id)).toEqual([null, null]);
  const own = changesSince({}, [
    entry('a', { id: '1' }),
    entry('a', { id: '1' }),
    entry('b', { id: '2' }),
  ]);
  expect(own.changed.map(({ entry: { id } }) => id)).toEqual(['2', '1']);
});

test.each([
  [entry('a', { link: null }), 'the entry "a" has no usable link and is left out'],
  [
    entry('a', { link: 'mailto:x', title: null }),
    'the entry "tag:a" has no usable link and is left out',
  ],
  [
    entry('a', { link: null, title: null, id: null }),
    'the entry "without title" has no usable link and is left out',
  ],
])('an entry that leads nowhere is named: %#', (one, problem) => {
  const changes = changesSince({}, [one, entry('b')]);
  expect(changes.problems).toEqual([problem]);
  expect(titles(changes)).toEqual(['new b']);
});

describe('entries that left', () => {
  const { seen } = changesSince({}, [entry('d'), entry('c'), entry('b'), entry('a')]);
  const left = (...names: string[]) =>
    changesSince(
      seen,
      names.map((name) => entry(name)),
    ).left.map((key) =>
      ['a', 'b', 'c', 'd'].find((name) => Object.keys(seen).indexOf(key) === 'abcd'.indexOf(name)),
    );

  test('are those whose older neighbours stayed', () => {
    expect(left('d', 'b', 'a')).toEqual(['c']);
    expect(left('b')).toEqual(['c', 'd']);
    expect(left('a')).toEqual(['b', 'c', 'd']);
  });

  test('are none where only the oldest made room, or nothing stayed', () => {
    expect(left('e', 'd', 'c')).toEqual([]);
    expect(left('d', 'c', 'b', 'a')).toEqual([]);
    expect(left('x', 'y')).toEqual([]);
    expect(left()).toEqual([]);
  });
});

describe('entries of one address', () => {
  const rivals = (...entries: Entry[]) =>
    changesSince({}, entries).changed.map(({ entry: { entriesAtLink } }) => entriesAtLink);
  const at = (id: string | null, link = 'https://feed.example/live') => entry('a', { id, link });

  test('are told of each other where ids tell them apart', () => {
    expect(rivals(at('1'), at('2'), at('3', 'https://feed.example/own'))).toEqual([
      undefined,
      2,
      2,
    ]);
  });

  test('are one where only one of them has an id', () => {
    expect(rivals(at('1'), at(null))).toEqual([undefined, undefined]);
  });
});

test('what changed says what it was before', () => {
  const first = changesSince({}, [entry('a')]);
  const [before] = Object.values(first.seen);
  const { changed } = changesSince(first.seen, [entry('a', { title: 'A' })]);
  expect(changed).toMatchObject([{ kind: 'changed', before }]);
  expect(first.changed[0]).not.toHaveProperty('before');
});
