import { linearPattern } from '../config/linear-pattern.ts';
import { createHash } from 'node:crypto';
import { cleanUrl, isFrontPage, pagePlace, publisherHost } from '../clean-url.ts';
import type { IdentityRules } from '../config/article-rules.ts';
import type { Entry } from '../feed/entry.ts';
import { isLikeHeadline } from './same-story.ts';

// RFC 9562, section 6.6.
const DNS_NAMESPACE = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Name-based UUID, version 5 (SHA-1). RFC 9562, section 5.5. */
export function uuidv5(namespace: string, name: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest();
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex', 0, 16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}

/** The id of the article that a publisher knows as `nativeKey`; needs no state to be computed again. */
export function articleId(host: string, nativeKey: string): string {
  return uuidv5(uuidv5(DNS_NAMESPACE, host), nativeKey);
}

/** The term of the first category whose scheme ends in `name`, such as `dc.identifier`. */
export function categoryTerm(entry: Entry | undefined, name: string): string | undefined {
  const category = entry?.categories.find(({ scheme }) => scheme?.endsWith(name) === true);
  const term = category?.term.trim();
  return term === '' ? undefined : term;
}

export interface IdentityInput {
  canonicalUrl: string;
  rules?: IdentityRules | undefined;
  entry?: Entry | undefined;
  /** The publisher's own id as the page states it. */
  pageNativeId?: string | undefined;
  /** The page's headline. */
  title?: string | undefined;
}

/** `template` with `$1` to `$9` replaced by what the brackets of a pattern took. */
export function fillInGroups(template: string, match: readonly string[]): string {
  return template.replaceAll(/\$([1-9])/g, (_whole, group) => match[Number(group)] ?? '');
}

function keyByRule(
  rules: IdentityRules | undefined,
  guid: string,
  url: string,
): string | undefined {
  for (const rule of rules?.keys ?? []) {
    const match = linearPattern(rule.match).match(rule.in === 'guid' ? guid : url);
    if (match) return fillInGroups(rule.key, match);
  }
  return undefined;
}

/** What a guid is judged beside: where the article stands, and what feed and page call it. */
type IdentityWitnesses = Pick<IdentityInput, 'canonicalUrl' | 'entry' | 'title'>;

/** `https://host/?p=123`: WordPress's own number of a post, which is one in all that a host's root holds. */
function wordpressPost(guid: string, canonicalUrl: string): string | undefined {
  const url = URL.parse(guid);
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/') return undefined;
  const number = url.searchParams.get('p') ?? '';
  const isPlain = [...url.searchParams.keys()].every(
    (name) => name === 'p' || name === 'post_type',
  );
  const isOwn = publisherHost(guid) === publisherHost(canonicalUrl);
  return isPlain && isOwn && /^\d+$/.test(number) ? `post-${number}` : undefined;
}

/**
 * The whole guid. What a page address carries besides the page (a counter behind `#`, which the BBC raises
 * with every update, or a tracker's parameter) is left out only where the rest is the article's own address
 * and feed and page call it alike: elsewhere just that may tell two articles apart.
 */
function keyOfGuid(
  guid: string,
  { canonicalUrl, entry, title }: IdentityWitnesses,
): string | undefined {
  const post = wordpressPost(guid, canonicalUrl);
  if (post !== undefined) return post;
  const cut = cleanUrl(guid);
  if (cut === undefined) return guid === '' ? undefined : guid;
  const whole = new URL(guid).href;
  const addresses = [canonicalUrl, entry?.link ?? ''].flatMap((url) => cleanUrl(url) ?? []);
  const isItsAddress = addresses.some((address) => pagePlace(address) === pagePlace(cut));
  const isCalledAlike = !entry?.title || title === undefined || isLikeHeadline(entry.title, title);
  return isItsAddress && isCalledAlike ? cut : whole;
}

/**
 * The ids, the best first, of an article whose publisher's own key has turned out to be another article's as
 * well: by its addresses, then by all that its guid and its addresses carry besides.
 */
export function idsBesideItsOwn(
  addresses: readonly string[],
  guid: string | null,
  rules: IdentityRules | undefined,
): string[] {
  const pages = addresses.filter((url) => URL.canParse(url) && !isFrontPage(url));
  const [first] = pages;
  if (first === undefined) return [];
  const host = rules?.host ?? publisherHost(first);
  const cleaned = pages.flatMap((url) => cleanUrl(url) ?? []);
  const keys = [...cleaned, ...(guid ? [guid] : []), ...pages];
  return [...new Set(keys)].map((key) => articleId(host, key));
}

/**
 * The record id: the publisher's own UUID where it has one, else a UUIDv5 of the publisher's host and
 * its native key: by the source's rules, from the page, from the guid, at last the canonical URL.
 */
export function identify(input: IdentityInput): string {
  const { canonicalUrl, rules, entry, pageNativeId } = input;
  for (const candidate of [categoryTerm(entry, 'dc.identifier'), pageNativeId]) {
    if (candidate !== undefined && UUID.test(candidate)) return candidate.toLowerCase();
  }
  const guid = entry?.id?.trim() ?? '';
  const key =
    keyByRule(rules, guid, canonicalUrl) ?? pageNativeId ?? keyOfGuid(guid, input) ?? canonicalUrl;
  return articleId(rules?.host ?? publisherHost(canonicalUrl), key);
}
