import type { ArticleRecord } from '../../article-record.ts';
import { shortHash } from '../../short-hash.ts';

/** Shorter texts are boilerplate as likely as an article. */
const TELLING_LENGTH = 200;

/**
 * A name for what an article says, under which it is found again where its addresses carry a session or a
 * campaign: headline, time and content together. Undefined where the address carries nothing, or where
 * what is known is too little to tell two articles apart.
 */
export function contentName({
  sourceId,
  url,
  title,
  publishedAt,
  paragraphs,
  contentHash,
}: ArticleRecord): string | undefined {
  const { search, pathname } = new URL(url);
  if (search === '' && !pathname.includes(';')) return undefined;
  const length = paragraphs.reduce((sum, { text }) => sum + text.length, 0);
  if (publishedAt === undefined || length < TELLING_LENGTH) return undefined;
  return `content ${sourceId} ${shortHash(JSON.stringify([title, publishedAt, contentHash]))}`;
}

/** The parameters in which two addresses of one article differ. */
export function differingParameters(one: string, other: string): string[] {
  const [here, there] = [new URL(one).searchParams, new URL(other).searchParams];
  const names = new Set([...here.keys(), ...there.keys()]);
  return [...names].filter((name) => here.get(name) !== there.get(name));
}

/** What cures a source whose links carry a session, in words. */
export function sessionAdvice(sourceId: string, parameters: readonly string[]): string {
  if (parameters.length === 0) {
    return `the links of ${sourceId} lead to one article by several addresses`;
  }
  const list = parameters.join(', ');
  return `the links of ${sourceId} carry ${list}, which names no page: set url: { dropQuery: [${list}] } there, so that its pages are not read again and again`;
}
