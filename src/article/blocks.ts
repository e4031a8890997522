import { type AnyNode, type Document, Element, isTag, isText, type ParentNode } from 'domhandler';
import { isHidden } from './element-hints.ts';
import { DENSE, plain } from './plain-text.ts';
import { Region } from './region.ts';

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
}

/** An element inside a region. */
export interface Placed {
  element: Element;
  region: Region;
}

export interface PageBlocks {
  blocks: Block[];
  /** In reading order, each at the index of its number. */
  regions: Region[];
  images: Placed[];
}

const words = (list: string): Set<string> => new Set(list.split(' '));

const INLINE = words(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q ruby s samp small span strike strong sub sup time tt u var wbr',
);
// Not text of the page: code, media, controls, and what only a browser without scripts shows.
const SKIPPED = words(
  'audio button canvas datalist dialog embed head iframe input map math meter nav noscript object option progress rp rt script select style svg template textarea title video',
);
const HEADINGS = words('h1 h2 h3 h4 h5 h6');

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

function kindOf(name: string, outer: BlockKind): BlockKind {
  if (HEADINGS.has(name)) return 'h';
  if (name === 'li') return 'li';
  if (name === 'blockquote') return 'quote';
  // An unclosed heading swallows the text after it: paragraphs in it are none of it.
  return name === 'p' && outer === 'h' ? 'p' : outer;
}

/** "(opens in a new window)": text that no eye sees. */
const UNSEEN =
  /(?:^|[\s_-])(?:sr-only|visually-?hidden|hidden-visually|screen-?reader(?:-text)?|a11y-hidden|vh)(?:$|\s)/i;

const isForScreenReaders = ({ attribs }: Element): boolean =>
  attribs['class'] !== undefined && UNSEEN.test(attribs['class']);

/** An element that scripts put for a `<br>`: empty, and called so. */
const isEmptyBreak = ({ children, attribs, name }: Element): boolean =>
  children.length === 0 &&
  name === 'span' &&
  attribs['class'] !== undefined &&
  /(?:^|\s)br(?:$|\s)/.test(attribs['class']);

class BlockReader implements PageBlocks {
  readonly blocks: Block[] = [];
  readonly regions: Region[] = [];
  readonly images: Placed[] = [];
  private parts: string[] = [];
  private links: string[] = [];
  /** Whether a `<br>` stands at the end of the run. */
  private broken = false;

  enter(element: Element, parent: Region | undefined, kind: BlockKind, inLink: boolean): void {
    const region = new Region(element, parent, this.regions.length);
    this.regions.push(region);
    this.read(element, region, kind, inLink);
    this.flush(region, kind);
    region.end = this.regions.length - 1;
  }

  private read(parent: ParentNode, region: Region, kind: BlockKind, inLink: boolean): void {
    for (const child of parent.children) this.node(child, region, kind, inLink);
  }

  private node(node: AnyNode, region: Region, kind: BlockKind, inLink: boolean): void {
    if (isText(node)) this.text(node.data, inLink);
    else if (isTag(node)) {
      const { name } = node;
      if (name === 'br' || isEmptyBreak(node)) this.lineBreak(region, kind);
      else if (name === 'img' || name === 'amp-img') this.images.push({ element: node, region });
      else if (INLINE.has(name)) {
        if (!isHidden(node) && !isForScreenReaders(node))
          this.read(node, region, kind, inLink || name === 'a');
      } else if (!SKIPPED.has(name)) {
        this.flush(region, kind);
        this.enter(node, region, kindOf(name, kind), inLink);
      }
    }
  }

  private text(data: string, inLink: boolean): void {
    this.parts.push(data);
    if (inLink) this.links.push(data);
    if (this.broken && data.trim()) this.broken = false;
  }

  // Two line breaks in a row end a paragraph; one does between long sentences, and else is a space.
  private lineBreak(region: Region, kind: BlockKind): void {
    if (this.broken) this.flush(region, kind);
    else {
      this.parts.push(BREAK);
      this.broken = true;
    }
  }

  private linkCharsIn(text: string, isWhole: boolean): number {
    if (this.links.length === 0) return 0;
    if (isWhole) return plain(this.links.join(' ')).length;
    const inside = this.links.map(plain).filter((link) => link && text.includes(link));
    return inside.reduce((sum, link) => sum + link.length, 0);
  }

  private flush(region: Region, kind: BlockKind): void {
    if (this.parts.length === 0) return;
    const lines = linesOf(this.parts.join(''));
    for (const text of lines) {
      const linkChars = this.linkCharsIn(text, lines.length === 1);
      const shown = kind === 'h' && isTooLong(text) ? 'p' : kind;
      const good = goodChars(shown, text, linkChars);
      this.blocks.push({ kind: shown, text, region, linkChars, good });
    }
    this.parts = [];
    this.links = [];
    this.broken = false;
  }
}

const BREAK = '\u2028';
const SENTENCE_END = /[.!?。！？]["”’»)\]]*$/;
const MIN_LINE = 60;

/** The paragraphs that a run of text with single line breaks is, as plain text. */
function linesOf(run: string): string[] {
  const lines: string[] = [];
  for (const part of run.split(BREAK)) {
    const text = plain(part);
    if (!text) continue;
    const last = lines.at(-1);
    const isNew =
      !last || (Math.min(last.length, text.length) >= MIN_LINE && SENTENCE_END.test(last));
    if (isNew) lines.push(text);
    else lines[lines.length - 1] = `${last} ${text}`;
  }
  return lines;
}

/** Every block of visible text, in reading order. The first region is the whole document. */
export function readBlocks({ children }: Document): PageBlocks {
  const reader = new BlockReader();
  // Broken pages put text beside their `html` element, so the root is one around all there is.
  reader.enter(new Element('html', {}, children), undefined, 'p', false);
  return reader;
}
