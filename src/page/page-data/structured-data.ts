import { isArticle, mayBeOfPage, ownArticle, readWitnesses } from '../article-node.ts';
import {
  gatherNodes,
  type GatheredNodes,
  isNode,
  type LdNode,
  outermostNodes,
  type TypedNode,
} from '../ld-nodes.ts';
import type { MetaTags } from '../meta-tags.ts';
import type { PageTree } from '../page-tree.ts';
import { type JsonReader, jsonReader, scriptText } from './script-data.ts';

export interface StructuredData {
  /** The node that describes this page's article, `{}` when there is none. */
  article: LdNode;
  /**
   * Articles that stand where the page's own does, where none is surely it. Nothing is taken from them, but a right
   * that one of them claims counts.
   */
  inItsPlace: LdNode[];
  /** What stands in no other node, but in a list or a `@graph`. */
  roots: LdNode[];
  /** All nodes with a type, outermost first. */
  nodes: LdNode[];
  /** Those that may be about the page itself: what it mentions, lists or cites is left out. */
  own: LdNode[];
  byId: Map<string, LdNode>;
}

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

/** A page has a node or two of its own; who lists more lists others'. */
const MOST_IN_PLACE = 5;

const isArticleInPlace = ({ node, isOwn }: TypedNode): boolean => isOwn && isArticle(node);

/** Reads every JSON-LD block; a block that is no JSON is left out. */
export function readStructuredData(tree: PageTree, meta: MetaTags, url: string): StructuredData {
  const gathered: GatheredNodes = { roots: [], typed: [], byId: new Map(), seen: 0 };
  const read = jsonReader();
  for (const script of tree.dataScripts) {
    if (!script.attribs['type']?.includes('ld+json')) continue;
    const value = parseLoosely(scriptText(script), read);
    gatherNodes(value, gathered);
    for (const node of outermostNodes(value)) gathered.roots.push(node);
  }
  const { roots, typed, byId } = gathered;
  const witnesses = readWitnesses(tree, meta, url);
  const article = typed.length > 0 ? ownArticle(typed, witnesses, url) : {};
  const isKnown = Object.keys(article).length > 0;
  return {
    article,
    inItsPlace: isKnown
      ? []
      : typed
          .filter(isArticleInPlace)
          .map(({ node }) => node)
          .slice(0, MOST_IN_PLACE),
    roots,
    nodes: typed.map(({ node }) => node),
    own: typed.filter((one) => mayBeOfPage(one, witnesses)).map(({ node }) => node),
    byId,
  };
}

/** A node by value or by `@id` reference. */
export function resolve(value: unknown, data: StructuredData): unknown {
  if (!isNode(value) || typeof value['@id'] !== 'string' || value['name'] !== undefined)
    return value;
  return data.byId.get(value['@id']) ?? value;
}
