import { createHash } from 'node:crypto';
import { linkWithoutTracking } from '../../clean-url.ts';
import { shortHash } from '../../short-hash.ts';
import type { Entry } from '../entry.ts';

/** Entry keys of a feed's last reading, each with the fingerprint it had. */
export type SeenEntries = Readonly<Record<string, string>>;

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 24);

/**
 * What tells an entry from all others of its feed: its guid, else its link, else its title and
 * date. A trailing `#` and number of a URL guid is dropped: the BBC counts it up with each update
 * of an article. Null where an entry has nothing to be known by.
 */
export function entryKey(entry: Entry, trim = linkWithoutTracking): string | null {
  if (entry.id !== null) {
    return /^https?:/i.test(entry.id) ? entry.id.replace(/#\d{1,9}$/, '') : entry.id;
  }
  if (entry.link !== null) return trim(entry.link);
  if (entry.title === null && entry.published === null) return null;
  return hash(JSON.stringify([entry.title, entry.published]));
}

/** What an entry is remembered by; null where it has nothing to be known by. */
export function seenKey(entry: Entry, trim = linkWithoutTracking): string | null {
  const name = entryKey(entry, trim);
  return name === null ? null : shortHash(name);
}

/**
 * Changes when an entry says something new. Dates are left out, since many feeds bump them for
 * nothing; a tracked link is the same link.
 */
export function entryFingerprint(entry: Entry, trim = linkWithoutTracking): string {
  return hash(
    JSON.stringify([
      entry.title,
      entry.link === null ? null : trim(entry.link),
      entry.author,
      entry.summary,
      entry.content,
      entry.categories.map(({ term, scheme }) => [term, scheme]),
      entry.enclosures.map(({ url }) => url),
    ]),
  );
}
