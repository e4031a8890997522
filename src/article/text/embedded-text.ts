import { type Element, isTag } from 'domhandler';
import { readBlocks } from '../../page/blocks/blocks.ts';
import { type Sifted, withoutBoilerplate } from './boilerplate.ts';
import type { Known } from './line-rules.ts';
import { hintOf } from '../../page/element-hints.ts';
import { outlineOf, sideShows } from '../../page/blocks/outline.ts';
import { flightRows } from '../../page/flight.ts';
import { parsePage } from '../../page/page-tree.ts';
import type { Page } from '../../page/page.ts';
import { jsonReader, scriptText } from '../../page/script-data.ts';
import { CLOSERS, SENTENCE_MARKS } from '../../page/sentence.ts';
import { isNode } from '../../page/ld-nodes.ts';

/** A text shorter than this is a teaser, whatever its key says. */
const MIN_EMBEDDED_LENGTH = 300;
const MAX_EMBEDDED_LENGTH = 500_000;
const MAX_SCRIPT_VALUES = 50_000;
const MAX_SCRIPT_DEPTH = 40;
const KEYS = /body|content|text|html|article|story|markup|value/i;
const TWO_SENTENCES = new RegExp(
  String.raw`${SENTENCE_MARKS}${CLOSERS}*(?:\s|<|$)[\s\S]*${SENTENCE_MARKS}`,
  'u',
);

const NOTHING: Sifted = { kept: [], struck: [], shared: [], lineKeys: [] };

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Blocks of a text that may be HTML or plain lines. */
function embeddedBlocks(text: string, known: Known): Sifted {
  const isMarkup = /<(?:p|div|br|h[1-6]|li|blockquote)\b/i.test(text);
  const html = isMarkup
    ? text
    : text
        .split(/\n+|(?<=[.!?])\s{2,}/)
        .map((line) => `<p>${escaped(line)}</p>`)
        .join('');
  const parsed = parsePage(`<html><body>${html}</body></html>`);
  if (parsed.kind === 'refused') return NOTHING;
  const { blocks, regions } = readBlocks(parsed.tree.document);
  return withoutBoilerplate(blocks, sideShows(outlineOf(blocks, regions), undefined), {
    ...known,
    pictures: new Set(),
    afterPicture: new Set(),
    keepLinks: false,
  });
}

/** The longest text under a telling key, anywhere in parsed data. */
function longestText(data: unknown): string | undefined {
  let best: string | undefined;
  let seen = 0;
  const visit = (value: unknown, key: string, depth: number): void => {
    seen += 1;
    if (seen > MAX_SCRIPT_VALUES || depth > MAX_SCRIPT_DEPTH) return;
    if (typeof value === 'string') {
      const isText =
        value.length >= MIN_EMBEDDED_LENGTH &&
        value.length <= MAX_EMBEDDED_LENGTH &&
        KEYS.test(key);
      if (isText && value.length > (best?.length ?? 0) && TWO_SENTENCES.test(value.slice(0, 5_000)))
        best = value;
    } else if (Array.isArray(value)) {
      for (const item of value) visit(item, key, depth + 1);
    } else if (isNode(value)) {
      for (const [name, item] of Object.entries(value)) visit(item, name, depth + 1);
    }
  };
  visit(data, '', 0);
  return best;
}

/** The article's text as structured data gives it whole. */
export function structuredText(page: Page, known: Known): Sifted {
  const { articleBody } = page.ld.article;
  return typeof articleBody === 'string' && articleBody.length >= MIN_EMBEDDED_LENGTH
    ? embeddedBlocks(articleBody.slice(0, MAX_EMBEDDED_LENGTH), known)
    : NOTHING;
}

/** `window.__STATE__ = {…}`: what stands on the right, where it is JSON. */
const ASSIGNED = /^\s*(?:window|self|globalThis)(?:\.\w+|\["\w+"\])+\s*=\s*(\{[\s\S]*\})\s*;?\s*$/;

const TEMPLATE = /^text\/(?:x-)?(?:template|html)$/i;

/** Markup that a script puts where it stands: in the element of the body, for others hold consent forms and menus. */
const isTemplateOfBody = ({ attribs, parent }: Element): boolean =>
  TEMPLATE.test(attribs['type'] ?? '') &&
  parent !== null &&
  isTag(parent) &&
  hintOf(parent)?.says === 'wanted';

function* states({ tree }: Page): Iterable<unknown> {
  const read = jsonReader();
  for (const script of tree.dataScripts) {
    if (!script.attribs['type']?.includes('ld+json')) yield read(scriptText(script));
  }
  const templates = tree.inlineScripts.filter(isTemplateOfBody);
  yield templates.map((script) => ({ markup: scriptText(script) }));
  const sources = tree.inlineScripts.map(scriptText);
  yield flightRows(sources, read).map((row) =>
    row.kind === 'text' ? { text: row.text } : row.data,
  );
  for (const source of sources) yield read(ASSIGNED.exec(source)?.[1] ?? '');
}

/**
 * The article's text from the state a page carries for its scripts: data blocks, parsed and never evaluated, in
 * which the longest text under a key such as `body` is taken.
 */
export function stateText(page: Page, known: Known): Sifted {
  for (const state of states(page)) {
    const text = longestText(state);
    if (text) return embeddedBlocks(text, known);
  }
  return NOTHING;
}
