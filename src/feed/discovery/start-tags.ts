import { plainText } from '../formats/html.ts';

export interface HtmlStartTag {
  /** In lower case. */
  name: string;
  /** By name in lower case, decoded; the first of a repeated name. */
  attributes: Map<string, string>;
}

// Each search goes on behind what the last match took, whether that was a sound tag or not, so that
// any text costs one pass.
const tagOf = (names: string[]) =>
  new RegExp(`<(${names.join('|')})(?=[\\s/>])((?:[^<>"']+|"[^"]*"|'[^']*'){0,200})`, 'gi');

const HTML_ATTRIBUTE =
  /(?<![\w:-])([\w:-]{1,40})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/g;

/** The start tags of these names in HTML or XML of any state, in order. */
export function* startTags(text: string, names: string[]): Generator<HtmlStartTag> {
  for (const [, name = '', rest = ''] of text.matchAll(tagOf(names))) {
    const attributes = new Map<string, string>();
    for (const [, key = '', double, single, bare] of rest.matchAll(HTML_ATTRIBUTE)) {
      const known = key.toLowerCase();
      if (attributes.has(known)) continue;
      attributes.set(known, plainText(double ?? single ?? bare ?? ''));
    }
    yield { name: name.toLowerCase(), attributes };
  }
}
