import type { RightsSignal } from '../scraped.ts';
import type { Block } from '../../page/blocks/blocks.ts';
import { metaText } from '../../page/meta-tags.ts';
import { relOf } from './page-links.ts';
import type { Page } from '../../page/page.ts';
import { ldText } from '../../page/structured-data.ts';

const ROBOTS = new Set(['robots', 'googlebot', 'googlebot-news', 'bingbot', 'news']);
const NOTICE =
  /\b(?:may not be (?:published|reproduced|copied|broadcast|rewritten|redistributed)|not be (?:published, broadcast|reproduced, distributed)|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|alle rechten voorbehouden|todos os direitos reservados)\b/i;
const NOTICE_REACH = 120;

const signal = (name: string, value: string | undefined, where: string): RightsSignal[] =>
  value ? [{ signal: name, value, where }] : [];

function fromHeaders({ headers }: Page): RightsSignal[] {
  const robots = (headers['x-robots-tag'] ?? '').trim();
  const licence = /<([^<>]+)>\s*;[^,]*\brel="?license"?[^,]*/i.exec(headers['link'] ?? '');
  return [
    ...signal('robots', robots, 'X-Robots-Tag'),
    ...signal('tdm-reservation', headers['tdm-reservation']?.trim(), 'tdm-reservation header'),
    ...signal('tdm-policy', headers['tdm-policy']?.trim(), 'tdm-policy header'),
    ...signal('content-usage', headers['content-usage']?.trim(), 'Content-Usage header'),
    ...signal(licence?.[0].includes('rsl+xml') ? 'rsl' : 'license', licence?.[1], 'Link header'),
  ];
}

function fromMetaTags({ meta }: Page): RightsSignal[] {
  const signals: RightsSignal[] = [];
  for (const [name, values] of meta) {
    const value = values.map((text) => text.trim()).join(', ');
    const where = `meta[name=${name}]`;
    if (ROBOTS.has(name))
      signals.push({ signal: name === 'googlebot-news' ? name : 'robots', value, where });
    else if (name === 'tdm-reservation' || name === 'tdm-policy' || name === 'content-usage')
      signals.push({ signal: name, value, where });
    else if (name === 'syndication-source' || name === 'original-source')
      signals.push({ signal: name, value, where });
    else if (name === 'article:content_tier')
      signals.push({ signal: 'content-tier', value, where });
  }
  return [
    ...signals,
    ...signal(
      'license',
      metaText(meta, 'license', 'dc.rights.license', 'dcterms.license', 'cc:license'),
      'meta[name=license]',
    ),
    ...signal(
      'rights',
      metaText(meta, 'copyright', 'dc.rights', 'dcterms.rights', 'rights'),
      'meta[name=copyright]',
    ),
  ];
}

function signalsFromStructuredData({ ld: { article } }: Page): RightsSignal[] {
  return [
    ...signal('isAccessibleForFree', ldText(article['isAccessibleForFree']), 'JSON-LD'),
    ...signal('license', ldText(article['license']), 'JSON-LD'),
    ...signal('usageInfo', ldText(article['usageInfo']), 'JSON-LD'),
    ...signal('acquireLicensePage', ldText(article['acquireLicensePage']), 'JSON-LD'),
    ...signal('copyrightHolder', ldText(article['copyrightHolder']), 'JSON-LD'),
    ...signal('copyrightNotice', ldText(article['copyrightNotice']), 'JSON-LD'),
    ...signal('creditText', ldText(article['creditText']), 'JSON-LD'),
  ];
}

function fromLinks({ tree }: Page): RightsSignal[] {
  return tree.links.flatMap((link) => {
    if (!relOf(link).includes('license')) return [];
    const { attribs } = link;
    const rsl = attribs['type']?.includes('rsl+xml') ?? false;
    return signal(rsl ? 'rsl' : 'license', attribs['href'], 'link[rel=license]');
  });
}

/** Every machine-readable wish about reuse on the page and in its headers, and the rights notice in its text. */
export function findReuseSignals(page: Page, footer: Block[]): RightsSignal[] {
  const signals = [
    ...fromHeaders(page),
    ...fromMetaTags(page),
    ...fromLinks(page),
    ...signalsFromStructuredData(page),
  ];
  for (const { text } of footer) {
    const at = text.search(NOTICE);
    if (at >= 0) {
      const value = text.slice(Math.max(0, at - NOTICE_REACH), at + NOTICE_REACH).trim();
      signals.push({ signal: 'rights-notice', value, where: 'text' });
      break;
    }
  }
  return signals;
}
