import type { Page } from '../../page/page.ts';
import { DENSE, folded, hasWords } from '../../page/plain-text.ts';
import type { Found } from '../scraped.ts';
import { firstFound, type Layer } from '../layers.ts';
import { readTitleStatements, same, type TitleStatements } from './title-statements.ts';

/** Characters in which two places agree on a headline. */
const MIN_COMMON = 12;
/** What a title begins with tells whether a heading has anything in common with it. */
const MOST_COMPARED = 300;
/** Shorter titles for sharing may be a rubric's. */
const MIN_SHARED = 20;

/** Where a headline may stand: best what readers see and another place repeats. */
const LAYERS: readonly Layer<TitleStatements, string>[] = [
  { name: 'the second-level heading that is shared', from: 'text', find: shownBelow },
  { name: 'the heading that every other place repeats', from: 'text', find: saidThrice },
  { name: 'the heading that structured data repeats', from: 'text', find: ofHeadline },
  { name: 'the headline as it is shared', from: 'meta', find: sharedHeadline },
  {
    name: 'the headline in structured data',
    from: 'jsonld',
    find: (said) => whole(said.headline, said) || undefined,
  },
  {
    name: 'the heading that another place repeats',
    from: 'text',
    find: (said) => closedUpIn(said, agreedOn(said)),
  },
  { name: 'the heading that a title begins with', from: 'text', find: headOfTitle },
  { name: 'the only heading', from: 'text', find: onlyHeading },
  {
    name: 'the title for sharing',
    from: 'meta',
    find: (said) => whole(said.social, said) || undefined,
  },
  { name: 'the first heading', from: 'text', find: (said) => headingsOfPage(said)[0] },
  { name: 'the window’s title', from: 'text', find: ({ browser }) => browser || undefined },
];

/** The headline: what several places on the page agree on, best the one that readers see. */
export function findTitle(page: Page): Found<string> | undefined {
  const said = readTitleStatements(page);
  return firstFound(LAYERS, isForSearch(said) ? { ...said, headline: '' } : said);
}

/**
 * The heading that both titles repeat, where structured data has a label or the site's slogan: three places outweigh
 * one. Another whole headline there is the editors' own.
 */
function saidThrice(said: TitleStatements): string | undefined {
  const { headings, headline, social, browser, hasSiteName } = said;
  if (!headline || !(isSectionName(headline) || hasSiteName(headline))) return undefined;
  const shown = headings.find((text) => same(text, social) && same(text, browser));
  const isOther = shown && !same(shown, headline) && !hasSiteName(shown);
  return isOther ? closedUp(shown, said) : undefined;
}

/** The heading that another place repeats. */
function agreedOn({ headings, subheads, headline, social, browser }: TitleStatements) {
  const isAgreed = (heading: string): boolean => same(heading, social) || same(heading, browser);
  return (
    headings.find((heading) => same(heading, headline) || same(heading, social)) ??
    headings.find(isAgreed) ??
    (headings.every(isSectionName) ? subheads().find(isAgreed) : undefined)
  );
}

/** A headline that only the browser's title repeats is written for search engines. */
function isForSearch(said: TitleStatements): boolean {
  const { headline, social, browser } = said;
  if (!same(headline, browser)) return false;
  const agreed = agreedOn(said);
  return agreed !== undefined && same(agreed, social) && !same(agreed, headline);
}

/** What a reader sees is spelled as the publisher wants it; the same words in metadata often are not. */
function ofHeadline(said: TitleStatements): string | undefined {
  const { headings, headline, social } = said;
  const shown =
    headings.find((heading) => same(heading, headline) || isHeadOf(heading, headline)) ??
    unlikeMetadata(said) ??
    headings.find((heading) => isTailOf(heading, headline) && same(heading, social));
  return shown && closedUp(withoutKicker(shown, said), said);
}

/** A headline that metadata and the window spell in another way. */
function sharedHeadline(said: TitleStatements): string | undefined {
  const { headline, social, browser } = said;
  const isShared = same(headline, social) && browser.startsWith(social) && social !== headline;
  return isShared ? whole(social, said) : undefined;
}

function headOfTitle(said: TitleStatements): string | undefined {
  const { headings, social, browser } = said;
  const shown =
    headings.find(
      (text) => text.length > 10 && (social.startsWith(text) || browser.startsWith(text)),
    ) ?? headings.find((text) => isTailOf(text, browser));
  return closedUpIn(said, shown);
}

/** The headings that have something in common with what the page says elsewhere. */
const headingsOfPage = (said: TitleStatements): string[] =>
  said.headings.filter((heading) => !isForeign(heading, said));

function onlyHeading(said: TitleStatements): string | undefined {
  const [first] = headingsOfPage(said);
  return first && said.headings.length === 1 ? withoutKicker(first, said) : undefined;
}

/** Whether a heading is so short that a headline may stand below it. */
const isSectionName = (heading: string): boolean => heading.split(' ').length <= 3;

/** Whether a window's title is too long for a site's or a section's name. */
const isSentenceLong = (title: string): boolean => title.split(' ').length > 4 || DENSE.test(title);

/** Whether a heading has nothing in common with what the window says, and what is shared, if it is, agrees with that. */
function isForeign(heading: string, { social, browser }: TitleStatements): boolean {
  if (!social && !(isSectionName(heading) && isSentenceLong(browser))) return false;
  const [one = '', other = '', own = ''] = [social || browser, browser, heading].map((text) =>
    folded(text.slice(0, MOST_COMPARED)),
  );
  if (one.length < MIN_COMMON || !other.startsWith(one.slice(0, MIN_COMMON))) return false;
  const piece = DENSE.test(heading) ? 2 : 4;
  for (let at = 0; at + piece <= own.length; at += 1) {
    if (one.includes(own.slice(at, at + piece))) return false;
  }
  return true;
}

/** The one heading of a page all of whose metadata says something else: one tool wrote it for search engines. */
function unlikeMetadata({
  headings,
  headline,
  social,
  browser,
}: TitleStatements): string | undefined {
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
}: TitleStatements): string | undefined {
  const own = folded(social);
  const isWindows = headings.some((text) => same(text, browser) || same(text, headline));
  const isSaid = (text: string): boolean => text.includes(own) || own.includes(text);
  if (!isWindows || social.length < MIN_SHARED || headings.map(folded).some(isSaid)) {
    return undefined;
  }
  for (const text of subheads()) {
    if (same(text, social)) return withMark(text, social);
    if (isTailOf(social, text)) return social;
    if (isTailOf(text, social) && KICKER_MARK.test(social.slice(0, -text.length))) return text;
  }
  return undefined;
}

/** A kicker in an element of its own needs no mark behind it; metadata has one there. */
const withMark = (heading: string, social: string): string =>
  social.replace(/ ?[:–—|-](?= )/, '') === heading ? social : heading;

/** What metadata says, or the heading that it cut. */
const whole = (text: string, { headings }: TitleStatements): string =>
  headings.find((heading) => isCutFrom(text, heading)) ?? text;

/** What a cut goes through. */
const IN_WORD = /^[\p{L}\p{N}]{2}/u;

/** Whether metadata cut a headline short: at 110 characters, as search engines ask, with dots, or within a word. */
function isCutFrom(text: string, heading: string): boolean {
  const start = folded(text);
  const isInWord = heading.startsWith(text) && IN_WORD.test(heading.slice(text.length - 1));
  const cut = /(?:\.{3}|…)$/.test(text) || text.length >= 95 || isInWord;
  return cut && start.length > 20 && folded(heading).startsWith(start);
}

const KICKER_MARK = /[-:–—|]\s*$/;

/** Whether a text is a headline that has a kicker before it in the other, with a mark or but a blank between. */
const isTailOf = (text: string, whole: string): boolean =>
  text.length >= 20 &&
  text.length < whole.length &&
  whole.endsWith(text) &&
  /[-:–—|\s]$/.test(whole.slice(0, -text.length));

/** "Kicker: Headline" without its kicker, where one other place gives the headline alone. */
function withoutKicker(heading: string, said: TitleStatements): string {
  const { headline, social, browser, isInOne } = said;
  const tails = [social, browser].filter((text) => isTailOf(text, heading));
  const bare = tails.find((text) => !KICKER_MARK.test(heading.slice(0, -text.length)));
  if (bare) return isInOne(heading) ? heading : bare;
  // Where both of them lack it, the tool that writes for search engines left it out.
  if (same(social, browser) && !same(headline, social)) return heading;
  return tails[0] ?? heading;
}

const closedUpIn = (said: TitleStatements, heading: string | undefined): string | undefined =>
  heading && closedUp(heading, said);

const countedWords = (text: string): number => text.split(/[\s:–—|-]+/).filter(hasWords).length;

/**
 * Elements side by side leave blanks between words that the page shows as one, or none between words that it shows
 * apart; metadata has them right, and the letters of a headline that is set in capitals.
 */
function closedUp(heading: string, { headline, social, browser }: TitleStatements): string {
  const letters = heading.replaceAll(' ', '').length;
  const words = countedWords(heading);
  const isClosed = (text: string): boolean =>
    text.length < heading.length && text.replaceAll(' ', '').length === letters;
  const isInCapitals = heading === heading.toUpperCase();
  const isSmaller = (text: string): boolean => isInCapitals && text !== text.toUpperCase();
  const closed = [headline, social, browser].find(
    (text) =>
      (isClosed(text) || countedWords(text) > words || isSmaller(text)) && same(text, heading),
  );
  return closed ?? heading;
}

/** Whether metadata hung a rubric or a name on the headline. */
function isHeadOf(heading: string, text: string): boolean {
  return (
    heading.length > 10 && text.startsWith(heading) && /^\s*[|–—-]/.test(text.slice(heading.length))
  );
}
