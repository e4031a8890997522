import { plainFromMarkup } from './plain-text.ts';

/** A schema.org node as JSON-LD gives it: every value unproven. */
export type LdNode = Record<string, unknown>;

export const isNode = (value: unknown): value is LdNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** `@type` values, without a `schema:` or URL prefix. */
export function typesOf(node: LdNode): string[] {
  return listOf(node['@type']).flatMap((type) =>
    typeof type === 'string' ? [type.replace(/^.*[/:#]/, '')] : [],
  );
}

/** No field but the body is longer; hostile ones would be read again by every finder. */
const MOST_FIELD_CHARACTERS = 10_000;

/** A string value, or the name of a node; plain text, of no more than `most` characters before that. */
export function ldText(value: unknown, most = MOST_FIELD_CHARACTERS): string | undefined {
  const first = listOf(value)[0];
  const text = isNode(first) ? (first['name'] ?? first['@value']) : first;
  return typeof text === 'string' || typeof text === 'number' || typeof text === 'boolean'
    ? plainFromMarkup(String(text).slice(0, most)) || undefined
    : undefined;
}

/** A node with a type, and whose work it is by where it stands. */
export interface TypedNode {
  node: LdNode;
  /** Whether it stands where a page's own article does: at the top, or as what the page is about. */
  isOwn: boolean;
}

export interface GatheredNodes {
  /** What stands in no other node, but in a list or a `@graph`. */
  roots: LdNode[];
  /** All nodes with a type, outermost first. */
  typed: TypedNode[];
  byId: Map<string, LdNode>;
  /** How many nodes and lists were looked at. */
  seen: number;
}

const MAX_NODE_DEPTH = 12;
const MAX_NODE_VALUES = 50_000;

/** What leads from a page to its own article; by any other property a node is another work, or no work at all. */
const LEADS_TO_OWN = new Set(['@graph', '@list', '@set', 'mainEntity', 'mainEntityOfPage']);

/**
 * What is written below an article by the hour or by its readers: each entry is typed like the article itself. A
 * single review may be the article, several are readers'.
 */
const ENTRIES = new Set(['liveBlogUpdate', 'comment']);
const REVIEWS = /^reviews?$/;

/** Adds the nodes in a value, as deep as honest data goes. */
export function gatherNodes(
  value: unknown,
  data: GatheredNodes,
  { depth = 0, isOwn = true }: { depth?: number; isOwn?: boolean } = {},
): void {
  data.seen += 1;
  if (depth > MAX_NODE_DEPTH || data.seen > MAX_NODE_VALUES) return;
  if (Array.isArray(value)) {
    for (const item of value) gatherNodes(item, data, { depth: depth + 1, isOwn });
  } else if (isNode(value)) {
    const id = value['@id'];
    if (typeof id === 'string' && Object.keys(value).length > 1 && !data.byId.has(id)) {
      data.byId.set(id, value);
    }
    if (value['@type'] !== undefined) data.typed.push({ node: value, isOwn });
    for (const [key, item] of Object.entries(value)) {
      const isOthers = ENTRIES.has(key) || (REVIEWS.test(key) && listOf(item).length > 1);
      if (typeof item !== 'object' || isOthers) continue;
      gatherNodes(item, data, { depth: depth + 1, isOwn: isOwn && LEADS_TO_OWN.has(key) });
    }
  }
}

export function outermostNodes(value: unknown, depth = 0): LdNode[] {
  if (depth > MAX_NODE_DEPTH) return [];
  if (Array.isArray(value)) return value.flatMap((item) => outermostNodes(item, depth + 1));
  if (!isNode(value)) return [];
  return [value, ...outermostNodes(value['@graph'], depth + 1)];
}

/** The addresses that a node states for itself. */
export const linksOf = (node: LdNode): string[] =>
  [node['url'], node['@id'], node['mainEntityOfPage']]
    .map((value) => (isNode(value) ? (value['@id'] ?? value['url']) : value))
    .filter((link) => typeof link === 'string');
