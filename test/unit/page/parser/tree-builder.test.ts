import { type Element, isTag } from 'domhandler';
import { describe, expect, test } from 'vitest';
import { parsePage } from '../../../../src/page/page-tree.ts';
import { treeOf } from '../../../support/site/page-of.ts';

/** Why a page is refused; undefined where it is not. */
function refusal(html: string): [string, string] | undefined {
  const parsed = parsePage(html);
  return parsed.kind === 'refused' ? [parsed.code, parsed.message] : undefined;
}

describe('a page is refused', () => {
  test.each([
    ['elements', '<b>', 25_000, 'more than 25000 elements'],
    ['pieces of text', 'x<br>', 10_000, 'more than 10000 pieces of text'],
    ['attributes', '<br a b c d>', 25_000, 'more than 100000 attributes'],
  ])('for more %s than any article has', (what, piece, most, message) => {
    const isNested = piece === '<b>';
    const one = isNested ? '<b></b>' : piece;
    expect(refusal(one.repeat(most))).toBeUndefined();
    const more =
      what === 'attributes' ? one.repeat(most - 1) + '<br a b c d e>' : one.repeat(most) + one;
    expect(refusal(more)).toEqual(['too-large', `The page is not read: ${message}.`]);
  });

  test('for more characters of text', () => {
    const text = (length: number) => refusal(`${'x'.repeat(999_990)}<br>${'y'.repeat(length)}`);
    expect([text(10), text(11)]).toEqual([
      undefined,
      ['too-large', 'The page is not read: more than 1000000 characters of text.'],
    ]);
  });

  test('for more attributes of one element', () => {
    const attributes = (count: number) =>
      refusal(`<b ${Array.from({ length: count }, (_, at) => `a${at}`).join(' ')}>`);
    expect([attributes(256), attributes(257)]).toEqual([
      undefined,
      ['too-large', 'The page is not read: <b> has more than 256 attributes.'],
    ]);
  });

  test('for deeper nesting', () => {
    expect([refusal('<b>'.repeat(512)), refusal('<b>'.repeat(513))]).toEqual([
      undefined,
      ['too-deep', 'The page is not read: elements are nested more than 512 deep.'],
    ]);
  });
});

test('what programs and styles hold is no text of the page, where it has more than forty characters', () => {
  const scripts = (length: number) =>
    refusal(`<script>${'x'.repeat(length)}</script>`.repeat(10_001));
  expect([scripts(41), scripts(40)?.[0]]).toEqual([undefined, 'too-large']);
  expect(refusal(`<style>${'x'.repeat(1_000_001)}</style>`)).toBeUndefined();
});

describe('an entity', () => {
  const first = (html: string): Element => treeOf(html).document.children.find(isTag)!;

  test.each(['script', 'style', 'textarea', 'xmp'])('in <%s> means itself', (name) => {
    expect(first(`<${name}>a &amp; b</${name}>`).children).toMatchObject([{ data: 'a &amp; b' }]);
  });

  test('in a text, a value or a class means its sign', () => {
    const element = first('<b title="a &amp; b" class="story&#45;date" x="&amp">a &lt; b</b>');
    expect(element.attribs).toEqual({ title: 'a & b', class: 'story-date', x: '&' });
    expect(element.children).toMatchObject([{ data: 'a < b' }]);
    expect(treeOf('<b class="story&#45;date">x</b>').marked).toHaveLength(1);
  });
});
