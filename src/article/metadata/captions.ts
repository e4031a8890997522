import { type Element, isTag } from 'domhandler';
import { isCalled } from '../../page/element-names/class-names.ts';
import { plain, textOf } from '../../page/plain-text.ts';

/** Children up to which an element counts as holding a picture and its caption, and nothing else. */
const MAX_BESIDE = 8;

const CREDIT_MARK = /credit|copyright|photographer|source|attribution/i;
// "… at the summit. (Ann Lee/AP)" · "Photo: Ann Lee" · "Credit: AP"
const CREDIT_TAILS = [
  /(?:(?<!\s)\s+)?\(([^()]{3,80})\)\s*\.?$/,
  /(?:\s|^)(?:photo(?:graph)?(?: by)?|credit|foto|picture|image|©)\s{0,9}(?::\s{0,9})?([^.:\s][^.:]{0,78}[^.:\s])\s*\.?$/i,
];

/** The longest end of a caption that names who made the picture. */
function creditTail(caption: string): RegExpExecArray | undefined {
  const found = CREDIT_TAILS.map((tail) => tail.exec(caption)).filter((tail) => tail !== null);
  return found.toSorted((a, b) => a.index - b.index)[0];
}

const MOST_CAPTION_CHARACTERS = 5_000;

interface Caption {
  caption?: string;
  credit?: string;
}

/** "(Ann Lee)", "(Ann Lee (Lantern))": the first bracket closes at the end. */
const IN_BRACKETS = /^\(((?:[^()]|\([^()]*\))*)\)$/;

function readCaption(figcaption: Element): Caption {
  const marked = firstElement(figcaption, ({ attribs }) =>
    CREDIT_MARK.test(attribs['class'] ?? ''),
  );
  const whole = textOf(figcaption).slice(0, MOST_CAPTION_CHARACTERS);
  const credit = marked ? textOf(marked) : '';
  const bare = plain(whole.replace(credit, ''));
  const tail = credit ? undefined : creditTail(bare);
  const caption = tail ? plain(bare.slice(0, tail.index)) : bare;
  const named = (credit || tail?.[1])?.replace(IN_BRACKETS, '$1');
  return { ...(caption && { caption }), ...(named && { credit: plain(named) }) };
}

/** Elements up to which something is looked for: what holds more is not a picture and what belongs to it. */
const MAX_SEARCHED = 300;

/** The first element in `root` that passes, in page order. */
export function firstElement(
  root: Element,
  test: (element: Element) => boolean,
): Element | undefined {
  let searched = 0;
  const search = ({ children }: Element): Element | undefined => {
    for (const child of children) {
      if (!isTag(child)) continue;
      searched += 1;
      if (searched > MAX_SEARCHED) return undefined;
      const found = test(child) ? child : search(child);
      if (found) return found;
    }
    return undefined;
  };
  return search(root);
}

const isCalledCaption = isCalled((label) => /(?:^|[\s_-])(?:wp-caption-text|caption)/i.test(label));

export const isCaption = (element: Element): boolean =>
  element.name === 'figcaption' || isCalledCaption(element);

/** Whether an element stands in a figure within the other: then it is that of the figure's picture. */
function isInFigureOf(element: Element, within: Element): boolean {
  for (let at = element.parent; at && at !== within; at = at.parent) {
    if (isTag(at) && at.name === 'figure') return true;
  }
  return false;
}

const captionIn = (holder: Element): Element | undefined =>
  firstElement(holder, (element) => isCaption(element) && !isInFigureOf(element, holder));

/** The caption in the picture's `figure`, or within a small element around it. */
export function captionFor(image: Element): Caption {
  let at: Element | undefined = image;
  for (let up = 0; at && up < 5; up += 1) {
    const whole = at.name === 'figure';
    if (whole || (up > 0 && up < 4 && at.children.length <= MAX_BESIDE)) {
      const caption = captionIn(at);
      if (caption) return readCaption(caption);
    }
    // What holds more than a picture and its caption is the text around them.
    if (whole || (up > 0 && at.name !== 'picture' && at.children.length > MAX_BESIDE)) break;
    at = at.parent && isTag(at.parent) ? at.parent : undefined;
  }
  return {};
}
