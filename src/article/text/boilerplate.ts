import type { Block } from '../../page/blocks/blocks.ts';
import type { Hint } from '../../page/element-hints.ts';
import { folded, hasWords } from '../../page/plain-text.ts';
import { onceAsked } from '../../memo.ts';
import { isCredit } from '../names/credit.ts';
import { strikeClosingLines } from './closing-lines.ts';
import { wordsOfNames } from './second-sign.ts';
import {
  isLabel,
  type Known,
  LINE_RULES,
  type LineContext,
  repeatedLines,
  speakersIn,
  usesParagraphs,
} from './line-rules.ts';
import { isLinkOnly, leadsAway, linkedText } from './links-away.ts';
import { lineKeys } from './page-lines.ts';
import { templateRule, templateWording, type LineVerdict } from './template-text.ts';

/** A line of the article's element that is none of its text. */
export interface Struck extends LineVerdict {
  text: string;
}

export interface Sifted {
  kept: Block[];
  struck: Struck[];
  /** Lines that are kept although they stand on other pages of the source, too. */
  shared: Block[];
  /** By which lines the source's template may be known, see page-lines.ts. */
  lineKeys: string[];
}

const MIN_REPEATED_LINE = 60;

function contextOf(
  blocks: Block[],
  main: Block[],
  known: Known,
  onOtherPages: ReadonlySet<Block>,
): LineContext {
  const repeated = repeatedLines(blocks);
  return {
    known,
    blocks,
    siteNames: known.siteNames,
    authors: known.authors.map(folded),
    authorWords: wordsOfNames(known.authors),
    usesParagraphs: usesParagraphs(main),
    repeated,
    speakers: speakersIn(main, repeated),
    onOtherPages,
    linked: linkedText(main, ({ text }) => templateWording(text) !== undefined),
    said: onceAsked(() =>
      blocks
        .filter(({ kind }) => kind === 'p')
        .map(({ text }) => folded(text))
        .join(' '),
    ),
  };
}

function verdictOn(block: Block, context: LineContext): LineVerdict | undefined {
  const worded = isCredit(block.text) ? undefined : templateRule(block, context);
  if (worded) return worded;
  const rule = LINE_RULES.find(({ strikes }) => strikes(block, context))?.name;
  return rule === undefined ? undefined : { rule };
}

/** Parts the article's text from what else is in its element. */
export function withoutBoilerplate(
  blocks: Block[],
  asideOf: (block: Block) => Hint | undefined,
  known: Known,
): Sifted {
  const asides = blocks.map(asideOf);
  const main = blocks.filter((_, at) => asides[at] === undefined);
  const keys = lineKeys(main);
  const onOtherPages = new Set(
    [...keys].flatMap(([block, key]) => (known.otherPages.has(key) ? [block] : [])),
  );
  const context = contextOf(blocks, main, known, onOtherPages);
  const verdicts = blocks.map((block, at): LineVerdict | undefined => {
    const aside = asides[at];
    return aside ? { rule: `element-named-${aside.word}` } : verdictOn(block, context);
  });
  strikeClosingLines(blocks, verdicts, context);
  const seen = new Set<string>();
  let hasStarted = false;
  for (const [at, block] of blocks.entries()) {
    if (verdicts[at]) continue;
    if (isLabel(block) && !leadsText(blocks, verdicts, at))
      verdicts[at] = { rule: 'label-of-nothing' };
    // A line of stars or dashes parts the text; before it, it parts nothing.
    else if (!hasStarted && !hasWords(block.text)) verdicts[at] = { rule: 'no-words' };
    else {
      hasStarted = true;
      // Pages made for two widths of screen hold some paragraphs twice.
      if (block.text.length >= MIN_REPEATED_LINE && seen.has(block.text))
        verdicts[at] = { rule: 'said-before' };
      seen.add(block.text);
    }
  }
  const kept = blocks.filter((_, at) => !verdicts[at]);
  return {
    kept,
    shared: kept.filter((block) => onOtherPages.has(block)),
    lineKeys: [...keys.values()],
    struck: blocks.flatMap(({ text }, at) => (verdicts[at] ? [{ text, ...verdicts[at] }] : [])),
  };
}

const isOtherStory = (block: Block): boolean =>
  isLinkOnly(block) || (block.kind === 'li' && leadsAway(block));

/** Whether text follows a heading or label before a list of links, or the end, does. */
function leadsText(blocks: Block[], verdicts: (LineVerdict | undefined)[], at: number): boolean {
  for (let next = at + 1; next < blocks.length; next += 1) {
    const block = blocks[next];
    if (block && !verdicts[next]) return true;
    if (block && next === at + 1 && isOtherStory(block)) return false;
  }
  return false;
}
