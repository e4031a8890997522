import { isFrontPage, pagePlace } from '../clean-url.ts';
import { sharedWords } from './shared-words.ts';
import { folded } from '../page/plain-text.ts';
import type { ArticleRecord } from '../article-record.ts';

type StoryText = Pick<ArticleRecord, 'title' | 'paragraphs' | 'publishedAt'>;
type Story = StoryText & Pick<ArticleRecord, 'url' | 'canonicalUrl' | 'provenance'>;

const textsOf = ({ paragraphs }: StoryText) => new Set(paragraphs.map(({ text }) => folded(text)));

/** Two that state no time agree in nothing by that. */
function isOfOneTime(one: StoryText, other: StoryText): boolean {
  return one.publishedAt !== undefined && one.publishedAt === other.publishedAt;
}

/** The share of the shorter one's paragraphs that the other has, too. */
function sharedParagraphs(one: StoryText, other: StoryText): number {
  const [shorter, longer] = [textsOf(one), textsOf(other)].toSorted((a, b) => a.size - b.size);
  if (!shorter || !longer || shorter.size === 0) return 0;
  return [...shorter].filter((text) => longer.has(text)).length / shorter.size;
}

/** Two headlines of one story differ in a word or two ("Updated: …"); those of two stories share few. */
const LIKE = 1 / 2;

export function isLikeHeadline(one: string, other: string): boolean {
  return folded(one) === folded(other) || sharedWords(one, other) >= LIKE;
}

/**
 * Whether two records that something else connects (an address, an entry that left as the other came) tell
 * one story: they share half of the paragraphs of the shorter one, or the headline and the time of
 * publication. A headline alone says nothing: columns carry the same one every day.
 */
export function isSameStory(one: StoryText, other: StoryText): boolean {
  if (folded(one.title) === folded(other.title) && isOfOneTime(one, other)) return true;
  return sharedParagraphs(one, other) >= 1 / 2;
}

/** A line that stands under every article makes one of four paragraphs; an edit leaves more. */
const SOME_TEXT = 1 / 4;

/** Where a record stands, by all that its address says: what looks like a tracker's may tell pages apart. */
function wholeAddresses({ url, canonicalUrl, provenance }: Story): string[] {
  const stated = provenance['canonicalUrl'] === 'text' ? [] : [canonicalUrl];
  return [url, ...stated].filter((address) => !isFrontPage(address)).map(pagePlace);
}

/**
 * Whether two records that carry one id are one article. A new text at the same address is an edit, and so
 * is a new address of a text or of a headline and time that were known. A record with another address,
 * another headline or time, and another text, is another article: its publisher uses ids again.
 */
export function isOneArticle(known: Story, record: Story): boolean {
  const before = wholeAddresses(known);
  if (wholeAddresses(record).some((address) => before.includes(address))) return true;
  if (sharedParagraphs(known, record) > SOME_TEXT) return true;
  return isOfOneTime(known, record) && isLikeHeadline(known.title, record.title);
}
