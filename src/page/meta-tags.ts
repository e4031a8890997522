import type { Element } from 'domhandler';
import { isOfOtherWork } from './element-hints.ts';
import { plainFromMarkup } from './plain-text.ts';

/** Values of `<meta>` by lower-case `name`, `property` or `itemprop`, in page order, empty ones left out. */
export type MetaTags = Map<string, string[]>;

/** No honest value is longer; hostile ones would be read again by every finder. */
const MOST_META_CHARACTERS = 10_000;

const ROBOTS_HEADER = 'x-robots-tag';

export function readMetaTags(elements: Element[]): MetaTags {
  const tags: MetaTags = new Map();
  for (const element of elements) {
    const { attribs } = element;
    const content = attribs['content'] ?? attribs['value'];
    if (!content?.trim()) continue;
    const text = content.slice(0, MOST_META_CHARACTERS);
    const { name, property, itemprop } = attribs;
    // Few state their robots rules so; what else stands there is about the transport.
    if (attribs['http-equiv']?.trim().toLowerCase() === ROBOTS_HEADER)
      add(tags, ROBOTS_HEADER, text);
    if (itemprop !== undefined && isOfOtherWork(element)) continue;
    add(tags, name, text);
    if (property !== name) add(tags, property, text);
    if (itemprop !== name && itemprop !== property) add(tags, itemprop, text);
  }
  return tags;
}

const MAX_META_VALUES = 200;

function add(tags: MetaTags, key: string | undefined, content: string): void {
  if (!key) return;
  const name = key.trim().toLowerCase();
  const values = tags.get(name);
  if (!values) tags.set(name, [content]);
  else if (values.length < MAX_META_VALUES) values.push(content);
}

/** The first value of the first name that has one, as plain text. */
export function metaText(tags: MetaTags, ...names: string[]): string | undefined {
  for (const name of names) {
    const text = plainFromMarkup(tags.get(name)?.[0] ?? '');
    if (text) return text;
  }
  return undefined;
}

/** All values of all names, as plain text, each once. */
export function metaTexts(tags: MetaTags, ...names: string[]): string[] {
  const values = new Set(names.flatMap((name) => tags.get(name) ?? []));
  return [...new Set([...values].map(plainFromMarkup))].filter(Boolean);
}
