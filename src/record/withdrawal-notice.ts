import type { ArticleRecord } from '../article-record.ts';
import { patternOfRows } from '../pattern-rows.ts';

/**
 * What stands where the article stood. Only in the first sentences of a short page: long texts report on withdrawals
 * of others.
 */
export const WITHDRAWAL_SENTENCES = patternOfRows(
  [
    {
      name: 'this-was-withdrawn',
      languages: 'en',
      pattern:
        'this (?:article|story|post|page|report|piece|content) (?:has been|was|is) (?:withdrawn|retracted|removed|deleted|taken down|unpublished)',
      finds: [
        'This article has been withdrawn.',
        'This story was retracted.',
        'This post is removed.',
        'This page was deleted.',
        'This report has been taken down.',
        'This piece is unpublished.',
        'This content was removed.',
      ],
      passes: [
        'The article has been withdrawn.',
        'This article will be removed from the wall.',
        'This ferry was withdrawn.',
      ],
    },
    {
      name: 'we-have-withdrawn-this',
      languages: 'en',
      pattern:
        'we have (?:withdrawn|retracted|removed|deleted|taken down) this (?:article|story|post|report|piece)',
      finds: [
        'We have withdrawn this article.',
        'We have retracted this story.',
        'We have removed this post.',
        'We have deleted this report.',
        'We have taken down this piece.',
      ],
      passes: ['We have removed this boat.', 'They have withdrawn this story.'],
    },
  ],
  'i',
  (any) => String.raw`\b${any}\b`,
);
/** A headline that says nothing else. */
export const WITHDRAWAL_HEADLINES = patternOfRows(
  [
    {
      name: 'label',
      languages: 'en',
      pattern: '(?:retracted|withdrawn|retraction|withdrawal) ?:',
      finds: ['RETRACTED: Pier', 'Withdrawn : Pier', 'Retraction: Pier', 'Withdrawal: Pier'],
      passes: ['Withdrawn troops return', 'Harbour withdrawal: who pays'],
    },
    {
      name: 'whole-headline',
      languages: 'en',
      pattern: String.raw`(?:this )?(?:article|story) (?:was |has been )?(?:removed|withdrawn|retracted)\.?$`,
      finds: [
        'Article removed',
        'This story was withdrawn.',
        'This article has been retracted',
        'Story withdrawn',
      ],
      passes: ['Story withdrawn by the captain', 'Article to be removed'],
    },
  ],
  'i',
  (any) => `^${any}`,
);
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
  if (WITHDRAWAL_HEADLINES.any.test(title)) return title;
  return [title, ...texts].find((text) => WITHDRAWAL_SENTENCES.any.test(text));
}
