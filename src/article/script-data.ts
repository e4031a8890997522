import type { Element } from 'domhandler';

/** What stands between the tags of a script. */
export const scriptText = ({ children }: Element): string =>
  children.map((child) => ('data' in child ? child.data : '')).join('');

/** The value of a JSON text; undefined for a text that is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
