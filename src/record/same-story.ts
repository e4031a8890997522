import { folded } from '../page/plain-text.ts';
import type { ArticleRecord } from '../article-record.ts';

type Story = Pick<ArticleRecord, 'title' | 'paragraphs' | 'publishedAt'>;

const textsOf = ({ paragraphs }: Story) => new Set(paragraphs.map(({ text }) => folded(text)));

/**
 * Whether two records that something else connects (an address, a guid) tell one story: they share
 * half of the paragraphs of the shorter one, or the headline and the time of publication. A headline
 * alone says nothing: columns carry the same one every day.
 */
export function isSameStory(one: Story, other: Story): boolean {
  if (folded(one.title) === folded(other.title) && one.publishedAt === other.publishedAt) {
    return true;
  }
  const [shorter, longer] = [textsOf(one), textsOf(other)].toSorted((a, b) => a.size - b.size);
  if (!shorter || !longer || shorter.size === 0) return false;
  return [...shorter].filter((text) => longer.has(text)).length * 2 >= shorter.size;
}
