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
});
