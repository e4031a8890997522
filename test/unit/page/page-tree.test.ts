import { type ChildNode, DomHandler } from 'domhandler';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { parsePage, type PageTree, withoutRemoved } from '../../../src/page/page-tree.ts';
import { treeOf } from '../../support/site/page-of.ts';

/** All that makes a tokenizer change its mind. */
const PIECES = [
  `<p>|</p>|<a href="?a=1&b=2&amp;c" title=|<b class=x&lt;y|<i data-x='"&quot;&copy|/>|<svg viewBox="0">|</svg>`,
  '<script>|</script>|</scr|<style>|</style >|<title>Bread &amp; salt</title>|<TEXTAREA>|</textarea>|<xmp>|</xmp>',
  `<!-- |-->|--!>|<!DOCTYPE html>|<![CDATA[|]]>|<?php |<|</|>|"|'|=|/| |\n|a word|a text of more than 24 characters`,
  `<a b="c" d="e">|<P ID="x"CLASS="y z">|<a  b="|<i\nb="c" |<b c="&lt;" @d:1="e" =f="g">|<t"m x="y">|</P>|</p\t|</ p>|</9>|</b c="d">`,
  '&|;|&amp;|&lt|&notit;|&notin;|&#39;|&#x27|&#xD800;|&#0;|&#|&unknown;|amp|é|新闻|😀',
].flatMap((pieces) => pieces.split('|'));

class WithoutComments extends DomHandler {
  override oncomment(): void {}
  override oncommentend(): void {}
}

/** A tree as nested lists, which can be compared. */
const outline = (nodes: ChildNode[]): unknown[] =>
  nodes.map((node) => {
    if ('children' in node) {
      const attributes = 'attribs' in node ? Object.entries(node.attribs) : [];
      const isLinked = node.children.every(
        (child, at, children) =>
          child.parent === node &&
          child.prev === (children[at - 1] ?? null) &&
          child.next === (children[at + 1] ?? null),
      );
      const name = 'name' in node ? node.name : node.type;
      return [name, attributes, outline(node.children), isLinked];
    }
    return node.data;
  });

/** Ends whatever is open: what an end of the page leaves unfinished is text to the tokenizer, escaped or not. */
const ENDS = `"'>--></script></style></title></textarea></xmp>`;

test('any tag soup becomes the tree that htmlparser2 makes of it with its own tokenizer', () => {
  const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 });
  fc.assert(
    fc.property(soup, (pieces) => {
      const html = [...pieces, ENDS].join('');
      const plain = new WithoutComments();
      new Parser(plain).end(html);
      const parsed = parsePage(html);
      if (parsed.kind === 'refused') throw new Error(parsed.message);
      expect(outline(parsed.tree.document.children)).toEqual(outline(plain.root.children));
    }),
    { numRuns: 3_000 },
  );
});

test('a page is refused for its length, before it is parsed', () => {
  const message = 'The page has 16000001 characters; more than 16000000 are not read.';
  const refused = { kind: 'refused', code: 'too-large', message };
  expect(parsePage('<'.repeat(16_000_001))).toEqual(refused);
  expect(parsePage(' '.repeat(16_000_000)).kind).toBe('tree');
});

describe('what the finders ask for is gathered', () => {
  const html = `<html><base href="/"><meta name="a"><link rel="b"><title>c</title>
    <script type="application/ld+json">{}</script><script type="application/json">{}</script>
    <script>1</script><script>2</script><script>3</script><script src="/x"></script><h1>d</h1><h2>e</h2><time>f</time></html>`;

  test.each<[keyof PageTree, number]>([
    ['bases', 1],
    ['metas', 1],
    ['links', 1],
    ['titles', 1],
    ['dataScripts', 2],
    ['inlineScripts', 3],
    ['headings', 1],
    ['subheads', 1],
    ['times', 1],
    ['marked', 0],
  ])('%s', (key, count) => {
    expect(treeOf(html)[key]).toHaveLength(count);
  });

  test('from the root element on', () => {
    expect(treeOf(html).html?.name).toBe('html');
    expect(treeOf('<p>x').html).toBeUndefined();
  });

  test.each([
    ['<b itemprop="name">', 1],
    ['<a rel="author">', 1],
    ['<a rel="next">', 0],
    ['<b class="byline">', 1],
    ['<b class="story-date">', 1],
    ['<b class="soup">', 0],
    ['<b title="author">', 0],
    ['<b class="byline" class="soup">', 1],
    ['<b itemprop="name"><i>', 1],
  ])('of %s, %i that is marked', (markup, count) => {
    expect(treeOf(markup).marked).toHaveLength(count);
  });

  test('up to a thousand marked elements', () => {
    expect(treeOf('<b class="byline"></b>'.repeat(1_001)).marked).toHaveLength(1_000);
  });

  test('and what is taken out of the page is gathered no longer', () => {
    const tree = treeOf('<div><h1>one</h1><time>two</time></div><h1>three</h1><title>x</title>');
    const [first, ...others] = tree.document.children;
    first!.parent = null;
    tree.document.children = others;
    const left = withoutRemoved(tree);
    expect([left.headings.length, left.times.length, left.titles.length]).toEqual([1, 0, 1]);
    expect([left.document, left.html]).toEqual([tree.document, tree.html]);
  });
});
