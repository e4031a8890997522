import type { TaxonomyRules } from '../config/article-rules.ts';
import type { Category, Entry } from '../feed/entry.ts';
import { fillInGroups } from './identity.ts';
import type { Provenance } from '../article-record.ts';
import type { Found, ScrapedArticle } from '../article/scraped.ts';

/** One segment of a path: small letters, digits and hyphens; `&` is read as "and". */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
}

function joinPath(segments: string[]): string {
  return segments.map(slug).filter(Boolean).join('/');
}

function pathSegments(url: string): string[] {
  return new URL(url).pathname.split('/').filter(Boolean).map(decodedSegment);
}

// Schemes are often written without their protocol; one that is no web address has no path.
function schemeSegments(scheme: string | null): string[] {
  const url = `https://${withoutProtocol(scheme ?? '')}`;
  return scheme?.includes('/') === true && URL.canParse(url) ? pathSegments(url) : [];
}

function decodedSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

const withoutProtocol = (scheme: string) => scheme.replace(/^https?:\/\//, '');

function pathByRule(
  rules: TaxonomyRules,
  root: string,
  { term, scheme }: Category,
): string | undefined {
  const rule = rules.categories.find((candidate) =>
    withoutProtocol(scheme ?? '').startsWith(withoutProtocol(candidate.scheme)),
  );
  switch (rule?.path) {
    case undefined:
      return undefined;
    case 'term':
      return term.trim();
    case 'scheme':
      return joinPath([root, ...schemeSegments(scheme)]);
    case 'name':
      return joinPath([root, schemeSegments(scheme).at(-1) ?? '', term]);
  }
}

function pathByUrlRule(rules: TaxonomyRules, root: string, url: string): string | undefined {
  for (const { match, path } of rules.urls) {
    const found = new RegExp(match, 'u').exec(url);
    if (found) return joinPath([root, ...fillInGroups(path, found).split('/')]);
  }
  return undefined;
}

// Without rules only two shapes are paths beyond doubt: a term with slashes under a scheme that calls
// itself a taxonomy, and plain names without any scheme, which are the publisher's own headings.
function pathByShape(root: string, { term, scheme }: Category): string | undefined {
  if (scheme !== null && /taxonomy/i.test(scheme))
    return term.includes('/') ? term.trim() : undefined;
  return scheme === null ? joinPath([root, term]) : undefined;
}

/** `/news/2026/11/23/slug-of-the-story` says `news`: dates, numbers and the story's own segment are no topics. */
function pathOfUrl(root: string, url: string): string | undefined {
  const topics = pathSegments(url)
    .slice(0, -1)
    .filter((segment) => !/^\d+$/.test(segment) && segment.length <= 40);
  return topics.length > 0 ? joinPath([root, ...topics]) : undefined;
}

export interface TaxonomyInput {
  root: string;
  rules?: TaxonomyRules | undefined;
  entry?: Entry | undefined;
  scraped: Pick<ScrapedArticle, 'taxonomyPaths' | 'topics'>;
  url: string;
}

/**
 * Taxonomy paths, from the first of these that has any: the feed's categories, paths on the page,
 * the page's section and tags, the URL. Order is kept, repeats are dropped.
 */
export function taxonomyOf({ root, rules, entry, scraped, url }: TaxonomyInput): Found<string[]> {
  const dropped = new Set(rules?.drop.map(slug));
  const categories = (entry?.categories ?? []).filter(({ term }) => !dropped.has(slug(term)));
  const topics = (scraped.topics?.value ?? []).filter((topic) => !dropped.has(slug(topic)));
  const byCategories = categories.map((category) => rules && pathByRule(rules, root, category));
  const candidates: [Provenance, (string | undefined)[]][] = [
    ['rule', rules ? [pathByUrlRule(rules, root, url), ...byCategories] : []],
    ['feed', categories.map((category) => pathByShape(root, category))],
    [scraped.taxonomyPaths?.from ?? 'meta', scraped.taxonomyPaths?.value ?? []],
    [scraped.topics?.from ?? 'meta', topics.map((topic) => joinPath([root, topic]))],
    ['text', [pathOfUrl(root, url)]],
  ];
  for (const [from, paths] of candidates) {
    const value = [
      ...new Set(paths.filter((path): path is string => Boolean(path) && path !== root)),
    ];
    if (value.length > 0) return { value, from };
  }
  return { value: [], from: 'text' };
}
