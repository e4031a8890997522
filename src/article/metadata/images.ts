import type { Element } from 'domhandler';
import type { Entry } from '../../feed/entry.ts';
import type { Block, Placed } from '../../page/blocks/blocks.ts';
import type { Image } from '../../article-record.ts';
import { absoluteUrl, type Page } from '../../page/page.ts';
import { plain, plainFromMarkup } from '../../page/plain-text.ts';
import type { Region } from '../../page/blocks/region.ts';
import type { Found } from '../scraped.ts';
import { imageAddress, side } from './picture-address.ts';
import { captionFor, firstElement, isCaption } from './captions.ts';
import { isNode, ldText, listOf } from '../../page/ld-nodes.ts';
import { resolve } from '../../page/page-data/structured-data.ts';

/** A writer's portrait beside the byline, a sign among words. */
const NO_PICTURE_CLASS =
  /(?:^|[\s_-])(?:g?r?avatar|emoji|smiley|headshot|author-?(?:photo|image|img|pic)|icon|logo)(?=$|[\s_-])/i;
/** What sites give for sharing where a story has no picture. */
const STAND_IN =
  /(?:apple-touch-icon|favicon|share[_-]?default|default[_-]?(?:share|image|og|thumb))/i;
const MIN_SIDE = 100;
const MAX_IMAGES = 50;

function fromElement(image: Element, page: Page): Image | undefined {
  if (NO_PICTURE_CLASS.test(image.attribs['class'] ?? '')) return undefined;
  const url = imageAddress(image, page);
  // An element of a site's own script has its proportions there.
  const isSized = image.name === 'img' || image.name === 'amp-img';
  const width = isSized ? side(image.attribs['width']) : undefined;
  const height = isSized ? side(image.attribs['height']) : undefined;
  if (!url || (width ?? MIN_SIDE) < MIN_SIDE || (height ?? MIN_SIDE) < MIN_SIDE) return undefined;
  const alt = plain(image.attribs['alt'] ?? '');
  return {
    url,
    ...(width && { width }),
    ...(height && { height }),
    ...(alt && { alt }),
    ...captionFor(image),
  };
}

function imagesFromStructuredData(page: Page): Image[] {
  return listOf(page.ld.article['image']).flatMap((raw) => {
    const value = resolve(raw, page.ld);
    const reference = isNode(value) ? (value['url'] ?? value['contentUrl']) : value;
    const url = absoluteUrl(typeof reference === 'string' ? reference : undefined, page.base);
    if (!url) return [];
    if (!isNode(value)) return [{ url }];
    const [width, height] = [side(ldText(value['width'])), side(ldText(value['height']))];
    const caption = ldText(value['caption'] ?? value['description']);
    const credit = ldText(value['creditText'] ?? value['copyrightHolder'] ?? value['author']);
    return [
      {
        url,
        ...(width && { width }),
        ...(height && { height }),
        ...(caption && { caption }),
        ...(credit && { credit }),
      },
    ];
  });
}

function imageFromMeta(page: Page): Image[] {
  const url = absoluteUrl(
    page.meta.get('og:image')?.[0] ?? page.meta.get('twitter:image')?.[0],
    page.base,
  );
  if (!url || STAND_IN.test(url)) return [];
  const width = side(page.meta.get('og:image:width')?.[0]);
  const height = side(page.meta.get('og:image:height')?.[0]);
  const alt = plainFromMarkup(page.meta.get('og:image:alt')?.[0] ?? '');
  return [{ url, ...(width && { width }), ...(height && { height }), ...(alt && { alt }) }];
}

/** One picture served in several sizes has one path. */
export const pictureKey = (url: string): string =>
  new URL(url).pathname.replace(/[-_]?\d{2,4}x\d{2,4}/g, '').toLowerCase();

/** Whether a region stands in one of these, and in no side show there: other stories have pictures too. */
function isIn(near: Set<Region>, region: Region, holders: ReadonlySet<Region>): boolean {
  const isAside = (at: Region) => at.hint?.says === 'strong' && !holders.has(at);
  const nearest = region.closest((at) => near.has(at) || isAside(at));
  return nearest !== undefined && near.has(nearest);
}

/** Everything around the article's text, which is no side show whatever it is called ("sidebar-layout"). */
function holdersOf(blocks: readonly Block[]): Set<Region> {
  const holders = new Set<Region>();
  for (const { region } of blocks) {
    for (let at: Region | undefined = region; at && !holders.has(at); at = at.parent)
      holders.add(at);
  }
  return holders;
}

/**
 * The element around a picture and its caption: what it is called says nothing of whose it is ("shareable-item"), only
 * what is around it does.
 */
function captioned(region: Region): Region {
  const figure = region.closest(({ element }) => element.name === 'figure');
  const hasCaption = figure && firstElement(figure.element, isCaption) !== undefined;
  return hasCaption ? (figure.parent ?? figure) : region;
}

/** Pictures in the body and right beside it, where the lead often stands. */
function bodyImages(images: Placed[], { parts, blocks }: ArticleElements): Placed[] {
  const holders = holdersOf(blocks);
  const near = new Set(
    parts.map((part) => (part.parent && part.parent.element.name !== 'body' ? part.parent : part)),
  );
  return images.filter(({ region }) => isIn(near, captioned(region), holders)).slice(0, MAX_IMAGES);
}

/** Where on its page an article stands. */
interface ArticleElements {
  parts: Region[];
  blocks: readonly Block[];
}

/** A picture of the article where the page shows it. */
export interface ShownPicture {
  placed: Placed;
  url: string;
}

/** The article's pictures, the lead first: those in its body, with what structured data adds. */
export function findImages(
  page: Page,
  images: Placed[],
  article: ArticleElements,
): { images: Found<Image[]>; shown: ShownPicture[] } {
  const placed = bodyImages(images, article).flatMap((one) => {
    const image = fromElement(one.element, page);
    return image ? [{ placed: one, image }] : [];
  });
  const inBody = placed.map(({ image }) => image);
  const lead = [...imagesFromStructuredData(page), ...imageFromMeta(page)].slice(0, 1);
  const found = new Map<string, Image>();
  for (const image of [...lead, ...inBody]) {
    const key = pictureKey(image.url);
    found.set(key, { ...image, ...found.get(key) });
    if (found.size >= MAX_IMAGES) break;
  }
  return {
    images: { value: [...found.values()], from: inBody.length > 0 ? 'text' : 'meta' },
    shown: placed.map((one) => ({ placed: one.placed, url: one.image.url })),
  };
}

/** The pictures that a feed gives with an entry, each in its largest size; icons are left out. */
function imagesOfEntry({ enclosures }: Pick<Entry, 'enclosures'>): Image[] {
  const found = new Map<string, Image>();
  for (const { url, picture } of enclosures) {
    if (!picture || !absoluteUrl(url, url)) continue;
    const { width, height } = picture;
    if ((width ?? MIN_SIDE) < MIN_SIDE || (height ?? MIN_SIDE) < MIN_SIDE) continue;
    const known = found.get(pictureKey(url));
    const isLarger = (width ?? 0) > (known?.width ?? 0);
    if (!known || isLarger) found.set(pictureKey(url), { ...known, ...picture, url });
    if (found.size >= MAX_IMAGES) break;
  }
  return [...found.values()];
}

/** The page's pictures, with what the feed knows of them; the feed's own where the page shows none. */
export function joinEntryImages(
  page: Found<Image[]>,
  entry: Pick<Entry, 'enclosures'> | undefined,
): Found<Image[]> {
  const given = entry ? imagesOfEntry(entry) : [];
  if (given.length === 0) return page;
  if (page.value.length === 0) return { value: given, from: 'feed' };
  const byKey = new Map(given.map((image) => [pictureKey(image.url), image]));
  return {
    ...page,
    value: page.value.map((image) => ({ ...byKey.get(pictureKey(image.url)), ...image })),
  };
}
