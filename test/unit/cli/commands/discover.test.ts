import { expect, test } from 'vitest';
import { remarkOn } from '../../../../src/cli/commands/discover.ts';
import type { FoundFeed } from '../../../../src/feed/discovery/discover.ts';

const feed = (facts: Partial<FoundFeed>) =>
  ({ url: 'https://mill.example/f', title: null, entries: 2, newest: null, ...facts }) as FoundFeed;

test.each([
  [
    { title: 'Mill', newest: '2026-11-23T08:05:59.000Z' },
    'Mill, 2 entries, newest 2026-11-23T08:05Z',
  ],
  [{ entries: 1 }, '1 entry'],
  [{ entries: 0 }, '0 entries'],
])('a feed with %j is remarked on as "%s"', (facts, remark) => {
  expect(remarkOn(feed(facts))).toBe(remark);
});
