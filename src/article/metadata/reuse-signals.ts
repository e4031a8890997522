import type { Block } from '../../page/blocks/blocks.ts';
import { metaText } from '../../page/meta-tags.ts';
import type { Page } from '../../page/page.ts';
import { scriptText } from '../../page/page-data/script-data.ts';
import { ldText } from '../../page/ld-nodes.ts';
import { readRsl } from '../../terms/rsl.ts';
import type { RightsSignal } from '../../terms/rights-signal.ts';
import { statedFor } from '../../terms/statement.ts';
import { relOf } from './page-links.ts';
import { findPaywall } from './paywall.ts';
import { patternOfRows } from '../../pattern-rows.ts';

/** A place on a page, or in its headers, where a publisher may speak to programs. */
type SignalPlace = (page: Page) => RightsSignal[];

/** The rights notice of a text. */
export const RIGHTS_NOTICE = patternOfRows(
  [
    {
      name: 'may-not-be',
      languages: 'en',
      pattern:
        'may not be (?:published|reproduced|copied|broadcast|rewritten|redistributed)|not be (?:published, broadcast|reproduced, distributed)',
      finds: [
        'This material may not be published.',
        'It may not be reproduced.',
        'It may not be copied.',
        'It may not be broadcast.',
        'It may not be rewritten.',
        'It may not be redistributed.',
        'It must not be published, broadcast or sold.',
        'It must not be reproduced, distributed or sold.',
      ],
      passes: ['The log may not be lost.', 'It must not be published today.'],
    },
    {
      name: 'all-rights-reserved',
      languages: 'en de nl',
      pattern: 'all rights reserved|alle rechte vorbehalten|alle rechten voorbehouden',
      finds: [
        '© The Quay. All rights reserved.',
        'Alle Rechte vorbehalten',
        'Alle rechten voorbehouden',
      ],
      passes: ['All rights were lost', 'Alle Rechte der Fähre'],
    },
    {
      name: 'all-rights-reserved-romance',
      languages: 'fr es it pt',
      pattern:
        'tous droits réservés|todos los derechos reservados|tutti i diritti riservati|todos os direitos reservados',
      finds: [
        'Tous droits réservés',
        'Todos los derechos reservados',
        'Tutti i diritti riservati',
        'Todos os direitos reservados',
      ],
      passes: ['Tous droits au port', 'Todos los derechos'],
    },
  ],
  'i',
  (any) => String.raw`\b${any}\b`,
);
const NOTICE_REACH = 120;
/** No header, link or block is read further. */
const MOST_SIGNAL_CHARACTERS = 10_000;

const signal = (name: string, value: string | undefined, where: string): RightsSignal[] => {
  const said = value?.slice(0, MOST_SIGNAL_CHARACTERS).trim();
  return said ? [{ signal: name, value: said, where }] : [];
};

/** Headers whose lines each stand for themselves: an agent that one names is named for that one alone. */
const HEADERS = new Map([
  ['x-robots-tag', 'robots'],
  ['tdm-reservation', 'tdm-reservation'],
  ['tdm-policy', 'tdm-policy'],
  ['content-usage', 'content-usage'],
  ['content-signal', 'content-signal'],
]);

const HEADER_NAMES: Record<string, string> = {
  'x-robots-tag': 'X-Robots-Tag',
  'content-usage': 'Content-Usage header',
  'content-signal': 'Content-Signal header',
};

const inHeaders: SignalPlace = ({ headers }) =>
  [...HEADERS].flatMap(([header, name]) =>
    (headers[header] ?? '')
      .split('\n')
      .flatMap((line) => signal(name, line, HEADER_NAMES[header] ?? `${header} header`)),
  );

// RFC 8288: `<address>; rel="license"; type="application/rsl+xml"`, several separated by commas.
const LINK = /<([^<>]*)>([^<>]*)/g;
const REL_LICENSE = /;\s?rel\s?=\s?(?:"[^"]{0,200}\blicense\b|license\b)/i;

const inLinkHeader: SignalPlace = ({ headers }) =>
  Array.from((headers['link'] ?? '').slice(0, MOST_SIGNAL_CHARACTERS).matchAll(LINK)).flatMap(
    ([, address, parameters = '']) =>
      REL_LICENSE.test(parameters)
        ? signal(parameters.includes('rsl+xml') ? 'rsl' : 'license', address, 'Link header')
        : [],
  );

/** Metas under these names, each by itself; robots metas are addressed to everybody or, by name, to one crawler. */
const METAS = new Map([
  ['tdm-reservation', 'tdm-reservation'],
  ['tdm-policy', 'tdm-policy'],
  ['content-usage', 'content-usage'],
  ['content-signal', 'content-signal'],
  ['syndication-source', 'syndication-source'],
  ['original-source', 'original-source'],
]);
const FOR_EVERYBODY = new Set(['robots', 'x-robots-tag', '*']);
const AGENT_NAME = /^[a-z][\w-]{0,60}$/;
/** A meta of any other name is only then taken for robots rules when it holds one that restricts. */
export const RESTRICTS = patternOfRows(
  [
    {
      name: 'no',
      pattern: 'no(?:ne|index|snippet|archive|cache|imageindex|ai)',
      finds: [
        'none',
        'noindex, follow',
        'nosnippet',
        'noarchive',
        'nocache',
        'noimageindex',
        'noai',
      ],
      passes: ['nofollow', 'index'],
    },
    {
      name: 'at-most',
      pattern: 'max-(?:snippet|image-preview)|unavailable_after',
      finds: ['max-snippet:50', 'max-image-preview:large', 'unavailable_after: 2026-11-29'],
      passes: ['max-video-preview:1', 'available_after'],
    },
  ],
  'i',
  (any) => String.raw`(?:^|[^\w-])${any}(?![\w-])`,
);

const inMetas: SignalPlace = ({ meta }) =>
  [...meta].flatMap(([name, values]) => {
    const where = `meta[name=${name.slice(0, 100)}]`;
    const known = METAS.get(name);
    if (known !== undefined) return values.flatMap((value) => signal(known, value, where));
    if (FOR_EVERYBODY.has(name)) return values.flatMap((value) => signal('robots', value, where));
    if (!AGENT_NAME.test(name)) return [];
    return values
      .filter((value) => RESTRICTS.any.test(value))
      .flatMap((value) => signal('robots', value, where))
      .map((found) => ({ ...found, agent: name }));
  });

const inLicenceMetas: SignalPlace = ({ meta }) => [
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

const LD_FIELDS = [
  'license',
  'usageInfo',
  'acquireLicensePage',
  'copyrightHolder',
  'copyrightNotice',
  'creditText',
];

const inStructuredData: SignalPlace = ({ ld: { article, inItsPlace } }) =>
  [article, ...inItsPlace].flatMap((node) =>
    LD_FIELDS.flatMap((field) => signal(field, ldText(node[field]), 'JSON-LD')),
  );

const isRsl = (type: string | undefined): boolean => type?.includes('rsl+xml') ?? false;

const inLinks: SignalPlace = ({ tree }) =>
  tree.links.flatMap((link) => {
    if (!relOf(link).includes('license')) return [];
    const { type, href } = link.attribs;
    return signal(isRsl(type) ? 'rsl' : 'license', href, 'link[rel=license]');
  });

const inRslBlocks: SignalPlace = ({ tree, url }) => {
  const at = URL.parse(url);
  if (at === null) return [];
  return tree.inlineScripts
    .filter(({ attribs }) => isRsl(attribs['type']))
    .flatMap((script) =>
      statedFor(readRsl(scriptText(script), 'script[type=application/rsl+xml]'), at),
    );
};

const inText = (footer: readonly Block[]): RightsSignal[] => {
  for (const { text } of footer) {
    const at = text.search(RIGHTS_NOTICE.any);
    if (at < 0) continue;
    return signal(
      'rights-notice',
      text.slice(Math.max(0, at - NOTICE_REACH), at + NOTICE_REACH),
      'text',
    );
  }
  return [];
};

const PLACES: readonly SignalPlace[] = [
  inHeaders,
  inLinkHeader,
  inMetas,
  inLicenceMetas,
  inLinks,
  inRslBlocks,
  inStructuredData,
];

/**
 * Every machine-readable wish about reuse on the page and in its headers, and the rights notice in its text.
 * @param paywall as `findPaywall` has it, for who knows it already
 */
export function findReuseSignals(
  page: Page,
  footer: readonly Block[],
  paywall: readonly RightsSignal[] = findPaywall(page),
): RightsSignal[] {
  return [...PLACES.flatMap((place) => place(page)), ...paywall, ...inText(footer)];
}
