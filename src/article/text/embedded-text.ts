import { decodedOnceMore } from '../../page/plain-text.ts';
import { type Element, isTag } from 'domhandler';
import { readBlocks } from '../../page/blocks/blocks.ts';
import { type Sifted, withoutBoilerplate } from './boilerplate.ts';
import type { Known } from './line-rules.ts';
import { hintOf } from '../../page/element-hints.ts';
import { outlineOf, sideShows } from '../../page/blocks/outline.ts';
import { type PageState, pageStates } from '../../page/page-states.ts';
import { parsePage } from '../../page/page-tree.ts';
import type { Page } from '../../page/page.ts';
import { scriptText } from '../../page/page-data/script-data.ts';
import { stateMarkup } from '../../page/state-text.ts';

/** A text shorter than this is a teaser, whatever its key says. */
const MIN_EMBEDDED_LENGTH = 300;
const MAX_EMBEDDED_LENGTH = 500_000;

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

/** The article's text as structured data gives it whole. */
export function structuredText(page: Page, known: Known): Sifted {
  const { articleBody } = page.ld.article;
  return typeof articleBody === 'string' && articleBody.length >= MIN_EMBEDDED_LENGTH
    ? embeddedBlocks(decodedOnceMore(articleBody.slice(0, MAX_EMBEDDED_LENGTH)), known)
    : NOTHING;
}

const TEMPLATE = /^text\/(?:x-)?(?:template|html)$/i;

/** Markup that a script puts where it stands: in the element of the body, for others hold consent forms and menus. */
const isTemplateOfBody = ({ attribs, parent }: Element): boolean =>
  TEMPLATE.test(attribs['type'] ?? '') &&
  parent !== null &&
  isTag(parent) &&
  hintOf(parent)?.says === 'wanted';

function* states({ tree }: Page): Iterable<PageState> {
  const templates = tree.inlineScripts.filter(isTemplateOfBody);
  const data = templates.map((script) => ({ markup: scriptText(script) }));
  yield { data, isDoubtful: false };
  yield* pageStates(tree);
}

/** The article's text from the state a page carries for its scripts: parsed and never evaluated. */
export function stateText(page: Page, known: Known): Sifted {
  for (const state of states(page)) {
    const text = stateMarkup(state, page.says.titles);
    if (text) return embeddedBlocks(text, known);
  }
  return NOTHING;
}
