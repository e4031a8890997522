// The parts of a text that may be taken out one by one: alternatives of a pattern, words of a list.

export interface Span {
  start: number;
  end: number;
}

/** Every alternative of a pattern's source, with one of the bars beside it, so that taking it out leaves a pattern. */
export function alternativesOf(pattern: string): Span[] {
  const spans: Span[] = [];
  const groups: { starts: number[] }[] = [{ starts: [0] }];
  const close = (end: number) => {
    const starts = groups.pop()?.starts ?? [];
    if (starts.length < 2) return;
    for (const [index, start] of starts.entries()) {
      const next = starts[index + 1];
      spans.push(next === undefined ? { start: start - 1, end } : { start, end: next });
    }
  };
  let inClass = 0;
  for (let at = 0; at < pattern.length; at += 1) {
    const char = pattern[at];
    if (char === '\\') at += 1;
    else if (char === '[') inClass += 1;
    else if (char === ']' && inClass > 0) inClass -= 1;
    else if (inClass > 0) continue;
    else if (char === '(') {
      const opening = /^\((?:\?(?:[:=!]|<[=!]|<\w+>|[a-z-]+:))?/.exec(pattern.slice(at, at + 40));
      at += (opening?.[0].length ?? 1) - 1;
      groups.push({ starts: [at + 1] });
    } else if (char === '|') groups.at(-1)?.starts.push(at + 1);
    else if (char === ')') close(at);
  }
  close(pattern.length);
  return spans.filter(({ start, end }) => /[^|\s]/.test(pattern.slice(start, end)));
}

const LEAST_WORDS = 5;
const WORD = /[^\s'"`]+/g;

/** A sentence begins with a capital letter and goes on in small ones. */
const SENTENCE = /^\p{Lu}\S*\s+\p{Ll}/u;

/** The words of a list that is written as one text: none where it reads like a sentence. */
export function wordsOf(list: string): Span[] {
  const words = [...list.matchAll(WORD)];
  if (words.length < LEAST_WORDS || SENTENCE.test(list)) return [];
  if (words.some(([word]) => /[.,;!?()$]/.test(word))) return [];
  return words.map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
}
