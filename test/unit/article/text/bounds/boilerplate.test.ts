import { describe, expect, test } from 'vitest';
import { withoutBoilerplate } from '../../../../../src/article/text/boilerplate.ts';
import type { Known } from '../../../../../src/article/text/line-rules.ts';
import { type Block, readBlocks } from '../../../../../src/page/blocks/blocks.ts';
import { NOTHING_KNOWN } from '../../../../support/article/rule-on.ts';
import { treeOf } from '../../../../support/site/page-of.ts';
import { sentence } from '../article-of.ts';

const p = (text: string) => `<p>${text}</p>`;
const TEXT = p(sentence('Text'));

function sift(html: string, known: Partial<Known> = {}, isAside = (_block: Block) => false) {
  const { blocks } = readBlocks(treeOf(html).document);
  return withoutBoilerplate(
    blocks,
    (block) => (isAside(block) ? { says: 'strong', word: 'promo' } : undefined),
    { ...NOTHING_KNOWN, ...known },
  );
}
/** The rules by which lines are struck. */
const rules = (...given: Parameters<typeof sift>) =>
  sift(...given)
    .struck.map(({ rule }) => rule)
    .join(' ');

test('a line of sixty characters that comes again is said once, a shorter one is a refrain', () => {
  const twice = (length: number) =>
    rules(p(sentence('A', length)) + TEXT + p(sentence('A', length)));
  expect([twice(60), twice(59)]).toEqual(['said-before', '']);
});

describe('a label', () => {
  const label = p('What to know');
  const link = p('<a href="/x">The ferry is late again</a>');

  test.each([
    ['at the end', TEXT + label, 'label-of-nothing'],
    ['before text', label + TEXT, ''],
    ['of a heading’s kind before text', `<h2>What to know</h2>${TEXT}`, ''],
    ['right before a link', label + link + TEXT, 'label-of-nothing leads-away'],
    [
      'right before items that lead away',
      `${label}<ul><li>Read: <a href="/x">The ferry is late again</a></li></ul>${TEXT}`,
      'label-of-nothing leads-away',
    ],
    ['before a date and text', label + p('9 March 2026, 08:30') + TEXT, 'timestamp'],
    [
      'before a date, a link and text',
      label + p('9 March 2026, 08:30') + link + TEXT,
      'timestamp leads-away',
    ],
    [
      'before a paragraph that leads away by its label',
      `${label}${p('Read: <a href="/x">The ferry is late again</a>')}${TEXT}`,
      'leads-away',
    ],
  ])('%s', (_where, html, expected) => {
    expect(rules(html)).toBe(expected);
  });
});

test('a line of stars parts the text, and before it nothing', () => {
  expect(rules(p('* * *') + TEXT + p('* * *') + TEXT.replace('Text', 'More'))).toBe('no-words');
});

test('what stands in a side show is struck by its name, and is no line of the text', () => {
  const isAside = ({ text }: Block) => text.startsWith('Soup');
  const html = TEXT + p(sentence('Soup')) + p(sentence('More'));
  expect(rules(html, {}, isAside)).toBe('element-named-promo');
  expect(sift(html, {}, isAside).lineKeys).toHaveLength(2);
});

test('how the paragraphs are set is told by the text without its side shows', () => {
  const isAside = ({ text }: Block) => text.startsWith('Soup');
  const html = `${TEXT}<div>${sentence('Soup', 400)}</div><div>Salt of the sea</div>${p(sentence('More'))}`;
  expect(rules(html, {}, isAside)).toBe('element-named-promo fragment-among-paragraphs');
  expect(rules(html)).toBe('');
});

test('a line that stands on other pages is told where it is kept', () => {
  const world = p('The storm has cost the town nine boats and four million crowns so far.');
  const desk = p('You will find the tide tables and the berths of the week below.');
  const otherPages = new Set(sift(world + desk).lineKeys);
  const { shared, struck } = sift(world + desk, { otherPages });
  expect(shared.map(({ text }) => text.slice(0, 9))).toEqual(['The storm']);
  expect(struck.map(({ rule }) => rule)).toEqual(['on-other-pages']);
  expect(sift(world + desk).shared).toEqual([]);
});

test('a credit is no picture’s, though it ends by an agency', () => {
  const line = p('Additional reporting by Ann Lee/AFP');
  expect(rules(TEXT + line)).toBe('');
  expect(rules(TEXT + p('The quay at dawn Ann Lee/AFP') + TEXT)).toMatch(/agency/);
});

test('names of writers with their first letters apart are known', () => {
  const known = { authors: ['Ann Lee'], siteNames: ['thequay'] };
  expect(rules(TEXT + p('Ann Lee, harbour desk') + p(sentence('More')), known)).toBe('byline');
});
