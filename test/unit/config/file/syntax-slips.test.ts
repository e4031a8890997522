import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { syntaxSlip } from '../../../../src/config/file/syntax-slips.ts';

/** The first slip of a text: what stands there, and what is said of it. */
function slipOf(text: string) {
  const document = parseDocument(text, { prettyErrors: false });
  const { offset, words } = syntaxSlip(document.errors[0]!, text, document);
  return [text.slice(offset).split('\n')[0], words];
}

test.each([
  ['a:\n\tb: 1', '\tb: 1', 'is indented with a tab; use spaces'],
  ['a: 1\n---\nb: 2', '---', 'begins a second document; keep one per file and remove the "---"'],
  [
    'a: [1, 2\nb: 3',
    '[1, 2',
    'opens a bracket that is never closed; close it, or put a text with "#" in quotes',
  ],
  [
    'a: [x#y, #z]\n',
    '[x#y, #z]',
    'opens a bracket that is never closed; close it, or put a text with "#" in quotes',
  ],
  ['a:\n  b: 1\n c: 2', ' c: 2', 'is indented wrongly; line it up with the keys beside it'],
  ['a: "open\nb: 1', '"open', 'opens a quote that is never closed; close it'],
  ["a: 'open", "'open", 'opens a quote that is never closed; close it'],
  ['a: [\n  "x\n]', '"x', 'opens a quote that is never closed; close it'],
  [
    'a:\n  - b: 1\n   c: 2',
    '   c: 2',
    'is indented less than the keys of its list item; line it up with them',
  ],
  ['a: "x"#c', '#c', 'has a "#", which YAML keeps for itself; put the whole value in quotes'],
  [
    'a: 1\nb\nc: 2',
    'b',
    'is no setting with a value; write name: value, with a space after the colon',
  ],
  ['a\nb: 1', 'a', 'is no setting with a value; write name: value, with a space after the colon'],
  ['a: b: c', 'b: c', 'has ": " within a text; put the whole value in quotes'],
  [
    'a: x\n  b: 1',
    'x',
    'is followed by a line that is indented further; line that up with the keys beside it',
  ],
  [
    'a: @b',
    '@b',
    'begins with a character that YAML keeps for itself; put the whole value in quotes',
  ],
  [
    'a: & b',
    '& b',
    'begins with "*" or "&", which YAML keeps for itself; put the whole value in quotes',
  ],
  ['a: *b c', 'c', 'goes on after its closing quote or bracket; put the whole value in quotes'],
  [
    'a: "b" *c',
    '"b" *c',
    'begins with "*", which YAML keeps for itself; put the whole value in quotes',
  ],
  [
    'a: >x',
    '>x',
    'begins with ">" or "|", which YAML keeps for itself; put the whole value in quotes',
  ],
  ['a: "b" c', 'c', 'goes on after its closing quote or bracket; put the whole value in quotes'],
  [
    'a: [b]]',
    ']',
    'closes a bracket that was never opened; remove it, or put the whole value in quotes',
  ],
  [
    'a: }',
    '}',
    'closes a bracket that was never opened; remove it, or put the whole value in quotes',
  ],
  [
    'a: { b: ${X} }',
    '{X} }',
    'needs quotes around ${…} where it stands within { } or [ ]; write "${NAME}"',
  ],
  [
    'a: [${X}]',
    '{X}]',
    'needs quotes around ${…} where it stands within { } or [ ]; write "${NAME}"',
  ],
])('%j slips at %j, which %s', (text, at, words) => {
  expect(slipOf(text)).toEqual([at, words]);
});

test('a slip without a name of its own is told in the parser’s words, with where to look', () => {
  expect(slipOf('a: "\\q"')).toEqual([
    '\\q"',
    'is not YAML here (Invalid escape sequence \\q); check indents, quotes and brackets',
  ]);
});
