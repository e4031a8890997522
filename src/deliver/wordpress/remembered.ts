/**
 * Remembers answers of a site by key, for this process. Only found ones: what was missing, or failed,
 * is asked for again.
 */
export function remembered<T>(): {
  get(key: string, ask: () => Promise<T | undefined>): Promise<T | undefined>;
  forget(): void;
} {
  const known = new Map<string, Promise<T | undefined>>();
  return {
    get(key, ask) {
      const held = known.get(key);
      if (held) return held;
      const asked = ask();
      known.set(key, asked);
      asked.then(
        (found) => found === undefined && known.delete(key),
        () => known.delete(key),
      );
      return asked;
    },
    forget: () => known.clear(),
  };
}
