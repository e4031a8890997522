/*
 * Canonical element names, so that a feed means the same whatever prefixes, namespaces and letter
 * case it was written with. The words of RSS, Atom and sitemaps themselves share the prefix
 * `feed:` (they overlap, and mean the same where they do); modules have their customary prefix;
 * the elements that hold all others keep their bare names.
 */

const CONTAINERS = ['rss', 'feed', 'channel', 'item', 'entry', 'urlset', 'sitemapindex'];

/** Words whose letter case matters to us, where a feed may have written them otherwise. */
const WORDS =
  'pubDate lastBuildDate managingEditor webMaster skipHours skipDays textInput updatePeriod ' +
  'updateFrequency updateBase publicationDate modificationDate coverDate';
const ELEMENT_SPELLING = new Map(WORDS.split(' ').map((word) => [word.toLowerCase(), word]));

/** Namespace names without scheme, `www.` and trailing `/` or `#`, in lower case. */
const PREFIXES = new Map([
  ['w3.org/2005/atom', 'feed'],
  ['purl.org/atom/ns', 'feed'],
  ['purl.org/rss/1.0', 'feed'],
  ['purl.org/net/rss1.1', 'feed'],
  ['my.netscape.com/rdf/simple/0.9', 'feed'],
  ['channel.netscape.com/rdf/simple/0.9', 'feed'],
  ['backend.userland.com/rss', 'feed'],
  ['backend.userland.com/rss2', 'feed'],
  ['blogs.law.harvard.edu/tech/rss', 'feed'],
  ['sitemaps.org/schemas/sitemap/0.9', 'feed'],
  ['google.com/schemas/sitemap/0.84', 'feed'],
  ['google.com/schemas/sitemap-news/0.9', 'news'],
  ['w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['w3.org/1999/xhtml', 'xhtml'],
  ['purl.org/dc/elements/1.0', 'dc'],
  ['purl.org/dc/elements/1.1', 'dc'],
  ['purl.org/dc/terms', 'dcterms'],
  ['purl.org/rss/1.0/modules/content', 'content'],
  ['purl.org/rss/1.0/modules/syndication', 'sy'],
  ['search.yahoo.com/mrss', 'media'],
  ['itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['rssnamespace.org/feedburner/ext/1.0', 'feedburner'],
  ['pheedo.com/namespace/pheedo', 'pheedo'],
]);

/** What prefixes mean when nothing (or nothing known) is bound to them. */
const CUSTOMARY = new Map([
  ['', 'feed'],
  ['atom', 'feed'],
  ['atom10', 'feed'],
  ['a10', 'feed'],
  ['rss', 'feed'],
]);

/**
 * The canonical prefix for a namespace declaration. One that nobody knows leaves its prefix as
 * written; as a default namespace it is the feed's own on the root, and foreign matter below.
 */
export function canonicalPrefix(prefix: string, namespace: string, onRoot: boolean): string {
  const uri = namespace
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[/#]$/, '');
  if (uri.startsWith('prismstandard.org/namespaces/')) return 'prism';
  const known = PREFIXES.get(uri);
  if (known !== undefined) return known;
  return prefix === '' && uri !== '' && !onRoot ? 'foreign' : customaryPrefix(prefix);
}

const customaryPrefix = (prefix: string) =>
  CUSTOMARY.get(prefix.toLowerCase()) ?? prefix.toLowerCase();

/**
 * Makes a function from names as written to canonical ones, for one set of bindings.
 *
 * @param onNew - Called once with each canonical name that is met.
 */
export function canonicalNames(
  bindings: ReadonlyMap<string, string>,
  onNew?: (name: string) => void,
): (name: string) => string {
  const known = new Map<string, string>();
  const met = new Set<string>();
  return (name) => {
    const seen = known.get(name);
    if (seen !== undefined) return seen;
    const colon = name.indexOf(':');
    const prefix = colon < 0 ? '' : name.slice(0, colon);
    const canonical = canonicalName(
      bindings.get(prefix) ?? customaryPrefix(prefix),
      name.slice(colon + 1),
    );
    if (known.size < MAX_KNOWN_NAMES) known.set(name, canonical);
    if (onNew && !met.has(canonical)) {
      met.add(canonical);
      onNew(canonical);
    }
    return canonical;
  };
}

/** A hostile document may hold a million names; a real one a few dozen. */
const MAX_KNOWN_NAMES = 1_000;

function canonicalName(prefix: string, local: string): string {
  const lower = local.toLowerCase();
  if (prefix === 'feed' && CONTAINERS.includes(lower)) return lower;
  if (prefix === 'rdf' && lower === 'rdf') return 'rdf:RDF';
  if (prefix === 'rdf' && lower === 'item') return 'item';
  if (prefix === 'content' && lower === 'encoded') return 'feed:content';
  return `${prefix}:${ELEMENT_SPELLING.get(lower) ?? lower}`;
}

/**
 * The namespace bindings of a document, or null when they are not the same throughout, so that a
 * name alone does not tell what an element means.
 *
 * @param rootEnd - Index of the `>` that ends the root's start tag.
 */
export function documentBindings(xml: string, rootEnd: number): Map<string, string> | null {
  const bindings = new Map<string, string>();
  // Nearly always the root alone declares any; a search is faster than the pattern.
  const end = xml.indexOf('xmlns', rootEnd) < 0 ? rootEnd : undefined;
  const pattern = /\sxmlns(?::([\w.-]{1,64}))?\s{0,9}=\s{0,9}["']([^"']{0,300})/g;
  for (const match of xml.slice(0, end).matchAll(pattern)) {
    const prefix = match[1] ?? '';
    const bound = canonicalPrefix(prefix, match[2] ?? '', match.index < rootEnd);
    if ((bindings.get(prefix) ?? (prefix === '' ? 'feed' : bound)) !== bound) return null;
    bindings.set(prefix, bound);
  }
  return bindings;
}
