/**
 * One XML element in the shape xml2js gives: `_` is its text, `$` its attributes, every other key
 * a canonical child name (see names.ts) with its elements in order. An element with neither
 * attributes nor children is its text alone. Both feed readers give this shape.
 */
export type XmlNode = string | XmlElement;
export interface XmlElement {
  [name: string]: unknown;
}

export function childrenOf(element: XmlElement, name: string): XmlNode[] {
  const nodes = element[name];
  return Array.isArray(nodes) ? (nodes as XmlNode[]) : [];
}

export function xmlTextOf(node: XmlNode | undefined): string {
  if (typeof node === 'string') return node;
  const text = node?.['_'];
  return typeof text === 'string' ? text : '';
}

export function attributeOf(node: XmlNode, name: string): string | null {
  if (typeof node === 'string') return null;
  const attributes = node['$'];
  if (typeof attributes !== 'object' || attributes === null) return null;
  const value = (attributes as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : null;
}

export function hasChildren(node: XmlNode): boolean {
  if (typeof node === 'string') return false;
  for (const key in node) if (key !== '_' && key !== '$') return true;
  return false;
}

/** A feed document before anything is made of its values. */
export interface XmlFeed {
  /** `rss`, `feed`, `rdf:RDF`, `urlset`, `sitemapindex` or what else the root is called. */
  root: string;
  channel: XmlElement;
  items: XmlElement[];
  /** The root's `xml:base` and that of the elements down to the channel, outermost first. */
  bases: string[];
  repairs: string[];
}
