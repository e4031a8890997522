import { findParts } from '../../../src/article/metadata/page-links.ts';
import { readBlocks } from '../../../src/page/blocks/blocks.ts';
import { pageOf } from '../site/page-of.ts';

export const ARTICLE_URL = 'https://www.quay.example/news/ferry-late';

/** The other parts of an article whose body is the first element of that name. */
export function partsIn(body: string, { head = '', at = ARTICLE_URL, name = 'div' } = {}) {
  const html = `<head>${head}</head><main><div><p>Text.</p></div>${body}</main>`;
  const page = pageOf(html, { url: at });
  const { regions } = readBlocks(page.tree.document);
  return findParts(page, regions.filter(({ element }) => element.name === name).slice(0, 1));
}
