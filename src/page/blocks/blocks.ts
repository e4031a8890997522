import {
  type AnyNode,
  type Document,
  Element,
  isTag,
  isText,
  type ParentNode,
  type Text,
} from 'domhandler';
import { isCalled } from '../element-names/class-names.ts';
import { HEADINGS } from '../element-hints.ts';
import {
  holdsArticle,
  isDropCap,
  isNoteMark,
  isSetAsBlock,
  isOutOfSight,
  letterOfPicture,
} from './inline.ts';
import { emptyLine, type Line, passagesOf } from './passages.ts';
import { DENSE, undoubled } from '../plain-text.ts';
import { isPictureElement, picturesBehind } from './pictures.ts';
import { Region } from './region.ts';
import { CROSSHEAD } from '../element-names/block-names.ts';

export type BlockKind = 'p' | 'h' | 'li' | 'quote';

/** A run of text that a browser sets as one block. */
export interface Block {
  kind: BlockKind;
  text: string;
  /** The nearest block-level element around the text. */
  region: Region;
  /** Characters of `text` inside links. */
  linkChars: number;
  /** Characters of running text: all or none of the block's. */
  good: number;
  /** The text nodes of each of its lines; lines are joined by a space. */
  lines: readonly (readonly Text[])[];
}

/** An element inside a region, before the block `at`. */
export interface Placed {
  element: Element;
  region: Region;
  at: number;
}

export interface PageBlocks {
  blocks: Block[];
  /** In reading order, each at the index of its number. */
  regions: Region[];
  images: Placed[];
  /** What stands between texts and is neither text nor picture: tables, frames, code, rules. */
  inserts: Placed[];
}

const wordSet = (list: string): Set<string> => new Set(list.split(' '));

const INLINE = wordSet(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q ruby s samp small span strike strong sub sup time tt u var wbr',
);
// Not text of the page: code, media, controls, and what only a browser without scripts shows.
const SKIPPED = wordSet(
  'audio button canvas datalist dialog embed head iframe input label map math meter nav noscript object option progress rp rt script select style svg template textarea title video',
);
const IN_HEAD = wordSet('base basefont bgsound link meta noscript script style template title');

/** Elements that say something by their place, whatever their text. */
const INSERTED = wordSet(
  'table pre hr dt blockquote iframe lite-youtube amp-youtube amp-twitter amp-instagram amp-vimeo amp-tiktok',
);

const MIN_PARAGRAPH = 40;
/** A longer text is none, whatever element it stands in: unclosed headings swallow the article. */
const MOST_OF_A_HEADING = 300;

const isTooLong = (text: string): boolean =>
  text.length > MOST_OF_A_HEADING || (text.length > MOST_OF_A_HEADING / 3 && DENSE.test(text));

/** Characters that count as running text: long enough to be a sentence, and not mostly links. */
function goodChars(kind: BlockKind, text: string, linkChars: number): number {
  const { length } = text;
  if (kind === 'h' || linkChars > length * 0.4) return 0;
  const min = kind === 'li' ? 2 * MIN_PARAGRAPH : MIN_PARAGRAPH;
  return length >= min || (length >= min / 2 && DENSE.test(text)) ? length : 0;
}

const isCrosshead = isCalled((label) => CROSSHEAD.any.test(label));

function blockKindOf(element: Element, outer: BlockKind): BlockKind {
  const { name } = element;
  if (HEADINGS.has(name) || isCrosshead(element)) return 'h';
  if (name === 'li') return 'li';
  if (name === 'blockquote') return 'quote';
  // An unclosed heading swallows the text after it: paragraphs in it are none of it.
  return name === 'p' && outer === 'h' ? 'p' : outer;
}

/** An element that scripts put for a `<br>`: empty, and called so. */
const isEmptyBreak = ({ children, attribs, name }: Element): boolean =>
  children.length === 0 &&
  name === 'span' &&
  attribs['class'] !== undefined &&
  /(?:^|\s)br(?:$|\s)/.test(attribs['class']);

/**
 * What holds the page though it seldom does: a head that nothing closed (`</head>` and `<body>` may be left out, which
 * the parser does not know), and the template of a shadow tree that the page shows.
 */
function holdsPage(element: Element): boolean {
  const { name, attribs, children } = element;
  if (name === 'noscript') return holdsArticle(element);
  if (name === 'template') return attribs['shadowrootmode'] !== undefined;
  return name === 'head' && children.some((child) => isTag(child) && !IN_HEAD.has(child.name));
}

/** Metadata amid the words of a line. Right in a block it stands between two things, such as caption and credit. */
const isInLine = ({ name, parent }: Element, { element }: Region): boolean =>
  (name === 'meta' || name === 'link') && parent !== element;

const BLANK_LINE = /\n[ \t]*\r?\n/;

class BlockReader implements PageBlocks {
  readonly blocks: Block[] = [];
  readonly regions: Region[] = [];
  readonly images: Placed[] = [];
  readonly inserts: Placed[] = [];
  /** The lines before the last `<br>` of the run. */
  private lines: Line[] = [];
  private line = emptyLine();
  private inLink = false;
  /** Whether the line holds a first letter alone, whose word the next block goes on with. */
  private isAfterDropCap = false;

  enter(element: Element, parent: Region | undefined, kind: BlockKind): void {
    const region = new Region(element, parent, this.regions.length);
    this.regions.push(region);
    this.read(element, region, kind);
    this.flush(region, kind);
    region.end = this.regions.length - 1;
  }

  private read(parent: ParentNode, region: Region, kind: BlockKind): void {
    for (const child of parent.children) this.node(child, region, kind);
  }

  private node(node: AnyNode, region: Region, kind: BlockKind): void {
    if (isText(node)) this.text(node, region, kind);
    else if (isTag(node)) {
      const { name } = node;
      if (name === 'br' || isEmptyBreak(node)) this.lineBreak(region, kind);
      else if (isPictureElement(node)) this.picture(node, region, kind);
      else if (INLINE.has(name) && !isCrosshead(node) && !isSetAsBlock(node)) {
        if (!isOutOfSight(node) && !isNoteMark(node)) this.inline(node, region, kind);
      } else this.blockLevel(node, region, kind);
    }
  }

  private picture(node: Element, region: Region, kind: BlockKind): void {
    const letter = letterOfPicture(node);
    if (letter) this.text(letter, region, kind);
    else this.images.push(this.placed(node, region));
  }

  private blockLevel(node: Element, region: Region, kind: BlockKind): void {
    const { name } = node;
    if (isDropCap(node)) {
      this.flush(region, kind);
      this.read(node, region, kind);
      this.isAfterDropCap = true;
      return;
    }
    for (const image of picturesBehind(node)) this.images.push(this.placed(image, region));
    if (INSERTED.has(name)) this.inserts.push(this.placed(node, region));
    if ((SKIPPED.has(name) || isInLine(node, region)) && !holdsPage(node)) return;
    this.flush(region, kind);
    this.enter(node, region, blockKindOf(node, kind));
  }

  /** What stands amid the words of a block comes after it. */
  private placed(element: Element, region: Region): Placed {
    const isAmid = this.lines.length > 0 || this.line.text.trim() !== '';
    return { element, region, at: this.blocks.length + (isAmid ? 1 : 0) };
  }

  /**
   * A link that was not closed ends where the next begins (HTML Living Standard, 13.2.6.4.7, "a"); the parser leaves
   * it open around all that follows.
   */
  private inline(node: Element, region: Region, kind: BlockKind): void {
    const isLink = node.name === 'a';
    if (isLink)
      this.inLink = node.attribs['href'] !== undefined || node.attribs['name'] === undefined;
    this.read(node, region, kind);
    if (isLink) this.inLink = false;
  }

  private text(node: Text, region: Region, kind: BlockKind): void {
    if (this.isAfterDropCap && node.data.trim() === '') return;
    this.isAfterDropCap = false;
    if (region.element.name !== 'pre') {
      this.line.nodes.push(node);
      return this.add(node.data);
    }
    for (const [at, part] of node.data.split(BLANK_LINE).entries()) {
      if (at > 0) this.lineBreak(region, kind);
      this.add(part);
    }
  }

  private add(data: string): void {
    this.line.text += data;
    if (this.inLink) this.line.links += ` ${data}`;
  }

  // Two line breaks in a row end a paragraph; one does between long sentences, and else is a space.
  private lineBreak(region: Region, kind: BlockKind): void {
    if (this.line.text.trim()) {
      this.lines.push(this.line);
      this.line = emptyLine();
    } else this.flush(region, kind);
  }

  private flush(region: Region, kind: BlockKind): void {
    if (this.isAfterDropCap) return;
    if (this.line.text) this.lines.push(this.line);
    if (this.lines.length === 0) return;
    for (const { text, linkChars, isItem, lines } of passagesOf(this.lines)) {
      const set = kind === 'h' && isTooLong(text) ? 'p' : kind;
      const good = goodChars(set, text, linkChars);
      const said = set === 'h' ? undoubled(text) : text;
      const shown = set === 'p' && isItem ? 'li' : set;
      this.blocks.push({ kind: shown, text: said, region, linkChars, good, lines });
    }
    this.lines = [];
    this.line = emptyLine();
  }
}

/** Every block of visible text, in reading order. The first region is the whole document. */
export function readBlocks({ children }: Document): PageBlocks {
  const reader = new BlockReader();
  // Broken pages put text beside their `html` element, so the root is one around all there is.
  reader.enter(new Element('html', {}, children), undefined, 'p');
  return reader;
}
