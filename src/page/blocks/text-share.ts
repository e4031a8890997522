import { hasChildren, isTag, isText, type ParentNode } from 'domhandler';
import { UNREAD } from '../plain-text.ts';

/** Trees are read and never changed, so that each element is counted once. */
const lengths = new WeakMap<ParentNode, number>();

function lettersIn(node: ParentNode): number {
  const known = lengths.get(node);
  if (known !== undefined) return known;
  let length = 0;
  for (const child of node.children) {
    if (isText(child)) length += child.data.trim().length;
    else if (hasChildren(child) && !(isTag(child) && UNREAD.has(child.name)))
      length += lettersIn(child);
  }
  lengths.set(node, length);
  return length;
}

/** A template may give what holds the page's content the name of what it also holds, or is shown as: "modal", "with-sidebar". */
export function holdsMostOfPage(element: ParentNode): boolean {
  let page = element;
  while (page.parent) page = page.parent;
  return lettersIn(element) > lettersIn(page) / 2;
}
