// What the history of an article says of each step of its visit.

import type { RuleMatch } from '../filter/verdict.ts';
import type { ArticleRecord } from '../article-record.ts';
import type { FetchResponse } from '../http/fetch.ts';
import type { ScrapeJob } from '../queue/topology.ts';
import type { RecordOutcome } from '../store/articles/articles.ts';
import type { HistoryEvent } from '../store/history.ts';

export function entrySeen({ feedUrl, sourceId, seenAtMs }: ScrapeJob, nowMs: number): HistoryEvent {
  return { at: seenAtMs ?? nowMs, event: 'seen', source: sourceId, feed: feedUrl };
}

export function pageFetched({ status, url, body }: FetchResponse, at: number): HistoryEvent {
  return { at, event: 'fetched', status, url, bytes: body.length };
}

export function articleExtracted(
  { paragraphs, confidence, rights }: ArticleRecord,
  at: number,
): HistoryEvent {
  return {
    at,
    event: 'extracted',
    paragraphs: paragraphs.length,
    ...(confidence === undefined ? {} : { confidence }),
    mode: rights.mode,
  };
}

export const articleFiltered = ({ rule, reason }: RuleMatch, at: number): HistoryEvent => ({
  at,
  event: 'filtered',
  rule,
  reason,
});

export function articleKept(
  outcome: Exclude<RecordOutcome, { kind: 'contested' }>,
  at: number,
): HistoryEvent {
  switch (outcome.kind) {
    case 'revised':
      return { at, event: 'revised', action: outcome.action, revision: outcome.record.revision };
    case 'unchanged':
      return { at, event: 'unchanged', revision: outcome.revision };
    case 'foreign':
      return { at, event: 'left-to-source', source: outcome.sourceId, revision: outcome.revision };
  }
}
