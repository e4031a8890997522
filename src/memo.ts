/** Entries after which a memo starts afresh: hostile pages name every element differently. */
const MOST = 2_000;
/** Longer texts are seldom met again. */
const LONGEST = 200;

/** A function of a text that remembers its answers: templates repeat the same class names thousands of times. */
export function memoized<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return answer(text);
    let value = known.get(text);
    if (value === undefined && !known.has(text)) {
      value = answer(text);
      if (known.size >= MOST) known.clear();
      known.set(text, value);
    }
    return value as T;
  };
}

/** Something that is not found out before it is asked, and then once. */
export function onceAsked<T>(read: () => T): () => T {
  let known: { value: T } | undefined;
  return () => (known ??= { value: read() }).value;
}
