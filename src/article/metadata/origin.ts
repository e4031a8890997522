import { metaText } from '../../page/meta-tags.ts';
import type { Page } from '../../page/page.ts';
import { folded } from '../../page/plain-text.ts';
import type { Provenance } from '../../article-record.ts';
import type { AgencySignature, Found } from '../scraped.ts';
import { isNode, ldText, listOf, resolve } from '../../page/structured-data.ts';

export interface Origin {
  originator?: Found<string>;
  publisherName?: Found<string>;
  channel?: Found<string>;
  nativeId?: Found<string>;
}

const SIGNED_IN: Record<AgencySignature['where'], Provenance> = {
  author: 'jsonld',
  byline: 'text',
  dateline: 'text',
  text: 'text',
  rights: 'meta',
};

function originator(page: Page, signatures: AgencySignature[]): Found<string> | undefined {
  const stated = metaText(page.meta, 'dc.source', 'original-source-name');
  if (stated && !/^https?:/.test(stated)) return { value: stated, from: 'meta' };
  const organization = listOf(page.ld.article['sourceOrganization'])
    .map((value) => ldText(resolve(value, page.ld)))
    .find(Boolean);
  if (organization) return { value: organization, from: 'jsonld' };
  const [signed] = signatures;
  return signed && { value: signed.agency, from: SIGNED_IN[signed.where] };
}

function nativeId(page: Page): Found<string> | undefined {
  const text = metaText(
    page.meta,
    'dc.identifier',
    'brightspot.contentid',
    'article-id',
    'articleid',
    'article:id',
    'contentid',
    'content-id',
    'content_id',
    'cms-id',
    'post-id',
    'postid',
    'parsely-post-id',
    'cxenseparse:recs:articleid',
    'bt:id',
  );
  if (text) {
    const value = text.replace(/^urn:(?:uri:base64|uuid):/i, '');
    return /^https?:|\s/.test(value) ? undefined : { value, from: 'meta' };
  }
  const { identifier } = page.ld.article as { identifier?: unknown };
  const own = isNode(identifier) ? ldText(identifier['value']) : ldText(identifier);
  return own && !/^https?:|\s/.test(own) ? { value: own, from: 'jsonld' } : undefined;
}

function publisherName(page: Page): Found<string> | undefined {
  const stated = metaText(page.meta, 'dc.publisher', 'dcterms.publisher');
  if (stated) return { value: stated, from: 'meta' };
  const structured = ldText(resolve(listOf(page.ld.article['publisher'])[0], page.ld));
  if (structured) return { value: structured, from: 'jsonld' };
  const site = metaText(page.meta, 'og:site_name', 'application-name');
  return site ? { value: site, from: 'meta' } : undefined;
}

/** Who wrote and who published the article, and what they call it themselves. */
export function findOrigin(page: Page, signatures: AgencySignature[]): Origin {
  const by = originator(page, signatures);
  const publisher = publisherName(page);
  const channel = metaText(page.meta, 'prism.channel');
  const id = nativeId(page);
  const own = by && publisher && folded(by.value) === folded(publisher.value);
  return {
    ...(by && { originator: own ? { ...by, value: publisher.value } : by }),
    ...(publisher && { publisherName: publisher }),
    ...(channel && { channel: { value: channel, from: 'meta' } as const }),
    ...(id && { nativeId: id }),
  };
}
