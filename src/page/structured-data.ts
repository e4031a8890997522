import type { Element } from 'domhandler';
import { plainFromMarkup } from './plain-text.ts';
import { type JsonReader, jsonReader, scriptText } from './script-data.ts';

/** A schema.org node as JSON-LD gives it: every value unproven. */
export type LdNode = Record<string, unknown>;

export interface StructuredData {
  /** The node that describes this page's article, `{}` when there is none. */
  article: LdNode;
  /** What stands in no other node, but in a list or a `@graph`. */
  roots: LdNode[];
  /** All nodes with a type, outermostNodes first. */
  nodes: LdNode[];
  byId: Map<string, LdNode>;
  /** How many nodes and lists were looked at. */
  seen: number;
}

const MAX_NODE_DEPTH = 12;
const MAX_NODE_VALUES = 50_000;
const ARTICLE =
  /(?:Article|BlogPosting|LiveBlogPosting|Report|Review|OpinionNews|SocialMediaPosting)$/;

const PLAIN_FIELD =
  /"(@type|headline|datePublished|dateModified|dateCreated|description|articleSection)"\s*:\s*"((?:[^"\\\n]|\\.){0,5000})"/g;

const AUTHOR_FIELD =
  /"author"\s*:\s*(?:\[\s*)?\{[^{}]{0,300}?"name"\s*:\s*"((?:[^"\\\n]|\\.){1,200})"/;

const CLOSED_FIELD = /"isAccessibleForFree"\s{0,9}:\s{0,9}"?(?:https?:\/\/schema\.org\/)?false\b/i;

const unescaped = (value: string): string => value.replace(/\\([\\/"])/g, '$1');

/** The first of each text field of a block that is broken beyond that, by unbalanced braces or quotes. */
function nodeFieldsOf(text: string): LdNode | undefined {
  const node: LdNode = {};
  for (const [, name = '', value = ''] of text.matchAll(PLAIN_FIELD))
    node[name] ??= unescaped(value);
  const author = AUTHOR_FIELD.exec(text)?.[1];
  if (author) node['author'] = unescaped(author);
  if (CLOSED_FIELD.test(text)) node['isAccessibleForFree'] = false;
  return isArticle(node) ? node : undefined;
}

// Raw line breaks inside strings, trailing commas, comment and CDATA wrappers: what publishers' templates
// get wrong most often.
function parseLoosely(text: string, read: JsonReader): unknown {
  const source = text
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|(?:\/\/\s*)?\]\]>|;)\s*$/, '');
  return (
    read(source) ??
    read(source.replace(/\p{Cc}+/gu, ' ').replace(/,\s*([}\]])/g, '$1')) ??
    nodeFieldsOf(source)
  );
}

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

export const isArticle = (node: LdNode): boolean =>
  typesOf(node).some((type) => ARTICLE.test(type));

/**
 * What is written below an article by the hour or by its readers: each entry is typed like the article itself. A
 * single review may be the article, several are readers'.
 */
const ENTRIES = new Set(['liveBlogUpdate', 'comment']);
const REVIEWS = /^reviews?$/;

function gatherNodes(value: unknown, depth: number, data: StructuredData): void {
  data.seen += 1;
  if (depth > MAX_NODE_DEPTH || data.seen > MAX_NODE_VALUES) return;
  if (Array.isArray(value)) {
    for (const item of value) gatherNodes(item, depth + 1, data);
  } else if (isNode(value)) {
    const id = value['@id'];
    if (typeof id === 'string' && Object.keys(value).length > 1 && !data.byId.has(id)) {
      data.byId.set(id, value);
    }
    if (value['@type'] !== undefined) data.nodes.push(value);
    for (const [key, item] of Object.entries(value)) {
      const isOthers = ENTRIES.has(key) || (REVIEWS.test(key) && listOf(item).length > 1);
      if (typeof item === 'object' && !isOthers) gatherNodes(item, depth + 1, data);
    }
  }
}

function outermostNodes(value: unknown, depth = 0): LdNode[] {
  if (depth > MAX_NODE_DEPTH) return [];
  if (Array.isArray(value)) return value.flatMap((item) => outermostNodes(item, depth + 1));
  if (!isNode(value)) return [];
  return [value, ...outermostNodes(value['@graph'], depth + 1)];
}

const FIELDS = ['headline', 'datePublished', 'author', 'articleBody', 'publisher', 'image'];
const richness = (node: LdNode): number => FIELDS.filter((field) => node[field]).length;

/** Reads every JSON-LD block; a block that is no JSON is left out. */
export function readStructuredData(scripts: Element[], url: string): StructuredData {
  const data: StructuredData = { article: {}, roots: [], nodes: [], byId: new Map(), seen: 0 };
  const read = jsonReader();
  for (const script of scripts) {
    if (!script.attribs['type']?.includes('ld+json')) continue;
    const value = parseLoosely(scriptText(script), read);
    gatherNodes(value, 0, data);
    for (const node of outermostNodes(value)) data.roots.push(node);
  }
  const path = URL.canParse(url) ? new URL(url).pathname : url;
  const score = (node: LdNode): number =>
    richness(node) + (path.length > 1 && linksOf(node).some((link) => link.includes(path)) ? 3 : 0);
  let best = 1;
  for (const node of data.nodes) {
    if (isArticle(node) && score(node) > best) {
      best = score(node);
      data.article = node;
    }
  }
  return data;
}

/** The addresses that a node states for itself. */
export function linksOf(node: LdNode): string[] {
  return [node['url'], node['@id'], node['mainEntityOfPage']].flatMap((value) =>
    typeof value === 'string'
      ? [value]
      : isNode(value) && typeof value['@id'] === 'string'
        ? [value['@id']]
        : [],
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

/** A node by value or by `@id` reference. */
export function resolve(value: unknown, data: StructuredData): unknown {
  if (!isNode(value) || typeof value['@id'] !== 'string' || value['name'] !== undefined)
    return value;
  return data.byId.get(value['@id']) ?? value;
}
