import { metaText } from '../../page/meta-tags.ts';
import type { Page } from '../../page/page.ts';
import { folded } from '../../page/plain-text.ts';
import { firstFound, type Layer } from '../layers.ts';
import type { AgencySignature, Found } from '../scraped.ts';
import { isNode, ldText, listOf } from '../../page/ld-nodes.ts';
import { resolve } from '../../page/page-data/structured-data.ts';

export interface Origin {
  originator?: Found<string>;
  publisherName?: Found<string>;
  channel?: Found<string>;
  nativeId?: Found<string>;
}

interface OriginWitnesses {
  page: Page;
  signatures: AgencySignature[];
}

/** The first agency that signs in one of the places. */
const signedIn = (
  { signatures: [first] }: OriginWitnesses,
  ...places: AgencySignature['where'][]
) => (first && places.includes(first.where) ? first.agency : undefined);

const looksLikeAddress = (text: string): boolean => /^https?:/.test(text);

/** Who wrote it, where that is not who publishes it. */
const ORIGINATOR_LAYERS: readonly Layer<OriginWitnesses, string>[] = [
  {
    name: 'the source that metadata names',
    from: 'meta',
    find({ page }) {
      const stated = metaText(page.meta, 'dc.source', 'original-source-name');
      return stated && !looksLikeAddress(stated) ? stated : undefined;
    },
  },
  {
    name: 'the organization that structured data names as the source',
    from: 'jsonld',
    find: ({ page: { ld } }) =>
      listOf(ld.article['sourceOrganization'])
        .map((value) => ldText(resolve(value, ld)))
        .find(Boolean),
  },
  { name: 'the agency among the writers', from: 'jsonld', find: (all) => signedIn(all, 'author') },
  {
    name: 'the agency that signs the text',
    from: 'text',
    find: (all) => signedIn(all, 'byline', 'dateline', 'text'),
  },
  {
    name: 'the agency that holds the rights',
    from: 'meta',
    find: (all) => signedIn(all, 'rights'),
  },
];

const ID_META = [
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
];

/** An address or a sentence is no id. */
const idOf = (text: string | undefined): string | undefined =>
  text && !/^https?:|\s/.test(text) ? text : undefined;

const idInMeta = ({ meta }: Page): string | undefined => metaText(meta, ...ID_META);

/** The publisher's own id: metadata that holds none is not contradicted by other data. */
const ID_LAYERS: readonly Layer<Page, string>[] = [
  {
    name: 'the id in metadata',
    from: 'meta',
    find: (page) => idOf(idInMeta(page)?.replace(/^urn:(?:uri:base64|uuid):/i, '')),
  },
  {
    name: 'the id in structured data',
    from: 'jsonld',
    find(page) {
      const { identifier } = page.ld.article as { identifier?: unknown };
      const own = isNode(identifier) ? identifier['value'] : identifier;
      return idInMeta(page) === undefined ? idOf(ldText(own)) : undefined;
    },
  },
];

/** Who wrote and who published the article, and what they call it themselves. */
export function findOrigin(page: Page, signatures: AgencySignature[]): Origin {
  const by = firstFound(ORIGINATOR_LAYERS, { page, signatures });
  const [stated] = page.says.publishers;
  const publisher = stated && { value: stated.text, from: stated.from };
  const channel = metaText(page.meta, 'prism.channel');
  const id = firstFound(ID_LAYERS, page);
  const own = by && publisher && folded(by.value) === folded(publisher.value);
  return {
    ...(by && { originator: own ? { ...by, value: publisher.value } : by }),
    ...(publisher && { publisherName: publisher }),
    ...(channel && { channel: { value: channel, from: 'meta' } as const }),
    ...(id && { nativeId: id }),
  };
}
