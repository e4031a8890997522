import { parsePage } from '../../../../src/page/page-tree.ts';
import { type Page, readPage } from '../../../../src/page/page.ts';

export interface Places {
  h1?: string;
  ld?: string;
  og?: string;
  browser?: string;
  head?: string;
  siteName?: string;
}

/** A page where the places of a headline say this; a heading may hold markup. */
export function pageSaying({
  h1 = '',
  ld,
  og,
  browser = '',
  head = '',
  siteName = 'The Quay',
}: Places): Page {
  const outcome = parsePage(`<html><head><title>${browser}</title>${head}
    ${og === undefined ? '' : `<meta property="og:title" content="${og}">`}
    ${ld === undefined ? '' : `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: ld, datePublished: '2026-03-09' })}</script>`}
    </head><body>${h1}</body></html>`);
  if (outcome.kind !== 'tree') throw new Error(outcome.message);
  const url = 'https://quay.example/news/ferry-late';
  return readPage(outcome.tree, { url, siteName });
}
