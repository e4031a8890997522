import { type AnyNode, isTag } from 'domhandler';
import type { Block } from '../../page/blocks/blocks.ts';
import type { Region } from '../../page/blocks/region.ts';
import { folded } from '../../page/plain-text.ts';
import { endsSentence, unquoted, wordsOf } from '../../page/sentence.ts';
import { anyPhrase, WORD_START } from './wordings/phrases.ts';
import { VOICES, type Voice } from './wordings/voices.ts';
import type { Wording } from './wordings/wording.ts';

/** What is known of the page beside a line of it. */
export interface Witnesses {
  blocks: Block[];
  /** Names under which the page's publisher may sign, folded. */
  siteNames: string[];
  /** The article's writers, folded. */
  authors: string[];
  /** Each word of their names, folded. */
  authorWords: Set<string>;
  /** Lines that stand there more than twice. */
  repeated: Set<string>;
  /** Lines that stand in the same place on several other pages of the source. */
  onOtherPages: ReadonlySet<Block>;
  /** Whether the article sets its paragraphs as `<p>`. */
  usesParagraphs: boolean;
}

const MIN_WORD_OF_NAME = 3;

export const wordsOfNames = (names: string[]): Set<string> =>
  new Set(
    names
      .flatMap((name) => name.split(' '))
      .map(folded)
      .filter((word) => word.length >= MIN_WORD_OF_NAME),
  );

interface VoicePatterns {
  languages: string[];
  reader: RegExp;
  desk: RegExp;
  itself: RegExp;
  calls: RegExp;
  tells: RegExp;
}

const SENTENCE_START = String.raw`(?:^|[.!?:…。！？]["'”’»)\]]*\s*)[^\p{L}\p{N}]*`;

function patternsOf({ language, reader, desk, itself, calls, tells }: Voice): VoicePatterns {
  const anywhere = (words: string): RegExp => new RegExp(WORD_START + anyPhrase(words), 'iu');
  // Verbs follow their subject without a blank in some scripts.
  const telling = new RegExp(
    (/^[\p{sc=Han}\p{sc=Hangul}]/u.test(tells) ? '' : WORD_START) + anyPhrase(tells),
    'iu',
  );
  return {
    languages: language.split(' '),
    reader: anywhere(reader),
    desk: anywhere(desk),
    itself: anywhere(itself),
    calls: new RegExp(SENTENCE_START + anyPhrase(calls), 'iu'),
    tells: telling,
  };
}

const PATTERNS = VOICES.map(patternsOf);

const voicesFor = ({ languages }: Wording): VoicePatterns[] => {
  const wanted = languages.split(' ');
  return languages === 'any'
    ? PATTERNS
    : PATTERNS.filter((voice) => voice.languages.some((language) => wanted.includes(language)));
};

/** A line of so few words is a label rather than a sentence that lost its full stop. */
const MOST_OF_A_LABEL = 12;

const isLabelled = ({ kind, text }: Block): boolean =>
  kind === 'h' || (!endsSentence(text) && wordsOf(text).length <= MOST_OF_A_LABEL);

/** Blocks that a box beside the text has at the most. */
const MOST_OF_A_BOX = 6;

/** Whether an element around the line, which holds little else, is named as no part of the text. */
function standsInNamed(block: Block, { blocks }: Witnesses): boolean {
  const at = blocks.indexOf(block);
  const isWide = (region: Region): boolean => {
    const holds = (index: number): boolean =>
      blocks[index] !== undefined && region.holds(blocks[index].region);
    return (
      holds(at - MOST_OF_A_BOX) ||
      holds(at + MOST_OF_A_BOX) ||
      (blocks.length > 1 && holds(0) && holds(blocks.length - 1))
    );
  };
  for (let region: Region | undefined = block.region; region && !isWide(region);) {
    if (region.hint && region.hint.says !== 'wanted') return true;
    region = region.parent;
  }
  return false;
}

const SET_APART = new Set(['em', 'i', 'small', 'cite', 'center']);

/** Whether all of a line is set in italics or small print. */
export function isSetApart({ lines, region }: Block): boolean {
  const isApart = (node: AnyNode): boolean => {
    for (let at = node.parent; at && at !== region.element && isTag(at); at = at.parent) {
      if (SET_APART.has(at.name)) return true;
    }
    return SET_APART.has(region.element.name);
  };
  const nodes = lines.flat().filter(({ data }) => /[\p{L}\d]/u.test(data));
  return nodes.length > 0 && nodes.every(isApart);
}

/** Shorter names stand in other words. */
const MIN_NAME = 5;

const holdsName = (text: string, names: string[]): boolean => {
  const own = folded(text);
  return names.some((name) => name.length >= MIN_NAME && own.includes(name));
};

/** Whether a line tells of what others did or said. */
const tellsOfOthers = (text: string, voices: VoicePatterns[]): boolean =>
  voices.some(({ tells }) => tells.test(text));

/** Whether a wording stands at the beginning of a line. */
const isLeading = ({ appliesTo, pattern }: Wording): boolean =>
  appliesTo === 'start' || pattern?.source.startsWith('^') === true;

/** What stands behind the last word. */
const QUESTION_AT_END = /(?<!\W)\W+$/u;

/** After a label, what goes on in lower case or ends by a full stop is a sentence. */
const isHeadline = (text: string): boolean =>
  !/^[^:：]*[:：]\s*\p{Ll}/u.test(text) &&
  !endsSentence(text.replace(QUESTION_AT_END, (end) => end.replace(/[?？؟][^]*/u, '')));

/** What beside its words shows that a line is the template's; undefined where the words stand alone. */
export function secondSign(
  wording: Wording,
  block: Block,
  witnesses: Witnesses,
): string | undefined {
  if (wording.isFormula || wording.appliesTo === 'whole') return 'it says nothing else';
  if (isLabelled(block)) return 'it is no sentence';
  if (standsInNamed(block, witnesses)) return 'its element is named so';
  if (witnesses.repeated.has(block.text)) return 'it is repeated';
  if (witnesses.onOtherPages.has(block)) return 'it stands on other pages too';
  const text = unquoted(block.text);
  if (wording.appliesTo === 'label' && isHeadline(text)) return 'a headline follows it';
  const voices = voicesFor(wording);
  if (tellsOfOthers(text, voices)) return undefined;
  if (isLeading(wording)) return 'it begins by a call to the reader';
  if (holdsName(text, witnesses.siteNames)) return 'it names the site';
  if (voices.some(({ desk, itself }) => desk.test(text) || itself.test(text)))
    return 'the desk speaks of itself';
  if (voices.some(({ calls }) => calls.test(text))) return 'it tells the reader what to do';
  if (block.linkChars > 0 && voices.some(({ reader }) => reader.test(text)))
    return 'it leads the reader away';
  if (witnesses.usesParagraphs && block.kind === 'p' && block.region.element.name !== 'p')
    return 'it is no paragraph like the others';
  return isSetApart(block) ? 'it is set apart' : undefined;
}

/** "(…)", "[…]": an aside of the desk. */
const BRACKETED = /^\s*[([*/].*[)\]*/]\s*$/su;

/** "Rose is an editor": a first or last name alone, at the beginning. */
const beginsByAuthor = (text: string, { authorWords }: Witnesses): boolean =>
  authorWords.has(folded(text.trim().split(' ', 1)[0] ?? ''));

/** What beside its words shows that a line among an article's last is a note about the writer or the text. */
export function secondSignOfNote(
  wording: Wording,
  block: Block,
  witnesses: Witnesses,
): string | undefined {
  if (wording.isFormula) return 'it says nothing else';
  if (isSetApart(block) || BRACKETED.test(block.text)) return 'it is set apart';
  if (standsInNamed(block, witnesses)) return 'its element is named so';
  if (witnesses.onOtherPages.has(block)) return 'it stands on other pages too';
  const text = unquoted(block.text);
  if (holdsName(text, witnesses.authors) || beginsByAuthor(text, witnesses))
    return 'it names the writer';
  if (/@\w/.test(text) && holdsName(text, witnesses.siteNames))
    return 'it gives an address of the site';
  const voices = voicesFor(wording);
  const isOfItself = voices.some(({ itself }) => itself.test(text));
  if (isOfItself && (block.linkChars > 0 || holdsName(text, witnesses.siteNames)))
    return 'the desk speaks of itself';
  if (tellsOfOthers(text, voices)) return undefined;
  if (isOfItself || voices.some(({ desk }) => desk.test(text))) return 'the desk speaks of itself';
  if (holdsName(text, witnesses.siteNames)) return 'it names the site';
  return isLeading(wording) || voices.some(({ calls }) => calls.test(text))
    ? 'it tells the reader what to do'
    : undefined;
}

/**
 * What beside its coming again on the source's other pages shows that a line is the template's. A sentence that tells
 * of the world may come again in a column's first lines, or where a story goes on from day to day.
 */
export function secondSignOfTemplate(block: Block, witnesses: Witnesses): string | undefined {
  if (!endsSentence(block.text)) return 'it is no sentence';
  if (standsInNamed(block, witnesses)) return 'its element is named so';
  if (isSetApart(block)) return 'it is set apart';
  if (witnesses.usesParagraphs && block.kind === 'p' && block.region.element.name !== 'p')
    return 'it is no paragraph like the others';
  const text = unquoted(block.text);
  if (tellsOfOthers(text, PATTERNS)) return undefined;
  if (holdsName(text, witnesses.siteNames)) return 'it names the site';
  if (PATTERNS.some(({ desk, itself }) => desk.test(text) || itself.test(text)))
    return 'the desk speaks of itself';
  if (PATTERNS.some(({ calls }) => calls.test(text))) return 'it tells the reader what to do';
  return PATTERNS.some(({ reader }) => reader.test(text)) ? 'it speaks to the reader' : undefined;
}
