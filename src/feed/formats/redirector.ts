import { publisherHost } from '../../clean-url.ts';

/** Where a well-known service puts the address that its own one leads to. */
interface Redirector {
  host: RegExp;
  path: RegExp;
  /** Names of the parameter, in the order in which they are believed. */
  parameters: string[];
}

const REDIRECTORS: Redirector[] = [
  { host: /^google(?:\.[a-z]{2,3}){1,2}$/, path: /^\/url$/, parameters: ['url', 'q'] },
  { host: /^news\.google\.com$/, path: /^\/news\/url$/, parameters: ['url'] },
  { host: /^bing\.com$/, path: /\/(?:api)?click\.aspx$/, parameters: ['url', 'u'] },
  { host: /^(?:l|lm)\.facebook\.com$/, path: /^\/l\.php$/, parameters: ['u'] },
  { host: /^duckduckgo\.com$/, path: /^\/l\/?$/, parameters: ['uddg'] },
  { host: /^(?:[a-z]+\.)?yandex\.[a-z]{2,3}$/, path: /^\/(?:redir|clck)/, parameters: ['url'] },
  { host: /^t\.umblr\.com$/, path: /^\/redirect$/, parameters: ['z'] },
  { host: /^out\.reddit\.com$/, path: /^\//, parameters: ['url'] },
  { host: /safelinks\.protection\.outlook\.com$/, path: /^\//, parameters: ['url'] },
];

/** Yahoo writes the target into the path: `/RU=https%3a%2f%2f…/RK=2/…`. */
const YAHOO_TARGET = /\/RU=([^/]+)\//;

/** An absolute address, also one that was escaped twice. */
function target(value: string | null | undefined): string | null {
  for (let text = value ?? ''; text !== '';) {
    if (/^https?:\/\/[^\s/]+/i.test(text)) return URL.canParse(text) ? text : null;
    if (!/^https?%(?:25)*3a/i.test(text)) return null;
    try {
      text = decodeURIComponent(text);
    } catch {
      return null;
    }
  }
  return null;
}

function byService(url: URL, host: string): string | null {
  if (/(?:^|\.)search\.yahoo\.com$/.test(host)) return target(YAHOO_TARGET.exec(url.pathname)?.[1]);
  for (const service of REDIRECTORS) {
    if (!service.host.test(host) || !service.path.test(url.pathname)) continue;
    for (const name of service.parameters) {
      const found = target(url.searchParams.get(name));
      if (found !== null) return found;
    }
  }
  return null;
}

/** On a stranger's host, a parameter that holds an address of the feed's own site is where it leads. */
function backToSite(url: URL, host: string, site: string | null): string | null {
  if (site === null) return null;
  const own = publisherHost(site);
  if (isOfHost(host, own)) return null;
  const found = [...url.searchParams.values()]
    .map((value) => target(value))
    .find((value) => value !== null && isOfHost(publisherHost(value), own));
  // Its front page is where a visitor is to return to, not what the link is about.
  return found && new URL(found).pathname !== '/' ? found : null;
}

const isOfHost = (host: string, own: string) => host === own || host.endsWith(`.${own}`);

/**
 * The publisher's address where a link of a search alert or a click counter states it; else the link.
 *
 * @param site - The feed's own site, where it says so.
 */
export function unwrappedLink(link: string, site: string | null): string {
  if (!link.includes('%') && !link.includes('=')) return link;
  const url = URL.parse(link);
  if (!url || !/^https?:$/.test(url.protocol)) return link;
  const host = publisherHost(link);
  return byService(url, host) ?? backToSite(url, host, site) ?? link;
}
