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
