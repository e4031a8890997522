// Parameters that say where a click came from, never which page it is.
const TRACKING_NAMES = new Set([
  'fbclid',
  'gclid',
  'dclid',
  'msclkid',
  'yclid',
  'igshid',
  'mc_cid',
  'mc_eid',
  'ocid',
  'cmpid',
  'ncid',
  'traffic_source',
  'ftag',
  'taid',
  'smid',
  'partner',
  'CMP',
  'ref_src',
  'spm',
  '_ga',
]);
const TRACKING_PREFIXES = ['utm_', 'at_', 'pk_', 'mtm_', 'hsa_', 'xtor', '__twitter_impression'];

function isTracking(name: string): boolean {
  return TRACKING_NAMES.has(name) || TRACKING_PREFIXES.some((prefix) => name.startsWith(prefix));
}

function matchesAny(patterns: readonly string[], name: string): boolean {
  return patterns.some((pattern) =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
  );
}

/**
 * One page, one URL: fragment, tracking parameters, credentials and a trailing dot of the host go,
 * and so do the parameters of `dropQuery`, where a final `*` stands for any ending.
 * Undefined when the text is no http(s) URL.
 */
export function cleanUrl(text: string, dropQuery: readonly string[] = []): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  url.hash = '';
  url.username = '';
  url.password = '';
  url.hostname = url.hostname.replace(/\.$/, '');
  const dropped = [...url.searchParams.keys()].filter(
    (name) => isTracking(name) || matchesAny(dropQuery, name),
  );
  for (const name of dropped) url.searchParams.delete(name);
  return url.href;
}

/** The host that stands for a publisher: lower case, without `www.` and without the port. */
export function publisherHost(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '').replace(/\.$/, '');
}
