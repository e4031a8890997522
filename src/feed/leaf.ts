import { brokenReference, decodeReferences } from './entities.ts';
import type { Scanner, StartTag } from './scan.ts';
import { isItem, isKnown } from './structure.ts';

export interface Leaf {
  /** Plain or escaped text decoded once; where the element held tags, their source as HTML. */
  text: string;
  markup: boolean;
  /** The element had no end tag of its own. */
  unclosed: boolean;
}

export interface LeafContext {
  canonical: (name: string) => string;
  /** Start of the text that ends the item around the leaf, such as `</item`. */
  itemEnd: string;
  repairs: Set<string>;
}

const voidTags = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;

/** A tag as HTML has it: without prefix and namespace declarations, `<a/>` written out. */
function htmlTag(source: string, tag: StartTag): string {
  const name = tag.name.slice(tag.name.indexOf(':') + 1);
  const rest = source
    .slice(tag.start + 1 + tag.name.length, tag.end - (tag.selfClosing ? 2 : 1))
    .replace(/\sxmlns(?::[\w.-]{1,64})?\s{0,9}=\s{0,9}(?:"[^"]*"|'[^']*')/g, '')
    .trimEnd();
  const start = `<${name}${rest}>`;
  return tag.selfClosing && !voidTags.test(name) ? `${start}</${name}>` : start;
}

/**
 * Reads what an element of text holds, up to its end tag. Where that is missing (it does not come
 * before the item ends) the next field of the feed ends it, else tags inside belong to the text.
 */
export function readLeaf(scanner: Scanner, tag: StartTag, context: LeafContext): Leaf {
  const { source, search } = scanner;
  const endTag = `</${tag.name}`;
  const pieces: { kind: 'text' | 'cdata' | 'tag'; text: string }[] = [];
  let depth = 0;
  let unclosed = true;
  scanner.cdataLimit = endTag;
  for (let token = scanner.next(); token; token = scanner.next()) {
    if (token.kind !== 'open' && token.kind !== 'close') {
      pieces.push({ kind: token.kind, text: source.slice(token.start, token.end) });
      continue;
    }
    if (token.name === tag.name) {
      if (token.kind === 'open') depth += token.selfClosing ? 0 : 1;
      else if (depth === 0) {
        unclosed = false;
        break;
      } else depth -= 1;
    }
    const name = context.canonical(token.name);
    const ownEnd = () => search.next(endTag, token.start);
    const itemEnd = () => search.next(context.itemEnd, token.start);
    if (isItem(name) || name === 'channel' || (isKnown(name) && ownEnd() > itemEnd())) {
      scanner.rewind(token);
      break;
    }
    const text =
      token.kind === 'open' ? htmlTag(source, token) : `</${token.name.replace(/^.*:/, '')}>`;
    pieces.push({ kind: 'tag', text });
  }
  scanner.cdataLimit = null;
  const markup = pieces.some(({ kind }) => kind === 'tag');
  let text = '';
  for (const piece of pieces) {
    if (piece.kind !== 'text') text += piece.text;
    else {
      const broken = brokenReference(piece.text);
      if (broken === 'bare') context.repairs.add('"&" that begins no reference');
      if (broken === 'unknown') context.repairs.add('entities that XML does not know');
      if (piece.text.includes('<')) context.repairs.add('"<" that begins no tag');
      text += markup ? piece.text : decodeReferences(piece.text);
    }
  }
  return { text, markup, unclosed };
}
