import { folded, plain } from '../../page/plain-text.ts';
import { foldedName, type SiteNames } from '../../page/site-names.ts';

const SEPARATOR =
  /(?<!\s)\s+[|–—\-»›·•:/~<@]+\s+|(?:(?<!\s)\s+)?[|｜│ㅣ]\s*|(?<=[^\s_])_(?=[^\s_])|(?:(?<!\s)\s+)?::\s*|(?<!\s)\s+»\s*/g;

/** "A headline of several words | Politics | Another Name": a bar seldom stands in a headline itself. */
const RUBRIC = /^([^|]{19,}?[^|\s])(?:\s+\|(?:\s+[^\s|]+){1,4})+$/;

interface Parts {
  text: string;
  start: number;
}

function partsOf(title: string): Parts[] {
  const parts: Parts[] = [];
  let start = 0;
  for (const match of title.matchAll(SEPARATOR)) {
    parts.push({ text: title.slice(start, match.index), start });
    start = match.index + match[0].length;
  }
  parts.push({ text: title.slice(start), start });
  return parts;
}

/** Whether a text is the name that the config gives, or that without or with a word: "Harbour Lantern – World". */
function isConfigured(name: string, configured: string): boolean {
  const [short = '', long = ''] = [name, configured].toSorted((a, b) => a.length - b.length);
  if (long === short) return true;
  return short.length > 3 && long.startsWith(short) && long.length < 2 * short.length;
}

/** Whether a text is the site's name, or begins with it and is no more than so many times as long. */
function isSiteName(text: string, { stated, configured }: SiteNames, most: number): boolean {
  const name = folded(text);
  if (name.length < 2) return name === '';
  const bare = foldedName(text);
  if (isConfigured(bare, configured)) return true;
  for (const known of stated) {
    if (known === name || known === bare) return true;
    const isStart = known.startsWith(name) || name.startsWith(known);
    if (isStart && Math.min(name.length, known.length) > 3 && name.length <= most * known.length) {
      return true;
    }
  }
  return false;
}

/** Whether a text is the site's name, perhaps with a word behind it: "The Quay Online". */
export const namesSite = (text: string, names: SiteNames): boolean => isSiteName(text, names, 2);

/** Whether a text is or begins with the site's name: "The Quay – All that happens in the harbour". */
export const startsWithSite = (text: string, names: SiteNames): boolean =>
  isSiteName(text, names, Infinity);

/** What WordPress long put between a blog's name and the headline. */
const ARCHIVE = /^blog[ -]?archiv(?:es?)?$/i;

/** Cuts the site's name, and what follows it, from either end of a title. */
export function withoutSiteName(title: string, names: SiteNames): string {
  const parts = partsOf(title);
  let last = parts.length;
  for (let at = parts.length - 1; at > 0; at -= 1) {
    if (startsWithSite(parts[at]?.text ?? '', names)) last = at;
  }
  let first = 0;
  if (last > 1 && namesSite(parts[0]?.text ?? '', names)) first = 1;
  if (last > first + 1 && ARCHIVE.test(parts[first]?.text ?? '')) first += 1;
  const from = parts[first]?.start ?? 0;
  const lastPart = parts[last - 1];
  const cut = title.slice(from, lastPart ? lastPart.start + lastPart.text.length : undefined);
  return plain(cut).replace(RUBRIC, '$1') || title;
}
