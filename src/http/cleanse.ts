import type { Credentials } from './credentials.ts';

/**
 * Takes credentials out of what an answer repeats of them: servers write the address that they were asked for into
 * redirects, links and feeds, with the key in it. From here on they are in nothing that is kept or shown.
 */
export interface Cleanser {
  body(bytes: Uint8Array): Uint8Array;
  headers(headers: Record<string, string>): Record<string, string>;
}

/** A shorter value may be a word of an article. */
const SHORTEST_IN_PROSE = 8;
const SHORTEST_IN_HEADERS = 4;

const MASK = '***';
/** The joint between two parameters, as it is written in addresses, in markup and in JSON. */
const JOINT = String.raw`&amp;|&#0*38;|\\u0026|&`;

/** A value as it is spelled in text, in addresses, in JSON and in markup; each in bytes of UTF-8. */
function spellings(value: string): string[] {
  const encoded = encodeURIComponent(value);
  const lowerCase = encoded.replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
  const quoted = JSON.stringify(value).slice(1, -1);
  const inMarkup = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const all = [value, encoded, lowerCase, encoded.replaceAll('%20', '+'), quoted, inMarkup];
  return [...new Set(all)].map((text) => Buffer.from(text).toString('latin1'));
}

const oneOf = (texts: readonly string[]): string =>
  texts
    .toSorted((a, b) => b.length - a.length)
    .map((text) => RegExp.escape(text))
    .join('|');

/** The parameters of the query, each with the joint before it and the one after it. */
function parameterPattern(query: Credentials['query']): RegExp | undefined {
  const pairs = Object.entries(query).map(
    ([name, value]) => `(?:${oneOf(spellings(name))})=(?:${oneOf(spellings(value))})`,
  );
  if (pairs.length === 0) return undefined;
  return new RegExp(String.raw`(\?|${JOINT})(?:${pairs.join('|')})(?![\w%.~-])(${JOINT})?`, 'g');
}

function valuePattern(values: readonly string[], shortest: number): RegExp | undefined {
  const told = values.filter(({ length }) => length >= shortest).flatMap(spellings);
  return told.length === 0 ? undefined : new RegExp(oneOf(told), 'g');
}

export function cleanserOf(credentials: Credentials): Cleanser {
  const parameters = parameterPattern(credentials.query);
  const { secrets } = credentials;
  const inProse = valuePattern(secrets, SHORTEST_IN_PROSE);
  const inHeaders = valuePattern(secrets, SHORTEST_IN_HEADERS);
  const cleansed = (text: string, values: RegExp | undefined): string => {
    const without = parameters
      ? text.replaceAll(parameters, (_all, before: string, after = '') =>
          before === '?' && after !== '' ? '?' : after,
        )
      : text;
    return values ? without.replaceAll(values, MASK) : without;
  };
  return {
    body(bytes) {
      const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
      const clean = cleansed(text, inProse);
      return clean === text ? bytes : Buffer.from(clean, 'latin1');
    },
    headers: (headers) =>
      Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, cleansed(value, inHeaders)]),
      ),
  };
}
