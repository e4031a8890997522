import { load } from 'cheerio/slim';
import { Document, Element, isTag, type ParentNode } from 'domhandler';
import type { ArticleRules } from '../../config/article-rules.ts';
import type { Page } from '../../page/page.ts';

type Selectors = Omit<ArticleRules, 'versions'>;
export type RuleName = Exclude<keyof Selectors, 'remove' | 'dropLinkOnlyBlocks'>;

/** Configured selectors, applied to one page. */
export interface RuleMatches {
  /** Elements the rule selects; undefined without the rule or without a match. */
  of(name: RuleName): Element[] | undefined;
  /** Rules that should match on every article page and did not. */
  unmatched: string[];
  keepLinks: boolean;
  /** Whether elements were taken out of the page. */
  areRemoved: boolean;
}

/** The rules of the layout in use when the article was published. */
export function rulesAt(rules: ArticleRules, publishedAt: string | undefined): Selectors {
  const { versions = [], ...current } = rules;
  if (!publishedAt) return current;
  // A moment begins with its day, and so is not before it.
  const old = versions
    .filter(({ until }) => publishedAt < until)
    .toSorted((a, b) => (a.until < b.until ? -1 : 1))[0];
  if (!old) return current;
  const { until: _, ...replaced } = old;
  return { ...current, ...replaced };
}

// Most articles have no second page, so these two may match nothing on a sound page; `remove` likewise.
const OPTIONAL = new Set<RuleName>(['nextPage', 'singlePage']);

function isInside(element: Element, bodies: Set<ParentNode>): boolean {
  for (let parent = element.parent; parent !== null; parent = parent.parent) {
    if (bodies.has(parent)) return true;
  }
  return false;
}

/** Runs the rules; removes what `remove` selects from the page's tree. */
export function applyRules(page: Page, rules: Selectors): RuleMatches {
  const unmatched: string[] = [];
  // The engine compares the elements at the top of a page with each other, so it is given one that holds them all.
  const top = new Element('html', {}, page.tree.document.children);
  const $ = load(new Document([top]));
  const select = (selector: string): Element[] => {
    try {
      return $(selector)
        .toArray()
        .filter((node): node is Element => isTag(node) && node !== top);
    } catch {
      // A selector the engine cannot run matches nothing, and is reported as such.
      return [];
    }
  };
  // Within the body where a rule names it: `div:not(.x)` is meant there, not on the whole page.
  const bodies = new Set<ParentNode>(rules.body === undefined ? [] : select(rules.body));
  let areRemoved = false;
  for (const selector of rules.remove ?? []) {
    // Backwards: an element is looked for among its siblings from the last one on.
    for (const element of select(selector).toReversed()) {
      if (bodies.size > 0 && !isInside(element, bodies)) continue;
      $(element).remove();
      areRemoved = true;
    }
  }
  const found = new Map<RuleName, Element[]>();
  for (const name of Object.keys(rules) as (keyof Selectors)[]) {
    const selector = rules[name];
    if (name === 'remove' || name === 'dropLinkOnlyBlocks' || typeof selector !== 'string')
      continue;
    const elements = select(selector);
    if (elements.length > 0) found.set(name, elements);
    else if (!OPTIONAL.has(name)) unmatched.push(name);
  }
  return {
    of: (name) => found.get(name),
    unmatched,
    keepLinks: rules.dropLinkOnlyBlocks === false,
    areRemoved,
  };
}

export const NO_RULES: RuleMatches = {
  of: () => undefined,
  unmatched: [],
  keepLinks: false,
  areRemoved: false,
};
