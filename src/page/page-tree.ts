import { type Document, type Element, type ParentNode } from 'domhandler';
import { Parser } from 'htmlparser2';
import { SeekingTokenizer } from './parser/seeking-tokenizer.ts';
import { Refusal, TreeBuilder } from './parser/tree-builder.ts';

/** No page of news comes near it. */
const MOST_CHARACTERS = 16_000_000;

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

const isDataBlock = ({ attribs }: Element): boolean => attribs['type']?.includes('json') ?? false;

function treeOf(builder: TreeBuilder): PageTree {
  const scripts = builder.all('script');
  return {
    document: builder.root,
    html: builder.all('html')[0],
    bases: builder.all('base'),
    metas: builder.all('meta'),
    links: builder.all('link'),
    dataScripts: scripts.filter(isDataBlock),
    inlineScripts: scripts.filter(
      (script) => !isDataBlock(script) && script.attribs['src'] === undefined,
    ),
    titles: builder.all('title'),
    headings: builder.all('h1'),
    subheads: builder.all('h2'),
    times: builder.all('time'),
    marked: builder.marked,
  };
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
  if (html.length > MOST_CHARACTERS) {
    return {
      kind: 'refused',
      code: 'too-large',
      message: `The page has ${html.length} characters; more than ${MOST_CHARACTERS} are not read.`,
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
  return { kind: 'tree', tree: treeOf(builder) };
}
