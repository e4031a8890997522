import { type Element, isTag } from 'domhandler';
import { absoluteUrl, type Page } from '../../page/page.ts';
import { textOf } from '../../page/plain-text.ts';
import type { Region } from '../../page/blocks/region.ts';
import type { Found } from '../scraped.ts';
import { patternOfRows } from '../../pattern-rows.ts';

/** What a link says that it leads to: its link types, in lower case. */
export const relOf = (element: Element): string[] =>
  (element.attribs['rel'] ?? '').toLowerCase().split(/\s+/);

const linked = (page: Page, rel: string): string | undefined =>
  page.tree.links.find((link) => relOf(link).includes(rel))?.attribs['href'];

/** Looked for from the first slash of a run on: from each of them it would take quadratic time. */
const CLOSING_SLASHES = /(?<!\/)\/+$/;

/** The last two labels, enough to tell one publisher's subdomains from another's site. */
const site = (url: string): string => new URL(url).hostname.split('.').slice(-2).join('.');

// A canonical link is believed only when it can be the same article: same site, not its front page, and
// not a section above the article. Templates that print the home page's address everywhere are common.
function isCredible(candidate: string, pageUrl: string): boolean {
  if (!URL.canParse(pageUrl)) return true;
  if (site(candidate) !== site(pageUrl)) return false;
  const [there, here] = [new URL(candidate), new URL(pageUrl)];
  const path = there.pathname.replace(CLOSING_SLASHES, '');
  const ownPath = here.pathname.replace(CLOSING_SLASHES, '');
  if (path === '' && there.search === '') return ownPath === '' && here.search === '';
  const above =
    ownPath.startsWith(`${path}/`) &&
    !/\/(?:amp|print|full|index\.\w+|\d)$/.test(ownPath.slice(path.length));
  return !above;
}

export function findCanonicalUrl(page: Page): Found<string> | undefined {
  const headerLink = /<([^<>]+)>\s*;[^,]*\brel="?canonical"?/i.exec(
    page.headers['link'] ?? '',
  )?.[1];
  const candidates = [linked(page, 'canonical'), headerLink, page.meta.get('og:url')?.[0]];
  for (const candidate of candidates) {
    const value = absoluteUrl(candidate, page.base);
    if (value && isCredible(value, page.url)) return { value, from: 'meta' };
  }
  return undefined;
}

/** What a link says that leads to all of an article on one page. */
export const SINGLE_PAGE = patternOfRows(
  [
    {
      name: 'single-page-english',
      languages: 'en',
      pattern: 'single page|one page|full (?:article|story)|show all|view all|all on one page',
      finds: [
        'View as single page',
        'View on one page',
        'Full article',
        'Full story',
        'Show all',
        'View all',
        'All on one page',
      ],
      passes: ['View all ferries', 'The full story'],
    },
    {
      name: 'single-page-abroad',
      languages: 'de it es fr',
      pattern: '(?:alles )?auf einer seite|auf einer seite lesen|pagina unica|texte intégral',
      finds: [
        'Alles auf einer Seite',
        'Auf einer Seite lesen',
        'Pagina unica',
        'Texte intégral',
        'Auf einer Seite',
      ],
      passes: ['Auf einer Seite des Hafens', 'Texte'],
    },
  ],
  'i',
  (any) => `^(?:view (?:as|on) )?${any}$`,
);
/** What a link says that leads to the next page of an article. */
export const NEXT_PAGE = patternOfRows(
  [
    {
      name: 'next-germanic',
      languages: 'en de nl',
      pattern: '(?:go to )?(?:the )?next(?: page)?|nächste(?: seite)?|weiter|volgende(?: pagina)?',
      finds: ['Go to the next page ›', 'Nächste Seite', 'Weiter »', 'Volgende'],
      passes: ['Next week', 'Weiterlesen'],
    },
    {
      name: 'next-romance',
      languages: 'fr es it',
      pattern: 'page suivante|suivant|siguiente|página siguiente|pagina successiva',
      finds: ['Page suivante', 'Suivant →', 'Siguiente', 'Página siguiente', 'Pagina successiva'],
      passes: ['Suivant la côte', 'El siguiente'],
    },
    {
      name: 'next-in-signs',
      languages: 'ja zh',
      pattern: '次へ|次ページ|下一页',
      finds: ['次へ', '次ページ »', '下一页'],
      passes: ['次の船', '下一页的船'],
    },
  ],
  'i',
  (any) => String.raw`^${any}\s*[›»>→]*$`,
);
const PRINT_LINK = /\/print\/|[?&]print(?:=|$)|\/print$/i;

/** The path of an address without what numbers the pages of an article, such as `-2`, `/page/3` or `_s4`. */
const stemOf = (url: string): string =>
  new URL(url).pathname
    .replace(/\.\w{2,5}$/, '')
    .replace(/[-_/,](?:page|seite|p|s)?[-_/]?\d{1,2}\/?$/i, '')
    .replace(CLOSING_SLASHES, '');

function isPartOf(candidate: string, pageUrl: string): boolean {
  if (!URL.canParse(pageUrl) || site(candidate) !== site(pageUrl)) return false;
  const [there, here] = [stemOf(candidate), stemOf(pageUrl)];
  return candidate !== pageUrl && here !== '' && there.startsWith(here);
}

/** The part of an address that names the article; empty where it has none. */
const slugOfUrl = (url: string): string =>
  URL.canParse(url) ? (stemOf(url).split('/').at(-1) ?? '') : '';

const MAX_ANCHORS = 3_000;

function anchors(root: Element, found: Element[] = []): Element[] {
  for (const child of root.children) {
    if (!isTag(child)) continue;
    if (found.length >= MAX_ANCHORS) break;
    if (child.name === 'a' && child.attribs['href']) found.push(child);
    else anchors(child, found);
  }
  return found;
}

/** Where the rest of an article in parts is: its next page, or all of it on one. */
export function findParts(
  page: Page,
  body: Region[],
): { nextPageUrl?: string; singlePageUrl?: string } {
  const near = new Set(
    body.map(({ element }) => (element.parent && isTag(element.parent) ? element.parent : element)),
  );
  const slug = slugOfUrl(page.url);
  let next = absoluteUrl(linked(page, 'next'), page.base);
  let single: string | undefined;
  for (const anchor of [...near].flatMap((element) => anchors(element))) {
    if (next && single) break;
    const reference = anchor.attribs['href'] ?? '';
    if (!/^[?#]/.test(reference) && !reference.includes(slug)) continue;
    const text = textOf(anchor);
    if (text.length > 40) continue;
    const isSingle = SINGLE_PAGE.any.test(text) || PRINT_LINK.test(reference);
    if (!isSingle && !relOf(anchor).includes('next') && !NEXT_PAGE.any.test(text)) continue;
    const href = absoluteUrl(reference, page.base);
    if (!href || href === (isSingle ? single : next) || !isPartOf(href, page.url)) continue;
    if (isSingle) single ??= href;
    else next ??= href;
  }
  if (next && !isPartOf(next, page.url)) next = undefined;
  return { ...(next && { nextPageUrl: next }), ...(single && { singlePageUrl: single }) };
}
