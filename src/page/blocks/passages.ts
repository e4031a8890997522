import type { Text } from 'domhandler';
import { plain } from '../plain-text.ts';
import { endsSentence } from '../sentence.ts';

/** Text between two line breaks, as the page writes it. */
export interface Line {
  text: string;
  /** The part of it inside links. */
  links: string;
  /** The nodes that it was read from. */
  nodes: Text[];
}

export const emptyLine = (): Line => ({ text: '', links: '', nodes: [] });

const MIN_LINE = 60;
/** "1. Soup", "- Soup". */
const MARKED = /^(?:\d{1,3}[.)]|[-–—•*▪●])\s/;
/** "Soup: given", and what somebody says: "Lee: The soup is mine." */
const LABELLED_ITEM = /^\p{Lu}[\p{L} ]{1,24}:\s/u;

const startsItem = (text: string): boolean => MARKED.test(text) || LABELLED_ITEM.test(text);
const isWholeSentence = (text: string): boolean => text.length >= MIN_LINE && endsSentence(text);

interface Passage {
  text: string;
  linkChars: number;
  /** Whether it is one of several that are written like a list's. */
  isItem: boolean;
  /** The nodes of each of its lines. */
  lines: Text[][];
}

const linkCharsOf = ({ links }: Line): number => (links ? plain(links).length : 0);

const passageOf = (line: Line, text: string, isItem: boolean): Passage => ({
  text,
  linkChars: linkCharsOf(line),
  isItem,
  lines: [line.nodes],
});

/** Most blocks have one line. */
function onlyPassage(line: Line): Passage[] {
  const text = plain(line.text);
  return text ? [passageOf(line, text, false)] : [];
}

/** The paragraphs that lines with single breaks between them are. */
export function passagesOf(lines: Line[]): Passage[] {
  const [only] = lines;
  if (only && lines.length === 1) return onlyPassage(only);
  const passages: Passage[] = [];
  const texts = lines.map(({ text }) => plain(text));
  const isList = texts.length > 1 && texts.filter(startsItem).length > 1;
  let before = '';
  for (const [at, line] of lines.entries()) {
    const text = texts[at];
    if (!text) continue;
    const last = passages.at(-1);
    const isStart = isList && startsItem(text);
    const isItem = isStart && (MARKED.test(text) || !isWholeSentence(text));
    if (
      !last ||
      isStart ||
      (Math.min(last.text.length, text.length) >= MIN_LINE && endsSentence(before))
    )
      passages.push(passageOf(line, text, isItem));
    else {
      last.text += ` ${text}`;
      last.linkChars += linkCharsOf(line);
      last.lines.push(line.nodes);
    }
    before = text;
  }
  return passages;
}
