import type { Block } from '../../page/blocks/blocks.ts';
import { endsSentence, wordsOf } from '../../page/sentence.ts';
import { anyPhrase } from './wordings/phrases.ts';
import { READ_ALSO_WORDS } from './wordings/read-also.ts';

/** A block all of whose text is in links: a promo, a related story, a list of tags. */
export const isLinkOnly = ({ text, linkChars }: Block): boolean => linkChars >= text.length * 0.9;

const READ_ALSO = new RegExp(`^\\W*${anyPhrase(READ_ALSO_WORDS)}\\s`, 'iu');

// "Read also: <a>…</a>": a label and a link, no sentence.
function isLabelledLink({ text, linkChars }: Block): boolean {
  // Between links stand bars or dots.
  const { length } = text.replaceAll(/\s[|•·]\s/g, '');
  return (
    length - linkChars <= 30 &&
    linkChars >= length * 0.5 &&
    (/^[^.!?]{2,30}[:：|»>?]/.test(text) || READ_ALSO.test(text))
  );
}

/** "CLASS OF 2026 RANKINGS: <a>All of them</a>": a label in capitals, and nothing after it but a link. */
const CAPITAL_LABEL = /^[^\p{Ll}:：]{0,20}\p{Lu}[^\p{Ll}:：]{0,20}[:：]\s*/u;
function isCalledLink({ text, linkChars }: Block): boolean {
  const label = CAPITAL_LABEL.exec(text)?.[0];
  return label !== undefined && linkChars >= (text.length - label.length) * 0.9;
}

// "<a>Headline</a> Ann Lee - May 20, 2026, 7:10 AM": an entry of a list of stories.
const MOST_OF_AN_ENTRY = 200;
const isDatedLink = ({ text, linkChars }: Block): boolean =>
  linkChars >= text.length * 0.4 &&
  text.length - linkChars <= 50 &&
  text.length <= MOST_OF_AN_ENTRY &&
  /\d{1,2}\D{1,12}(?:19|20)\d\d\b.{0,12}$/.test(text);

// "[See <a>the storm in pictures</a>.]": what an editor put between the paragraphs.
const isBracketedLink = ({ text, linkChars }: Block): boolean =>
  linkChars >= text.length * 0.3 && /^\[.*\]\.?$/.test(text);

// "> All of it on <a>the storm</a>": an arrow that points elsewhere.
const isPointer = ({ text }: Block): boolean => /^[>»›]{1,3}\s/.test(text);

/** Whether a line is there for where it leads. */
export const leadsAway = (block: Block): boolean =>
  block.linkChars > 0 &&
  (isLinkOnly(block) ||
    isLabelledLink(block) ||
    isCalledLink(block) ||
    isDatedLink(block) ||
    isBracketedLink(block) ||
    isPointer(block));

const MIN_LINKED_SENTENCE = 60;
const BRACKETED = /^\s*[([]/;
const ASKS = /[?!؟？！]["'”’»)\]]*$/;

const isRunningParagraph = (block: Block | undefined): boolean =>
  block !== undefined && block.good > 0 && block.region.element.name === 'p';

/** "<p><a>The council published the minutes on Monday.</a></p>" between paragraphs: a sentence is text, linked or not. */
function isLinkedSentence(blocks: Block[], at: number): boolean {
  const block = blocks[at];
  if (block?.kind !== 'p' || block.region.element.name !== 'p') return false;
  const { text, region } = block;
  if (
    text.length < MIN_LINKED_SENTENCE ||
    !endsSentence(text) ||
    ASKS.test(text) ||
    BRACKETED.test(text)
  )
    return false;
  const isBeside = (other: Block | undefined): boolean =>
    isRunningParagraph(other) && other?.region.parent === region.parent;
  const after = blocks[at + 1];
  return isBeside(blocks[at - 1]) && (after === undefined || isBeside(after));
}

const MIN_LEAD_WORDS = 4;
const MOST_OF_A_NAME = 40;

/** "Officials named three firms:" before a list of linked names: its items are the sentence's. */
function leadsList(block: Block | undefined, isTemplate: (block: Block) => boolean): boolean {
  return (
    block?.kind === 'p' &&
    /[:：]$/.test(block.text) &&
    block.linkChars === 0 &&
    wordsOf(block.text).length >= MIN_LEAD_WORDS &&
    !isTemplate(block)
  );
}

/** The blocks that are links and yet the article's, by what stands beside them. */
export function linkedText(blocks: Block[], isTemplate: (block: Block) => boolean): Set<Block> {
  const kept = new Set<Block>();
  let isInList = false;
  for (const [at, block] of blocks.entries()) {
    const isName = block.kind === 'li' && block.text.length <= MOST_OF_A_NAME;
    isInList = isName && (isInList || leadsList(blocks[at - 1], isTemplate));
    if (isInList || (isLinkOnly(block) && isLinkedSentence(blocks, at))) kept.add(block);
  }
  return kept;
}
