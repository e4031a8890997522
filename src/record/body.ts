import { type BodyBlock, MOST_BODY_BLOCKS } from '../article-body.ts';
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

const isShown = (body: readonly BodyBlock[], image: number): boolean =>
  body.some((block) => 'image' in block && block.image === image);

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
