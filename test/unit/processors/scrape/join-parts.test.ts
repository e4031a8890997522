import { expect, test } from 'vitest';
import { joinParts } from '../../../../src/processors/scrape/join-parts.ts';
import {
  article,
  articleOf,
  FIRST,
  LINE,
  PARAGRAPHS,
  SECOND,
  THIRD,
} from '../../article/ferry-page.ts';

const SUBTITLE = '<h2>Soup is given to all who wait</h2>';

test('a subtitle is said once, and the heading at the top of a later page is a subhead', () => {
  const first = articleOf(article(`${SUBTITLE}${PARAGRAPHS}`));
  const second = articleOf(article(`<h2>What the harbour office says</h2><p>${LINE} ${THIRD}</p>`));
  const third = articleOf(article(`${SUBTITLE}<p>${SECOND} ${LINE}</p>`));
  const { paragraphs, subtitle } = joinParts(first, [first, second, third]);
  expect(subtitle?.value).toBe('Soup is given to all who wait');
  expect(paragraphs.value.map(({ text }) => text)).toEqual([
    FIRST,
    SECOND,
    THIRD,
    'What the harbour office says',
    `${LINE} ${THIRD}`,
    `${SECOND} ${LINE}`,
  ]);
});

test('the whole is as sure as its parts, each by its length, to a hundredth', () => {
  const part = (text: string, confidence: number) => {
    const one = articleOf(article(PARAGRAPHS));
    const paragraphs = { ...one.paragraphs, value: [{ kind: 'p' as const, text }] };
    return { ...one, paragraphs, confidence };
  };
  const confidenceOf = (...parts: ReturnType<typeof part>[]) =>
    joinParts(parts[0]!, parts).confidence;
  const [long, short] = [part('x'.repeat(300), 0.9), part('y'.repeat(100), 0.5)];
  expect(confidenceOf(long, short)).toBe(0.8);
  expect(confidenceOf(part('x'.repeat(200), 0.9), short)).toBe(0.77);
  expect(confidenceOf(part('', 0.9), part('', 0.5))).toBe(0);
});

test.each(['gated', 'live', 'opinion', 'sponsored', 'developing'] as const)(
  'what one page says of the whole counts, as that it is %s',
  (name) => {
    const plain = articleOf(article(PARAGRAPHS));
    const flagged = { ...plain, flags: { ...plain.flags, [name]: true } };
    expect(joinParts(plain, [plain, plain]).flags).toEqual(plain.flags);
    expect(joinParts(plain, [plain, flagged]).flags).toEqual(flagged.flags);
  },
);
