import type { Block } from '../../page/blocks/blocks.ts';
import { folded } from '../../page/plain-text.ts';
import { endsClause, endsSentence } from '../../page/sentence.ts';
import { isCredit } from '../names/credit.ts';
import { startsByline } from '../names/person-name.ts';
import { leadsAway } from './links-away.ts';
import { isSetApart, secondSignOfTemplate, type Witnesses } from './second-sign.ts';
import { isLabelledTimestamp, isTimestamp, STARTS_WITH_CLOCK } from './timestamp.ts';

/** What the page says besides, by which its boilerplate is known. */
export interface Known {
  authors: string[];
  /** Names under which the page's publisher may sign, folded. */
  siteNames: string[];
  /** Alternative texts of its pictures: a line that says the same is a caption. */
  pictures: Set<string>;
  /** The blocks right after a picture that stands in no figure. */
  afterPicture: Set<Block>;
  /** Keys of lines that stand on several other pages of the source, see page-lines.ts. */
  otherPages: ReadonlySet<string>;
  /** Keep blocks that are links and nothing else, as a source's rule may ask. */
  keepLinks: boolean;
}

/** What is known of a body as a whole when each of its lines is judged. */
export interface LineContext extends Witnesses {
  known: Known;
  /** Names of those who speak in turn. */
  speakers: Set<string>;
  /** Links that are the article's text. */
  linked: Set<Block>;
  /** All that the paragraphs say, folded; few bodies have a quotation for which it is asked. */
  said: () => string;
}

export interface LineRule {
  /** Told where somebody asks why a line was struck. */
  name: string;
  strikes: (block: Block, context: LineContext) => boolean;
}

/** A label: too short and too open to be a sentence. */
const isFragment = ({ text }: Block): boolean => text.length < 80 && !endsClause(text);

/** Elements whose short texts are no labels: terms, code. */
const SHORT_BY_NATURE = new Set(['p', 'dt', 'dd', 'pre']);
const CELLS = new Set(['td', 'th']);

function isLooseFragment(block: Block, { usesParagraphs }: LineContext): boolean {
  const { name } = block.region.element;
  if (block.kind !== 'p' || !isFragment(block)) return false;
  return CELLS.has(name) || (usesParagraphs && !SHORT_BY_NATURE.has(name));
}

/** Characters that a role or a date may add to a name. */
const BESIDE_NAME = 40;

/** The byline, repeated inside the body. */
function isByline({ kind, text }: Block, { authors }: LineContext): boolean {
  if ((kind !== 'p' && kind !== 'li') || text.length > 140) return false;
  if (text.length < 60 && startsByline(text) && !endsClause(text)) return true;
  if (authors.length === 0 || endsClause(text)) return false;
  const own = folded(text);
  const named = authors.filter((author) => author.length > 4 && own.includes(author));
  const letters = named.reduce((sum, author) => sum + author.length, 0);
  return named.length > 0 && own.length <= letters + BESIDE_NAME;
}

const isDateLine = ({ kind, text, region }: Block): boolean =>
  kind === 'p'
    ? region.element.name !== 'pre' && isTimestamp(text)
    : kind === 'li' && isLabelledTimestamp(text);

const MIN_CAPTION = 30;
const MOST_OF_A_CAPTION = 300;
/** "(Photo: A. Lee)" */
const CREDITED = /\((?:photo|foto|bild|picture|image|credit|fot|kuva)s?\b[^()]{2,60}\)\W*$/i;

/** A line right after a picture that is set in small print or italics, or names who took it. */
function isBareCaption(block: Block, { known }: LineContext): boolean {
  const isAfter = block.kind === 'p' && known.afterPicture.has(block);
  if (!isAfter || block.text.length > MOST_OF_A_CAPTION) return false;
  return CREDITED.test(block.text) || isSetApart(block);
}

/** A quotation that the text itself holds, set large beside it. */
const isPullQuote = ({ kind, text }: Block, { said }: LineContext): boolean =>
  kind === 'quote' && text.length >= MIN_CAPTION && said().includes(folded(text));

/** Longer sentences do not come again: a notice does. */
const MOST_OF_A_REFRAIN = 60;
/** "Next fight: none" */
const ENTRY = /[:：]\s*\S/;

/**
 * A short sentence that comes again and again is a refrain; a name before a colon, or set as a term, is a speaker's; and
 * entries of a list may say the same.
 */
const isRepeatedLabel = (
  { kind, text, region }: Block,
  { repeated, speakers }: LineContext,
): boolean =>
  kind !== 'h' &&
  region.element.name !== 'dt' &&
  repeated.has(text) &&
  !speakers.has(text) &&
  !(text.length < MOST_OF_A_REFRAIN && endsClause(text)) &&
  !ENTRY.test(text);

/** In the order in which they are asked. What words alone show is told by the wordings. */
export const LINE_RULES: LineRule[] = [
  {
    name: 'leads-away',
    strikes: (block, { known, linked }) =>
      !known.keepLinks && leadsAway(block) && !linked.has(block),
  },
  {
    name: 'repeated-label',
    strikes: isRepeatedLabel,
  },
  {
    name: 'text-of-picture',
    strikes: ({ text }, { known }) => text.length >= MIN_CAPTION && known.pictures.has(text),
  },
  {
    name: 'on-other-pages',
    strikes: (block, context) =>
      context.onOtherPages.has(block) &&
      block.kind !== 'h' &&
      !isCredit(block.text) &&
      secondSignOfTemplate(block, context) !== undefined,
  },
  { name: 'caption', strikes: isBareCaption },
  { name: 'pull-quote', strikes: isPullQuote },
  { name: 'fragment-among-paragraphs', strikes: isLooseFragment },
  { name: 'timestamp', strikes: isDateLine },
  { name: 'byline', strikes: isByline },
];

const MOST_OF_A_REPEATED_LINE = 120;

/** Lines that stand there more than twice: a template's, or a refrain. */
export function repeatedLines(blocks: Block[]): Set<string> {
  const seen = new Map<string, number>();
  for (const { text } of blocks) {
    if (text.length < MOST_OF_A_REPEATED_LINE) seen.set(text, (seen.get(text) ?? 0) + 1);
  }
  return new Set([...seen].filter(([, times]) => times > 2).map(([text]) => text));
}

/** Repeated lines that take turns, with text between them: "Reporter", "Mayor", "Reporter". */
export function speakersIn(blocks: Block[], repeated: Set<string>): Set<string> {
  if (repeated.size === 0) return repeated;
  const turns = blocks.flatMap(({ text }, at) =>
    repeated.has(text) && !endsClause(text) ? [{ text, at }] : [],
  );
  const isTalk = turns.every(({ text, at }, turn) => {
    const before = turns[turn - 1];
    return before === undefined || (before.text !== text && before.at < at - 1);
  });
  return new Set(isTalk ? turns.map(({ text }) => text) : []);
}

/** Whether the body sets its paragraphs as `<p>`, so that short text in other elements is the template's. */
export function usesParagraphs(blocks: Block[]): boolean {
  let all = 0;
  let inParagraphs = 0;
  for (const block of blocks) {
    all += block.good;
    if (block.region.element.name === 'p' || block.kind !== 'p') inParagraphs += block.good;
  }
  return inParagraphs > all * 0.7;
}

/** A heading, or a short line set like one. */
export const isLabel = ({ kind, text, region }: Block): boolean =>
  kind === 'h' ||
  (kind === 'p' &&
    text.length < 50 &&
    !endsSentence(text) &&
    !/[”"»“]$/.test(text) &&
    // "14:05 Divers go down" is an entry of a ticker.
    !STARTS_WITH_CLOCK.test(text) &&
    region.element.name !== 'pre' &&
    !isCredit(text));
