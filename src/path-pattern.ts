// Printable ASCII without "%" and "*": nothing to normalise.
const PLAIN_PATTERN = /^[!-$&-)+-~]*$/;

/** Section 2.2.2: octets outside ASCII are compared percent-encoded. */
export function normalisePattern(pattern: string): string {
  if (PLAIN_PATTERN.test(pattern)) return pattern;
  const encoded = pattern.replace(/[^!-~]+/g, encodeOctets);
  return withCapitalOctets(encoded).replace(/\*{2,}/g, '*');
}

export function withCapitalOctets(path: string): string {
  return path.replace(/%[0-9a-f]{2}/gi, (octet) => octet.toUpperCase());
}

function encodeOctets(text: string): string {
  return Array.from(
    new TextEncoder().encode(text),
    (octet) => `%${octet.toString(16).padStart(2, '0')}`,
  ).join('');
}

const STAR = 0x2a;

/**
 * RFC 9309 section 2.2.3: `*` is any run of characters, a final `$` the end of the path. Taking each
 * piece between stars at its first place is enough, so pattern and path are walked once.
 */
export function matchesPattern(pattern: string, path: string): boolean {
  const isAnchored = pattern.endsWith('$');
  const patternEnd = isAnchored ? pattern.length - 1 : pattern.length;
  let start = 0;
  let at = 0;
  for (;;) {
    let end = start;
    while (end < patternEnd && pattern.charCodeAt(end) !== STAR) end += 1;
    const length = end - start;
    const isLast = end === patternEnd;
    const mustEnd = isAnchored && isLast;
    if (start === 0 || mustEnd) {
      const from = start === 0 ? 0 : path.length - length;
      if (from < at || !isAt(path, from, pattern, start, length)) return false;
      at = from + length;
    } else {
      at = endOfPiece(path, at, pattern, start, length);
      if (at === -1) return false;
    }
    if (isLast) return !isAnchored || at === path.length;
    start = end + 1;
  }
}

function isAt(path: string, at: number, pattern: string, start: number, length: number): boolean {
  for (let i = 0; i < length; i += 1) {
    if (path.charCodeAt(at + i) !== pattern.charCodeAt(start + i)) return false;
  }
  return true;
}

// Below this length trying every place is cheaper than a table, and bounded by it.
const SHORT_PIECE = 8;

/** Where the first occurrence from `at` on ends, or -1. */
function endOfPiece(
  path: string,
  at: number,
  pattern: string,
  start: number,
  length: number,
): number {
  if (length > SHORT_PIECE) return endOfLongPiece(path, at, pattern.slice(start, start + length));
  for (let i = at; i + length <= path.length; i += 1) {
    if (isAt(path, i, pattern, start, length)) return i + length;
  }
  return -1;
}

/** Knuth, Morris and Pratt: `indexOf` may cost the product of both lengths. */
function endOfLongPiece(path: string, at: number, piece: string): number {
  const borders = new Int32Array(piece.length);
  let matched = 0;
  for (let i = 1; i < piece.length; i += 1) {
    while (matched > 0 && piece[i] !== piece[matched]) matched = borders[matched - 1] ?? 0;
    if (piece[i] === piece[matched]) matched += 1;
    borders[i] = matched;
  }
  matched = 0;
  for (let i = at; i < path.length; i += 1) {
    while (matched > 0 && path[i] !== piece[matched]) matched = borders[matched - 1] ?? 0;
    if (path[i] === piece[matched]) matched += 1;
    if (matched === piece.length) return i + 1;
  }
  return -1;
}
