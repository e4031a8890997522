import type { BodyFacts } from './body-facts.ts';

/** A reason to be less sure of a body. */
export interface Doubt {
  name: string;
  /** In words, for a person who is to decide; continues "the scraper is not sure, for …". */
  says: string;
  /** 0 to 1: the part of the confidence that it takes. */
  costs: number;
}

interface DoubtRow {
  name: string;
  says: string;
  /**
   * What it takes of the confidence at its worst. Only where the page's own data contradicts the text, that alone
   * takes enough to hold an article by the default limit; else it takes several.
   */
  mostCosts: number;
  /** 0, nothing speaks for it, to 1. */
  weight: (facts: BodyFacts) => number;
}

/** 0 up to `from`, 1 at `to` and beyond, and in proportion between. */
const between = (value: number, from: number, to: number): number =>
  Math.min(1, Math.max(0, (value - from) / (to - from)));

const BRIEF = 600;
const GATED_BRIEF = 3_000;

/** The costs are fitted to pages whose text is known: see docs/confidence.md. */
const DOUBTS: readonly DoubtRow[] = [
  {
    name: 'hardly-apart',
    says: 'its element holds little of the page’s running text, or much else',
    mostCosts: 0.26,
    weight: ({ fitness }) => between(1 - fitness, 0.05, 0.5),
  },
  {
    name: 'brief',
    says: 'the text is brief',
    mostCosts: 0.25,
    weight: ({ characters }) => 1 - between(characters, 0, BRIEF),
  },
  {
    name: 'passed-over',
    says: 'text that stands on the page and in its data is not in it',
    mostCosts: 0.11,
    weight: ({ passedOver }) => between(passedOver, 0.05, 0.2),
  },
  {
    name: 'data-says-more',
    says: 'the page’s data holds text that is not in it',
    mostCosts: 0.49,
    weight: ({ data = 1 }) => between(1 - data, 0.05, 0.25),
  },
  {
    name: 'data-is-longer',
    says: 'it is shorter than the text in the page’s data',
    mostCosts: 0.32,
    weight: ({ dataLength = 1 }) => between(1 - 1 / Math.max(1, dataLength), 0.1, 0.3),
  },
  {
    name: 'data-says-less',
    says: 'it is much longer than the text in the page’s data',
    mostCosts: 0.6,
    weight: ({ dataLength = 1 }) => between(1 - dataLength, 0.1, 0.8),
  },
  {
    name: 'other-description',
    says: 'it does not say what the page’s description says',
    mostCosts: 0.21,
    weight: ({ description = 1 }) => between(1 - description, 0.3, 1),
  },
  {
    name: 'other-feed-text',
    says: 'it does not say what the feed says',
    mostCosts: 0.4,
    weight: ({ feed = 1 }) => between(1 - feed, 0.2, 0.8),
  },
  {
    name: 'no-witness',
    says: 'neither the page’s data nor its description nor the feed says what it is about',
    mostCosts: 0.13,
    weight: ({ data, description, feed }) => ((data ?? description ?? feed) === undefined ? 1 : 0),
  },
  {
    name: 'goes-on-below',
    says: 'much running text stands below it',
    mostCosts: 0.22,
    weight: ({ below }) => between(below, 0.15, 0.5),
  },
  {
    name: 'begins-above',
    says: 'much running text stands above it',
    mostCosts: 0.23,
    weight: ({ above }) => between(above, 0.1, 0.5),
  },
  {
    name: 'struck',
    says: 'much between its lines was left out',
    mostCosts: 0.32,
    weight: ({ struck }) => between(struck, 0.1, 0.4),
  },
  {
    name: 'no-sentences',
    says: 'many of its lines are no sentences',
    mostCosts: 0.1,
    weight: ({ sentences }) => between(1 - sentences, 0.2, 0.8),
  },
  {
    name: 'list',
    says: 'much of it is a list',
    mostCosts: 0.05,
    weight: ({ items }) => between(items, 0.05, 0.4),
  },
  {
    name: 'links',
    says: 'much of it is links',
    mostCosts: 0.1,
    weight: ({ links }) => between(links, 0.08, 0.3),
  },
  {
    name: 'on-other-pages',
    says: 'lines of it stand on other pages of its source too',
    mostCosts: 0.2,
    weight: ({ shared }) => between(shared, 0, 0.3),
  },
  {
    name: 'gated',
    says: 'the page says that not everybody may read on',
    mostCosts: 0.11,
    weight: ({ isGated }) => Number(isGated),
  },
  {
    name: 'gated-brief',
    says: 'the page says that not everybody may read on, and the text is brief',
    mostCosts: 0.45,
    weight: ({ isGated, characters }) =>
      isGated ? between(GATED_BRIEF - characters, 0, GATED_BRIEF / 2) : 0,
  },
  {
    name: 'nobody-signs',
    says: 'no writer is named',
    mostCosts: 0.03,
    weight: ({ hasAuthors }) => Number(!hasAuthors),
  },
];

/** What speaks against a body, the weightiest first. */
export function doubtsOf(facts: BodyFacts): Doubt[] {
  return DOUBTS.map(({ name, says, mostCosts, weight }) => ({
    name,
    says,
    costs: mostCosts * weight(facts),
  }))
    .filter(({ costs }) => costs > 0)
    .toSorted((a, b) => b.costs - a.costs);
}

/** 0 to 1, how sure we are that a body is the article's whole text and nothing else, in hundredths. */
export function confidenceIn(doubts: readonly Doubt[]): number {
  const left = doubts.reduce((confidence, { costs }) => confidence * (1 - costs), 1);
  return Math.round(left * 100) / 100;
}
