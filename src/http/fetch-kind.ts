import type { FetchRequest } from './fetch.ts';

export type FetchKind = FetchRequest['kind'];

export interface FetchRule {
  accept: string;
  /** `refuse`: a larger body is an error; `cut`: its beginning is the answer (RFC 9309 section 2.5). */
  overflow: 'refuse' | 'cut';
  /** Media types whose body is not worth reading, whatever it holds. */
  refusedTypes: RegExp | null;
}

const MEBIBYTE = 1024 * 1024;

/** Caps on the decoded body. */
export const DEFAULT_MAX_BYTES: Record<FetchKind, number> = {
  feed: 10 * MEBIBYTE,
  page: 5 * MEBIBYTE,
  robots: 500 * 1024,
  any: 10 * MEBIBYTE,
};

const PACKED = String.raw`pdf|zip|msword|vnd\.(?:ms-|openxmlformats)|x-(?:shockwave|tar|bittorrent)`;
/**
 * Feeds and pages arrive under nearly every text type there is, and as application/octet-stream: only what is surely
 * neither is turned away.
 */
const NEITHER_TEXT_NOR_MARKUP = new RegExp(
  String.raw`^(?:image|audio|video|font|model)\/|^application\/(?:${PACKED})`,
  'i',
);

export const FETCH_RULES: Record<FetchKind, FetchRule> = {
  feed: {
    accept:
      'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, ' +
      'application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1',
    overflow: 'refuse',
    refusedTypes: NEITHER_TEXT_NOR_MARKUP,
  },
  page: {
    accept: 'text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.1',
    overflow: 'refuse',
    refusedTypes: NEITHER_TEXT_NOR_MARKUP,
  },
  robots: {
    accept: 'text/plain, */*;q=0.1',
    overflow: 'cut',
    refusedTypes: null,
  },
  any: { accept: '*/*', overflow: 'refuse', refusedTypes: null },
};
