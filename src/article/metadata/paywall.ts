import { type Element, isTag } from 'domhandler';
import { onceAsked } from '../../memo.ts';
import { absoluteUrl, type Page } from '../../page/page.ts';
import { textOf } from '../../page/plain-text.ts';
import { isNode, type LdNode, linksOf, listOf } from '../../page/ld-nodes.ts';
import { resolve } from '../../page/page-data/structured-data.ts';
import type { RightsSignal } from '../../terms/rights-signal.ts';
import { relOf } from './page-links.ts';

const FREE = 'isAccessibleForFree';
/** As JSON, as text, as schema.org's own address of it, and as templates print what is false. */
const NOT_FREE = /^(?:https?:\/\/(?:www\.)?schema\.org\/|schema:)?(?:false|no|0)$/i;
const MARKED_FREE = new Set(['isaccessibleforfree', 'schema:isaccessibleforfree']);

/** What a node may hold that is still about the same page. */
const SAME_PAGE = ['mainEntity', 'mainEntityOfPage', 'hasPart'];
const TOLD_BY = [FREE, ...SAME_PAGE];
const MOST_NESTED_NODES = 4;
/** No mark's value is longer. */
const MOST_MARK_CHARACTERS = 100;

/** Every mark on the page which says that its text, or a part of it, is not free to read. */
export function findPaywall(page: Page): RightsSignal[] {
  const isOther = otherPages(page);
  const { article, roots } = page.ld;
  const seen = new Set<LdNode>();
  const isClosed = (node: LdNode, depth: number): boolean => {
    // Asked of every node of a page, of which almost none says anything of it.
    if (!TOLD_BY.some((key) => key in node)) return false;
    if (depth === 0 || seen.has(node) || (node !== article && isOther(linksOf(node)))) return false;
    seen.add(node);
    if (listOf(node[FREE]).some(saysNo)) return true;
    return SAME_PAGE.flatMap((key) => listOf(node[key])).some((value) => {
      const part = resolve(value, page.ld);
      return isNode(part) && isClosed(part, depth - 1);
    });
  };
  const isInJson = [article, ...roots].some((node) => isClosed(node, MOST_NESTED_NODES));
  const tiers = page.meta.get('article:content_tier') ?? [];
  const tier = tiers.find((value) => /^\s*(?:locked|metered)\s*$/i.test(value));
  return [
    ...(isInJson ? [{ signal: FREE, value: 'false', where: 'JSON-LD' }] : []),
    ...(isMarkedClosed(page, isOther)
      ? [{ signal: FREE, value: 'false', where: 'microdata' }]
      : []),
    ...(tier === undefined
      ? []
      : [{ signal: 'content-tier', value: tier.trim(), where: 'meta[name=article:content_tier]' }]),
  ];
}

function saysNo(value: unknown): boolean {
  const said = isNode(value) ? (value['@value'] ?? value['@id'] ?? value['name']) : value;
  return NOT_FREE.test(String(said).slice(0, MOST_MARK_CHARACTERS).trim());
}

type IsOther = (addresses: readonly string[]) => boolean;

/** Whether something states addresses, none of which is this page's. */
function otherPages(page: Page): IsOther {
  const keysOf = (addresses: readonly (string | undefined)[]): string[] =>
    addresses.flatMap((address) => absoluteUrl(address, page.base) ?? []).map(pageKey);
  const ownKeys = onceAsked(() => {
    const canonical = page.tree.links
      .filter((link) => relOf(link).includes('canonical'))
      .map(({ attribs }) => attribs['href']);
    return new Set(keysOf([page.url, ...canonical, ...(page.meta.get('og:url') ?? [])]));
  });
  return (addresses) => {
    const stated = keysOf(addresses);
    return stated.length > 0 && !stated.some((key) => ownKeys().has(key));
  };
}

/** `http:` and `https:`, `www.` and none, a slash or a query more or less: one page. */
function pageKey(address: string): string {
  const { hostname, pathname } = new URL(address);
  return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}`;
}

function isMarkedClosed({ tree }: Page, isOther: IsOther): boolean {
  const elements = new Set([...tree.metas, ...tree.links, ...tree.marked]);
  const marks = [...elements].filter(isClosedMark);
  if (marks.length === 0) return false;
  const addresses = itemAddresses(elements);
  return marks.some((mark) => {
    const item = itemOf(mark);
    const role = item?.attribs['itemprop'];
    const isPart = role === undefined || namesOf(role).some((name) => SAME_PAGE_NAMES.has(name));
    return isPart && !(item && isOther(addresses.get(item) ?? []));
  });
}

const SAME_PAGE_NAMES = new Set(SAME_PAGE.map((name) => name.toLowerCase()));

const namesOf = (attribute = ''): string[] => attribute.slice(0, 200).toLowerCase().split(/\s+/);

function isClosedMark(element: Element): boolean {
  const { itemprop, property } = element.attribs;
  const isMark = [itemprop, property].some(
    (names) => names !== undefined && namesOf(names).some((name) => MARKED_FREE.has(name)),
  );
  if (!isMark) return false;
  const { content, href, datetime } = element.attribs;
  const said = content ?? href ?? datetime ?? textOf(element);
  return NOT_FREE.test(said.slice(0, MOST_MARK_CHARACTERS).trim());
}

/** The microdata item that an element's property belongs to. */
function itemOf({ parent }: Element): Element | undefined {
  for (let at = parent; at && isTag(at); at = at.parent) {
    if (at.attribs['itemscope'] !== undefined) return at;
  }
  return undefined;
}

const ADDRESS_NAMES = new Set(['url', 'mainentityofpage']);

/** Under which addresses items say that they are to be found. */
function itemAddresses(elements: Iterable<Element>): Map<Element, string[]> {
  const found = new Map<Element, string[]>();
  for (const element of elements) {
    const { itemprop, itemid, href, content } = element.attribs;
    const address = itemid ?? href ?? content;
    if (address === undefined || !namesOf(itemprop).some((name) => ADDRESS_NAMES.has(name)))
      continue;
    const item = itemOf(element);
    if (item === undefined) continue;
    const known = found.get(item);
    if (known) known.push(address);
    else found.set(item, [address]);
  }
  return found;
}
