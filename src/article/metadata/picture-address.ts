import { type Element, isTag } from 'domhandler';
import { backgroundOf } from '../../page/blocks/pictures.ts';
import { absoluteUrl, type Page } from '../../page/page.ts';
import { NOT_A_PICTURE } from './image-names.ts';

const LAZY = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-lazy',
  'data-url',
  'data-hi-res-src',
  'data-full-src',
  'data-image',
];
const SETS = ['srcset', 'data-srcset', 'data-lazy-srcset'];
/** Folders of portraits and signs, whose size says nothing. */
const NOT_A_FOLDER_OF_PICTURES = /\/(?:avatars?|emojis?|smil(?:ey|ie)s?)\//i;
/** Sides from which on an image is no sign, whatever its file is called. */
const LARGE = 400;
/** A length that an attribute states, in pixels. */
export const side = (value: string | undefined): number | undefined => {
  const size = Math.round(Number.parseFloat(value ?? ''));
  return size > 0 && size < 100_000 ? size : undefined;
};

/** The widest candidate of a `srcset`, whose URLs may themselves hold commas. */
function widest(set: string | undefined): string | undefined {
  if (!set) return undefined;
  let best: string | undefined;
  let bestSize = -1;
  for (const candidate of set.slice(0, 10_000).split(/,\s+|,(?=https?:|\/\/)/)) {
    const [url, size = '1x'] = candidate.trim().split(/\s+/);
    const width = Number.parseFloat(size) * (size.endsWith('x') ? 1000 : 1);
    if (url && width > bestSize) [best, bestSize] = [url, width];
  }
  return best;
}

/** `data-dt-lazy-src`: whoever loads pictures late names the attribute anew, and ends it so. */
const LAZY_END = /^data-[\w-]*(?:src|original|image-url)$/;

/** Names that sites also give to the page about a picture. */
const MAYBE_A_PAGE = new Set(['data-url', 'data-image']);
const PICTURE_FILE = /\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/i;

/** What an attribute says the picture is; its page is none where the element itself shows a file. */
function lazyAddress({ attribs }: Element, name: string): string {
  const address = attribs[name] ?? '';
  if (!MAYBE_A_PAGE.has(name) || PICTURE_FILE.test(address)) return address;
  const shown = attribs['src'] ?? '';
  return PICTURE_FILE.test(shown) && !NOT_A_PICTURE.any.test(shown) ? '' : address;
}

function* candidateUrls(element: Element): Generator<string | undefined> {
  const { attribs, parent } = element;
  for (const name of LAZY) yield lazyAddress(element, name);
  for (const name of Object.keys(attribs)) if (LAZY_END.test(name)) yield attribs[name];
  for (const name of SETS) yield widest(attribs[name]);
  if (parent && isTag(parent) && parent.name === 'picture') {
    for (const source of parent.children) {
      if (isTag(source)) for (const name of SETS) yield widest(source.attribs[name]);
    }
  }
  yield attribs['src'];
  yield backgroundOf(element);
}

/** A name alone decides nothing: "google-pixel-9.jpg" of 1,200 pixels is a picture. */
function isPictureBySize({ attribs }: Element): boolean {
  return (side(attribs['width']) ?? 0) >= LARGE && (side(attribs['height']) ?? 0) >= LARGE;
}

/** Where an element's picture is, as large as the page has it. */
export function imageAddress(image: Element, page: Page): string | undefined {
  const isLarge = isPictureBySize(image);
  for (const candidate of candidateUrls(image)) {
    if (!candidate || candidate.startsWith('data:')) continue;
    if (NOT_A_FOLDER_OF_PICTURES.test(candidate)) continue;
    if (!isLarge && NOT_A_PICTURE.any.test(candidate)) continue;
    const url = absoluteUrl(candidate, page.base);
    if (url) return url;
  }
  return undefined;
}
