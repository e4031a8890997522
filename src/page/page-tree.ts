import {
  type ChildNode,
  type Document,
  DomHandler,
  Element,
  isTag,
  type ParentNode,
} from 'domhandler';
import { decodeHTML, decodeHTMLAttribute } from 'entities';
import { Parser } from 'htmlparser2';
import { type ClassNames, classNamesIn } from './element-names/class-names.ts';
import { isSoughtClass } from './element-words.ts';
import { SeekingTokenizer } from './seeking-tokenizer.ts';

/**
 * No honest article comes near these: of 1,505 real pages none has more than 11,600 elements, 17,800 attributes,
 * 6,600 pieces of text or 180,000 characters in them. Hostile ones are refused while they are still being parsed.
 */
const LIMITS = {
  page: 16_000_000,
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

/** The parsed page, with the elements the finders ask for, gathered while parsing. */
export interface PageTree {
  document: Document;
  html: Element | undefined;
  /** `<base href>`, of which the first counts. */
  bases: Element[];
  metas: Element[];
  links: Element[];
  /** `<script type="application/…json">`: data blocks, never code. */
  dataScripts: Element[];
  /** Scripts without `src`: read for the data in them, never evaluated. */
  inlineScripts: Element[];
  titles: Element[];
  /** `<h1>`. */
  headings: Element[];
  /** `<h2>`. */
  subheads: Element[];
  times: Element[];
  /** Elements with `itemprop`, `rel=author` or a class that names an author or a date, in page order. */
  marked: Element[];
}

export type ParseOutcome =
  | { kind: 'tree'; tree: PageTree }
  | { kind: 'refused'; code: 'too-deep' | 'too-large'; message: string };

class Refusal extends Error {
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

class PageElement extends Element {
  constructor(name: string, attribs: Record<string, string>, names: ClassNames | undefined) {
    super(name, attribs);
    this.classNames = names;
  }
}

class TreeBuilder extends DomHandler {
  private readonly html: string;
  /** Where the parser is. */
  private place: Pick<Parser, 'startIndex' | 'endIndex'> = { startIndex: 0, endIndex: 0 };
  /** The first `&` from the place on that was last asked about. */
  private ampersand = -1;
  private readonly marked: Element[] = [];
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

  get tree(): PageTree {
    const all = (name: (typeof NAMED)[number]): Element[] => this.named.get(name) ?? [];
    const scripts = all('script');
    const isData = ({ attribs }: Element): boolean => attribs['type']?.includes('json') ?? false;
    return {
      document: this.root,
      html: all('html')[0],
      bases: all('base'),
      metas: all('meta'),
      links: all('link'),
      dataScripts: scripts.filter(isData),
      inlineScripts: scripts.filter(
        (script) => !isData(script) && script.attribs['src'] === undefined,
      ),
      titles: all('title'),
      headings: all('h1'),
      subheads: all('h2'),
      times: all('time'),
      marked: this.marked,
    };
  }

  // As in the handler above it, which looks for a child before the first and so costs a tenth of the parse.
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

/** Whether an element still stands in the document, or in what was taken out of it. */
function isAttached(element: Element, document: Document): boolean {
  let at: ParentNode | null = element;
  while (at && at !== document) at = at.parent;
  return at !== null;
}

/** The tree after elements were taken out of its document: what was gathered from them goes too. */
export function withoutRemoved(tree: PageTree): PageTree {
  const { document, html, ...gathered } = tree;
  const left = Object.entries(gathered).map(([name, elements]: [string, Element[]]) => [
    name,
    elements.filter((element) => isAttached(element, document)),
  ]);
  return { document, html, ...(Object.fromEntries(left) as typeof gathered) };
}

/** Parses once, in time linear in the page's length; refuses instead of labouring. */
export function parsePage(html: string): ParseOutcome {
  if (html.length > LIMITS.page) {
    return {
      kind: 'refused',
      code: 'too-large',
      message: `The page has ${html.length} characters; more than ${LIMITS.page} are not read.`,
    };
  }
  const builder = new TreeBuilder(html);
  try {
    new Parser(builder, { Tokenizer: SeekingTokenizer }).end(html);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return {
      kind: 'refused',
      code: error.code,
      message: `The page is not read: ${error.message}.`,
    };
  }
  return { kind: 'tree', tree: builder.tree };
}
