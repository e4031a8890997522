/**
 * Remembers answers of a site by key, for this process. Only those that hold: what was missing, or failed,
 * is asked for again.
 */
export function remembered<T>(holds: (answer: T) => boolean): {
  get(key: string, ask: () => Promise<T>): Promise<T>;
  forget(): void;
} {
  const known = new Map<string, Promise<T>>();
  return {
    get(key, ask) {
      const held = known.get(key);
      if (held) return held;
      const asked = ask();
      known.set(key, asked);
      asked.then(
        (answer) => holds(answer) || known.delete(key),
        () => known.delete(key),
      );
      return asked;
    },
    forget: () => known.clear(),
  };
}
