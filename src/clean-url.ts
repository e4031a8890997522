/** A part of an address as it reads; one with a stray `%` stays as it is written. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** An address as servers are asked for it. */
export const withoutFragment = (url: string): string => url.split('#', 1)[0] ?? url;

/** Parameters that say where a click came from, never which page it is; in lower case, `*` for any ending. */
const TRACKING = [
  'utm_*',
  'at_*',
  'mc_*',
  'pk_*',
  'mtm_*',
  'hsa_*',
  'xtor*',
  '__twitter_impression*',
  'fbclid',
  'gclid',
  'dclid',
  'msclkid',
  'yclid',
  'igshid',
  'ocid',
  'cmp',
  'cmpid',
  'ncid',
  'ns_mchannel',
  'ns_source',
  'ns_campaign',
  'traffic_source',
  'ftag',
  'taid',
  'smid',
  'partner',
  'ito',
  'rss',
  'ref_src',
  'spm',
  '_ga',
];

// Parameters that joined the list after version 0.1.0. What was remembered by then bears them in its name, and
// is looked for under that name too.
const LATER_IN_ADDRESSES =
  /^(?:mc_(?!cid$|eid$)|(?:ns_mchannel|ns_source|ns_campaign|ito|rss|cmp)$)|^(?!CMP$).*[A-Z]/;
const LATER_IN_ENTRIES = /^(?:mtm_|xtor|__twitter_impression|(?:ncid|ftag|taid|ref_src|spm|_ga)$)/i;

function matchesAny(patterns: readonly string[], name: string): boolean {
  return patterns.some((pattern) =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
  );
}

const isTracking = (name: string): boolean => matchesAny(TRACKING, name.toLowerCase());
const wasInAddresses = (name: string) => isTracking(name) && !LATER_IN_ADDRESSES.test(name);
const wasInEntries = (name: string) => isTracking(name) && !LATER_IN_ENTRIES.test(name);

/** The address without its fragment and the parameters that `isDropped` names. */
function withoutParameters(url: URL, isDropped: (name: string) => boolean): string {
  // What is not there is not taken out: each setter parses the whole address anew.
  if (url.href.includes('#')) url.hash = '';
  if (url.search === '') return url.href;
  // The query is only rewritten where something is taken out: rewriting changes its escapes.
  for (const name of [...url.searchParams.keys()].filter(isDropped)) url.searchParams.delete(name);
  return url.href;
}

function pageAddress(text: string, isDropped: (name: string) => boolean): string | undefined {
  const url = URL.parse(text);
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return undefined;
  if (url.username !== '') url.username = '';
  if (url.password !== '') url.password = '';
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.replace(/\.$/, '');
  return withoutParameters(url, isDropped);
}

function linkWithout(link: string, isDropped: (name: string) => boolean): string {
  const url = URL.parse(link);
  return url ? withoutParameters(url, isDropped) : link;
}

/**
 * One page, one URL: fragment, tracking parameters, credentials and a trailing dot of the host go,
 * and so do the parameters of `dropQuery`, where a final `*` stands for any ending.
 * Undefined when the text is no http(s) URL.
 */
export function cleanUrl(text: string, dropQuery: readonly string[] = []): string | undefined {
  return pageAddress(text, (name) => isTracking(name) || matchesAny(dropQuery, name));
}

/** Under which addresses a page may be remembered: today's first; none where the text is no http(s) URL. */
export function rememberedAddresses(text: string): string[] {
  const addresses = [cleanUrl(text), pageAddress(text, wasInAddresses)];
  return [...new Set(addresses.filter((address) => address !== undefined))];
}

/** A link without fragment and tracking parameters, so that one page has one link; any other text as it is. */
export function linkWithoutTracking(link: string, dropQuery: readonly string[] = []): string {
  return linkWithout(link, (name) => isTracking(name) || matchesAny(dropQuery, name));
}

/** What `linkWithoutTracking` made of a link in version 0.1.0. */
export function earlierLinkWithoutTracking(link: string): string {
  return linkWithout(link, wasInEntries);
}

/** Whether an address, cleaned or not, is that of a site's front page. */
export function isFrontPage(url: string): boolean {
  const { pathname, search } = new URL(url);
  return pathname === '/' && search === '';
}

/** Host, path and query: one page, by whichever scheme and with or without `www.`. */
export function pagePlace(url: string): string {
  const { pathname, search } = new URL(url);
  return `${publisherHost(url)}${pathname}${search}`;
}

/** The host that stands for a publisher: lower case, without `www.` and without the port. */
export function publisherHost(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '').replace(/\.$/, '');
}
