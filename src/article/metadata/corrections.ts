import { isTag, isText, type ParentNode } from 'domhandler';
import type { Correction } from '../../article-record.ts';
import type { DateRules } from '../../dates/date.ts';
import type { Block } from '../../page/blocks/blocks.ts';
import { closestOnce, type Region } from '../../page/blocks/region.ts';
import { isCalled } from '../../page/element-names/class-names.ts';
import { hyphenated } from '../../page/element-words.ts';
import { partOfName, patternOfRows } from '../../pattern-rows.ts';
import { parseDate } from '../dates/date-text.ts';
import type { Found } from '../scraped.ts';
import { CORRECTION_SENTENCES } from '../text/wordings/correction-sentences.ts';
import { CORRECTION_LABELS, SAYS_WHAT_WAS_WRONG } from '../text/wordings/corrections.ts';
import { finderOf } from '../text/wordings/wording.ts';

const OF_ITSELF = new Set(CORRECTION_SENTENCES);
/** A line that is worded like both is one in which the text speaks of itself. */
const findNote = finderOf([...CORRECTION_SENTENCES, ...CORRECTION_LABELS]);

/** What templates call the element of such a note: `class="article-correction"`, `"editorsNote"`. */
export const NOTE_CLASS = patternOfRows(
  [
    {
      name: 'note-english',
      languages: 'en',
      pattern: 'corrections?|clarifications?|errat(?:a|um)|editor-?s?-?note|editorial-?note',
      finds: [
        'article-correction',
        'clarifications',
        'errata',
        'erratum',
        'editors-Note',
        'editorial-note',
      ],
      passes: ['correctional', 'editor'],
    },
    {
      name: 'note-germanic',
      languages: 'de nl sv nb da',
      pattern: 'berichtigung|korrektur|richtigstellung|correctie|rectificatie|rattelse|rettelse',
      finds: [
        'berichtigung',
        'text-korrektur',
        'richtigstellung',
        'correctie',
        'rectificatie',
        'rattelse',
        'rettelse',
      ],
      passes: ['berichtigungen', 'korrekturlesen'],
    },
    {
      name: 'note-romance',
      languages: 'fr es pt it',
      pattern: 'rectificatifs?|fe-?de-?erratas?|rectificacion|correcao|rettifica',
      finds: ['rectificatif', 'fe-de-erratas', 'rectificacion', 'correcao', 'rettifica'],
      passes: ['rectificado', 'fe-y-sopa'],
    },
    {
      name: 'note-elsewhere',
      languages: 'fi pl',
      pattern: 'oikaisu|sprostowanie',
      finds: ['oikaisu', 'sprostowanie'],
      passes: ['oikaisut', 'sprostowania'],
    },
  ],
  'i',
  partOfName,
);

/** At the first and last lines of an article a label needs no other sign. */
const LINES_AT_EDGES = 3;
const MOST_CORRECTIONS = 20;
const MOST_CHARACTERS = 2_000;
/** A label alone on its line, whose note follows. */
const LABEL_ALONE = 30;

const isNote = isCalled((label) => NOTE_CLASS.any.test(hyphenated(label)));
const isNoteRegion = ({ element }: Region): boolean => isNote(element);

const EMPHASIS = new Set(['em', 'i', 'small', 'cite']);

/** Whether all of an element's text is set in italics or small. */
function isEmphasised(parent: ParentNode): boolean {
  return parent.children.every(
    (child) =>
      (isText(child) && child.data.trim() === '') ||
      (isTag(child) && (EMPHASIS.has(child.name) || child.name === 'br' || isEmphasised(child))),
  );
}

/**
 * What the publisher corrects, clarifies or notes on its text, in the order of the page: in an element named for it,
 * in a sentence in which the text speaks of itself, or after a label that a second sign bears out.
 */
export function findCorrections(
  blocks: readonly Block[],
  rules: DateRules,
): Found<Correction[]> | undefined {
  const notes = new Map<string, Correction>();
  const read = new Set<Region>();
  const noteAround = closestOnce(isNoteRegion);
  for (const [at, block] of blocks.entries()) {
    if (notes.size >= MOST_CORRECTIONS) break;
    const named = noteAround(block.region);
    if (named && read.has(named)) continue;
    if (named) read.add(named);
    const text = named ? textWithin(named, blocks, at) : noteAt(block, at, blocks);
    if (text === undefined || text.length > MOST_CHARACTERS || isLink(block)) continue;
    if (!notes.has(text)) notes.set(text, withDate(text, rules));
  }
  return notes.size > 0 ? { value: [...notes.values()], from: 'text' } : undefined;
}

const isLink = ({ text, linkChars }: Block): boolean => linkChars > text.length * 0.6;

/** All lines of an element that is named for a note; a label without one is none. */
function textWithin(named: Region, blocks: readonly Block[], at: number): string | undefined {
  const lines: string[] = [];
  for (const { region, text } of blocks.slice(at, at + MOST_CORRECTIONS)) {
    if (named.holds(region)) lines.push(text);
  }
  const text = lines.join(' ');
  return text.length > LABEL_ALONE ? text : undefined;
}

function noteAt(block: Block, at: number, blocks: readonly Block[]): string | undefined {
  const { text, region, kind } = block;
  const wording = findNote(text);
  if (!wording) return undefined;
  if (OF_ITSELF.has(wording)) return text;
  if (kind === 'li') return undefined;
  const isAtEdge = at < LINES_AT_EDGES || at >= blocks.length - LINES_AT_EDGES;
  const isBorneOut = isAtEdge || SAYS_WHAT_WAS_WRONG.test(text) || isEmphasised(region.element);
  return isBorneOut ? text : undefined;
}

/** With the day that the note states, before its colon or at its end. */
function withDate(text: string, rules: DateRules): Correction {
  const head = /^[^:：]{0,20}?(\D{0,12}\d(?:\d:\d|[^:：—–]){0,50})(?:[:：](?!\d)|\s[—–-])/u.exec(
    text,
  )?.[1];
  const said =
    /\b(?:on|am|le|el|em|il|op|den|du|vom)\s+(\d{1,2}\.? \p{L}+\.? \d{4}|\p{L}+\.? \d{1,2}, \d{4})/u.exec(
      text,
    )?.[1];
  const at = [head, said].flatMap((stated) => (stated && parseDate(stated, rules)) ?? [])[0];
  return at === undefined || at === '' ? { text } : { text, at };
}
