import { folded, plain, plainFromMarkup, textOf } from './plain-text.ts';
import { metaText } from './meta-tags.ts';
import type { Page } from './page.ts';
import type { Found } from './scraped.ts';
import { ldText } from './structured-data.ts';

const SEPARATOR = /\s+[|–—\-»›·•:/]+\s+|\s*\|\s*|\s*::\s*|\s+»\s*/g;

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
  return plain(cut) || title;
}

/** The headline: what several places on the page agree on, best the one that readers see. */
export function findTitle(page: Page): Found<string> | undefined {
  const names = siteNames(page);
  const clean = (text: string | undefined): string =>
    text ? withoutSiteName(plainFromMarkup(text), names) : '';
  const headings = page.tree.headings
    .map(textOf)
    .filter((text) => text.length > 2 && !namesSite(text, names));
  const documentTitle = page.tree.titles[0] ? textOf(page.tree.titles[0]) : '';
  const headline = clean(ldText(page.ld.article['headline']));
  const social = clean(metaText(page.meta, 'og:title', 'twitter:title', 'dc.title', 'title'));
  const browser = clean(documentTitle);
  const said = [headline, social, browser].filter(Boolean).map(folded);
  const agrees = (heading: string): boolean => {
    const text = folded(heading);
    return said.some(
      (other) =>
        other === text || (text.length > 10 && (other.startsWith(text) || text.startsWith(other))),
    );
  };
  const heading = headings.find(agrees) ?? (headings.length === 1 ? headings[0] : undefined);
  if (heading) return { value: heading, from: 'text' };
  if (headline) return { value: headline, from: 'jsonld' };
  if (social) return { value: social, from: 'meta' };
  const fallback = headings[0] ?? browser;
  return fallback ? { value: fallback, from: 'text' } : undefined;
}
