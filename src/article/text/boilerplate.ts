import type { Block } from '../../page/blocks/blocks.ts';
import {
  isCiting,
  closingNoteRule,
  isLabelledTimestamp,
  isTemplateText,
  isTimestamp,
  isWriterHeading,
} from './template-text.ts';
import { isCredit } from '../names/credit.ts';
import { startsByline } from '../names/person-name.ts';
import { folded, hasWords } from '../../page/plain-text.ts';

/** A block all of whose text is in links: a promo, a related story, a list of tags. */
const isLinkOnly = ({ text, linkChars }: Block): boolean => linkChars >= text.length * 0.9;

const READ_ALSO =
  /^\W*(?:(?:à )?lire aussi|lesen sie auch|read (?:also|more|next)|lees ook|leggi anche|lee también|lea también|leia (?:também|mais)|les også|läs (?:också|även|mer)|læs også|lue myös|czytaj (?:też|także|również)|zobacz (?:też|także)|čtěte (?:také|více)|читайте также|baca juga|xem thêm|siehe auch|see also|mehr dazu)\s/i;

// "Read also: <a>…</a>": a label and a link, no sentence.
const isLabelledLink = ({ text, linkChars }: Block): boolean =>
  linkChars > 0 &&
  text.length - linkChars <= 30 &&
  linkChars >= text.length * 0.5 &&
  (/^[^.!?]{2,30}[:：|»>?]/.test(text) || READ_ALSO.test(text));

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
const isPointer = ({ text, linkChars }: Block): boolean =>
  linkChars > 0 && /^[>»›]{1,3}\s/.test(text);

const leadsAway = (block: Block): boolean =>
  isLinkOnly(block) ||
  isLabelledLink(block) ||
  isDatedLink(block) ||
  isBracketedLink(block) ||
  isPointer(block);

const CLAUSE_END = /[.!?…:;。！？।]["'”’»›)\]]*$/;

/** A label: too short and too open to be a sentence. */
const isFragment = ({ text }: Block): boolean => text.length < 80 && !CLAUSE_END.test(text);

/** Characters that a role or a date may add to a name. */
const BESIDE_NAME = 40;

/** The byline, repeated inside the body. */
function isByline(text: string, authors: string[]): boolean {
  if (text.length > 140) return false;
  if (text.length < 60 && startsByline(text) && !CLAUSE_END.test(text)) return true;
  if (authors.length === 0 || CLAUSE_END.test(text)) return false;
  const own = folded(text);
  const named = authors.filter((author) => author.length > 4 && own.includes(author));
  const letters = named.reduce((sum, author) => sum + author.length, 0);
  return named.length > 0 && own.length <= letters + BESIDE_NAME;
}

const isDateLine = ({ kind, text }: Block): boolean =>
  kind === 'p' ? isTimestamp(text) : kind === 'li' && isLabelledTimestamp(text);

const isCell = ({ region: { element } }: Block): boolean =>
  element.name === 'td' || element.name === 'th';

/** Whether the body sets its paragraphs as `<p>`, so that short text in other elements is the template's. */
function usesParagraphs(blocks: Block[]): boolean {
  let all = 0;
  let inParagraphs = 0;
  for (const block of blocks) {
    all += block.good;
    if (block.region.element.name === 'p' || block.kind !== 'p') inParagraphs += block.good;
  }
  return inParagraphs > all * 0.7;
}

const MIN_CAPTION = 30;
const MIN_REPEATED_LINE = 60;

/** Lines that a template repeats, as under every picture or beside every button. */
function repeatedLines(blocks: Block[]): Set<string> {
  const seen = new Map<string, number>();
  for (const { text } of blocks) if (text.length < 120) seen.set(text, (seen.get(text) ?? 0) + 1);
  return new Set([...seen].filter(([, times]) => times > 2).map(([text]) => text));
}

/** What the page says besides, by which its boilerplate is known. */
export interface Known {
  authors: string[];
  /** Alternative texts of its pictures: a line that says the same is a caption. */
  pictures: Set<string>;
  /** Keep blocks that are links and nothing else, as a source's rule may ask. */
  keepLinks: boolean;
}

/** Drops what is in the article's element and is not its text. */
export function withoutBoilerplate(
  blocks: Block[],
  isAside: (block: Block) => boolean,
  { authors, pictures, keepLinks }: Known,
): Block[] {
  const repeated = repeatedLines(blocks);
  const main = blocks.filter((block) => !isAside(block));
  const strict = usesParagraphs(main);
  const names = authors.map(folded);
  const isDropped = (block: Block): boolean =>
    (!keepLinks && leadsAway(block)) ||
    (isTemplateText(block.text) && !isCredit(block.text)) ||
    repeated.has(block.text) ||
    (block.text.length >= MIN_CAPTION && pictures.has(block.text)) ||
    (block.kind === 'p' &&
      isFragment(block) &&
      ((strict && block.region.element.name !== 'p') || isCell(block))) ||
    isDateLine(block) ||
    ((block.kind === 'p' || block.kind === 'li') && isByline(block.text, names));
  const dropped = blocks.map((block) => isAside(block) || isDropped(block));
  dropClosingNotes(blocks, dropped, names);
  const seen = new Set<string>();
  let hasStarted = false;
  return blocks.filter((block, at) => {
    if (dropped[at] || (isLabel(block) && !leadsText(blocks, dropped, at))) return false;
    // A line of stars or dashes parts the text; before it, it parts nothing.
    if (!hasStarted && !hasWords(block.text)) return false;
    hasStarted = true;
    // Pages made for two widths of screen hold some paragraphs twice.
    const isRepeat = block.text.length >= MIN_REPEATED_LINE && seen.has(block.text);
    seen.add(block.text);
    return !isRepeat;
  });
}

const MOST_OF_A_NOTE = 700;
const DOES = new Set(
  'is was has covers covered writes works worked joined lives reports leads holds ist war hat schreibt arbeitet arbeitete lebt est écrit es escribe è scrive'.split(
    ' ',
  ),
);
const MOST_WORDS_OF_A_NAME = 5;

/** "Ann Lee is …": nobody ends a story with a sentence about themselves, but for a note on the writer. */
function isAboutAuthor(text: string, names: string[]): boolean {
  if (text.length > MOST_OF_A_NOTE) return false;
  const words = text.split(' ').slice(0, MOST_WORDS_OF_A_NAME + 1);
  return words.some(
    (word, at) => DOES.has(word) && names.includes(folded(words.slice(0, at).join(' '))),
  );
}

function dropClosingNotes(blocks: Block[], dropped: boolean[], names: string[]): void {
  const end = blocks.findLastIndex(({ text }) => isCiting(text));
  if (end > blocks.length / 3) dropped.fill(true, end);
  for (let at = blocks.length - 1, seen = 0; at > 0 && seen < 4; at -= 1) {
    if (dropped[at]) continue;
    seen += 1;
    const text = blocks[at]?.text ?? '';
    if (isWriterHeading(text)) dropped.fill(true, at);
    else if (closingNoteRule(text) !== undefined || isAboutAuthor(text, names)) dropped[at] = true;
  }
}

/** A heading, or a short line set like one. */
const isLabel = ({ kind, text }: Block): boolean =>
  kind === 'h' ||
  (kind === 'p' && text.length < 50 && !/[.!?…。"”»]$/.test(text) && !isCredit(text));

const isOtherStory = (block: Block): boolean =>
  isLinkOnly(block) || (block.kind === 'li' && leadsAway(block));

/** Whether text follows a heading or label before a list of links, or the end, does. */
function leadsText(blocks: Block[], dropped: boolean[], at: number): boolean {
  for (let next = at + 1; next < blocks.length; next += 1) {
    const block = blocks[next];
    if (block && !dropped[next]) return true;
    if (block && next === at + 1 && isOtherStory(block)) return false;
  }
  return false;
}
