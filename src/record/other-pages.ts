// Pages that stand where an article was expected, by the wordings of their headlines.

import type { RowPattern } from '../pattern-rows.ts';
import { CONSENT, LOG_IN, OFFERS_TO_SUBSCRIBE } from './gate-headlines.ts';
import {
  CHECKS_WHO_ASKS,
  CHOICE_OF_REGION,
  NOTHING_THERE,
  SITE_ERROR,
} from './missing-page-headlines.ts';

/** What such a page is, in words that end "it leads to …". */
const OTHER_PAGES: readonly [what: string, headline: RowPattern][] = [
  ['a page that says that there is nothing', NOTHING_THERE],
  ['a question for consent', CONSENT],
  ['a log-in', LOG_IN],
  ['an offer to subscribe', OFFERS_TO_SUBSCRIBE],
  ['a choice of region', CHOICE_OF_REGION],
  ['an error', SITE_ERROR],
  ['a check of who asks', CHECKS_WHO_ASKS],
];

/** What a page is by its headline, where that is no article's. */
export function otherPageOf(headline: string): string | undefined {
  return OTHER_PAGES.find(([, { any }]) => any.test(headline))?.[0];
}
