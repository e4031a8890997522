import { type BodyBlock, MOST_BODY_BLOCKS, type Span } from '../article-body.ts';
import type { ArticleRecord, Image, Paragraph } from '../article-record.ts';
import type { Placement } from '../article/structure/structure.ts';
import { pictureKey } from '../article/metadata/images.ts';

/**
 * The body of a record: its paragraphs and pictures by their index, each once. Undefined where it would say
 * no more than the paragraphs do by themselves.
 */
export function recordBodyOf(
  placements: readonly Placement[],
  paragraphs: readonly Paragraph[],
  images: readonly Image[],
): BodyBlock[] | undefined {
  const indices = new Map(paragraphs.map((paragraph, at) => [paragraph, at]));
  const pictures = new Map(images.map(({ url }, at) => [pictureKey(url), at]));
  const body: BodyBlock[] = [];
  let next = 0;
  const upTo = (end: number) => {
    for (; next < end; next += 1) body.push({ p: next });
  };
  for (const placement of placements) {
    if (placement.kind === 'insert') body.push(placement.insert);
    else if (placement.kind === 'picture') {
      const image = pictures.get(pictureKey(placement.url));
      if (image !== undefined && !isShown(body, image)) body.push({ image });
    } else {
      const p = indices.get(placement.paragraph) ?? -1;
      if (p < next) continue;
      // A paragraph that no page placed, such as the subhead of a second page, keeps its order.
      upTo(p);
      if (placement.kind === 'paragraph') body.push({ p, ...placement.structure });
      next = p + 1;
    }
  }
  upTo(paragraphs.length);
  const saysMore = body.some((block) => Object.keys(block).length > 1 || !('p' in block));
  return saysMore && body.length <= MOST_BODY_BLOCKS ? body : undefined;
}

/** The same structure where no words lead anywhere; the words stay, and what else sets them apart. */
export function withoutLinks(placements: readonly Placement[]): Placement[] {
  return placements.map((placement) => {
    if (placement.kind !== 'paragraph') return placement;
    const { spans, ...structure } = placement.structure;
    const plain = joinedSpans((spans ?? []).map(withoutHref));
    const saysMore = plain.some((span) => typeof span !== 'string');
    return { ...placement, structure: { ...structure, ...(saysMore && { spans: plain }) } };
  });
}

function withoutHref(span: Span): Span {
  if (typeof span === 'string') return span;
  const { href: _href, text, ...marks } = span;
  return Object.keys(marks).length > 0 ? { text, ...marks } : text;
}

/** Words in a row that nothing sets apart are one span. */
function joinedSpans(spans: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const span of spans) {
    const last = whole.at(-1);
    if (typeof span === 'string' && typeof last === 'string') whole[whole.length - 1] = last + span;
    else whole.push(span);
  }
  return whole;
}

const isShown = (body: readonly BodyBlock[], image: number): boolean =>
  body.some((block) => 'image' in block && block.image === image);

/**
 * The body of changed paragraphs: `after` holds each of `before` as it is now, undefined where it was left out. Of one
 * with another text what set its words apart is gone; a list keeps its start.
 */
export function bodyWithParagraphs(
  body: readonly BodyBlock[],
  before: readonly Paragraph[],
  after: readonly (Paragraph | undefined)[],
): BodyBlock[] {
  const index = new Map<number, number>();
  for (const [at, paragraph] of after.entries()) if (paragraph) index.set(at, index.size);
  let startsList = false;
  return body.flatMap((block): BodyBlock[] => {
    if (!('p' in block)) return [block];
    const { p: at, spans, ...structure } = block;
    const p = index.get(at);
    const isItem = structure.list !== undefined;
    const start = isItem && (structure.start === true || startsList);
    startsList = start && p === undefined;
    if (p === undefined) return [];
    const isSame = after[at]?.text === before[at]?.text;
    return [{ p, ...structure, ...(start && { start }), ...(isSame && spans && { spans }) }];
  });
}

/** The body with the pictures that are left, by their new index. */
export function bodyWithImages(
  { body, images }: Pick<ArticleRecord, 'body' | 'images'>,
  left: readonly Image[],
): BodyBlock[] | undefined {
  return body?.flatMap((block) => {
    if (!('image' in block)) return block;
    const image = left.indexOf(images[block.image] as Image);
    return image === -1 ? [] : { image };
  });
}
