import { createHash } from 'node:crypto';
import type { Entry } from '../entry.ts';

/** Query parameters that say how a reader came, not what is read. */
const TRACKING =
  /^(?:utm_|at_|mc_|pk_|hsa_)|^(?:fbclid|gclid|dclid|msclkid|yclid|igshid|traffic_source|cmpid|cmp|ocid|ns_mchannel|ns_source|ns_campaign|ito|smid|partner|rss)$/i;

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 24);

/** A link without fragment and tracking parameters, so that one page has one link. */
export function linkWithoutTracking(link: string): string {
  const url = URL.parse(link);
  if (!url) return link;
  url.hash = '';
  // The query is only rewritten where something is taken out: rewriting changes its escapes.
  const names = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
  for (const name of names) url.searchParams.delete(name);
  return url.href;
}

/**
 * What tells an entry from all others of its feed: its guid, else its link, else its title and
 * date. A trailing `#` and number of a URL guid is dropped: the BBC counts it up with each update
 * of an article. Null where an entry has nothing to be known by.
 */
export function entryKey(entry: Entry): string | null {
  if (entry.id !== null) {
    return /^https?:/i.test(entry.id) ? entry.id.replace(/#\d{1,9}$/, '') : entry.id;
  }
  if (entry.link !== null) return linkWithoutTracking(entry.link);
  if (entry.title === null && entry.published === null) return null;
  return hash(JSON.stringify([entry.title, entry.published]));
}

/**
 * Changes when an entry says something new. Dates are left out, since many feeds bump them for
 * nothing; a tracked link is the same link.
 */
export function entryFingerprint(entry: Entry): string {
  return hash(
    JSON.stringify([
      entry.title,
      entry.link === null ? null : linkWithoutTracking(entry.link),
      entry.author,
      entry.summary,
      entry.content,
      entry.categories.map(({ term, scheme }) => [term, scheme]),
      entry.enclosures.map(({ url }) => url),
    ]),
  );
}
