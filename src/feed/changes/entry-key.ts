import { createHash } from 'node:crypto';
import { earlierLinkWithoutTracking, linkWithoutTracking, pagePlace } from '../../clean-url.ts';
import { shortHash } from '../../short-hash.ts';
import { steadyAddress, steadyText } from './steady-text.ts';
import type { Entry } from '../entry.ts';

/** Entry keys of a feed's last reading, each with the fingerprint it had. */
export type SeenEntries = Readonly<Record<string, string>>;

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 24);

const URL_WITH_COUNT = /^https?:.*#\d{1,9}$/i;

/**
 * A guid without the number behind `#` that the BBC counts up with each update of an article: where what is
 * left is the entry's own address. Elsewhere just that number may tell two entries apart.
 */
function withoutCount(guid: string, link: string | null): string {
  if (link === null || !URL_WITH_COUNT.test(guid)) return guid;
  const page = linkWithoutTracking(guid);
  const own = linkWithoutTracking(link);
  const isOwn = URL.canParse(own) && pagePlace(page) === pagePlace(own);
  return isOwn ? guid.replace(/#\d+$/, '') : guid;
}

/**
 * What tells an entry from all others of its feed: its guid, else its link, else its title and
 * date. Null where an entry has nothing to be known by.
 */
export function entryKey(entry: Entry, dropQuery?: readonly string[]): string | null {
  if (entry.id !== null) return withoutCount(entry.id, entry.link);
  if (entry.link !== null) return linkWithoutTracking(entry.link, dropQuery);
  return keyOfTitle(entry);
}

/** What `entryKey` was in version 0.1.0. */
function earlierEntryKey(entry: Entry): string | null {
  const { id, link } = entry;
  if (id !== null) return URL_WITH_COUNT.test(id) ? id.replace(/#\d+$/, '') : id;
  return link === null ? keyOfTitle(entry) : earlierLinkWithoutTracking(link);
}

function keyOfTitle({ title, published }: Entry): string | null {
  if (title === null && published === null) return null;
  return hash(JSON.stringify([title, published]));
}

const shortened = (name: string | null) => (name === null ? null : shortHash(name));

/** What an entry is remembered by; null where it has nothing to be known by. */
export function seenKey(entry: Entry, dropQuery?: readonly string[]): string | null {
  return shortened(entryKey(entry, dropQuery));
}

/** What version 0.1.0 remembered it by. */
export function earlierSeenKey(entry: Entry): string | null {
  return shortened(earlierEntryKey(entry));
}

const part = (value: unknown): string => hash(JSON.stringify(value)).slice(0, PART_LENGTH);

const PART_LENGTH = 6;
/** What each part of a fingerprint stands for, in its order. */
const PARTS = ['headline', 'place', 'text', 'pictures'] as const;

/**
 * Changes when an entry says something new, in the part that says it. Dates are left out, since many feeds
 * bump them for nothing; a tracked link is the same link, a signed picture the same picture, and a count of
 * readers no text.
 */
export function entryFingerprint(entry: Entry, dropQuery?: readonly string[]): string {
  const { title, link, author, summary, content, categories, enclosures } = entry;
  const topics = categories.map(({ term, scheme }) => [term, scheme]);
  return [
    part(steadyText(title)),
    part([link === null ? null : linkWithoutTracking(link, dropQuery), author, topics]),
    part([steadyText(summary), steadyText(content)]),
    part(enclosures.map(({ url }) => steadyAddress(url))),
  ].join('');
}

/** What differs between two fingerprints; everything where an earlier version made one. */
export function changedParts(before: string, after: string): string[] {
  const at = (fingerprint: string, n: number) =>
    fingerprint.slice(n * PART_LENGTH, (n + 1) * PART_LENGTH);
  return PARTS.filter((_, n) => at(before, n) !== at(after, n));
}

/** What `entryFingerprint` was in version 0.1.0. */
export function earlierFingerprint(entry: Entry, trim: (link: string) => string): string {
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

// An entry that was in a feed when it was first read, and older than what was published of it then.
const PASSED_OVER = '~';

export const passedOver = (fingerprint: string): string => `${PASSED_OVER}${fingerprint}`;
export const wasPassedOver = (remembered: string): boolean => remembered.startsWith(PASSED_OVER);
export const fingerprintIn = (remembered: string): string =>
  wasPassedOver(remembered) ? remembered.slice(PASSED_OVER.length) : remembered;
