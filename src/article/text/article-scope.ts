import type { Block } from '../../page/blocks/blocks.ts';
import { folded } from '../../page/plain-text.ts';

const MIN_ARTICLE = 500;
const MIN_HEADLINE = 20;
/** The part of the page's running text that must follow the headline for it to count as the article's. */
const MIN_AFTER = 0.3;

const sum = (blocks: Block[]): number => blocks.reduce((total, { good }) => total + good, 0);

/** The next article's headline on a page that goes on with other stories: set like the first one. */
function nextHeadline(blocks: Block[], headline: Block): number {
  const { name, attribs } = headline.region.element;
  if (name !== 'h1' || !attribs['class']) return -1;
  return blocks.findIndex(
    ({ region: { element }, text }) =>
      element.name === 'h1' &&
      element.attribs['class'] === attribs['class'] &&
      text !== headline.text,
  );
}

/** The blocks from the headline to the next article, on pages that hold several; all of them otherwise. */
export function articleScope(blocks: Block[], title: string | undefined): Block[] {
  const name = folded(title ?? '');
  const isHeadline = ({ kind, text }: Block): boolean =>
    kind === 'h' && text.length >= name.length && folded(text) === name;
  // The headline in structured data is often another than the one shown.
  const isShown = ({ text, region }: Block): boolean =>
    region.element.name === 'h1' && text.length >= MIN_HEADLINE;
  // A share bar above the article may name it first.
  const isMain = (block: Block): boolean => block.region.element.name === 'h1' && isHeadline(block);
  const named = name ? (blocks.find(isMain) ?? blocks.find(isHeadline)) : undefined;
  const headline = named ?? blocks.find(isShown);
  if (!headline) return blocks;
  const after = blocks.slice(blocks.indexOf(headline) + 1);
  const good = sum(after);
  if (good < MIN_AFTER * sum(blocks)) return blocks;
  const article = headline.region.closest(({ element }) => element.name === 'article');
  const own = article && after.filter(({ region }) => article.holds(region));
  if (own && sum(own) >= Math.min(MIN_ARTICLE, good * 0.5)) return own;
  const end = nextHeadline(after, headline);
  return end > 0 && sum(after.slice(0, end)) >= MIN_ARTICLE ? after.slice(0, end) : after;
}
