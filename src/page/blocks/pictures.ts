import { type Element, isTag, isText } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { isHidden } from '../element-hints.ts';

/** `<amp-img>`, and what publishers' own scripts draw as pictures: `<a-img>`, `<lazy-image>`. */
const OWN_ELEMENT = /^[a-z][a-z\d]*(?:-[a-z\d]+)*-(?:img|image|picture)$/;

/** Whether an element is a picture by itself. */
export const isPictureElement = ({ name, attribs }: Element): boolean =>
  name === 'img' ||
  name === 'amp-img' ||
  (name.includes('-') &&
    OWN_ELEMENT.test(name) &&
    (attribs['src'] ?? attribs['data-src']) !== undefined);

/** Longer texts are no single picture's. */
const MOST_OF_AN_ESCAPED_PICTURE = 2_000;
const ESCAPED = /^\s*<img\s/i;

/** What browsers without scripts are shown in place of a picture that a script is to load. */
function picturesWithin(noscript: Element): Element[] {
  const [only] = noscript.children;
  const isEscaped =
    only &&
    isText(only) &&
    only.data.length <= MOST_OF_AN_ESCAPED_PICTURE &&
    ESCAPED.test(only.data);
  const children = isEscaped ? parseDocument(only.data).children : noscript.children;
  return children
    .filter(isTag)
    .filter((child) => child.name === 'img' && !isHidden(child))
    .map((image) => {
      if (isEscaped) image.parent = noscript;
      return image;
    });
}

const BACKGROUND =
  /background(?:-image)?\s{0,9}:[^;]{0,500}?url\(\s{0,9}["']?([^"')]{4,1000})["']?\s{0,9}\)/i;

/** The address of the picture that an element has behind it, by its own style. */
export const backgroundOf = ({ attribs }: Element): string | undefined =>
  attribs['style'] === undefined ? undefined : BACKGROUND.exec(attribs['style'])?.[1];

const FRAMES = new Set(['figure', 'picture']);

/** A background is a picture of the article where a frame holds it, or where it is called one. */
function isPictureBehind(element: Element): boolean {
  const { parent, attribs } = element;
  if (!attribs['style'] || backgroundOf(element) === undefined) return false;
  return attribs['role'] === 'img' || (parent !== null && isTag(parent) && FRAMES.has(parent.name));
}

const NO_PICTURES: readonly Element[] = [];

/** The pictures that an element stands for without being one. */
export function picturesBehind(element: Element): readonly Element[] {
  if (element.name === 'noscript') return picturesWithin(element);
  return isPictureBehind(element) ? [element] : NO_PICTURES;
}
