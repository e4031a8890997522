/** The known name that a misspelt one most likely means; undefined when none is near. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const allowed = Math.max(1, Math.floor(name.length / 3));
  const [best] = known
    .map((candidate) => ({ candidate, distance: distance(bareName(name), bareName(candidate)) }))
    .filter((near) => near.distance <= allowed)
    .toSorted((a, b) => a.distance - b.distance);
  return best?.candidate;
}

/** Case and word joints are the commonest slips (`data_dir`), so they cost nothing. */
const bareName = (name: string) => name.toLowerCase().replace(/[-_ ]/g, '').slice(0, 40);

/** A word cut short or drawn out (`dataDirectory` for `dataDir`) counts as one slip. */
function distance(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length > 3 && long !== short && long.startsWith(short) ? 1 : editDistance(a, b);
}

/** Levenshtein distance, with the swap of two neighbours as one step (optimal string alignment). */
function editDistance(from: string, to: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current[column] = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (beforePrevious[column - 2] ?? 0) + 1 : Infinity,
      );
    }
    [beforePrevious, previous] = [previous, current];
  }
  return previous[to.length] ?? 0;
}
