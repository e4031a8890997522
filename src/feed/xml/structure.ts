/** What the readers must know of the elements of a feed, under their canonical names. */

/** `qualified('dc', 'date title')` is `['dc:date', 'dc:title']`. */
export const qualified = (prefix: string, words: string) =>
  words.split(' ').map((word) => `${prefix}:${word}`);

/** Elements whose content is one text: what stands in them, markup or not, is that text. */
const LEAVES = new Set([
  ...qualified('feed', 'title link description summary content guid id pubDate published issued'),
  ...qualified('feed', 'created updated modified category comments subtitle tagline rights body'),
  ...qualified('feed', 'copyright language ttl managingEditor webMaster generator name email uri'),
  ...qualified('feed', 'url hour day lastBuildDate logo icon docs rating loc lastmod info'),
  ...qualified('dc', 'creator author date title subject description language publisher source'),
  ...qualified('dc', 'rights identifier type'),
  ...qualified('dcterms', 'issued created modified abstract creator'),
  ...qualified('media', 'title description credit category keywords text'),
  ...qualified('itunes', 'author summary subtitle title name email keywords'),
  ...qualified('sy', 'updatePeriod updateFrequency updateBase'),
  ...qualified('prism', 'publicationDate modificationDate coverDate url'),
  'feedburner:origlink',
  'pheedo:origlink',
  ...qualified('news', 'publication_date title name language keywords genres'),
  ...qualified('xhtml', 'body div'),
]);

export const isLeaf = (name: string) => LEAVES.has(name);

const OTHERS = new Set([
  ...qualified('feed', 'author contributor enclosure source image skipHours skipDays textInput'),
  ...qualified('feed', 'url sitemap'),
  ...qualified('media', 'content group thumbnail'),
  ...qualified('itunes', 'category image owner'),
  ...qualified('news', 'news publication'),
  ...qualified('image', 'image loc caption'),
]);

/** Whether anything is made of an element; all others are read past. */
export const isKnown = (name: string) => LEAVES.has(name) || OTHERS.has(name);

const PERSON = /^(?:feed:(?:name|email|uri|url)|itunes:)/;
const HOLDS: Record<string, RegExp> = {
  'feed:author': PERSON,
  'feed:contributor': PERSON,
  'feed:enclosure': /^media:/,
  'feed:skipHours': /^feed:hour$/,
  'feed:skipDays': /^feed:day$/,
  'media:thumbnail': /^$/,
  'media:content': /^media:/,
  'media:group': /^media:/,
  'itunes:category': /^itunes:/,
  'itunes:image': /^$/,
};

/** Whether `inner` has a place in `outer`; where it has not, `outer` was probably left open. */
export function mayHold(outer: string, inner: string): boolean {
  return HOLDS[outer]?.test(inner) ?? true;
}

/** The element that stands for one entry, for each root a document may have. */
export function isItem(name: string, root: string): boolean {
  if (root === 'urlset') return name === 'feed:url';
  if (root === 'sitemapindex') return name === 'feed:sitemap';
  return name === 'item' || name === 'entry';
}

/** More entries than any feed holds; sitemaps may have 50,000 by their protocol. */
export const MAX_ITEMS = 10_000;
export const MAX_SITEMAP_ITEMS = 50_000;

/** No entry has so many links or categories; a hostile one may have a million. */
export const MAX_SIBLINGS = 2_000;
