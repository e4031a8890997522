import { type Element, isTag, type ParentNode, type Text } from 'domhandler';
import type { Span } from '../../article-body.ts';
import { cleanUrl } from '../../clean-url.ts';
import type { Block } from '../../page/blocks/blocks.ts';
import { absoluteUrl } from '../../page/page.ts';
import { plain } from '../../page/plain-text.ts';

type SpanMark = 'strong' | 'em' | 'code' | 'sup' | 'sub' | 's';

/** Elements that set words apart, by what they say of them. */
const SPAN_MARKS: ReadonlyMap<string, SpanMark> = new Map([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'em'],
  ['em', 'em'],
  ['cite', 'em'],
  ['dfn', 'em'],
  ['code', 'code'],
  ['kbd', 'code'],
  ['samp', 'code'],
  ['tt', 'code'],
  ['sup', 'sup'],
  ['sub', 'sub'],
  ['s', 's'],
  ['strike', 's'],
  ['del', 's'],
]);

const MOST_SPANS = 100;
const LONGEST_LINK = 2_048;
/** Inline elements around a word; more are a page's mistake. */
const MOST_INLINE_ABOVE = 20;

/**
 * The words of a block with their links and emphasis; undefined where nothing sets words apart, or where
 * the text is not that of its nodes letter by letter, as after a repair.
 */
export function spansOf({ text, lines, region }: Block, pageUrl: string): Span[] | undefined {
  const runs: Run[] = [];
  for (const [at, nodes] of lines.entries()) {
    if (at > 0) runs.push({ text: ' ', key: '', style: {} });
    for (const node of nodes) runs.push(runOf(node, region.element, pageUrl));
  }
  if (runs.every(({ key }) => key === '')) return undefined;
  const spans = merged(withSpacesJoined(runs));
  const joined = spans.map((span) => (typeof span === 'string' ? span : span.text)).join('');
  return joined === text && spans.length <= MOST_SPANS ? spans : undefined;
}

type Style = Omit<Exclude<Span, string>, 'text'>;

interface Run {
  text: string;
  style: Style;
  /** Equal for equal styles. */
  key: string;
}

function runOf(node: Text, block: Element, pageUrl: string): Run {
  const style: Style = {};
  let at: ParentNode | null = node.parent;
  for (
    let up = 0;
    up < MOST_INLINE_ABOVE && at && isTag(at) && at !== block;
    up += 1, at = at.parent
  ) {
    const mark = SPAN_MARKS.get(at.name);
    if (mark) style[mark] = true;
    if (at.name === 'a') style.href ??= hrefOf(at, pageUrl);
  }
  // A block that is one `<em>` or `<code>` as a whole has its mark at the block itself.
  const key = Object.entries(style)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${value}`)
    .toSorted()
    .join(' ');
  return { text: node.data, style, key };
}

/** An address on the web without what only counts its readers, and without credentials; none for places on the same page. */
function hrefOf({ attribs }: Element, pageUrl: string): string | undefined {
  const { href } = attribs;
  if (href === undefined || href.trim().startsWith('#')) return undefined;
  const url = absoluteUrl(href, pageUrl);
  const clean = url && cleanUrl(url);
  return clean && clean.length <= LONGEST_LINK ? clean : undefined;
}

/** White space as in `plain`, over the runs' borders. */
function withSpacesJoined(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  let endsInSpace = true;
  for (const run of runs) {
    const inner = plain(`|${run.text}|`).slice(1, -1);
    const text: string = endsInSpace ? inner.replace(/^ /, '') : inner;
    if (text === '') continue;
    endsInSpace = text.endsWith(' ');
    kept.push({ ...run, text });
  }
  const last = kept.at(-1);
  if (last) last.text = last.text.trimEnd();
  return kept.filter(({ text }) => text !== '');
}

function merged(runs: readonly Run[]): Span[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last?.key === run.key) last.text += run.text;
    else joined.push({ ...run });
  }
  return joined.map(({ text, style, key }) => {
    if (key === '') return text;
    const { href, ...marks } = style;
    return { text, ...(href !== undefined && { href }), ...marks };
  });
}
