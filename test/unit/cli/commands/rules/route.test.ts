import { expect, test } from 'vitest';
import { routingLines } from '../../../../../src/cli/commands/rules/route.ts';

const routing = (action: 'publish' | 'withdraw', destinations: object[] = []) =>
  routingLines({
    kind: 'routed',
    articleId: 'a-1',
    title: 'Pier',
    sourceId: 'harbour',
    action,
    destinations: destinations as never,
  });

test('who gets an article is told with the byline, who does not without', () => {
  const table = routing('publish', [
    { destination: 'desk', isTaken: true, reason: 'takes all', byline: 'mfn' },
    { destination: 'blog', isTaken: false, reason: 'drops it', byline: 'mfn' },
  ]).at(-1)!;
  expect(table.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
    ['destination', 'gets it', 'as', 'why'],
    ['desk', 'yes', 'mfn', 'takes all'],
    ['blog', 'no', 'drops it'],
  ]);
});

test.each([
  [{ sent: 'shown' }, 'r; shown there'],
  [{ sent: 'withdrawn' }, 'r; withdrawn there'],
  [{ sent: 'never' }, 'r; never sent'],
  [{ until: '2026-11-29T09:00:00Z' }, 'r; goes out at 2026-11-29T09:00:00Z'],
  [{ sent: 'shown', until: 'noon' }, 'r; shown there; goes out at noon'],
])(
  'what was sent so far, and when the rest goes out, stands behind the reason: %j',
  (facts, why) => {
    const one = { destination: 'desk', isTaken: true, reason: 'r', byline: 'b', ...facts };
    expect(routing('publish', [one]).at(-1)).toMatch(new RegExp(`${why}$`));
  },
);

test('an article that was withdrawn is said to be', () => {
  const told = '  was withdrawn; would it come back, it would go to:';
  expect(routing('withdraw').slice(0, 3)).toEqual(['Pier', '  id a-1, source harbour', told]);
  expect(routing('publish')).not.toContain(told);
});
