interface Group {
  start: number;
  bars: number[];
}

/** A pattern's groups that hold alternatives, as the places where they begin, part and end. */
function groupsOf(source: string): { start: number; bars: number[]; end: number }[] {
  const open: Group[] = [{ start: 0, bars: [] }];
  const closed: { start: number; bars: number[]; end: number }[] = [];
  let isInClass = false;
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at];
    if (sign === '\\') at += 1;
    else if (isInClass) isInClass = sign !== ']';
    else if (sign === '[') isInClass = true;
    else if (sign === '(') {
      const [opening = '('] = /^\((?:\?(?:<?[=!:]|<\w+>))?/.exec(source.slice(at)) ?? [];
      open.push({ start: at + opening.length, bars: [] });
      at += opening.length - 1;
    } else if (sign === '|') open.at(-1)?.bars.push(at);
    else if (sign === ')') {
      const group = open.pop();
      if (group) closed.push({ ...group, end: at });
    }
  }
  const [whole] = open;
  return [...closed, ...(whole ? [{ ...whole, end: source.length }] : [])];
}

/** The same pattern without each of its alternatives, one at a time. */
export function withoutEachAlternative(source: string): { alternative: string; rest: string }[] {
  return groupsOf(source)
    .filter(({ bars }) => bars.length > 0)
    .flatMap(({ start, bars, end }) => {
      const starts = [start, ...bars.map((bar) => bar + 1)];
      const parts = starts.map((from, at) => source.slice(from, bars[at] ?? end));
      return parts.map((alternative, at) => ({
        alternative,
        rest: source.slice(0, start) + parts.toSpliced(at, 1).join('|') + source.slice(end),
      }));
    });
}

/** A letter outside ASCII, which `\b` takes for no letter, at the end or start of an alternative. */
const ENDS_BEYOND_ASCII = /(?=[^\p{ASCII}])\p{L}\??$/u;
const STARTS_BEYOND_ASCII = /^(?=[^\p{ASCII}])\p{L}/u;

/** Whether a `\b` follows a group, or the one that it ends. */
function hasEdgeBehind(source: string, { end }: { end: number }): boolean {
  const [closing = ''] = /^\)[?*+]?/.exec(source.slice(end)) ?? [];
  const at = end + closing.length;
  if (closing === '' || source.startsWith(String.raw`\b`, at)) return closing !== '';
  if (!/[|)]/.test(source[at] ?? '')) return false;
  const outer = groupsOf(source).find((group) => group.start <= at && at <= group.end);
  return outer !== undefined && hasEdgeBehind(source, outer);
}

/** Words of a pattern that `\b` is asked to end or begin beside a letter outside ASCII: it never does. */
export function wordsWithoutEdge(source: string): string[] {
  return groupsOf(source).flatMap((group) => {
    const { start, bars, end } = group;
    const starts = [start, ...bars.map((bar) => bar + 1)];
    const words = starts.map((from, at) => source.slice(from, bars[at] ?? end));
    const isEnded = hasEdgeBehind(source, group);
    const isBegun = /\\b(?:\((?:\?:)?)*$/.test(source.slice(0, start));
    return words.filter(
      (word) =>
        (isEnded && ENDS_BEYOND_ASCII.test(word)) ||
        (isBegun && STARTS_BEYOND_ASCII.test(word)) ||
        /(?=[^\p{ASCII}])\p{L}\??\\b|\\b(?=[^\p{ASCII}])\p{L}/u.test(word),
    );
  });
}
