import { setCdataAside } from './cdata.ts';
import { withoutControls } from './controls.ts';

// A DTD of a feed names a few words and signs. What is larger, nests deep or grows beyond measure is no
// DTD to follow (the "billion laughs"): its references stay as they are written.
const MAX_SUBSET = 65_536;
const MAX_ENTITIES = 500;
const MAX_VALUE = 10_000;
const MAX_NESTING = 8;
const MAX_GROWTH = 1_000_000;

/** XML gives these their meaning (XML 1.0, section 4.6). */
const PREDEFINED = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

/** What stands before the declaration of a document's type: a licence in a comment at most. */
const MAX_PROLOG = 5_000;
const DOCTYPE = /<!DOCTYPE\s[^[<>]{0,1000}\[/i;
/** What a subset holds between its brackets (XML 1.0, section 2.8). */
const PASSED_OVER = String.raw`\s+|<!--(?:(?!-->)[^]){0,5000}-->|<\?(?:(?!\?>)[^]){0,1000}\?>|%[\w.:-]{1,60};`;
const NAMED_ENTITY = String.raw`(?<name>[\p{L}_][\p{L}\p{N}_.:-]{0,60})\s+(?:"(?<double>[^"]*)"|'(?<single>[^']*)')`;
const OTHER_ENTITY = String.raw`[^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*`;
const OTHER_DECLARATION = String.raw`<!(?:ELEMENT|ATTLIST|NOTATION)(?:[^>"']|"[^"]*"|'[^']*')*>`;
const DECLARATION = new RegExp(
  String.raw`${PASSED_OVER}|<!ENTITY\s+(?:${NAMED_ENTITY}|${OTHER_ENTITY})\s*>|${OTHER_DECLARATION}`,
  'uy',
);

interface Subset {
  entities: Map<string, string>;
  /** Of the whole declaration of the document type. */
  start: number;
  end: number;
}

/** Character references of a value are replaced where it is declared (XML 1.0, section 4.4.5). */
function declaredValue(written: string): string {
  return written.replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (whole, hex, decimal) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10_ffff ? withoutControls(String.fromCodePoint(code)) : whole;
  });
}

function internalSubset(xml: string): Subset | null {
  const doctype = DOCTYPE.exec(xml.slice(0, MAX_PROLOG));
  if (!doctype) return null;
  const entities = new Map<string, string>();
  let at = doctype.index + doctype[0].length;
  while (xml[at] !== ']') {
    DECLARATION.lastIndex = at;
    const match = DECLARATION.exec(xml);
    if (!match || match[0] === '' || at > MAX_SUBSET || entities.size > MAX_ENTITIES) return null;
    const { name, double, single } = match.groups ?? {};
    // Of two declarations the first holds.
    if (name !== undefined && !PREDEFINED.has(name) && !entities.has(name)) {
      entities.set(name, declaredValue(double ?? single ?? ''));
    }
    at = DECLARATION.lastIndex;
  }
  const end = xml.indexOf('>', at);
  return end < 0 ? null : { entities, start: doctype.index, end: end + 1 };
}

const REFERENCE = /&([\p{L}_][\p{L}\p{N}_.:-]{0,60});/gu;

class Expansion {
  readonly #entities: ReadonlyMap<string, string>;
  readonly #known = new Map<string, string | null>();
  #left = MAX_GROWTH;

  constructor(entities: ReadonlyMap<string, string>) {
    this.#entities = entities;
  }

  of(text: string): string {
    return text.replace(REFERENCE, (reference, name: string) => {
      const value = this.#value(name, 0);
      if (value === null || value.length > this.#left) return reference;
      this.#left -= value.length;
      return value;
    });
  }

  /** Null for what is not declared, refers to itself, or grows too long. */
  #value(name: string, depth: number): string | null {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const written = this.#entities.get(name);
    if (written === undefined || depth > MAX_NESTING) return null;
    this.#known.set(name, null);
    let length = 0;
    let isWhole = true;
    const value = written.replace(REFERENCE, (reference, inner: string) => {
      const part = isWhole && length <= MAX_VALUE ? this.#value(inner, depth + 1) : null;
      // Only a name that nobody declared may stay inside: HTML may know it.
      isWhole &&= part !== null || !this.#entities.has(inner);
      length += part?.length ?? 0;
      return part ?? reference;
    });
    const result = isWhole && value.length <= MAX_VALUE ? value : null;
    this.#known.set(name, result);
    return result;
  }
}

/**
 * The document with the entities that its own DTD declares put in and that DTD taken out. Nothing outside
 * the document is ever read, and a document without such declarations is given back as it is.
 */
export function withDeclaredEntities(xml: string): string {
  const subset = internalSubset(xml);
  if (!subset || subset.entities.size === 0) return xml;
  const { xml: markup, restore } = setCdataAside(
    xml.slice(0, subset.start) + xml.slice(subset.end),
  );
  return restore(new Expansion(subset.entities).of(markup));
}
