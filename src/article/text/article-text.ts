import { articleScope } from './article-scope.ts';
import { type Block, type PageBlocks, readBlocks } from '../../page/blocks/blocks.ts';
import { type Body, bodyOf, findBody } from './body.ts';
import { stateText, structuredText } from './embedded-text.ts';
import type { Page } from '../../page/page.ts';
import { folded, plain } from '../../page/plain-text.ts';
import type { Provenance } from '../../article-record.ts';
import type { RuleMatches } from '../rules/source-rules.ts';
import { findStandfirst, splitStandfirst } from './standfirst.ts';

/** The page's text as a reader meets it. */
export interface PageText extends PageBlocks {
  /** From the headline to the end of its article; all blocks on a page without a headline. */
  scope: Block[];
  /** The lines after the headline, among which byline and date stand. */
  near: Block[];
  /** The lines right before the headline. */
  before: Block[];
}

export const NO_TEXT: PageText = {
  blocks: [],
  regions: [],
  images: [],
  inserts: [],
  scope: [],
  near: [],
  before: [],
};

export interface ArticleText extends Body {
  from: Provenance;
  subtitle?: string;
}

const NEAR_LINES = 15;
const BEFORE = 6;
/** Lines below the headline among which its standfirst is. */
const MOST_BELOW = 100;
/** A text of this length is the article, whatever the page's data holds. */
const ENOUGH = 1_000;
const TIMES = 2.5;

export function readPageText(page: Page, title: string | undefined): PageText {
  const read = readBlocks(page.tree.document);
  const { blocks } = read;
  const scope = articleScope(blocks, title);
  if (scope === blocks) return { ...read, blocks, scope, near: [], before: [] };
  const start = blocks.indexOf(scope[0] as Block);
  return {
    ...read,
    blocks,
    scope,
    near: scope.slice(0, NEAR_LINES),
    before: blocks.slice(Math.max(0, start - BEFORE), Math.max(0, start)),
  };
}

function findStandfirstBefore(
  first: Block | undefined,
  page: Page,
  text: PageText,
): Block | undefined {
  if (!first || text.scope === text.blocks) return undefined;
  return findStandfirst(
    text.scope.slice(0, Math.min(MOST_BELOW, Math.max(0, text.scope.indexOf(first)))),
    page.says.descriptions.map(({ text: description }) => description),
    new Set(text.images.map(({ region }) => region)),
  );
}

function pictureTexts({ images }: PageText): Set<string> {
  return new Set(
    images.flatMap(({ element: { attribs } }) => [
      plain(attribs['alt'] ?? ''),
      plain(attribs['title'] ?? ''),
    ]),
  );
}

/** The article's blocks: where the source's rule says, else found; undefined on a page without running text. */
export function readArticleText(
  page: Page,
  text: PageText,
  matches: RuleMatches,
  authors: string[],
): ArticleText | undefined {
  const known = { authors, pictures: pictureTexts(text), keepLinks: matches.keepLinks };
  const named = new Set(matches.of('body'));
  const chosen = named.size > 0 ? text.regions.filter(({ element }) => named.has(element)) : [];
  if (chosen.length > 0) {
    const ruled = bodyOf(chosen, text.blocks, text, known);
    if (ruled.blocks.length > 0) {
      const subtitle = findStandfirstBefore(ruled.blocks[0], page, text)?.text;
      return { ...ruled, from: 'rule', ...(subtitle && { subtitle }) };
    }
  }
  const found = findBody(text.scope, text, known) ?? findBody(text.blocks, text, known);
  const embedded = embeddedText(page, text, found, authors);
  if (embedded) return embedded;
  if (!found) return undefined;
  const { lead, subtitle } = splitStandfirst(findStandfirstBefore(found.blocks[0], page, text));
  return {
    ...found,
    blocks: saidOnce([...lead, ...found.blocks]),
    from: 'text',
    ...(subtitle && { subtitle }),
  };
}

const MIN_REPEATED_STANDFIRST = 40;

/** Without a standfirst that is made of the article's first sentences, or of the first one without the place. */
function saidOnce(blocks: Block[]): Block[] {
  const [lead = '', own = ''] = blocks.slice(0, 2).map(({ text }) => folded(text));
  const isRepeated =
    (own.length >= MIN_REPEATED_STANDFIRST && lead.startsWith(own)) ||
    (lead.length >= MIN_REPEATED_STANDFIRST && own.includes(lead));
  return isRepeated ? blocks.slice(1) : blocks;
}

const lengthOf = (blocks: Block[]): number =>
  blocks.reduce((sum, { text }) => sum + text.length, 0);

/** What the page's markup lacks and its data holds: taken where it is several times as long. */
function embeddedText(
  page: Page,
  { regions }: PageText,
  found: Body | undefined,
  authors: string[],
): ArticleText | undefined {
  const shown = found ? lengthOf(found.blocks) : 0;
  if (shown > ENOUGH) return undefined;
  const structured = structuredText(page, authors);
  const blocks = structured.length > 0 ? structured : stateText(page, authors);
  if (lengthOf(blocks) < Math.max(1, shown) * TIMES) return undefined;
  const from = structured.length > 0 ? 'jsonld' : 'text';
  return { parts: found?.parts ?? regions.slice(0, 1), blocks, fitness: 0.7, from };
}
