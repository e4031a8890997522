import { DomHandler, type ChildNode } from 'domhandler';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { parsePage } from '../../../src/page/page-tree.ts';

/** All that makes a tokenizer change its mind. */
const PIECES = [
  `<p>|</p>|<a href="?a=1&b=2&amp;c" title=|<b class=x&lt;y|<i data-x='"&quot;&copy|/>|<svg viewBox="0">|</svg>`,
  '<script>|</script>|</scr|<style>|</style >|<title>Bread &amp; salt</title>|<TEXTAREA>|</textarea>|<xmp>|</xmp>',
  `<!-- |-->|--!>|<!DOCTYPE html>|<![CDATA[|]]>|<?php |<|</|>|"|'|=|/| |\n|a word|a text of more than 24 characters`,
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
      return ['name' in node ? node.name : node.type, attributes, outline(node.children)];
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
