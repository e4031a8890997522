import { articleScope } from './article-scope.ts';
import { type Block, type PageBlocks, readBlocks } from '../../page/blocks/blocks.ts';
import { type Body, bodyOf, findBody } from './body.ts';
import { stateText, structuredText } from './embedded-text.ts';
import type { Known } from './line-rules.ts';
import type { Page } from '../../page/page.ts';
import { folded, plain } from '../../page/plain-text.ts';
import type { Provenance } from '../../article-record.ts';
import type { RuleMatches } from '../rules/source-rules.ts';
import { readSiteNames } from '../../page/site-names.ts';
import { wordsOfNames } from './second-sign.ts';
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
  known: Known,
): Block | undefined {
  if (!first || text.scope === text.blocks) return undefined;
  return findStandfirst(
    text.scope.slice(0, Math.min(MOST_BELOW, Math.max(0, text.scope.indexOf(first)))),
    page.says.descriptions.map(({ text: description }) => description),
    new Set(text.images.map(({ region }) => region)),
    {
      blocks: text.scope,
      siteNames: known.siteNames,
      authors: known.authors.map(folded),
      authorWords: wordsOfNames(known.authors),
      repeated: new Set(),
      onOtherPages: new Set(),
      usesParagraphs: false,
    },
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

/** Blocks right after a picture that brings no caption's element. */
function afterPictures({ images, blocks }: PageText): Set<Block> {
  const after = new Set<Block>();
  for (const { at, region } of images) {
    const block = blocks[at];
    if (!block || region.closest(({ element }) => element.name === 'figure')) continue;
    const holder = region.element.name === 'p' ? region.parent : region;
    if (holder?.holds(block.region)) after.add(block);
  }
  return after;
}

/** What is known besides the page. */
export type KnownBefore = Pick<Known, 'authors' | 'otherPages'>;

const knownOf = (
  page: Page,
  text: PageText,
  { keepLinks }: RuleMatches,
  before: KnownBefore,
): Known => ({
  ...before,
  siteNames: [...readSiteNames(page).stated],
  pictures: pictureTexts(text),
  afterPicture: afterPictures(text),
  keepLinks,
});

/** What the elements hold that the source's rule for the body selects; undefined where they hold no text. */
function ruledBody(
  page: Page,
  text: PageText,
  matches: RuleMatches,
  known: Known,
): ArticleText | undefined {
  const selected = matches.of('body');
  if (!selected) return undefined;
  const named = new Set(selected);
  const chosen = text.regions.filter(({ element }) => named.has(element));
  const ruled = bodyOf(chosen, text.blocks, text, known);
  const [first] = ruled.blocks;
  if (!first) return undefined;
  const subtitle = findStandfirstBefore(first, page, text, known)?.text;
  return { ...ruled, from: 'rule', ...(subtitle && { subtitle }) };
}

/** The article's blocks: where the source's rule says, else found; undefined on a page without running text. */
export function readArticleText(
  page: Page,
  text: PageText,
  matches: RuleMatches,
  before: KnownBefore,
): ArticleText | undefined {
  const known = knownOf(page, text, matches, before);
  const ruled = ruledBody(page, text, matches, known);
  if (ruled) return ruled;
  const found = findBody(text.scope, text, known) ?? findBody(text.blocks, text, known);
  const embedded = embeddedText(page, text, found, known);
  if (embedded) return embedded;
  if (!found) return undefined;
  const { lead, subtitle } = splitStandfirst(
    findStandfirstBefore(found.blocks[0], page, text, known),
  );
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
  known: Known,
): ArticleText | undefined {
  const shown = found ? lengthOf(found.blocks) : 0;
  if (shown > ENOUGH) return undefined;
  const structured = structuredText(page, known);
  const isStructured = structured.kept.length > 0;
  const { kept: blocks, ...sifted } = isStructured ? structured : stateText(page, known);
  if (lengthOf(blocks) < Math.max(1, shown) * TIMES) return undefined;
  const from = isStructured ? 'jsonld' : 'text';
  return { parts: found?.parts ?? regions.slice(0, 1), blocks, ...sifted, fitness: 0.7, from };
}
