import { createHash } from 'node:crypto';
import { cleanUrl, publisherHost } from '../clean-url.ts';
import type { IdentityRules } from '../config/article-rules.ts';
import type { Entry } from '../feed/entry.ts';

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
}

/** `template` with `$1` to `$9` replaced by what the brackets of a pattern took. */
export function fillInGroups(template: string, match: RegExpExecArray): string {
  return template.replaceAll(/\$([1-9])/g, (_whole, group) => match[Number(group)] ?? '');
}

function keyByRule(
  rules: IdentityRules | undefined,
  guid: string,
  url: string,
): string | undefined {
  for (const rule of rules?.keys ?? []) {
    const match = new RegExp(rule.match, 'u').exec(rule.in === 'guid' ? guid : url);
    if (match) return fillInGroups(rule.key, match);
  }
  return undefined;
}

// A guid that is a page address is worth no more than the address: clean it like one. What stands
// behind `#` counts updates on some sites (BBC's `#0`, `#1`), so it is no part of the key.
function keyOfGuid(guid: string): string | undefined {
  const wordpressPost = /[?&]p=(\d+)/.exec(guid);
  if (wordpressPost) return `post-${wordpressPost[1]}`;
  return cleanUrl(guid) ?? (guid.replace(/#\d+$/, '') || undefined);
}

/**
 * The record id: the publisher's own UUID where it has one, else a UUIDv5 of the publisher's host and
 * its native key: by the source's rules, from the page, from the guid, at last the canonical URL.
 */
export function identify({ canonicalUrl, rules, entry, pageNativeId }: IdentityInput): string {
  for (const candidate of [categoryTerm(entry, 'dc.identifier'), pageNativeId]) {
    if (candidate !== undefined && UUID.test(candidate)) return candidate.toLowerCase();
  }
  const guid = entry?.id?.trim() ?? '';
  const key =
    keyByRule(rules, guid, canonicalUrl) ?? pageNativeId ?? keyOfGuid(guid) ?? canonicalUrl;
  return articleId(rules?.host ?? publisherHost(canonicalUrl), key);
}
