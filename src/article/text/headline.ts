import type { Block } from '../../page/blocks/blocks.ts';
import { startsByline } from '../names/person-name.ts';
import { folded } from '../../page/plain-text.ts';
import { endsSentence } from '../../page/sentence.ts';

/** Blocks at the top of a body among which its headline may stand once more. */
const TOP = 5;
const MIN_END = 20;
const MIN_SUBTITLE = 25;

/** The body without its headline and what stands above it, which some templates repeat at the top. */
export function withoutHeadline(blocks: Block[], title: string | undefined): Block[] {
  const name = folded(title ?? '');
  if (!name) return blocks;
  // Punctuation may make a line longer, but not twice as long.
  const isTitle = ({ text }: Block): boolean =>
    text.length <= 2 * name.length && folded(text) === name;
  // With the kicker, or without the one that stands above.
  const isEnd = ({ kind, text }: Block): boolean => {
    const own = kind === 'h' ? folded(text) : '';
    return own.length > MIN_END && (own.endsWith(name) || name.endsWith(own));
  };
  const top = blocks.slice(0, TOP);
  const at = [top.findLastIndex(isTitle), top.findIndex(isEnd)].find((index) => index >= 0);
  if (at === undefined) return blocks;
  const isAbove = (block: Block, index: number): boolean => index < at && block.kind === 'h';
  return blocks.filter((block, index) => index !== at && !isAbove(block, index));
}

/** Takes the headings off the top of a body that are its subtitle or kicker. */
export function splitSubtitle(blocks: Block[]): { body: Block[]; subtitle?: string } {
  const start = Math.max(
    0,
    blocks.findIndex(({ kind }) => kind !== 'h'),
  );
  const names = new Set(
    blocks
      .slice(start)
      .filter(({ kind }) => kind === 'h')
      .map(({ region }) => region.element.name),
  );
  // A heading like others further down is the text's own; a sentence or a line with a colon opens the text.
  const isOwn = ({ region, text }: Block): boolean =>
    endsSentence(text) || text.endsWith(':') || names.has(region.element.name);
  const last = blocks.slice(0, start).findLastIndex((heading) => !isOwn(heading));
  const line = blocks[last]?.text ?? '';
  return {
    body: blocks.filter((block, at) => at > last || isOwn(block)),
    ...(line.length >= MIN_SUBTITLE && !startsByline(line) && { subtitle: line }),
  };
}
