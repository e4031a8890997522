import { publisherHost } from '../../clean-url.ts';

interface Hosts {
  /** Where the document says or was found to be. */
  own: string | null;
  /** The site that the feed says it is of. */
  site: string | null;
  /** Of the links that are whole. */
  hosts: readonly (string | null)[];
}

/** The publisher's host of a text that is a whole address. */
export function hostOfAddress(text: unknown): string | null {
  if (typeof text !== 'string' || !/^\s*https?:\/\//i.test(text)) return null;
  return URL.canParse(text) ? publisherHost(text) : null;
}

/**
 * What relative addresses are resolved against: the document's own address. A feed that is served from
 * another host than its site (a CDN, a feed service) means the site, unless its whole links say otherwise.
 */
export function baseOfSite({ own, site, hosts }: Hosts): string | null {
  if (own === null || site === null) return own;
  const [ownHost, siteHost] = [publisherHost(own), publisherHost(site)];
  if (ownHost === siteHost) return own;
  return hosts.includes(ownHost) && !hosts.includes(siteHost) ? own : site;
}
