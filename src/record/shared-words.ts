/** Words, or pairs of signs where a script sets no spaces; the shortest carry no meaning. */
function distinctWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    words.flatMap((word) => {
      if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(word)) {
        return word.length > 2 || /\d/.test(word) ? word : [];
      }
      const signs = Array.from(word);
      return signs.length < 2 ? signs : signs.slice(1).map((sign, at) => `${signs[at]}${sign}`);
    }),
  );
}

/** How much of the shorter text's words the other has, 0 to 1; 0 where one has none. */
export function sharedWords(one: string, other: string): number {
  const [fewer, more] = [distinctWords(one), distinctWords(other)].toSorted(
    (a, b) => a.size - b.size,
  );
  if (!fewer || !more || fewer.size === 0) return 0;
  return [...fewer].filter((word) => more.has(word)).length / fewer.size;
}

/** How many different words two texts have in common. */
export function wordsInCommon(one: string, other: string): number {
  const words = distinctWords(other);
  return [...distinctWords(one)].filter((word) => words.has(word)).length;
}
