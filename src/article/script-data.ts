import type { Element } from 'domhandler';

/** What stands between the tags of a script. */
export const scriptText = ({ children }: Element): string =>
  children.map((child) => ('data' in child ? child.data : '')).join('');

/** The largest data block or state of 1,228 real pages has 893,080 characters. */
const MOST_CHARACTERS = 2_000_000;

/** The value of a JSON text; undefined for a text that is none, or that no honest page would carry. */
export function parsedJson(text: string): unknown {
  if (text.length > MOST_CHARACTERS) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
