/**
 * The source of a pattern that matches the words of `source` in any case, for one part of a pattern that minds it.
 *
 * Modifiers such as `(?i:…)` would say the same, but in V8 13.6 a pattern that has them stops to match once a process has compiled much:
 * after a page made to take long, lines that had been struck were kept. Only words, groups and repetitions may stand in
 * `source`: no class, no lookaround by letters.
 *
 * @example anyCase('ap photo') is '[aA][pP] [pP][hH][oO][tT][oO]'
 */
export const anyCase = (source: string): string =>
  source.replaceAll(/\\(?:x[\da-f]{2}|u[\da-f]{4}|[pP]\{[^}]*\}|.)|\p{L}/giu, (part) => {
    if (part.startsWith('\\x'))
      return eitherCase(String.fromCodePoint(Number.parseInt(part.slice(2), 16)), part);
    return part.startsWith('\\') ? part : eitherCase(part, part);
  });

function eitherCase(letter: string, written: string): string {
  const [lower, upper] = [letter.toLowerCase(), letter.toUpperCase()];
  return lower === upper || upper.length !== letter.length ? written : `[${lower}${upper}]`;
}
