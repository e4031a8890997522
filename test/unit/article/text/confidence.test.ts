import { expect, test } from 'vitest';
import type { BodyFacts } from '../../../../src/article/text/body-facts.ts';
import { configSchema } from '../../../../src/config/schema.ts';
import { confidenceIn, doubtsOf } from '../../../../src/article/text/confidence.ts';

const LIMIT = configSchema.parse({}).defaults.minConfidence;

/** A body that everything speaks for. */
const SOUND: BodyFacts = {
  characters: 3_000,
  fitness: 1,
  below: 0,
  above: 0,
  struck: 0,
  sentences: 1,
  items: 0,
  links: 0,
  shared: 0,
  data: 1,
  dataLength: 1,
  passedOver: 0,
  description: 1,
  feed: 1,
  isGated: false,
  hasAuthors: true,
};

const namesOf = (facts: Partial<BodyFacts>) =>
  doubtsOf({ ...SOUND, ...facts }).map(({ name }) => name);

test('A body that everything speaks for is in no doubt.', () => {
  expect(confidenceIn(doubtsOf(SOUND))).toBe(1);
});

test.each<[name: string, doubtful: Partial<BodyFacts>, sound: Partial<BodyFacts>]>([
  ['hardly-apart', { fitness: 0.7 }, { fitness: 0.96 }],
  ['brief', { characters: 200 }, { characters: 600 }],
  ['passed-over', { passedOver: 0.1 }, { passedOver: 0.04 }],
  ['data-says-more', { data: 0.9 }, { data: 0.96 }],
  ['data-is-longer', { dataLength: 1.3 }, { dataLength: 1.1 }],
  ['data-says-less', { dataLength: 0.5 }, { dataLength: 0.95 }],
  ['other-description', { description: 0.5 }, { description: 0.75 }],
  ['other-feed-text', { feed: 0.5 }, { feed: 0.85 }],
  ['goes-on-below', { below: 0.3 }, { below: 0.1 }],
  ['begins-above', { above: 0.2 }, { above: 0.05 }],
  ['struck', { struck: 0.2 }, { struck: 0.08 }],
  ['no-sentences', { sentences: 0.5 }, { sentences: 0.85 }],
  ['list', { items: 0.2 }, { items: 0.04 }],
  ['links', { links: 0.2 }, { links: 0.05 }],
  ['on-other-pages', { shared: 0.1 }, { shared: 0 }],
  ['nobody-signs', { hasAuthors: false }, { hasAuthors: true }],
  ['gated', { isGated: true }, { isGated: false }],
])('%s is told where it is so, and not where it is as on most pages.', (name, doubtful, sound) => {
  expect(namesOf(doubtful)).toEqual([name]);
  expect(namesOf(sound)).toEqual([]);
});

test('A text that is gated and brief is in more doubt than one that is either.', () => {
  expect(namesOf({ isGated: true, characters: 1_000 })).toEqual(['gated-brief', 'gated']);
  expect(namesOf({ characters: 1_000 })).toEqual([]);
});

test('Where neither data nor description nor feed says anything, that is a doubt; one witness is enough.', () => {
  const silent = {
    data: undefined,
    dataLength: undefined,
    description: undefined,
    feed: undefined,
  };
  expect(namesOf(silent)).toEqual(['no-witness']);
  expect(namesOf({ ...silent, description: 1 })).toEqual([]);
  expect(doubtsOf({ ...SOUND, ...silent })[0]?.costs).toBe(0.13);
});

test('Only a contradiction of the page’s data holds an article by the default limit alone.', () => {
  const worst: Partial<BodyFacts>[] = [
    { fitness: 0 },
    { characters: 0 },
    { passedOver: 1 },
    { description: 0 },
    { feed: 0 },
    { below: 1 },
    { above: 1 },
    { struck: 1 },
    { sentences: 0 },
    { items: 1 },
    { links: 1 },
  ];
  for (const facts of worst) {
    expect(confidenceIn(doubtsOf({ ...SOUND, ...facts }))).toBeGreaterThanOrEqual(LIMIT);
  }
  expect(confidenceIn(doubtsOf({ ...SOUND, dataLength: 0.1 }))).toBeLessThan(LIMIT);
});

test('Each doubt takes its part of what the others leave, and the weightiest comes first.', () => {
  const doubts = doubtsOf({ ...SOUND, hasAuthors: false, feed: 0 });
  expect(doubts.map(({ name }) => name)).toEqual(['other-feed-text', 'nobody-signs']);
  expect(confidenceIn(doubts)).toBe(0.58);
  expect(doubts[1]?.costs).toBe(0.03);
  expect(confidenceIn([{ name: 'x', says: 'x', costs: 0.126 }])).toBe(0.87);
});

test.each<
  [name: string, fact: keyof BodyFacts, none: number, half: number, all: number, costs: number]
>([
  ['hardly-apart', 'fitness', 0.95, 0.725, 0.5, 0.26],
  ['brief', 'characters', 600, 300, 0, 0.25],
  ['passed-over', 'passedOver', 0.05, 0.125, 0.2, 0.11],
  ['data-says-more', 'data', 0.95, 0.85, 0.75, 0.49],
  ['data-is-longer', 'dataLength', 1 / 0.9, 1 / 0.8, 1 / 0.7, 0.32],
  ['data-says-less', 'dataLength', 0.9, 0.55, 0.2, 0.6],
  ['other-description', 'description', 0.7, 0.35, 0, 0.21],
  ['other-feed-text', 'feed', 0.8, 0.5, 0.2, 0.4],
  ['goes-on-below', 'below', 0.15, 0.325, 0.5, 0.22],
  ['begins-above', 'above', 0.1, 0.3, 0.5, 0.23],
  ['struck', 'struck', 0.1, 0.25, 0.4, 0.32],
  ['no-sentences', 'sentences', 0.8, 0.5, 0.2, 0.1],
  ['list', 'items', 0.05, 0.225, 0.4, 0.05],
  ['links', 'links', 0.08, 0.19, 0.3, 0.1],
  ['on-other-pages', 'shared', 0, 0.15, 0.3, 0.2],
])(
  '%s costs nothing where %s is %d, half at %d, and from %d on all of %d.',
  (name, fact, none, half, all, costs) => {
    const cost = (value: number) =>
      doubtsOf({ ...SOUND, [fact]: value }).find((doubt) => doubt.name === name)?.costs ?? 0;
    expect(cost(none)).toBeCloseTo(0, 6);
    expect(cost(half)).toBeCloseTo(costs / 2, 6);
    expect(cost(all)).toBeCloseTo(costs, 6);
    expect(cost(all + (all - none) / 2)).toBeCloseTo(costs, 6);
  },
);

test('A gated text of three thousand characters is not brief, and one of half of that is as brief as can be.', () => {
  const cost = (characters: number, name = 'gated-brief') =>
    doubtsOf({ ...SOUND, isGated: true, characters }).find((doubt) => doubt.name === name)?.costs ??
    0;
  expect([3_000, 2_250, 1_500, 1_000].map((characters) => cost(characters))).toEqual([
    0, 0.225, 0.45, 0.45,
  ]);
  expect(cost(3_000, 'gated')).toBe(0.11);
});
