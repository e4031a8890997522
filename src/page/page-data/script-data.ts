import type { Element } from 'domhandler';

/** What stands between the tags of a script. */
export const scriptText = ({ children }: Element): string =>
  children.map((child) => ('data' in child ? child.data : '')).join('');

/** All data blocks and states of one of 1,116 real pages together have at most 840,000 characters. */
const MOST_SCRIPT_CHARACTERS = 2_000_000;

/** Gives the value of a JSON text, undefined for a text that is none. */
export type JsonReader = (text: string) => unknown;

/** Reads the JSON texts of one page, until they are more than an honest page would carry: then they are none. */
export function jsonReader(): JsonReader {
  let left = MOST_SCRIPT_CHARACTERS;
  return (text) => {
    left -= text.length;
    if (left < 0) return undefined;
    try {
      return JSON.parse(text);
    } catch {
      return undefined;
    }
  };
}
