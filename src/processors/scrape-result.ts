import type { Action } from '../store/articles/latest.ts';

/** What came of one visit to one page. */
export type ScrapeResult = (
  | {
      kind: 'enqueued';
      action: Action;
      articleId: string;
      revision: number;
      /** No destination gets it. */
      isForNobody?: boolean;
    }
  | { kind: 'unchanged'; articleId: string }
  | { kind: 'dropped'; articleId: string; reason: string }
  /** A rule of the operator's leaves it out. */
  | { kind: 'filtered'; articleId: string; rule: string; reason: string }
  /** The page of a known article is not there; a later visit decides. */
  | { kind: 'missing'; articleId: string; reason: string }
  /** The page of a known article could not be read this time; what is known of it stays. */
  | { kind: 'unreadable'; articleId: string; reason: string }
  /** A person is to decide, see hold.ts. */
  | { kind: 'held'; articleId: string; reason: string }
) & {
  /** Configured rules that matched nothing on the page. */
  unmatchedRules?: string[];
  /** What its operator can do for the source, in words. */
  advice?: string;
};
