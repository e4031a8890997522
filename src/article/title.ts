import { folded, plain, plainFromMarkup, textOf } from './plain-text.ts';
import { metaText } from './meta-tags.ts';
import type { Page } from './page.ts';
import type { Found } from './scraped.ts';
import { ldText } from './structured-data.ts';

const SEPARATOR = /\s+[|–—\-»›·•:/]+\s+|\s*\|\s*|\s*::\s*|\s+»\s*/g;

/** "A headline of several words | Politics | Another Name": a bar seldom stands in a headline itself. */
const RUBRIC = /^([^|]{20,}?)(?:\s+\|(?:\s+[^\s|]+){1,4})+$/;

const MOST_CHARACTERS = 2_000;

/** Names a site may print beside its headlines, folded. */
function siteNames(page: Page): Set<string> {
  const host = URL.canParse(page.url) ? new URL(page.url).hostname : '';
  const labels = host.replace(/^www\./, '').split('.');
  return new Set(
    [
      page.siteName,
      metaText(
        page.meta,
        'og:site_name',
        'application-name',
        'apple-mobile-web-app-title',
        'twitter:site',
        'dc.publisher',
      ),
      ldText(page.ld.article['publisher']),
      host.replace(/^www\./, ''),
      labels.slice(0, -1).join(' '),
      labels.at(-2),
    ]
      .map((name) => folded(name ?? ''))
      .filter((name) => name.length > 1),
  );
}

interface Parts {
  text: string;
  start: number;
}

function partsOf(title: string): Parts[] {
  const parts: Parts[] = [];
  let start = 0;
  for (const match of title.matchAll(SEPARATOR)) {
    parts.push({ text: title.slice(start, match.index), start });
    start = match.index + match[0].length;
  }
  parts.push({ text: title.slice(start), start });
  return parts;
}

const namesSite = (part: string, names: Set<string>): boolean => {
  const name = folded(part);
  if (name.length < 2) return name === '';
  for (const known of names) {
    if (known === name) return true;
    if (name.length > 3 && known.length > 3 && (known.startsWith(name) || name.startsWith(known))) {
      return true;
    }
  }
  return false;
};

/** Cuts the site's name, and what follows it, from either end of a title. */
export function withoutSiteName(title: string, names: Set<string>): string {
  const parts = partsOf(title);
  let last = parts.length;
  for (let at = parts.length - 1; at > 0; at -= 1) {
    if (namesSite(parts[at]?.text ?? '', names)) last = at;
  }
  let first = 0;
  if (last > 1 && namesSite(parts[0]?.text ?? '', names)) first = 1;
  const from = parts[first]?.start ?? 0;
  const lastPart = parts[last - 1];
  const cut = title.slice(from, lastPart ? lastPart.start + lastPart.text.length : undefined);
  return plain(cut).replace(RUBRIC, '$1') || title;
}

/** The headline: what several places on the page agree on, best the one that readers see. */
export function findTitle(page: Page): Found<string> | undefined {
  const names = siteNames(page);
  const clean = (text: string | undefined): string =>
    text ? withoutSiteName(plainFromMarkup(text), names) : '';
  const headings = page.tree.headings
    .map((heading) => textOf(heading).slice(0, MOST_CHARACTERS))
    .filter((text) => text.length > 2 && !namesSite(text, names));
  const documentTitle = page.tree.titles[0]
    ? textOf(page.tree.titles[0]).slice(0, MOST_CHARACTERS)
    : '';
  const headline = clean(ldText(page.ld.article['headline']));
  const social = clean(metaText(page.meta, 'og:title', 'twitter:title', 'dc.title', 'title'));
  const browser = clean(documentTitle);
  const same = (one: string, other: string): boolean =>
    one === other || (one !== '' && other !== '' && folded(one) === folded(other));
  const whole = (text: string): string =>
    headings.find((heading) => isCutFrom(text, heading)) ?? text;
  const agreed = headings.find(
    (heading) => same(heading, headline) || same(heading, social) || same(heading, browser),
  );
  // A headline that only the browser's title repeats is written for search engines.
  const forSearch = agreed !== undefined && same(headline, browser) && same(agreed, social);
  if (headline && !forSearch) {
    // What a reader sees is spelled as the publisher wants it; the same words in metadata often are not.
    const shown = headings.find(
      (heading) => same(heading, headline) || isHeadOf(heading, headline),
    );
    // Elements side by side leave blanks between words that the page shows as one.
    const isSpacedOut =
      shown !== undefined &&
      shown.length > headline.length &&
      shown.replaceAll(' ', '') === headline.replaceAll(' ', '');
    if (!shown || isSpacedOut) return { value: whole(headline), from: 'jsonld' };
    return { value: withoutKicker(shown, [social, browser]), from: 'text' };
  }
  if (agreed) return { value: agreed, from: 'text' };
  const [first] = headings;
  if (first && headings.length === 1) {
    return { value: withoutKicker(first, [social, browser]), from: 'text' };
  }
  if (social) return { value: whole(social), from: 'meta' };
  const fallback = first ?? browser;
  return fallback ? { value: fallback, from: 'text' } : undefined;
}

/** Whether metadata cut a long headline short: at 110 characters, as search engines ask, or with dots. */
function isCutFrom(text: string, heading: string): boolean {
  const start = folded(text.replace(/(?:\.{3}|…)$/, ''));
  const cut = /(?:\.{3}|…)$/.test(text) || text.length >= 95;
  return cut && start.length > 20 && folded(heading).startsWith(start);
}

/** "Kicker: Headline" without its kicker, where other places give the headline alone. */
function withoutKicker(heading: string, others: string[]): string {
  const bare = others.find(
    (other) =>
      other.length >= 20 &&
      other.length < heading.length &&
      heading.endsWith(other) &&
      /[-:–—|]\s*$/.test(heading.slice(0, -other.length)),
  );
  return bare ?? heading;
}

/** Whether metadata hung a rubric or a name on the headline. */
function isHeadOf(heading: string, text: string): boolean {
  return (
    heading.length > 10 && text.startsWith(heading) && /^\s*[|–—-]/.test(text.slice(heading.length))
  );
}
