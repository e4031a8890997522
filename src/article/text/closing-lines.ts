import type { Block } from '../../page/blocks/blocks.ts';
import { folded } from '../../page/plain-text.ts';
import type { Witnesses } from './second-sign.ts';
import { closingNoteRule, isCiting, isWriterHeading, type LineVerdict } from './template-text.ts';

const MOST_OF_A_NOTE = 700;
/** What a note says that a writer does, in English, German, French, Spanish and Italian. */
const DOES = new Set(
  [
    'is was has covers covered writes works worked joined lives reports leads holds',
    'ist war hat schreibt arbeitet arbeitete lebt est écrit es escribe è scrive',
  ].flatMap((words) => words.split(' ')),
);
const MOST_WORDS_OF_A_NAME = 5;
/** Lines among an article's last that may be notes. */
const MOST_NOTES = 4;

/** "Ann Lee is …": nobody ends a story with a sentence about themselves, but for a note on the writer. */
function isAboutAuthor(text: string, names: string[]): boolean {
  if (names.length === 0 || text.length > MOST_OF_A_NOTE) return false;
  const words = text.split(' ', MOST_WORDS_OF_A_NAME + 1);
  return words.some(
    (word, at) => DOES.has(word) && names.includes(folded(words.slice(0, at).join(' '))),
  );
}

/** Judges each line that comes after the text: how to cite it, who wrote it, how it came about. */
export function strikeClosingLines(
  blocks: Block[],
  verdicts: (LineVerdict | undefined)[],
  witnesses: Witnesses,
): void {
  const strikeFrom = (start: number, rule: string): void => {
    for (let at = start; at < verdicts.length; at += 1) verdicts[at] ??= { rule };
  };
  const end = blocks.findLastIndex(({ text }) => isCiting(text));
  if (end > blocks.length / 3) strikeFrom(end, 'how-to-cite');
  for (let at = blocks.length - 1, seen = 0; at > 0 && seen < MOST_NOTES; at -= 1) {
    const block = blocks[at];
    if (!block || verdicts[at] !== undefined) continue;
    seen += 1;
    if (isWriterHeading(block.text)) strikeFrom(at, 'about-the-writer');
    else if (isAboutAuthor(block.text, witnesses.authors))
      verdicts[at] = { rule: 'about-the-writer' };
    else verdicts[at] = closingNoteRule(block, witnesses);
  }
}
