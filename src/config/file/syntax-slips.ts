import { isAlias, isCollection, isScalar, visit, type Document, type YAMLError } from 'yaml';

/** What a slip of syntax is called. */
interface Slip {
  code: YAMLError['code'];
  /** What the parser says of it, where one code has several causes. */
  says?: RegExp;
  /** How the text goes on from there, where the parser's words do not tell causes apart. */
  text?: RegExp;
  /** The place is where the value begins, not where the parser gave up. */
  isAtValue?: boolean;
  /** What is wrong and what to write instead. */
  words: string;
}

const KEPT_BY_YAML = 'which YAML keeps for itself; put the whole value in quotes';
const NO_SETTING = 'is no setting with a value; write name: value, with a space after the colon';

/** The first that fits counts. */
const SLIPS: readonly Slip[] = [
  { code: 'TAB_AS_INDENT', words: 'is indented with a tab; use spaces' },
  {
    code: 'MULTIPLE_DOCS',
    words: 'begins a second document; keep one per file and remove the "---"',
  },
  {
    code: 'BAD_INDENT',
    says: /^Flow/,
    isAtValue: true,
    words: 'opens a bracket that is never closed; close it, or put a text with "#" in quotes',
  },
  { code: 'BAD_INDENT', words: 'is indented wrongly; line it up with the keys beside it' },
  {
    code: 'MISSING_CHAR',
    says: /closing .quote/,
    isAtValue: true,
    words: 'opens a quote that is never closed; close it',
  },
  {
    code: 'MISSING_CHAR',
    says: /^Sequence item/,
    words: 'is indented less than the keys of its list item; line it up with them',
  },
  {
    code: 'MISSING_CHAR',
    says: /^Comments/,
    words: `has a "#", ${KEPT_BY_YAML}`,
  },
  { code: 'MISSING_CHAR', says: /^Implicit map keys/, words: NO_SETTING },
  { code: 'MULTILINE_IMPLICIT_KEY', words: NO_SETTING },
  {
    code: 'BLOCK_AS_IMPLICIT_KEY',
    text: /^[^\n]*: /,
    words: 'has ": " within a text; put the whole value in quotes',
  },
  {
    code: 'BLOCK_AS_IMPLICIT_KEY',
    words: 'is followed by a line that is indented further; line that up with the keys beside it',
  },
  {
    code: 'BAD_SCALAR_START',
    words: 'begins with a character that YAML keeps for itself; put the whole value in quotes',
  },
  { code: 'BAD_ALIAS', isAtValue: true, words: `begins with "*" or "&", ${KEPT_BY_YAML}` },
  {
    code: 'UNEXPECTED_TOKEN',
    says: /alias at node end$/,
    isAtValue: true,
    words: `begins with "*", ${KEPT_BY_YAML}`,
  },
  {
    code: 'UNEXPECTED_TOKEN',
    says: /^Block scalar header/,
    isAtValue: true,
    words: `begins with ">" or "|", ${KEPT_BY_YAML}`,
  },
  {
    code: 'UNEXPECTED_TOKEN',
    says: /scalar at node end$/,
    words: 'goes on after its closing quote or bracket; put the whole value in quotes',
  },
  {
    code: 'UNEXPECTED_TOKEN',
    says: /^Unexpected flow-(?:seq|map)-end/,
    words: 'closes a bracket that was never opened; remove it, or put the whole value in quotes',
  },
];

/** Where a slip of syntax stands (an offset in the text), and what to write instead. */
export function syntaxSlip(
  { code, message, pos: [start] }: YAMLError,
  text: string,
  document: Document,
): { offset: number; words: string } {
  if (/\$\{?$/.test(text.slice(0, start))) {
    const words = 'needs quotes around ${…} where it stands within { } or [ ]; write "${NAME}"';
    return { offset: start, words };
  }
  const rest = text.slice(start);
  const slip = SLIPS.find(
    (row) => row.code === code && (row.says ?? /^/).test(message) && (row.text ?? /^/).test(rest),
  );
  const offset = slip?.isAtValue ? valueAround(document, start) : start;
  const words = slip?.words ?? `is not YAML here (${message}); check indents, quotes and brackets`;
  return { offset, words };
}

/** Where the innermost quoted text, bracket, alias or block that reaches to an offset begins. */
function valueAround(document: Document, offset: number): number {
  let begins = offset;
  visit(document, {
    Node(_key, node) {
      const [from = 0, , to = 0] = node.range ?? [];
      const hasMark =
        isAlias(node) ||
        (isCollection(node) && node.flow === true) ||
        (isScalar(node) && node.type !== 'PLAIN');
      if (hasMark && from <= offset && to >= offset) begins = from;
    },
  });
  return begins;
}
