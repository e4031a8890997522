import type { Element } from 'domhandler';
import { type Page, readPage } from '../../../src/page/page.ts';
import { type PageTree, parsePage } from '../../../src/page/page-tree.ts';
import { readBlocks } from '../../../src/page/blocks/blocks.ts';

/** The tree of a page that is not refused. */
export function treeOf(html: string): PageTree {
  const parsed = parsePage(html);
  if (parsed.kind === 'refused') throw new Error(parsed.message);
  return parsed.tree;
}

export const pageOf = (
  html: string,
  options: { url?: string; siteName?: string; headers?: Record<string, string> } = {},
): Page =>
  readPage(treeOf(html), {
    url: 'https://harbour.example/news/1',
    siteName: undefined,
    ...options,
  });

/** The first element of that name. */
export function elementOf(html: string, name: string): Element {
  const find = (nodes: Element['children']): Element | undefined => {
    for (const node of nodes) {
      if (!('attribs' in node)) continue;
      const found = node.name === name ? node : find(node.children);
      if (found) return found;
    }
    return undefined;
  };
  const found = find(treeOf(html).document.children);
  if (!found) throw new Error(`no <${name}>`);
  return found;
}

/** Each block as `kind text`. */
export const blocksOf = (html: string): string[] =>
  readBlocks(treeOf(html).document).blocks.map(({ kind, text }) => `${kind} ${text}`);
