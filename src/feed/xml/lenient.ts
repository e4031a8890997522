import { CUT_OFF } from '../repairs.ts';
import { childrenOf, type XmlElement, type XmlFeed } from './element.ts';
import { decodeReferences } from './entities.ts';
import { readLeaf } from './leaf.ts';
import { canonicalNames, canonicalPrefix } from './names.ts';
import { attributesOf, Scanner, type CharacterData, type StartTag } from './scan.ts';
import {
  isItem,
  isKnown,
  isLeaf,
  MAX_ITEMS,
  MAX_SIBLINGS,
  MAX_SITEMAP_ITEMS,
  mayHold,
} from './structure.ts';

interface Frame {
  /** The tag's name as written. */
  raw: string;
  name: string;
  element: XmlElement;
  bindings: Map<string, string>;
  canonical: (name: string) => string;
}

/** Feeds nest about ten deep; what lies deeper is read as if it lay here. */
const MAX_XML_DEPTH = 100;
/** Namespaces in force at one place; a hostile document may pile them up. */
const MAX_BINDINGS = 300;

const ROOTS = new Set(['rss', 'feed', 'rdf:RDF', 'channel', 'urlset', 'sitemapindex']);

/**
 * Reads any text that resembles a feed, in one linear pass: what is not closed ends where it must
 * have ended, what was never opened is passed over, and markup inside a text is kept in order, as
 * HTML. `repairs` says what was mended; it stays empty for a sound document.
 */
class LenientReader {
  readonly #repairs = new Set<string>();
  readonly #scanner: Scanner;
  readonly #stack: Frame[] = [];
  readonly #items: XmlElement[] = [];
  readonly #bases: string[] = [];
  #root: Frame | null = null;
  #channel: XmlElement | null = null;

  constructor(xml: string, from: number) {
    this.#scanner = new Scanner(xml, from);
  }

  read(): XmlFeed {
    for (let token = this.#scanner.next(); token; token = this.#scanner.next()) {
      if (token.kind === 'open') this.#open(token);
      else if (token.kind === 'close') this.#close(token.name);
      else this.#text(token);
      if (this.#items.length > this.#cap()) break;
    }
    if (this.#items.length > this.#cap()) {
      this.#items.pop();
      this.#repairs.add(`more than ${this.#cap()} entries: the rest is left out`);
    } else if (this.#stack.length > 0) this.#repairs.add(CUT_OFF);
    return {
      root: this.#root?.name ?? '',
      channel: this.#channel ?? this.#root?.element ?? {},
      items: this.#items,
      bases: this.#bases,
      repairs: [...this.#repairs],
    };
  }

  /** A tag's name is read with the namespaces declared on it and around it. */
  #frameOf(tag: StartTag, attributes: Record<string, string>): Frame {
    const outer = this.#stack.at(-1);
    const around = outer?.bindings ?? new Map<string, string>();
    const declared = Object.keys(attributes).filter((key) => /^xmlns(?::|$)/.test(key));
    const full = around.size > MAX_BINDINGS || this.#stack.length >= MAX_XML_DEPTH;
    const unchanged = outer && (full || declared.length === 0);
    const bindings = unchanged ? around : new Map(around);
    for (const key of unchanged ? [] : declared) {
      const prefix = key.slice('xmlns:'.length);
      const uri = attributes[key] ?? '';
      bindings.set(prefix, canonicalPrefix(prefix, uri, outer === undefined));
    }
    const canonical = unchanged ? outer.canonical : canonicalNames(bindings);
    return { raw: tag.name, name: canonical(tag.name), element: {}, bindings, canonical };
  }

  #open(tag: StartTag): void {
    const source = this.#scanner.source.slice(tag.start, tag.end);
    const attributes = source.includes('=') ? attributesOf(source, tag.name) : {};
    const frame = this.#frameOf(tag, attributes);
    if (Object.keys(attributes).length > 0) frame.element['$'] = attributes;
    if (this.#root === null) {
      if (ROOTS.has(frame.name) || isItem(frame.name, '')) {
        this.#root = frame;
      } else return;
    }
    this.#makeRoom(frame.name, tag.start);
    const parent = this.#stack.at(-1);
    if (isLeaf(frame.name) && !tag.selfClosing && !this.#isItem(frame.name))
      this.#readLeaf(tag, frame);
    else if (!tag.selfClosing && this.#stack.length < MAX_XML_DEPTH) this.#stack.push(frame);
    if (this.#isItem(frame.name)) this.#items.push(frame.element);
    else if (frame.name === 'channel' || this.#root === frame) {
      this.#channel ??= frame.name === 'feed' || frame.name === 'channel' ? frame.element : null;
      const base = attributes['xml:base'];
      if (base !== undefined && frame.element !== this.#channel) this.#bases.push(base);
    } else if (parent && isKnown(frame.name)) append(parent.element, frame);
  }

  /** Closes what a tag of this name shows to have been left open. */
  #makeRoom(name: string, at: number): void {
    if (this.#isItem(name)) {
      const open = this.#stack.findIndex((frame) => this.#isItem(frame.name));
      if (open >= 0) this.#closeDownTo(open);
      return;
    }
    for (let top = this.#stack.at(-1); top; top = this.#stack.at(-1)) {
      if (mayHold(top.name, name) || !isKnown(name)) return;
      const { search } = this.#scanner;
      if (search.next(`</${top.raw}`, at) < search.next(this.#itemEnd(), at)) return;
      this.#closeDownTo(this.#stack.length - 1);
    }
  }

  #isItem(name: string): boolean {
    return isItem(name, this.#root?.name ?? '');
  }

  #cap(): number {
    return /^(?:urlset|sitemapindex)$/.test(this.#root?.name ?? '') ? MAX_SITEMAP_ITEMS : MAX_ITEMS;
  }

  #itemEnd(): string {
    const item = this.#stack.find((frame) => this.#isItem(frame.name));
    return item ? `</${item.raw}` : this.#root?.name === 'feed' ? '<entry' : '<item';
  }

  #closeDownTo(depth: number): void {
    this.#repairs.add('elements without an end');
    this.#stack.length = depth;
  }

  #readLeaf(tag: StartTag, frame: Frame): void {
    const { text, markup, unclosed } = readLeaf(this.#scanner, tag, {
      canonical: frame.canonical,
      isItem: (name) => this.#isItem(name),
      itemEnd: this.#itemEnd(),
      repairs: this.#repairs,
    });
    if (unclosed) this.#repairs.add('elements without an end');
    frame.element['_'] = text;
    if (!markup) return;
    const attributes = (frame.element['$'] ??= {}) as Record<string, string>;
    if (attributes['type'] === 'xhtml') frame.element['_'] = unwrapped(text);
    attributes['type'] = 'html';
  }

  #close(raw: string): void {
    const top = this.#stack.at(-1);
    if (!top) return;
    const name = top.canonical(raw);
    const depth = this.#stack.findLastIndex((frame) => frame.raw === raw || frame.name === name);
    if (depth < 0) {
      this.#repairs.add('end tags of elements that were never opened');
      return;
    }
    if (depth < this.#stack.length - 1) this.#repairs.add('elements without an end');
    this.#stack.length = depth;
  }

  #text(token: CharacterData): void {
    const top = this.#stack.at(-1);
    if (!top || !isKnown(top.name)) return;
    const text = this.#scanner.source.slice(token.start, token.end);
    if (text.trim() === '') return;
    const before = top.element['_'];
    const more = token.kind === 'cdata' ? text : decodeReferences(text);
    top.element['_'] = typeof before === 'string' ? before + more : more;
  }
}

function append(parent: XmlElement, { name, element }: Frame): void {
  const siblings = childrenOf(parent, name);
  if (siblings.length === 0) parent[name] = [element];
  else if (siblings.length < MAX_SIBLINGS) siblings.push(element);
}

/** Atom's XHTML content is a `div` that is not part of the content (RFC 4287, 3.1.1.3). */
function unwrapped(xhtml: string): string {
  const text = xhtml.trim();
  const start = /^<div\b[^>]*>/i.exec(text)?.[0];
  return start && text.endsWith('</div>') ? text.slice(start.length, -'</div>'.length) : xhtml;
}

/** @param from - Index of the root's start tag. */
export function readLenient(xml: string, from: number): XmlFeed {
  return new LenientReader(xml, from).read();
}
