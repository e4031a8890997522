/** Entries after which a memo starts afresh: hostile pages name every element differently. */
const MOST = 2_000;
/** Longer texts are seldom met again. */
const LONGEST = 200;

/**
 * A text in memory of its own. V8 keeps a piece of a longer text as a place in it: who remembers a class name would
 * remember its whole page.
 */
const copyOf = (text: string): string => ` ${text}`.slice(1);

/**
 * A function of a text that remembers its answers: templates repeat the same class names thousands of times.
 * @param most answers, after which it starts afresh
 */
export function memoized<T>(answer: (text: string) => T, most = MOST): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return answer(text);
    let value = known.get(text);
    if (value === undefined && !known.has(text)) {
      const own = copyOf(text);
      value = answer(own);
      if (known.size >= most) known.clear();
      known.set(own, value);
    }
    return value as T;
  };
}

/** Something that is not found out before it is asked, and then once. */
export function onceAsked<T>(read: () => T): () => T {
  let known: { value: T } | undefined;
  return () => (known ??= { value: read() }).value;
}
