import { expect, test } from 'vitest';
import { ruleOf, type Wording } from '../../../src/article/text/wordings/wording.ts';
import { withoutEachAlternative } from '../patterns/alternatives.ts';

/** A wording without each of its alternatives. */
function withoutEach(wording: Wording): { alternative: string; rest: Wording }[] {
  const { words, pattern } = wording;
  if (pattern)
    return withoutEachAlternative(pattern.source).map(({ alternative, rest }) => ({
      alternative,
      rest: { ...wording, pattern: new RegExp(rest, pattern.flags) },
    }));
  const phrases = words?.split('|') ?? [];
  if (phrases.length === 1) return [];
  return phrases.map((alternative, at) => ({
    alternative,
    rest: { ...wording, words: phrases.toSpliced(at, 1).join('|') },
  }));
}

function found(wording: Wording, line: string): string | undefined {
  const match = ruleOf(wording).pattern.exec(line);
  return match ? `${match.index}: ${match[0]}` : undefined;
}

/**
 * Each alternative of a wording is there for a line that it would not find, or not as far, without it.
 * @param lines beside the wording's own examples, by its name, separated by `|`; of a label what stands before its colon
 * @param frame alternatives that all wordings share around their words, and that have a test of their own
 */
export function walkAlternatives(
  wordings: readonly Wording[],
  lines: Readonly<Record<string, string>>,
  frame: readonly string[] = [],
): void {
  test.each(wordings.map((wording) => [wording.name, wording] as const))('%s', (name, wording) => {
    const written = lines[name]?.split('|') ?? [];
    const own = wording.appliesTo === 'label' ? written.map((line) => `${line}: Soup`) : written;
    const missed = own.filter(
      (line) => found(wording, line) === undefined || line.length > wording.mostCharacters,
    );
    expect(missed).toEqual([]);

    const all = [...wording.drops, ...wording.keeps, ...own];
    const before = all.map((line) => found(wording, line));
    const idle = withoutEach(wording).filter(({ rest }) =>
      all.every((line, at) => found(rest, line) === before[at]),
    );
    const words = idle.map(({ alternative }) => alternative);
    expect(words.filter((alternative) => !frame.includes(alternative))).toEqual([]);
  });

  test('Lines are for a wording that there is.', () => {
    const names = wordings.map(({ name }) => name);
    expect(Object.keys(lines).filter((name) => !names.includes(name))).toEqual([]);
  });
}
