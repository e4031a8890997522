/** A line that both texts have, or only one of them. */
export interface DifferingLine {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

// Longer texts are told as one that went and one that came.
const MOST_LINES = 1_000;

/** What lies between two texts, line by line: the fewest lines that went and came. */
export function difference(before: readonly string[], after: readonly string[]): DifferingLine[] {
  const line = (kind: DifferingLine['kind']) => (text: string) => ({ kind, text });
  if (before.length > MOST_LINES || after.length > MOST_LINES) {
    return [...before.map(line('removed')), ...after.map(line('added'))];
  }
  const common = longestCommon(before, after);
  const lines: DifferingLine[] = [];
  let [a, b] = [0, 0];
  while (a < before.length || b < after.length) {
    const isSame = a < before.length && b < after.length && before[a] === after[b];
    if (isSame) {
      lines.push({ kind: 'same', text: before[a]! });
      a += 1;
      b += 1;
    } else if (
      b < after.length &&
      (a === before.length || common[a]![b + 1]! > common[a + 1]![b]!)
    ) {
      lines.push({ kind: 'added', text: after[b]! });
      b += 1;
    } else {
      lines.push({ kind: 'removed', text: before[a]! });
      a += 1;
    }
  }
  return lines;
}

/** How many lines the rests from each place on have in common. */
function longestCommon(before: readonly string[], after: readonly string[]): number[][] {
  const rows = Array.from({ length: before.length + 1 }, () =>
    Array.from({ length: after.length + 1 }, () => 0),
  );
  for (let a = before.length - 1; a >= 0; a -= 1) {
    for (let b = after.length - 1; b >= 0; b -= 1) {
      rows[a]![b] =
        before[a] === after[b]
          ? rows[a + 1]![b + 1]! + 1
          : Math.max(rows[a + 1]![b]!, rows[a]![b + 1]!);
    }
  }
  return rows;
}
