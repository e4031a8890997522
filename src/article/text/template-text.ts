import type { Block } from '../../page/blocks/blocks.ts';
import { endsSentence, unquoted } from '../../page/sentence.ts';
import { mayNameAgency } from '../names/agency-signature.ts';
import { secondSign, secondSignOfNote, type Witnesses } from './second-sign.ts';
import { CITING, CLOSING_NOTES, WRITER_HEADINGS } from './wordings/closing-notes.ts';
import { isPlaceholder } from './wordings/placeholder.ts';
import { MOST_OF_A_MAKER, PICTURES_OF_AGENCIES } from './wordings/rights-and-pictures.ts';
import { finderOf, type Wording } from './wordings/wording.ts';
import { TEMPLATE_WORDINGS } from './wordings/wordings.ts';

/** Data that scripts were to read. */
const DATA = /^\{\s?"[^]*\}$/;
/** Who gives pictures away is named like an agency. */
const GIVEN_AWAY = /unsplash|pixabay|pexels/i;

const findWording = finderOf(TEMPLATE_WORDINGS);
const findPicture = finderOf(PICTURES_OF_AGENCIES);

/** The wording of templates that a text holds; its place is not asked. */
export function templateWording(text: string): Wording | undefined {
  const mayBePicture =
    text.length > MOST_OF_A_MAKER || mayNameAgency(text) || GIVEN_AWAY.test(text);
  return findWording(text) ?? (mayBePicture ? findPicture(text) : undefined);
}

/** In a sentence, what somebody else is quoted with counts for nothing. */
function wordingOf(text: string): Wording | undefined {
  const wording = templateWording(text);
  if (!wording || !endsSentence(text)) return wording;
  const own = unquoted(text);
  return own.length === text.length ? wording : templateWording(own);
}

/** Why a line is none of the article's text: the rule's name, and what else shows it where words alone are not enough. */
export interface LineVerdict {
  rule: string;
  sign?: string;
}

function seconded(wording: Wording | undefined, sign: string | undefined): LineVerdict | undefined {
  return wording && sign !== undefined ? { rule: wording.name, sign } : undefined;
}

/**
 * The rule by which a line is the template's. A sentence that only holds the words of one is the article's: something
 * beside them has to show it too.
 */
export function templateRule(block: Block, witnesses: Witnesses): LineVerdict | undefined {
  if (DATA.test(block.text)) return { rule: 'data-for-scripts' };
  if (isPlaceholder(block.text)) return { rule: 'placeholder-text' };
  const wording = wordingOf(block.text);
  return seconded(wording, wording && secondSign(wording, block, witnesses));
}

const findClosingNote = finderOf(CLOSING_NOTES);

/** The wording by which a line is a note about the writer or the text, as they close an article. */
export function closingNoteRule(block: Block, witnesses: Witnesses): LineVerdict | undefined {
  const wording = findClosingNote(block.text);
  return seconded(wording, wording && secondSignOfNote(wording, block, witnesses));
}

const findCiting = finderOf(CITING);
/** What comes after the text for those who quote it. */
export const isCiting = (text: string): boolean => findCiting(text) !== undefined;

const findWriterHeading = finderOf(WRITER_HEADINGS);
/** The heading of what is said about the writer. */
export const isWriterHeading = (text: string): boolean => findWriterHeading(text) !== undefined;
