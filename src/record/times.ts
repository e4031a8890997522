import { isOnDay } from '../article/dates/clocks.ts';
import type { Found, ScrapedArticle } from '../article/scraped.ts';
import { dateDisbelief, type DateDoubt } from '../dates/belief.ts';
import { inUtc, withOffset } from '../dates/date.ts';
import type { Entry } from '../feed/entry.ts';
import { type Fields, from } from './fields.ts';

/** Who says when an article was published and changed, and when that was read. */
export interface DatedInput {
  scraped: Pick<ScrapedArticle, 'publishedAt' | 'modifiedAt'>;
  entry?: Pick<Entry, 'published' | 'updated' | 'doubtedDate'> | undefined;
  fetchedAt: Date;
}

/** A date that may be believed; one that may not is told among the doubts. */
function believed(
  field: string,
  date: Found<string> | undefined,
  nowMs: number,
  doubts: DateDoubt[],
): Found<string> | undefined {
  const reason = date && dateDisbelief(date.value, nowMs);
  if (!date || reason === undefined) return date;
  doubts.push({ field, stated: date.value, reason });
  return undefined;
}

/** Times in UTC, and beside them as the publisher's clock shows them where it is another. */
export function times(fields: Fields, { scraped, entry, fetchedAt }: DatedInput) {
  const doubts: DateDoubt[] = [];
  const take = (field: string, date: Found<string> | undefined) =>
    believed(field, date, fetchedAt.getTime(), doubts);
  take('publishedAt', from('feed', entry?.doubtedDate));
  const told = take('publishedAt', from('feed', entry?.published));
  const onPage = take('publishedAt', scraped.publishedAt);
  const changed = take('modifiedAt', scraped.modifiedAt);
  // A page that states the day alone leaves the hour to its feed.
  const isHourTold = told && onPage && onPage.from !== 'rule' && isOnDay(told.value, onPage.value);
  const published = fields.take(
    'publishedAt',
    ...(isHourTold ? [told] : [onPage, told]),
    // The latest it can have been, where nobody says more.
    changed,
  );
  const updated = take('modifiedAt', from('feed', entry?.updated));
  const modified = fields.take('modifiedAt', changed, updated);
  return {
    publishedAt: published && inUtc(published),
    publishedLocal: published && withOffset(published),
    modifiedAt: modified && inUtc(modified),
    modifiedLocal: modified && withOffset(modified),
    doubts: doubts.length > 0 ? doubts : undefined,
  };
}
