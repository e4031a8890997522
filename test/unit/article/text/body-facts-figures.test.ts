import { describe, expect, test } from 'vitest';
import { bodyFacts, type Reading } from '../../../../src/article/text/body-facts.ts';

interface Line {
  text: string;
  good?: number;
  linkChars?: number;
}

interface Given {
  paragraphs?: { kind?: string; text: string }[];
  blocks?: Line[];
  shared?: Line[];
  scope?: Line[];
  page?: Line[];
  data?: unknown;
  description?: string;
  entry?: object;
  from?: string;
  fitness?: number;
}

/** The facts of a body of which only what is given is known. */
function facts(given: Given) {
  const { paragraphs = [], blocks = [], shared = [], scope = blocks, page = scope } = given;
  const { data, description, entry, from = 'text', fitness = 0.5 } = given;
  const line = (one: Line) =>
    Object.assign(one, { good: one.good ?? 0, linkChars: one.linkChars ?? 0 });
  return bodyFacts({
    page: {
      ld: { article: { articleBody: data } },
      says: { descriptions: description === undefined ? [] : [{ text: description }] },
    },
    text: { scope: scope.map(line), blocks: page.map(line) },
    article: { blocks: blocks.map(line), shared, from, fitness },
    paragraphs: paragraphs.map(({ kind = 'p', text }) => ({ kind, text })),
    entry,
    isGated: false,
    hasAuthors: true,
  } as unknown as Reading);
}
const words = (list: string) => facts({ paragraphs: [{ text: list }] });

describe('what a body is made of', () => {
  test('is told in parts of its characters', () => {
    const paragraphs = [
      { text: 'a'.repeat(24).concat('.') },
      { text: 'b'.repeat(25), kind: 'li' },
      { text: 'c'.repeat(50) },
    ];
    const blocks = [
      { text: 'x', linkChars: 20 },
      { text: 'y', linkChars: 30.5 },
    ];
    expect(facts({ paragraphs, blocks, shared: [{ text: 'd'.repeat(10) }] })).toMatchObject({
      characters: 100,
      sentences: 0.25,
      items: 0.25,
      links: 0.5,
      shared: 0.1,
    });
  });

  test('is nothing where it is empty', () => {
    expect(facts({ shared: [{ text: 'd' }] })).toMatchObject({
      characters: 0,
      sentences: 0,
      shared: 1,
      links: 0,
    });
  });
});

describe('a witness', () => {
  const long = 'harbour lantern '.repeat(20);

  test('has more than forty characters, and the page’s data two hundred', () => {
    const described = (length: number) =>
      facts({ paragraphs: [{ text: long }], description: long.slice(0, length) }).description;
    expect([described(40), described(41)]).toEqual([undefined, 1]);
    const stated = (length: number) =>
      facts({
        paragraphs: [{ text: long }],
        data: long.slice(0, length).trim().padEnd(length, '.'),
      });
    expect([stated(200).data, stated(201).data]).toEqual([undefined, 1]);
    expect([stated(200).dataLength, stated(200).passedOver]).toEqual([undefined, 0]);
  });

  test('has words of four letters', () => {
    expect(words('soup').description).toBeUndefined();
    expect(facts({ description: 'a bc def '.repeat(9) }).description).toBeUndefined();
    expect(facts({ description: 'a bc defg '.repeat(9) }).description).toBe(0);
  });

  test('is the feed’s text, else its summary, without markup', () => {
    const feed = (entry: object) => facts({ paragraphs: [{ text: long }], entry }).feed;
    const [same, other] = [long.slice(0, 80), 'pontoon dredging '.repeat(5)];
    expect(feed({ content: same, summary: other })).toBe(1);
    expect(feed({ content: null, summary: same })).toBe(1);
    expect(feed({ content: `<p class="pontoon">${same}</p>`, summary: null })).toBe(1);
    expect(feed({ content: other, summary: null })).toBe(0);
    expect(feed({ content: null, summary: null })).toBeUndefined();
  });

  test('says what sixty of its words, taken evenly, say', () => {
    const list = (count: number, name: (at: number) => string) =>
      Array.from({ length: count }, (_, at) => name(at).padEnd(9, 'x')).join(' ');
    const covered = (count: number, isThere: (at: number) => boolean) =>
      facts({
        paragraphs: [{ text: 'harbourxx' }],
        description: list(count, (at) => (isThere(at) ? 'harbour' : 'lantern')),
      }).description;
    expect(covered(60, (at) => at !== 1)).toBeCloseTo(59 / 60, 9);
    expect(covered(120, (at) => at % 2 === 0)).toBe(1);
    expect(covered(60, (at) => at !== 0)).toBeCloseTo(59 / 60, 9);
  });

  test('and the body are read for fifty thousand characters', () => {
    const soup = 'soup '.repeat(9_998);
    const described = (before: string) =>
      facts({
        paragraphs: [{ text: `${soup}${before}lantern` }],
        description: 'lantern '.repeat(9),
      }).description;
    expect([described('  '.concat(' ')), described('    ')]).toEqual([1, 0]);
    const stated = (soups: number) =>
      facts({
        paragraphs: [{ text: 'soup' }],
        data: 'soup '.repeat(soups) + 'lantern '.repeat(3_125),
      }).data;
    expect(stated(10_000)).toBe(1);
    expect(stated(5_000)).toBeCloseTo(0.5, 1);
  });
});

describe('what the page’s data says', () => {
  const data = 'harbour lantern pontoon windlass '.repeat(8).trim();

  test('is missing where it stands on the page beside the body', () => {
    const body = { text: 'harbour lantern' };
    const beside = { text: 'the pontoon', good: 40 };
    const found = facts({
      paragraphs: [body],
      blocks: [body],
      page: [body, beside, { text: 'the windlass', good: 0 }],
      data,
    });
    expect([found.data, found.passedOver]).toEqual([0.5, 0.25]);
  });

  test('is passed over nowhere where the body has all of it, or the page none', () => {
    const all = { text: data, good: 260 };
    expect(facts({ paragraphs: [all], blocks: [all], page: [all], data })).toMatchObject({
      data: 1,
      passedOver: 0,
    });
    expect(facts({ paragraphs: [{ text: 'soup' }], data })).toMatchObject({
      data: 0,
      passedOver: 0,
    });
    expect(facts({ paragraphs: [{ text: 'soup' }], blocks: [all], data }).passedOver).toBe(0);
  });

  test('is as long in parts of the body', () => {
    const text = 'a'.repeat(130);
    expect(facts({ paragraphs: [{ text }], data: data.slice(0, 262) }).dataLength).toBe(2);
  });
});

describe('what stands around a body', () => {
  const above = { text: 'above', good: 100 };
  const below = { text: 'below', good: 100 };
  const first = { text: 'A'.repeat(75), good: 150 };
  const last = { text: 'B'.repeat(75), good: 149 };
  const between = { text: 'c'.repeat(50), good: 0 };
  const blocks = [first, last];

  test('is a part of both, by its running text above and below and by its characters within', () => {
    const scope = [above, first, between, last, below];
    expect(facts({ blocks, scope })).toMatchObject({
      above: 0.25,
      below: 0.25,
      struck: 0.25,
      fitness: 0.5,
    });
  });

  test('is not what says the same as the body', () => {
    const scope = [{ ...last }, first, { ...first }, last, { ...first }];
    expect(facts({ blocks, scope })).toMatchObject({ above: 0, below: 0, struck: 0 });
  });

  test('is looked for below a body with which the page begins', () => {
    expect(facts({ blocks, scope: [first, last, below] })).toMatchObject({ above: 0, below: 0.25 });
  });

  test('says nothing of a body that a rule names, or that stands nowhere on the page', () => {
    const scope = [above, first, between, last, below];
    expect(facts({ blocks, scope, from: 'rule' })).toMatchObject({
      above: 0,
      below: 0,
      struck: 0,
      fitness: 1,
    });
    expect(facts({ blocks, scope: [above, below] })).toMatchObject({
      above: 0,
      below: 0,
      struck: 0,
      fitness: 0.5,
    });
  });
});
