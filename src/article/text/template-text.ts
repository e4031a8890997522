import { mayNameAgency } from '../names/agency-signature.ts';
import { CITING, CLOSING_NOTES, WRITER_HEADINGS } from './wordings/closing-notes.ts';
import { MOST_OF_A_MAKER, PICTURES_OF_AGENCIES } from './wordings/rights-and-pictures.ts';
import { finderOf } from './wordings/wording.ts';
import { TEMPLATE_WORDINGS } from './wordings/wordings.ts';

/** Data that scripts were to read. */
const DATA = /^\{\s?"[^]*\}$/;
/** Longer texts are the article's, whatever their words. */
const MOST_CHARACTERS = 400;
/** Who gives pictures away is named like an agency. */
const GIVEN_AWAY = /unsplash|pixabay|pexels/i;

const findWording = finderOf(TEMPLATE_WORDINGS);
const findPicture = finderOf(PICTURES_OF_AGENCIES);

/** The name of the wording that marks a line as a part of the template. */
export function templateRule(text: string): string | undefined {
  if (DATA.test(text)) return 'data-for-scripts';
  if (text.length > MOST_CHARACTERS) return undefined;
  const mayBePicture =
    text.length > MOST_OF_A_MAKER || mayNameAgency(text) || GIVEN_AWAY.test(text);
  return findWording(text) ?? (mayBePicture ? findPicture(text) : undefined);
}

/** Whether the wording marks a line as a part of the template. */
export const isTemplateText = (text: string): boolean => templateRule(text) !== undefined;

const CLOCK_OR_YEAR =
  /(?<!\d)(?:[012]?\d[:.h][0-5]\d|(?:19|20)\d\d)(?!\d)|\b(?:\d+|an?) ?(?:min(?:ute)?s?|hours?|days?|weeks?) (?:ago|read)\b/i;

const OF_A_DATE =
  /\b(?:updated|published|posted|modified|(?:mon|tues|wednes|thurs|fri|satur|sun)day|[ap]m|[ecmp][ds]t)\b/gi;

const DATED_BYLINE =
  /^(?:by|von|par|por|door)\s.{2,100}\b(?:19|20)\d\d\b.{0,12}\b\d{1,2}:\d\d\b.{0,60}$/i;

/** "Updated Dec. 22, 2023 11:48 a.m. ET", "25. 4. 2023 5:00", "by Ann Lee at July 18, 2026 12:12 pm". */
export function isTimestamp(text: string): boolean {
  if (text.length > 140 || !CLOCK_OR_YEAR.test(text)) return false;
  if (DATED_BYLINE.test(text)) return true;
  const rest = text.replace(OF_A_DATE, ' ');
  if (rest.length > 90) return false;
  const words = rest.match(/\p{L}{2,}/gu) ?? [];
  return (
    words.length <= 8 &&
    /\d{1,2}\D{1,3}\d|\d\s|\s\d/.test(text) &&
    !/[.!?][”"»]?$/.test(text.replace(/(?:\b(?:[ap]\.m|est|uhr)|\d ?hs?)\.$/i, ''))
  );
}

const LABEL_OF_A_DATE =
  /^\W*(?:(?:article |first |last )?(?:published|posted|updated|modified|date)|veröffentlicht|aktualisiert|publié|publicado|actualizado|pubblicato|aggiornato)\b/i;

/** In a list, where "July 2013: elected" is an entry, a date is the template's by its label alone. */
export const isLabelledTimestamp = (text: string): boolean =>
  LABEL_OF_A_DATE.test(text) && isTimestamp(text);

/** The name of the wording by which a line is a note about the writer or the text, as they close an article. */
export const closingNoteRule = finderOf(CLOSING_NOTES);

const findCiting = finderOf(CITING);
/** What comes after the text for those who quote it. */
export const isCiting = (text: string): boolean => findCiting(text) !== undefined;

const findWriterHeading = finderOf(WRITER_HEADINGS);
/** The heading of what is said about the writer. */
export const isWriterHeading = (text: string): boolean => findWriterHeading(text) !== undefined;
