import type { Element } from 'domhandler';
import { flightRows } from './page-data/flight.ts';
import { readLiteral } from './js-literal.ts';
import { isNode } from './ld-nodes.ts';
import type { PageTree } from './page-tree.ts';
import { type JsonReader, jsonReader, scriptText } from './page-data/script-data.ts';

// The state that a page drawn by scripts carries for them, as Next.js, Nuxt, SvelteKit and others write it.

/** What is assigned or handed over in a script: a literal, or one in `JSON.parse`. */
const HANDED_OVER = /[=(,]\s*(?=[{[]|JSON\.parse\(\s*["'`])/g;
/** All literals of one page together; what could not be read counts as well. */
const MOST_LITERAL_CHARACTERS = 4_000_000;
/** Shorter ones hold settings. */
const MIN_LITERAL = 100;

/** A script that is nothing but a state under a name of the page's own. */
const STATE_ALONE =
  /^\s*(?:(?:window|self|globalThis)(?:\.\w+|\["\w+"\])+|(?:var|let|const)\s+\w+)\s*=\s*(?:\{|JSON\.parse)/;

function* literalsOf(scripts: readonly string[]): Iterable<PageState> {
  let left = MOST_LITERAL_CHARACTERS;
  for (const script of scripts) {
    HANDED_OVER.lastIndex = 0;
    for (
      let match = HANDED_OVER.exec(script);
      match && left > 0;
      match = HANDED_OVER.exec(script)
    ) {
      const start = match.index + match[0].length;
      const { value, end } = readLiteral(script, start);
      left -= Math.max(1, end - start);
      if (value === undefined) continue;
      HANDED_OVER.lastIndex = end;
      if (end - start >= MIN_LITERAL) yield { data: value, isDoubtful: !STATE_ALONE.test(script) };
    }
  }
}

/** Names of what Nuxt wraps values in; the value's number follows. */
const WRAPPED = /^(?:(?:Shallow)?(?:Reactive|Ref)|EmptyRef|Date|Set|Object)$/;
const MOST_REVIVED = 50_000;
const MOST_REVIVED_DEPTH = 60;

/** What Nuxt and SvelteKit flatten ("devalue"): a list in which numbers stand for the values of the list at that place. */
function revived(list: unknown[]): unknown {
  let left = MOST_REVIVED;
  const at = (index: unknown, depth: number): unknown => {
    left -= 1;
    if (typeof index !== 'number' || left < 0 || depth > MOST_REVIVED_DEPTH) return undefined;
    const value = list[index];
    if (Array.isArray(value)) {
      const [first, ...others] = value;
      if (typeof first === 'string')
        return WRAPPED.test(first) ? at(others[0], depth + 1) : undefined;
      return value.map((item) => at(item, depth + 1));
    }
    if (!isNode(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, at(item, depth + 1)]),
    );
  };
  return at(0, 0);
}

const isFlat = (data: unknown): data is unknown[] =>
  Array.isArray(data) &&
  data.length > 2 &&
  (isNode(data[0]) || Array.isArray(data[0])) &&
  Object.values(data[0] as object).every(
    (value) => typeof value === 'number' || typeof value === 'string',
  ) &&
  data.some((value) => typeof value === 'string');

/** A reply that SvelteKit keeps: its body is JSON in a text. */
const replyIn = (data: unknown, read: JsonReader): unknown =>
  isNode(data) && typeof data['body'] === 'string' && /^\s*[{[]/.test(data['body'])
    ? read(data['body'])
    : undefined;

const isData = ({ attribs }: Element): boolean => !attribs['type']?.includes('ld+json');

/** The data blocks of a page that are none of schema.org's, parsed. */
export function* dataBlocks(
  { dataScripts }: PageTree,
  read: JsonReader = jsonReader(),
): Iterable<unknown> {
  for (const script of dataScripts.filter(isData)) {
    const data = read(scriptText(script));
    yield replyIn(data, read) ?? (isFlat(data) ? revived(data) : data);
  }
}

export interface PageState {
  data: unknown;
  /** Whether it was found amid a script, where settings and notes stand as well: a second sign is needed. */
  isDoubtful: boolean;
}

const asState = (data: unknown): PageState => ({ data, isDoubtful: false });

/** All states that a page carries for its scripts, parsed and never evaluated. */
export function* pageStates(tree: PageTree): Iterable<PageState> {
  const read = jsonReader();
  for (const data of dataBlocks(tree, read)) yield asState(data);
  const sources = tree.inlineScripts.map(scriptText);
  const rows = flightRows(sources, read);
  yield asState(rows.map((row) => (row.kind === 'text' ? { text: row.text } : row.data)));
  yield* literalsOf(sources);
}
