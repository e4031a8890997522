import { metaText } from '../../page/meta-tags.ts';
import type { Page } from '../../page/page.ts';
import type { Found } from '../scraped.ts';
import { ldText } from '../../page/ld-nodes.ts';

/** BCP 47 tag of the article's language. */
export function findLanguage(page: Page): Found<string> | undefined {
  const candidates: [string | undefined, Found<string>['from']][] = [
    [ldText(page.ld.article['inLanguage']), 'jsonld'],
    [page.tree.html?.attribs['lang'] ?? page.tree.html?.attribs['xml:lang'], 'meta'],
    [
      metaText(
        page.meta,
        'dc.language',
        'dcterms.language',
        'language',
        'og:locale',
        'content-language',
      ),
      'meta',
    ],
  ];
  for (const [tag, from] of candidates) {
    if (tag && /^[a-z]{2}(?:-[A-Z]{2})?$/.test(tag)) return { value: tag, from };
    try {
      const value = tag && Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0];
      if (value) return { value, from };
    } catch {
      // Not a language tag ("English"): the next place may hold one.
    }
  }
  return undefined;
}
