import { metaText } from '../../page/meta-tags.ts';
import type { Page } from '../../page/page.ts';
import type { Found } from '../scraped.ts';
import { ldText } from '../../page/structured-data.ts';

/** The page's own description of its article. */
export function findSummary(page: Page): Found<string> | undefined {
  const structured = ldText(page.ld.article['description']);
  if (structured) return { value: structured, from: 'jsonld' };
  const names = ['dc.description', 'og:description', 'description', 'twitter:description'];
  const stated = metaText(page.meta, ...names);
  return stated ? { value: stated, from: 'meta' } : undefined;
}
