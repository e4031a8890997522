import { type Element, isTag } from 'domhandler';
import { DENSE, folded, plainFromMarkup, textOf, undoubled } from './plain-text.ts';
import { metaText } from './meta-tags.ts';
import type { Page } from './page.ts';
import type { Found } from './scraped.ts';
import { namesSite, siteNames, withoutSiteName } from './site-name.ts';
import { ldText } from './structured-data.ts';

const MOST_CHARACTERS = 2_000;
/** Characters in which two places agree on a headline. */
const MIN_COMMON = 12;
/** Second-level headings among which a headline may be; hostile pages have thousands. */
const MOST_SUBHEADS = 200;
/** Shorter titles for sharing may be a rubric's. */
const MIN_SHARED = 20;

/** Whether a heading leads to the site's front page: a logo, not a headline. */
function leadsHome(heading: Element, url: string): boolean {
  const links = heading.children.filter(isTag);
  if (heading.parent && isTag(heading.parent)) links.push(heading.parent);
  return links.some(({ name, attribs }) => {
    if (name !== 'a' || !attribs['href']) return false;
    const target = URL.parse(attribs['href'], url);
    return target?.pathname === '/' && !target.search && target.host === URL.parse(url)?.host;
  });
}

/** What the places of a page that state its headline say, without the site's name; empty where one is silent. */
interface Statements {
  /** The `<h1>` elements that may be the headline. */
  headings: string[];
  /** The `<h2>` elements: on some pages the site's or the section's name is the `<h1>`. */
  subheads: () => string[];
  /** JSON-LD, or the metadata that is named for it. */
  headline: string;
  /** What is shown where the article is shared. */
  social: string;
  /** The window's title. */
  browser: string;
}

function readStatements(page: Page): Statements {
  const names = siteNames(page);
  const shown = (element: Element): string => undoubled(textOf(element).slice(0, MOST_CHARACTERS));
  const clean = (text: string | undefined): string =>
    text ? withoutSiteName(plainFromMarkup(text), names) : '';
  const headings = page.tree.headings
    .filter((heading) => !leadsHome(heading, page.url))
    .map(shown)
    .filter((text) => text.length > 2 && !namesSite(text, names));
  const [title] = page.tree.titles;
  const browser = title ? clean(shown(title)) : '';
  const named = clean(metaText(page.meta, 'headline'));
  return {
    headings,
    subheads: () =>
      page.tree.subheads
        .slice(0, MOST_SUBHEADS)
        .map(shown)
        .filter((text) => text.length >= MIN_COMMON),
    headline:
      clean(ldText(page.ld.article['headline'])) ||
      (named.length > 10 && browser.startsWith(named) ? named : ''),
    social: clean(metaText(page.meta, 'og:title', 'twitter:title', 'dc.title', 'title')),
    browser,
  };
}

const same = (one: string, other: string): boolean =>
  one !== '' && other !== '' && (one === other || folded(one) === folded(other));

/** The headline: what several places on the page agree on, best the one that readers see. */
export function findTitle(page: Page): Found<string> | undefined {
  const said = readStatements(page);
  const { headings, headline, social, browser } = said;
  const whole = (text: string): string =>
    headings.find((heading) => isCutFrom(text, heading)) ?? text;
  const isAgreed = (heading: string): boolean =>
    [headline, social, browser].some((text) => same(heading, text));
  const agreed =
    headings.find(isAgreed) ??
    (headings.every(isSectionName) ? said.subheads().find(isAgreed) : undefined);
  // A headline that only the browser's title repeats is written for search engines.
  const forSearch =
    agreed !== undefined &&
    same(headline, browser) &&
    same(agreed, social) &&
    !same(agreed, headline);
  const below = shownBelow(said);
  if (below) return { value: below, from: 'text' };
  if (headline && !forSearch) {
    // What a reader sees is spelled as the publisher wants it; the same words in metadata often are not.
    const shown =
      headings.find((heading) => same(heading, headline) || isHeadOf(heading, headline)) ??
      unlikeMetadata(said) ??
      headings.find((heading) => isTailOf(heading, headline) && same(heading, social));
    if (shown) return { value: closedUp(withoutKicker(shown, said), said), from: 'text' };
    const value = same(headline, social) && browser.startsWith(social) ? social : headline;
    return { value: whole(value), from: value === headline ? 'jsonld' : 'meta' };
  }
  const shown =
    agreed ??
    headings.find(
      (text) => text.length > 10 && (social.startsWith(text) || browser.startsWith(text)),
    );
  if (shown) return { value: closedUp(shown, said), from: 'text' };
  const [first] = headings;
  if (first && headings.length === 1 && !isForeign(first, said))
    return { value: withoutKicker(first, said), from: 'text' };
  if (social) return { value: whole(social), from: 'meta' };
  const fallback = first ?? browser;
  return fallback ? { value: fallback, from: 'text' } : undefined;
}

/** Whether a heading is so short that a headline may stand below it. */
const isSectionName = (heading: string): boolean => heading.split(' ').length <= 3;

/** Whether a heading has nothing in common with what is shared and what the window says, which agree. */
function isForeign(heading: string, { social, browser }: Statements): boolean {
  const [one, other, own] = [folded(social), folded(browser), folded(heading)];
  if (one.length < MIN_COMMON || !other.startsWith(one.slice(0, MIN_COMMON))) return false;
  const piece = DENSE.test(heading) ? 2 : 4;
  for (let at = 0; at + piece <= own.length; at += 1) {
    if (one.includes(own.slice(at, at + piece))) return false;
  }
  return true;
}

/** The one heading of a page all of whose metadata says something else: one tool wrote it for search engines. */
function unlikeMetadata({ headings, headline, social, browser }: Statements): string | undefined {
  const [only, ...more] = headings;
  if (only === undefined || more.length > 0 || only.length < 20) return undefined;
  if (!same(headline, social) || !same(headline, browser)) return undefined;
  const isLonger = only.startsWith(headline) || only.endsWith(headline);
  return isLonger || headline.startsWith(only) ? undefined : only;
}

/**
 * The headline of a page whose `<h1>` is written for search engines, as the window's title or structured data is:
 * the second-level heading that is shared instead, without a kicker that one of the two has before it.
 */
function shownBelow({
  headings,
  subheads,
  headline,
  social,
  browser,
}: Statements): string | undefined {
  const own = folded(social);
  const isForSearch = headings.some((text) => same(text, browser) || same(text, headline));
  const isSaid = (text: string): boolean => text.includes(own) || own.includes(text);
  if (!isForSearch || social.length < MIN_SHARED || headings.map(folded).some(isSaid)) {
    return undefined;
  }
  for (const text of subheads()) {
    if (same(text, social)) return withMark(text, social);
    if (isTailOf(social, text)) return social;
    if (isTailOf(text, social) && MARK.test(social.slice(0, -text.length))) return text;
  }
  return undefined;
}

/** A kicker in an element of its own needs no mark behind it; metadata has one there. */
const withMark = (heading: string, social: string): string =>
  social.replace(/ ?[:–—|-](?= )/, '') === heading ? social : heading;

/** Whether metadata cut a long headline short: at 110 characters, as search engines ask, or with dots. */
function isCutFrom(text: string, heading: string): boolean {
  const start = folded(text.replace(/(?:\.{3}|…)$/, ''));
  const cut = /(?:\.{3}|…)$/.test(text) || text.length >= 95;
  return cut && start.length > 20 && folded(heading).startsWith(start);
}

const MARK = /[-:–—|]\s*$/;

/** Whether a text is a headline that has a kicker before it in the other, with a mark or but a blank between. */
const isTailOf = (text: string, whole: string): boolean =>
  text.length >= 20 &&
  text.length < whole.length &&
  whole.endsWith(text) &&
  /[-:–—|\s]\s*$/.test(whole.slice(0, -text.length));

/** "Kicker: Headline" without its kicker, where one other place gives the headline alone. */
function withoutKicker(heading: string, { headline, social, browser }: Statements): string {
  const tails = [social, browser].filter((text) => isTailOf(text, heading));
  const bare = tails.find((text) => !MARK.test(heading.slice(0, -text.length)));
  if (bare) return bare;
  // Where both of them lack it, the tool that writes for search engines left it out.
  if (same(social, browser) && !same(headline, social)) return heading;
  return tails[0] ?? heading;
}

/** Elements side by side leave blanks between words that the page shows as one; metadata has none there. */
function closedUp(heading: string, { headline, social, browser }: Statements): string {
  const letters = heading.replaceAll(' ', '').length;
  const closed = [headline, social, browser].find(
    (text) =>
      text.length < heading.length &&
      text.replaceAll(' ', '').length === letters &&
      same(text, heading),
  );
  return closed ?? heading;
}

/** Whether metadata hung a rubric or a name on the headline. */
function isHeadOf(heading: string, text: string): boolean {
  return (
    heading.length > 10 && text.startsWith(heading) && /^\s*[|–—-]/.test(text.slice(heading.length))
  );
}
