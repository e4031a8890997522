import { type Known, LINE_RULES, type LineContext } from '../../../src/article/text/line-rules.ts';
import { type Block, readBlocks } from '../../../src/page/blocks/blocks.ts';
import { treeOf } from '../site/page-of.ts';

export const blocksIn = (html: string): Block[] => readBlocks(treeOf(html).document).blocks;

/** What is known besides the page where nothing is. */
export const NOTHING_KNOWN: Known = {
  authors: [],
  siteNames: [],
  pictures: new Set(),
  afterPicture: new Set(),
  otherPages: new Set(),
  keepLinks: false,
};

/** A body of which nothing else is known. */
export const lineContext = (changes: Partial<LineContext> = {}): LineContext => ({
  known: NOTHING_KNOWN,
  blocks: [],
  siteNames: [],
  authors: [],
  authorWords: new Set(),
  repeated: new Set(),
  speakers: new Set(),
  onOtherPages: new Set(),
  usesParagraphs: false,
  linked: new Set(),
  said: () => '',
  ...changes,
});

/** The rule that strikes the first line of the markup. */
export function ruleOn(
  html: string,
  changes: Partial<LineContext> | ((block: Block) => Partial<LineContext>) = {},
): string | undefined {
  const block = blocksIn(html)[0]!;
  const context = lineContext(typeof changes === 'function' ? changes(block) : changes);
  return LINE_RULES.find(({ strikes }) => strikes(block, context))?.name;
}
