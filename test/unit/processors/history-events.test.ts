import { expect, test } from 'vitest';
import {
  articleExtracted,
  articleFiltered,
  articleKept,
  entrySeen,
  pageFetched,
} from '../../../src/processors/history-events.ts';
import { articleRecord } from '../../support/records/article-record.ts';
import { anEntry } from '../../support/records/entries.ts';

const visit = { sourceId: 'harbour', feedUrl: 'https://harbour.example/f', entry: anEntry() };

test('an entry was seen when its poll saw it, or now where nobody noted it', () => {
  const seen = { event: 'seen', source: 'harbour', feed: 'https://harbour.example/f' };
  expect(entrySeen({ ...visit, seenAtMs: 3 }, 9)).toEqual({ at: 3, ...seen });
  expect(entrySeen(visit, 9)).toEqual({ at: 9, ...seen });
});

test('each step of a visit says what there is to say of it', () => {
  const response = { status: 200, url: 'https://a.example/1', redirects: [], headers: {} };
  expect(pageFetched({ ...response, body: Buffer.alloc(70) }, 1)).toEqual({
    at: 1,
    event: 'fetched',
    status: 200,
    url: 'https://a.example/1',
    bytes: 70,
  });
  const extracted = { at: 2, event: 'extracted', paragraphs: 6, mode: 'full' };
  const { confidence: _, ...sure } = articleRecord();
  expect(articleExtracted(sure, 2)).toEqual(extracted);
  expect(articleExtracted({ ...sure, confidence: 0 }, 2)).toEqual({ ...extracted, confidence: 0 });
  expect(articleFiltered({ rule: 'filter[0]', reason: 'why' }, 3)).toEqual({
    at: 3,
    event: 'filtered',
    rule: 'filter[0]',
    reason: 'why',
  });
});

test('what was kept is a revision, nothing new, or another source’s', () => {
  const record = articleRecord({ revision: 8 });
  expect(
    articleKept({ kind: 'revised', action: 'update', revision: 8, replaced: 7, record }, 1),
  ).toEqual({ at: 1, event: 'revised', action: 'update', revision: 8 });
  expect(articleKept({ kind: 'unchanged', revision: 5 }, 1)).toEqual({
    at: 1,
    event: 'unchanged',
    revision: 5,
  });
  expect(articleKept({ kind: 'foreign', revision: 5, sourceId: 'hill' }, 1)).toEqual({
    at: 1,
    event: 'left-to-source',
    source: 'hill',
    revision: 5,
  });
});
