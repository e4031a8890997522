import { isNode } from './ld-nodes.ts';
import { likeness } from './likeness.ts';
import type { PageState } from './page-states.ts';
import { CLOSERS, SENTENCE_MARKS } from './sentence.ts';
import { PUBLISHED_KEYS } from './page-data/published-keys.ts';

// An article in the state of a page: one long text under a telling key, or a list of paragraphs, each a text or a tree
// of texts, as editors' programs keep it (portable text, ProseMirror, content elements, React's trees).

/** A text shorter than this is a teaser, whatever its key says. */
const MIN_STATE_TEXT = 300;
const MAX_STATE_TEXT = 500_000;
const MOST_STATE_VALUES = 50_000;
const MOST_STATE_DEPTH = 40;
const TEXT_KEYS = /body|content|text|html|article|story|markup|markdown|value|copy/i;
const TWO_SENTENCES = new RegExp(
  String.raw`${SENTENCE_MARKS}${CLOSERS}*(?:\s|<|$)[\s\S]*${SENTENCE_MARKS}`,
  'u',
);
const ENDS_SENTENCE = new RegExp(String.raw`${SENTENCE_MARKS}${CLOSERS}*\s*(?:</\w+>\s*)*$`, 'u');

/** Where a node keeps its text, the first that it has. */
const INNER_KEYS = [
  'text',
  'html',
  'markup',
  'value',
  'content',
  'children',
  'body',
  'insert',
  'items',
  'data',
  'props',
  'paragraph',
];
const TYPE_KEYS = ['type', '_type', '__typename', 'tag', 'nodeType', 'style', 'name'];
const HEADING_KEYS = ['headline', 'title', 'headlines', 'heading'];

/** A node that is called as pieces are and has one of these is a block of an editor. */
const HOLDS_MARKUP = ['content', 'html', 'markup'];
/** Parts of a line. */
const PIECE = /^(?:span|text|leaf|link|a|em|strong|b|i|u|hyperlink|emphasis|mark)$/i;
const NO_TEXT_NODE =
  /image|picture|photo|video|embed|advert|\bads?\b|related|newsletter|promo|gallery|script|style|button|widget/i;

/** Likeness to the page's titles from which a headline is the page's own, and under which it is another story's. */
const SAME_WORK = 0.6;
const OTHER_WORK = 0.3;
/** Shorter titles are a section's or a part's. */
const MOST_OF_A_LABEL = 20;

const escapedText = (text: string): string =>
  /<\/?[a-z][^<>]*>/i.test(text) ? text : text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A node as React writes it, `["$", "p", key, props]`, or as others do; undefined for what is none. */
function nodeOf(value: unknown): Record<string, unknown> | undefined {
  if (Array.isArray(value)) {
    const [sign, type, , props] = value;
    return sign === '$' && typeof type === 'string' && isNode(props)
      ? { ...props, type }
      : undefined;
  }
  return isNode(value) ? value : undefined;
}

const typeOf = (node: Record<string, unknown>): string =>
  TYPE_KEYS.map((key) => node[key]).find((type) => typeof type === 'string') ?? '';

/** The headline of a node that is a work of its own. */
function headlineOf(node: Record<string, unknown>): string | undefined {
  for (const key of HEADING_KEYS) {
    const value = node[key];
    const text = isNode(value) ? (value['basic'] ?? value['rendered'] ?? value['main']) : value;
    if (typeof text === 'string' && text.length > 2) return text;
  }
  return undefined;
}

class StateReader {
  private left = MOST_STATE_VALUES;
  private readonly titles: readonly string[];
  best: { markup: string; isOwn: boolean } | undefined;

  constructor(titles: readonly string[]) {
    this.titles = titles;
  }

  /** Looks for the longest text in a value; `isOwn` says whether a work with the page's headline holds it. */
  visit(value: unknown, key: string, isOwn: boolean, depth = 0): void {
    this.left -= 1;
    if (this.left < 0 || depth > MOST_STATE_DEPTH) return;
    if (typeof value === 'string') return this.offer(value, key, isOwn);
    const node = nodeOf(value);
    if (node) {
      const headline = headlineOf(node);
      const alike = headline
        ? Math.max(0, ...this.titles.map((title) => likeness(title, headline)))
        : 0;
      // Another work than the page's: a story that it leads to.
      if (
        headline &&
        headline.length > MOST_OF_A_LABEL &&
        this.titles.length > 0 &&
        alike < OTHER_WORK &&
        depth > 0
      )
        return;
      const isNowOwn = isOwn || alike >= SAME_WORK;
      for (const [name, item] of Object.entries(node)) this.visit(item, name, isNowOwn, depth + 1);
    } else if (Array.isArray(value)) {
      this.offerList(value, isOwn);
      for (const item of value) this.visit(item, key, isOwn, depth + 1);
    }
  }

  private offer(text: string, key: string, isOwn: boolean): void {
    const isText =
      text.length >= MIN_STATE_TEXT && text.length <= MAX_STATE_TEXT && TEXT_KEYS.test(key);
    if (isText && TWO_SENTENCES.test(text.slice(0, 5_000))) this.take(text, isOwn);
  }

  private offerList(list: unknown[], isOwn: boolean): void {
    const paragraphs = this.paragraphsOf(list, 0);
    if (paragraphs.length < 2) return;
    const length = paragraphs.reduce((sum, { text }) => sum + text.length, 0);
    if (length < MIN_STATE_TEXT || length > MAX_STATE_TEXT) return;
    if (paragraphs.filter(({ text }) => ENDS_SENTENCE.test(text)).length * 2 < paragraphs.length)
      return;
    this.take(
      paragraphs.map(({ tag, text }) => `<${tag}>${escapedText(text)}</${tag}>`).join('\n'),
      isOwn,
    );
  }

  private take(markup: string, isOwn: boolean): void {
    const { best } = this;
    const isBetter = !best || (isOwn === best.isOwn ? markup.length > best.markup.length : isOwn);
    if (isBetter) this.best = { markup, isOwn };
  }

  /** The texts of a list whose items are paragraphs; none where they are pieces of one, or works of their own. */
  private paragraphsOf(list: unknown[], depth: number): { tag: string; text: string }[] {
    const found: { tag: string; text: string }[] = [];
    for (const item of list) {
      const node = nodeOf(item);
      if (node && headlineOf(node)) return [];
      const type = node ? typeOf(node) : '';
      if (
        node &&
        (NO_TEXT_NODE.test(type) ||
          (PIECE.test(type) && !HOLDS_MARKUP.some((key) => typeof node[key] === 'string')))
      )
        continue;
      const text = this.textOf(item, depth + 1).trim();
      if (text !== '') found.push({ tag: elementOf(type, node), text });
    }
    return found;
  }

  /** All text in a node, in its order; pieces of a line are joined as they are. */
  private textOf(value: unknown, depth: number): string {
    this.left -= 1;
    if (this.left < 0 || depth > MOST_STATE_DEPTH) return '';
    if (typeof value === 'string') return value;
    const node = nodeOf(value);
    if (node) {
      const inner = INNER_KEYS.map((key) => node[key]).find(
        (item) => item !== undefined && item !== null && item !== '',
      );
      return this.textOf(inner, depth + 1);
    }
    return Array.isArray(value) ? value.map((item) => this.textOf(item, depth + 1)).join('') : '';
  }
}

/** A text or number under a key; empty for anything else. */
function textUnder(node: Record<string, unknown> | undefined, key: string): string {
  const value = node?.[key];
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : '';
}

function elementOf(type: string, node: Record<string, unknown> | undefined): string {
  const says = `${type} ${textUnder(node, 'style')}`;
  if (/\bh[1-6]\b|head/i.test(says)) return 'h2';
  if (/\bli\b|list-?item/i.test(says)) return 'li';
  return /quote/i.test(says) ? 'blockquote' : 'p';
}

/**
 * The article's text in a page's state, as markup or plain lines: that of a work with the headline that the page's
 * `titles` say, else the longest; of a doubtful state that of such a work alone.
 */
export function stateMarkup(
  { data, isDoubtful }: PageState,
  titles: readonly string[],
): string | undefined {
  const reader = new StateReader(titles);
  reader.visit(data, '', false);
  return isDoubtful && !reader.best?.isOwn ? undefined : reader.best?.markup;
}

/** When a work with the page's headline was published, as its state writes it. */
export function stateDate(state: unknown, titles: readonly string[]): string | undefined {
  let left = MOST_STATE_VALUES;
  const find = (value: unknown, depth: number): string | undefined => {
    left -= 1;
    if (left < 0 || depth > MOST_STATE_DEPTH || typeof value !== 'object' || value === null)
      return undefined;
    const node = nodeOf(value);
    const headline = node && headlineOf(node);
    if (headline && titles.some((title) => likeness(title, headline) >= SAME_WORK)) {
      const key = Object.keys(node).find(
        (name) => PUBLISHED_KEYS.any.test(name) && textUnder(node, name),
      );
      if (key !== undefined) return textUnder(node, key);
    }
    for (const item of Object.values(value)) {
      const found = find(item, depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return find(state, 0);
}
