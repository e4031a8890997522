import type { ArticleRecord } from '../article-record.ts';

// What stands where the article stood: "This article has been withdrawn", "We have removed this
// story". Only in the first sentences of a short page: long texts report on withdrawals of others.
const WITHDRAWAL_SENTENCES = [
  /\bthis (?:article|story|post|page|report|piece|content) (?:has been|was|is) (?:withdrawn|retracted|removed|deleted|taken down|unpublished)\b/i,
  /\bwe have (?:withdrawn|retracted|removed|deleted|taken down) this (?:article|story|post|report|piece)\b/i,
];
const HEADLINE =
  /^(?:retracted|withdrawn|retraction|withdrawal) ?:|^(?:this )?(?:article|story) (?:was |has been )?(?:removed|withdrawn|retracted)\.?$/i;
const MOST_PARAGRAPHS = 3;
const MOST_NOTICE_CHARACTERS = 1_500;

/** The publisher's words where the page says that its article was withdrawn; undefined elsewhere. */
export function withdrawalNotice({
  title,
  paragraphs,
}: Pick<ArticleRecord, 'title' | 'paragraphs'>): string | undefined {
  const texts = paragraphs.map(({ text }) => text);
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  if (paragraphs.length > MOST_PARAGRAPHS || length > MOST_NOTICE_CHARACTERS) return undefined;
  if (HEADLINE.test(title)) return title;
  return [title, ...texts].find((text) =>
    WITHDRAWAL_SENTENCES.some((sentence) => sentence.test(text)),
  );
}
