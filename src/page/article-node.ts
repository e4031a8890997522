import { pagePlace } from '../clean-url.ts';
import { likeness } from './likeness.ts';
import { PUBLISHED_META, TITLE_META } from './meta-names.ts';
import { type MetaTags, metaText } from './meta-tags.ts';
import type { PageTree } from './page-tree.ts';
import { DENSE, textOf } from './plain-text.ts';
import { ldText, type LdNode, linksOf, type TypedNode, typesOf } from './ld-nodes.ts';

// A page's structured data describes many works: its own article, those that it mentions, lists or cites. Which node is
// the page's own is said by several witnesses, none of which decides alone: where the node stands, the address,
// headline and day that it states, and how much it says.

const ARTICLE = /(?:Article|BlogPosting|Report|Review|OpinionNews|SocialMediaPosting)$/;

export const isArticle = (node: LdNode): boolean =>
  typesOf(node).some((type) => ARTICLE.test(type));

/** What a page says of itself besides its structured data. */
interface PageWitnesses {
  /** Where it is, comparable. */
  places: Set<string>;
  /** Its headings and titles, one of each place. */
  titles: string[];
  /** Whether two of those places say one headline: then a node that says another is of another story. */
  isHeadlineKnown: () => boolean;
  /** When it was published, `YYYY-MM-DD`. */
  days: Set<string>;
}

/** Headlines alike that far are one, however it is worded. */
const SAME_HEADLINE = 0.6;
/** Headlines less alike than that have nothing to do with each other. */
const OTHER_HEADLINE = 0.3;
/** Headings among which a headline is. */
const MOST_HEADINGS = 20;
const DAY = /^\d{4}-\d\d-\d\d/;

export const comparablePlace = (reference: string, base: string): string | undefined => {
  const url = URL.parse(reference, base);
  // A bare fragment names a node, and the front page is put where a template knows no better.
  if (!url || reference.startsWith('#') || (url.pathname === '/' && !url.search)) return undefined;
  return pagePlace(url.href);
};

/** Shorter titles are a site's or a section's. */
const isHeadlineLong = (title: string): boolean =>
  title.length >= 20 || (title.length >= 8 && DENSE.test(title));

const isSaidTwice = (titles: string[]): boolean =>
  titles.some((one, at) =>
    titles.slice(at + 1).some((other) => likeness(one, other) >= SAME_HEADLINE),
  );

/** Where a page is, by the address that it was found at and by those that it states, comparable. */
export function placesOfPage(tree: PageTree, meta: MetaTags, url: string): Set<string> {
  const canonical = tree.links.find(({ attribs }) => attribs['rel'] === 'canonical');
  const addresses = [url, canonical?.attribs['href'], meta.get('og:url')?.[0]];
  return new Set(addresses.flatMap((address) => (address && comparablePlace(address, url)) || []));
}

export function readWitnesses(tree: PageTree, meta: MetaTags, url: string): PageWitnesses {
  const shown = [...tree.titles.slice(0, 1), ...tree.headings.slice(0, MOST_HEADINGS)].map(
    (element) => textOf(element),
  );
  const shared = TITLE_META.flatMap((name) => metaText(meta, name) ?? []);
  const days = PUBLISHED_META.flatMap((name) => DAY.exec(meta.get(name)?.[0] ?? '')?.[0] ?? []);
  const titles = [...shown, ...shared].filter(Boolean);
  return {
    places: placesOfPage(tree, meta, url),
    titles,
    isHeadlineKnown: () => isSaidTwice(titles.filter(isHeadlineLong)),
    days: new Set(days),
  };
}

/** What one witness says of a node. */
type Testimony = 'agrees' | 'differs' | 'silent';

const testimony = (isSame: boolean): Testimony => (isSame ? 'agrees' : 'differs');

function testimonyOfAddress(node: LdNode, { places }: PageWitnesses, base: string): Testimony {
  const stated = linksOf(node)
    .map((link) => comparablePlace(link, base))
    .filter((place) => place !== undefined);
  if (stated.length === 0 || places.size === 0) return 'silent';
  return testimony(stated.some((place) => places.has(place)));
}

function testimonyOfHeadline(node: LdNode, { titles, isHeadlineKnown }: PageWitnesses): Testimony {
  const headline = ldText(node['headline'] ?? node['name']);
  if (!headline) return 'silent';
  const alike = Math.max(...titles.map((title) => likeness(headline, title)));
  if (alike >= SAME_HEADLINE) return 'agrees';
  return alike < OTHER_HEADLINE && isHeadlineKnown() ? 'differs' : 'silent';
}

function testimonyOfDay(node: LdNode, { days }: PageWitnesses): Testimony {
  const day = DAY.exec(ldText(node['datePublished']) ?? '')?.[0];
  return day && days.size > 0 ? testimony(days.has(day)) : 'silent';
}

const FIELDS = ['headline', 'datePublished', 'author', 'articleBody', 'publisher', 'image'];
const richness = (node: LdNode): number => FIELDS.filter((field) => node[field]).length;
/** A node with one field alone says too little to be weighed. */
const MIN_FIELDS = 2;

const WEIGHT = { agrees: 1, differs: -1, silent: 0 };

/** How surely a node is the page's own article, undefined for one that is not; a tie is for the richer one. */
function sureness(
  { node, isOwn }: TypedNode,
  witnesses: PageWitnesses,
  base: string,
): number | undefined {
  const [address, headline, day] = [
    testimonyOfAddress(node, witnesses, base),
    testimonyOfHeadline(node, witnesses),
    testimonyOfDay(node, witnesses),
  ];
  const agreed = [address, headline].includes('agrees');
  // A work of others needs the page's word; and so does one that says nothing of itself.
  if (!isOwn && !agreed) return undefined;
  if (richness(node) < MIN_FIELDS && address !== 'agrees') return undefined;
  // What the page says everywhere else outweighs one node.
  if (headline === 'differs' && address !== 'agrees' && day !== 'agrees') return undefined;
  const weight = 4 * WEIGHT[address] + 4 * WEIGHT[headline] + 2 * WEIGHT[day] + (isOwn ? 4 : 0);
  return weight + richness(node) / 10;
}

/** Whether a node that stands where a page's own do may be about it, by the headline that it states. */
export const mayBeOfPage = ({ node, isOwn }: TypedNode, witnesses: PageWitnesses): boolean =>
  isOwn && (!node['headline'] || testimonyOfHeadline(node, witnesses) !== 'differs');

/** The node that describes the page's own article; `{}` where none does. */
export function ownArticle(nodes: TypedNode[], witnesses: PageWitnesses, base: string): LdNode {
  let own: LdNode = {};
  let most = -Infinity;
  for (const typed of nodes) {
    if (!isArticle(typed.node)) continue;
    const sure = sureness(typed, witnesses, base);
    if (sure !== undefined && sure > most) [own, most] = [typed.node, sure];
  }
  return own;
}
