import { expect, test } from 'vitest';
import { tidiedLines } from '../../../../../src/cli/commands/sites/terms.ts';

const taken = [{ post: 7, taxonomy: 'category', name: 'Bay' } as const];
const deleted = [{ taxonomy: 'post_tag', name: 'Pier' } as const];

test.each([
  [
    { applied: false, taken, deleted },
    [
      'off     category  Bay   post 7\ndelete  post_tag  Pier',
      '1 taken off posts, 1 deleted: nothing is changed yet; --apply does it',
    ],
  ],
  [
    { applied: true, taken, deleted: [] },
    ['off  category  Bay  post 7', '1 taken off posts, 0 deleted'],
  ],
  [{ applied: true, taken: [], deleted: [] }, ['0 taken off posts, 0 deleted']],
])('%j is told', (tidied, lines) => {
  expect(tidiedLines(tidied)).toEqual(lines);
});
