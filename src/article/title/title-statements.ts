import { type Element, isTag, isText } from 'domhandler';
import { TITLE_META } from '../../page/meta-names.ts';
import { metaText } from '../../page/meta-tags.ts';
import type { Page } from '../../page/page.ts';
import { folded, plainFromMarkup } from '../../page/plain-text.ts';
import { readSiteNames } from '../../page/site-names.ts';
import { headingText } from './heading-text.ts';
import { startsWithSite, withoutSiteName } from './site-name.ts';
import { ldText } from '../../page/ld-nodes.ts';

/** Shorter second-level headings are labels. */
const MIN_SUBHEAD = 12;
/** Shorter names of sites are words as well. */
const MIN_SITE_NAME = 8;
/** Headings of a level among which a headline may be; hostile pages have thousands. */
const MOST_HEADINGS = 200;

/** Whether a heading leads to the site's front page: a logo, not a headline. */
function leadsHome(heading: Element, { url, base }: Page): boolean {
  const links = heading.children.filter(isTag);
  if (heading.parent && isTag(heading.parent)) links.push(heading.parent);
  return links.some(({ name, attribs }) => {
    if (name !== 'a' || !attribs['href']) return false;
    const target = URL.parse(attribs['href'], base);
    return target?.pathname === '/' && !target.search && target.host === URL.parse(url)?.host;
  });
}

/** What the places of a page that state its headline say, without the site's name; empty where one is silent. */
export interface TitleStatements {
  /** The `<h1>` elements that may be the headline. */
  headings: string[];
  /** Whether one of them stands in one element, so that no part of it is a kicker by itself. */
  isInOne: (heading: string) => boolean;
  /** The `<h2>` elements: on some pages the site's or the section's name is the `<h1>`. */
  subheads: () => string[];
  /** JSON-LD, or the metadata that is named for it. */
  headline: string;
  /** What is shown where the article is shared. */
  social: string;
  /** The window's title. */
  browser: string;
  /** Whether a text has a name of the site in it, at whatever place. */
  hasSiteName: (text: string) => boolean;
}

/** "Headline | Rubric" and "Headline 9.3.2026" as the headline alone, where that is shared. */
const withoutRubric = (heading: string, shared: string): string =>
  shared &&
  heading.startsWith(shared) &&
  /^\s*(?:\||\d{1,2}\.\d{1,2}\.\d{4}\b)/.test(heading.slice(shared.length))
    ? shared
    : heading;

/** Whether an element holds one text, perhaps in elements of its own. */
function isOneText({ children }: Element): boolean {
  const [only, ...more] = children.filter((child) => !isText(child) || child.data.trim() !== '');
  return (
    more.length === 0 && (only === undefined || isText(only) || (isTag(only) && isOneText(only)))
  );
}

export function readTitleStatements(page: Page): TitleStatements {
  const names = readSiteNames(page);
  const shared = metaText(page.meta, ...TITLE_META) ?? '';
  const stated = ldText(page.ld.article['headline']);
  const [title] = page.tree.titles;
  const window = title ? headingText(title, []) : '';
  const elsewhere = [stated, shared, window].flatMap((text) =>
    text ? [text, withoutSiteName(text, names)] : [],
  );
  const shown = (element: Element): string => headingText(element, elsewhere);
  const elements = page.tree.headings
    .slice(0, MOST_HEADINGS)
    .filter((heading) => !leadsHome(heading, page));
  const texts = elements.map(shown);
  const clean = (text: string | undefined): string => {
    const whole = plainFromMarkup(text ?? '');
    // A heading that has the configured name too says that it is a part of the headline.
    const isShown = texts.some((heading) => same(heading, whole));
    return withoutSiteName(whole, isShown ? { ...names, configured: '' } : names);
  };
  const social = clean(shared);
  const browser = clean(window);
  const headings = texts
    .map((text) => withoutRubric(text, shared))
    .filter((text) => text.length > 2 && (!startsWithSite(text, names) || same(text, social)));
  const named = clean(metaText(page.meta, 'headline'));
  const isCut = (text: string): boolean =>
    headings.some((heading) => heading.startsWith(text) && same(heading, browser));
  return {
    headings,
    isInOne: (heading) =>
      elements.some((element) => isOneText(element) && shown(element) === heading),
    subheads: () =>
      page.tree.subheads
        .slice(0, MOST_HEADINGS)
        .map(shown)
        .filter((text) => text.length >= MIN_SUBHEAD),
    headline:
      clean(stated) ||
      (named.length > 10 && browser.startsWith(named) && !isCut(named) ? named : ''),
    social,
    browser,
    hasSiteName: (text) =>
      [...names.stated].some((name) => name.length >= MIN_SITE_NAME && folded(text).includes(name)),
  };
}

/** Whether two places say the same headline, however they spell it. */
export const same = (one: string, other: string): boolean =>
  one !== '' && other !== '' && (one === other || folded(one) === folded(other));
