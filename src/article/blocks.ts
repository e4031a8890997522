import { type AnyNode, type Element, isTag, isText, type ParentNode } from 'domhandler';
import { plain } from './plain-text.ts';

export type BlockKind = 'p' | 'h' | 'li' | 'quote';

/** A run of text that a browser sets as one block. */
export interface Block {
  kind: BlockKind;
  text: string;
  /** The nearest block-level element around the text. */
  element: Element;
  /** Characters of `text` inside links. */
  linkChars: number;
  /** Characters of `text` inside `<b>`, `<strong>`. */
  boldChars: number;
}

const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

// Not text of the page: code, media, controls, and what only a browser without scripts shows.
const SKIPPED = new Set(
  'audio button canvas datalist dialog embed head iframe input map math meter nav noscript object option picture progress rp rt script select style svg template textarea title video'.split(
    ' ',
  ),
);

const HEADING = /^h[1-6]$/;

interface Run {
  parts: string[];
  links: string[];
  bold: string[];
  /** Whether a `<br>` stands at the end of the run. */
  broken: boolean;
}

const emptyRun = (): Run => ({ parts: [], links: [], bold: [], broken: false });

class BlockReader {
  readonly blocks: Block[] = [];
  private run = emptyRun();

  read(
    parent: ParentNode,
    owner: Element,
    kind: BlockKind,
    inLink: boolean,
    inBold: boolean,
  ): void {
    for (const child of parent.children) this.node(child, owner, kind, inLink, inBold);
  }

  private node(
    node: AnyNode,
    owner: Element,
    kind: BlockKind,
    inLink: boolean,
    inBold: boolean,
  ): void {
    if (isText(node)) this.text(node.data, inLink, inBold);
    else if (isTag(node) && !SKIPPED.has(node.name)) {
      const { name } = node;
      if (name === 'br') this.lineBreak(owner, kind);
      else if (INLINE.has(name)) {
        if (isHidden(node)) return;
        this.read(
          node,
          owner,
          kind,
          inLink || name === 'a',
          inBold || name === 'b' || name === 'strong',
        );
      } else {
        this.flush(owner, kind);
        const inner = kindOf(name, kind);
        this.read(node, node, inner, inLink, inBold);
        this.flush(node, inner);
      }
    }
  }

  private text(data: string, inLink: boolean, inBold: boolean): void {
    const { run } = this;
    run.parts.push(data);
    if (inLink) run.links.push(data);
    if (inBold) run.bold.push(data);
    if (run.broken && data.trim()) run.broken = false;
  }

  // Two line breaks in a row end a paragraph; one is a space.
  private lineBreak(owner: Element, kind: BlockKind): void {
    if (this.run.broken) this.flush(owner, kind);
    else {
      this.run.parts.push(' ');
      this.run.broken = true;
    }
  }

  flush(element: Element, kind: BlockKind): void {
    const { run } = this;
    if (run.parts.length === 0) return;
    this.run = emptyRun();
    const text = plain(run.parts.join(''));
    if (!text) return;
    this.blocks.push({
      kind,
      text,
      element,
      linkChars: run.links.length === 0 ? 0 : plain(run.links.join(' ')).length,
      boldChars: run.bold.length === 0 ? 0 : plain(run.bold.join(' ')).length,
    });
  }
}

function kindOf(name: string, outer: BlockKind): BlockKind {
  if (HEADING.test(name)) return 'h';
  if (name === 'li') return 'li';
  if (name === 'blockquote') return 'quote';
  // An unclosed heading swallows the text after it: paragraphs in it are none of it.
  if (name === 'p' && outer === 'h') return 'p';
  return outer;
}

export function isHidden({ attribs }: Element): boolean {
  if (attribs['hidden'] !== undefined) return true;
  const style = attribs['style'];
  return style !== undefined && /display\s*:\s*none/i.test(style);
}

/** Every block of visible text under `root`, in reading order. */
export function readBlocks(root: Element): Block[] {
  const reader = new BlockReader();
  reader.read(root, root, 'p', false, false);
  reader.flush(root, 'p');
  return reader.blocks;
}
