import { type ChildNode, DomHandler, Element, isTag, type ParentNode } from 'domhandler';
import { decodeHTML, decodeHTMLAttribute } from 'entities';
import type { Parser } from 'htmlparser2';
import { type ClassNames, classNamesIn } from '../element-names/class-names.ts';
import { isSoughtClass } from '../element-words.ts';

/**
 * No honest article comes near these: of 1,505 real pages none has more than 11,600 elements, 17,800 attributes,
 * 6,600 pieces of text or 180,000 characters in them. Hostile ones are refused while they are still being parsed.
 */
const LIMITS = {
  depth: 512,
  elements: 25_000,
  /** Texts between two tags, outside scripts and style sheets, and all their characters. */
  texts: 10_000,
  characters: 1_000_000,
  /** Of one element. */
  attributes: 256,
  allAttributes: 100_000,
};

const MAX_MARKED = 1_000;

const marks = (attribute: string, value: string): boolean =>
  attribute === 'itemprop' || (attribute === 'rel' && value === 'author');

/** A page that is read no further. */
export class Refusal extends Error {
  readonly code: 'too-deep' | 'too-large';
  constructor(code: 'too-deep' | 'too-large', message: string) {
    super(message);
    this.code = code;
  }
}

/** Shorter texts are counted wherever they stand. */
const FEW = 40;

/** Elements whose text is no markup, so that `&amp;` in it means itself. */
const RAW_TEXT = new Set(['script', 'style', 'textarea', 'xmp']);
const isRawText = (node: ParentNode): boolean => isTag(node) && RAW_TEXT.has(node.name);

const NAMED = ['html', 'base', 'meta', 'link', 'script', 'title', 'h1', 'h2', 'time'] as const;

/** An element that is made with its class looked up, so that all of them have one shape in memory. */
class PageElement extends Element {
  constructor(name: string, attribs: Record<string, string>, names: ClassNames | undefined) {
    super(name, attribs);
    this.classNames = names;
  }
}

/** Builds the tree of a page, gathers the elements that the finders ask for, and refuses what no article comes near. */
export class TreeBuilder extends DomHandler {
  private readonly html: string;
  /** Where the parser is. */
  private place: Pick<Parser, 'startIndex' | 'endIndex'> = { startIndex: 0, endIndex: 0 };
  /** The first `&` from the place on that was last asked about. */
  private ampersand = -1;
  /** Elements with `itemprop`, `rel=author` or a class that names an author or a date, in page order. */
  readonly marked: Element[] = [];
  /** The elements of each name that is asked for. */
  private readonly named = new Map(NAMED.map((name): [string, Element[]] => [name, []]));
  /** Of the present element. */
  private isMarked = false;
  private label: string | undefined;
  private elements = 0;
  private attributes = 0;
  private allAttributes = 0;
  private texts = 0;
  private characters = 0;

  constructor(html: string) {
    super();
    this.html = html;
  }

  override onparserinit(parser: Parser): void {
    this.place = parser;
  }

  /** All elements of a name, in page order. */
  all(name: (typeof NAMED)[number]): Element[] {
    return this.named.get(name) ?? [];
  }

  // As DomHandler does, which asks a parent without children for its child at -1: a slow look-up in the engine, and a
  // tenth of the parse.
  protected override addNode(node: ChildNode): void {
    const parent = this.tagStack[this.tagStack.length - 1] as ParentNode;
    const { children } = parent;
    const previous = children.length > 0 ? (children[children.length - 1] as ChildNode) : null;
    children.push(node);
    if (previous) previous.next = node;
    node.prev = previous;
    node.parent = parent;
    this.lastNode = null;
  }

  onattribute(name: string, value: string): void {
    this.attributes += 1;
    if (name === 'class') this.label ??= value;
    else if (marks(name, value)) this.isMarked = true;
  }

  // The tokenizer leaves entities to us: few values and texts have any.
  override ontext(text: string): void {
    const { length } = text.trim();
    if (length === 0) return super.ontext(text);
    const isEscaped = this.hasAmpersand();
    const isRaw = (isEscaped || length > FEW) && isRawText(this.tagStack.at(-1) as ParentNode);
    if (!isRaw) this.count(length);
    super.ontext(isEscaped && !isRaw ? decodeHTML(text) : text);
  }

  /** Whether there is one in what the parser has just read. */
  private hasAmpersand(): boolean {
    const { startIndex, endIndex } = this.place;
    if (this.ampersand < startIndex) {
      const next = this.html.indexOf('&', startIndex);
      this.ampersand = next === -1 ? Infinity : next;
    }
    return this.ampersand <= endIndex;
  }

  override onopentag(name: string, attribs: Record<string, string>): void {
    if (this.attributes > 0 && this.hasAmpersand()) {
      for (const key of Object.keys(attribs)) {
        attribs[key] = decodeHTMLAttribute(attribs[key] as string);
      }
      this.label &&= attribs['class'];
    }
    const names = this.label === undefined ? undefined : classNamesIn(this.label);
    this.label = undefined;
    const element = new PageElement(name, attribs, names);
    this.addNode(element);
    this.tagStack.push(element);
    // The document is the first of the stack.
    if (this.tagStack.length - 1 > LIMITS.depth) {
      throw new Refusal('too-deep', `elements are nested more than ${LIMITS.depth} deep`);
    }
    if (this.attributes > LIMITS.attributes) {
      throw new Refusal('too-large', `<${name}> has more than ${LIMITS.attributes} attributes`);
    }
    this.allAttributes += this.attributes;
    if (this.allAttributes > LIMITS.allAttributes) {
      throw new Refusal('too-large', `more than ${LIMITS.allAttributes} attributes`);
    }
    this.attributes = 0;
    this.elements += 1;
    if (this.elements > LIMITS.elements) {
      throw new Refusal('too-large', `more than ${LIMITS.elements} elements`);
    }
    this.note(name, element);
  }

  private note(name: string, element: Element): void {
    this.named.get(name)?.push(element);
    if (element.classNames && isSoughtClass(element.classNames)) this.isMarked = true;
    if (this.isMarked && this.marked.length < MAX_MARKED) this.marked.push(element);
    this.isMarked = false;
  }

  private count(length: number): void {
    this.texts += 1;
    this.characters += length;
    if (this.texts > LIMITS.texts) {
      throw new Refusal('too-large', `more than ${LIMITS.texts} pieces of text`);
    }
    if (this.characters > LIMITS.characters) {
      throw new Refusal('too-large', `more than ${LIMITS.characters} characters of text`);
    }
  }

  // A comment says nothing to a reader, and skipping it saves its node.
  override oncomment(): void {}
  override oncommentend(): void {}
}
