import { type Element, isTag } from 'domhandler';
import type { DateRules } from '../../dates/date.ts';
import { comparablePlace, placesOfPage } from '../../page/article-node.ts';
import type { Page } from '../../page/page.ts';
import { dateOfElement, datedElements } from './marked-date.ts';

const leadsSomewhere = ({ name, attribs }: Element): boolean =>
  name === 'a' && attribs['href'] !== undefined;

/** The link that a date is: itself, the one right around it, or the only element in it. */
function linkOf(element: Element): Element | undefined {
  const { parent, children } = element;
  const inside = children.filter(isTag);
  const near = [element, parent, inside.length === 1 ? inside[0] : undefined];
  return near.find((one): one is Element => !!one && isTag(one) && leadsSomewhere(one));
}

/**
 * The day in a link to the page itself, as blogs and short messages have it: two signs, which count wherever they stand,
 * also in what a template calls an overlay. A link to a part of the page is a comment's.
 */
export function permalinkDate(page: Page, rules: DateRules): string | undefined {
  const own = placesOfPage(page.tree, page.meta, page.url);
  for (const element of datedElements(page)) {
    const href = linkOf(element)?.attribs['href'];
    if (href === undefined || href.includes('#')) continue;
    const place = comparablePlace(href, page.base);
    const found = place && own.has(place) ? dateOfElement(element, rules) : undefined;
    if (found) return found;
  }
  return undefined;
}
