import { percentDecoded } from '../clean-url.ts';
import { linearPattern } from '../config/linear-pattern.ts';
import type { TaxonomyRules } from '../config/article-rules.ts';
import type { Category, Entry } from '../feed/entry.ts';
import { fillInGroups } from './identity.ts';
import type { Provenance, Topic } from '../article-record.ts';
import { leafInWords, topicSlug } from '../topic-path.ts';
import type { Found, ScrapedArticle } from '../article/scraped.ts';

function joinPath(segments: string[]): string {
  return segments.map(topicSlug).filter(Boolean).join('/');
}

function pathSegments(url: string): string[] {
  return new URL(url).pathname.split('/').filter(Boolean).map(percentDecoded);
}

// Schemes are often written without their protocol; one that is no web address has no path.
function schemeSegments(scheme: string | null): string[] {
  const url = `https://${withoutProtocol(scheme ?? '')}`;
  return scheme?.includes('/') === true && URL.canParse(url) ? pathSegments(url) : [];
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
    const found = linearPattern(match).match(url);
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
  scraped: Pick<ScrapedArticle, 'taxonomyPaths' | 'topics' | 'section'>;
  url: string;
}

/** A path, with the name that was printed for it where one was. */
type Named = [path: string | undefined, name?: string];

/**
 * The article's topics, from the first of these that has any: the feed's categories, paths on the page,
 * the page's section and tags, the URL. Order is kept, repeats are dropped.
 */
export function topicsOf(input: TaxonomyInput): Found<Topic[]> {
  const { root, rules, entry, scraped, url } = input;
  const dropped = new Set(rules?.drop.map(topicSlug));
  const categories = (entry?.categories ?? []).filter(({ term }) => !dropped.has(topicSlug(term)));
  const topics = (scraped.topics?.value ?? []).filter((topic) => !dropped.has(topicSlug(topic)));
  const byCategories = categories.map((category): Named => [
    rules && pathByRule(rules, root, category),
    category.term,
  ]);
  const candidates: [Provenance, Named[]][] = [
    ['rule', rules ? [[pathByUrlRule(rules, root, url)], ...byCategories] : []],
    ['feed', categories.map((category) => [pathByShape(root, category), category.term])],
    [
      scraped.taxonomyPaths?.from ?? 'meta',
      (scraped.taxonomyPaths?.value ?? []).map((path) => [path]),
    ],
    [scraped.topics?.from ?? 'meta', topics.map((topic) => [joinPath([root, topic]), topic])],
    ['text', [[pathOfUrl(root, url)]]],
  ];
  const printed = printedNames(input);
  for (const [from, paths] of candidates) {
    const value = new Map<string, Topic>();
    for (const [path, name] of paths) {
      if (!path || path === root || value.has(path)) continue;
      value.set(path, { path, name: nameOf(path, name, printed) });
    }
    if (value.size > 0) return { value: [...value.values()], from };
  }
  return { value: [], from: 'text' };
}

/** What feed and page print as names of topics, by the segment that each would be. */
function printedNames({ entry, scraped }: TaxonomyInput): ReadonlyMap<string, string> {
  const names = [
    ...(entry?.categories ?? []).map(({ term }) => term),
    ...(scraped.topics?.value ?? []),
    ...(scraped.section ? [scraped.section.value] : []),
  ].filter((name) => !name.includes('/'));
  return new Map(names.toReversed().map((name) => [topicSlug(name), name.trim()] as const));
}

/** A path of the publisher's own names nobody; where its last segment is printed elsewhere, that is its name. */
function nameOf(
  path: string,
  stated: string | undefined,
  printed: ReadonlyMap<string, string>,
): string {
  const leaf = path.split('/').at(-1) ?? '';
  if (stated !== undefined && !stated.includes('/') && topicSlug(stated) !== '')
    return stated.trim();
  return printed.get(topicSlug(leaf)) ?? leafInWords(path);
}
