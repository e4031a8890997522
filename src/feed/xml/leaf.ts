import { brokenReference, decodeReferences } from './entities.ts';
import type { Scanner, StartTag } from './scan.ts';
import { isKnown } from './structure.ts';

export interface Leaf {
  /** Plain or escaped text decoded once; where the element held tags, their source as HTML. */
  text: string;
  markup: boolean;
  /** The element had no end tag of its own. */
  unclosed: boolean;
}

export interface LeafContext {
  canonical: (name: string) => string;
  isItem: (name: string) => boolean;
  /** Start of the text that ends the item around the leaf, such as `</item`. */
  itemEnd: string;
  repairs: Set<string>;
}

const VOID_TAGS = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;

/** A tag as HTML has it: without prefix and namespace declarations, `<a/>` written out. */
function htmlTag(source: string, tag: StartTag): string {
  const name = tag.name.slice(tag.name.indexOf(':') + 1);
  const rest = source
    .slice(tag.start + 1 + tag.name.length, tag.end - (tag.selfClosing ? 2 : 1))
    .replace(/\sxmlns(?::[\w.-]{1,64})?\s{0,9}=\s{0,9}(?:"[^"]*"|'[^']*')/g, '')
    .trimEnd();
  const start = `<${name}${rest}>`;
  return tag.selfClosing && !VOID_TAGS.test(name) ? `${start}</${name}>` : start;
}

/** More markup than any article has: what goes beyond loses its tags. */
const MAX_TAGS = 50_000;

/** Collects the content of a leaf, as text while it may be one and as HTML source once a tag shows it is not. */
class LeafText {
  #plain = '';
  #html = '';
  #tags = 0;
  readonly #repairs: Set<string>;

  constructor(repairs: Set<string>) {
    this.#repairs = repairs;
  }

  addText(text: string): void {
    const broken = brokenReference(text);
    if (broken === 'bare') this.#repairs.add('"&" that begins no reference');
    if (broken === 'unknown') this.#repairs.add('entities that XML does not know');
    if (text.includes('<')) this.#repairs.add('"<" that begins no tag');
    if (this.#tags === 0) this.#plain += decodeReferences(text);
    this.#html += text;
  }

  addCdata(text: string): void {
    if (this.#tags === 0) this.#plain += text;
    this.#html += text;
  }

  addTag(html: string): void {
    this.#tags += 1;
    if (this.#tags <= MAX_TAGS) this.#html += html;
    else this.#repairs.add(`more than ${MAX_TAGS} tags in one text`);
  }

  get markup(): boolean {
    return this.#tags > 0;
  }

  get text(): string {
    return this.markup ? this.#html : this.#plain;
  }
}

/**
 * Reads what an element of text holds, up to its end tag. Where that is missing (it does not come
 * before the item ends) the next field of the feed ends it, else tags inside belong to the text.
 */
export function readLeaf(scanner: Scanner, tag: StartTag, context: LeafContext): Leaf {
  const { source, search } = scanner;
  const endTag = `</${tag.name}`;
  const content = new LeafText(context.repairs);
  let depth = 0;
  let unclosed = true;
  for (let token = scanner.next(endTag); token; token = scanner.next(endTag)) {
    if (token.kind !== 'open' && token.kind !== 'close') {
      const text = source.slice(token.start, token.end);
      if (token.kind === 'text') content.addText(text);
      else content.addCdata(text);
    } else {
      if (token.name === tag.name) {
        if (token.kind === 'open') depth += token.selfClosing ? 0 : 1;
        else if (depth === 0) {
          unclosed = false;
          break;
        } else depth -= 1;
      }
      const name = context.canonical(token.name);
      const closedLater = () =>
        search.next(endTag, token.start) <= search.next(context.itemEnd, token.start);
      if (context.isItem(name) || name === 'channel' || (isKnown(name) && !closedLater())) {
        scanner.rewind(token);
        break;
      }
      content.addTag(
        token.kind === 'open' ? htmlTag(source, token) : `</${token.name.replace(/^.*:/, '')}>`,
      );
    }
  }
  return { text: content.text, markup: content.markup, unclosed };
}
