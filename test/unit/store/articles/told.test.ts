import { describe, expect, test } from 'vitest';
import {
  fingerprintsIn,
  isSentUnchanged,
  isUnchanged,
  jobFingerprints,
  readTold,
  toldOf,
  toldSince,
} from '../../../../src/store/articles/told.ts';
import { articleRecord } from '../../../support/records/article-record.ts';

const told = { changes: ['text' as const], reason: { code: 'gone' as const, text: 'http-410' } };

test('what was told with a revision is read back with it', () => {
  expect(readTold(toldOf(7, told), 7)).toEqual(told);
});

test('what an earlier worker left behind beside a later revision says nothing', () => {
  expect(readTold(toldOf(7, told), 8)).toEqual({});
});

test.each([null, '{"v":99,"revision":7,"changes":["mood"]}', '{"revision":7}'])(
  '%s, of another version, says nothing',
  (json) => {
    expect(readTold(json, 7)).toEqual({});
  },
);

const RECORD = articleRecord();
const prints = jobFingerprints(RECORD);
const other = { ...RECORD, section: 'Crime' };
const sentAs = jobFingerprints(RECORD, (record) => ({ ...record, section: 'Ferries' }));
const last = (changes: object = {}) => ({
  action: 'publish',
  contentHash: RECORD.contentHash,
  mode: RECORD.rights.mode,
  fingerprint: prints.fingerprint,
  ...changes,
});

test('rules that change nothing leave no second fingerprint', () => {
  expect(prints).not.toHaveProperty('sent');
  expect(jobFingerprints(RECORD, (record) => record)).toEqual(prints);
  expect(sentAs.fingerprint).toEqual(prints.fingerprint);
  expect(sentAs.sent).toBeDefined();
  expect(fingerprintsIn({ ...sentAs, changes: [] })).toEqual(sentAs);
  expect(fingerprintsIn({})).toEqual({});
});

describe('a site has nothing to learn from a reading', () => {
  test.each<[string, object, boolean]>([
    ['that says the same', {}, true],
    ['of what an earlier version did not note', { mode: undefined, fingerprint: undefined }, true],
    ['of an article that was withdrawn', { action: 'withdraw' }, false],
    ['of another text', { contentHash: 'x' }, false],
    ['of other rights', { mode: 'excerpt' }, false],
    ['of another section', { fingerprint: jobFingerprints(other).fingerprint }, false],
  ])('%s: %j', (_what, changes, isSame) => {
    expect(isUnchanged(last(changes), RECORD, prints)).toBe(isSame);
    expect(isUnchanged(last(changes), RECORD)).toBe(isSame);
  });
});

describe('what a site is told beside a revision', () => {
  test('are the parts that differ from what it shows', () => {
    expect(toldSince(last(), jobFingerprints(other)).changes).toEqual(['metadata']);
    expect(toldSince(last({ sent: sentAs.sent }), prints).changes).toContain('metadata');
    expect(toldSince(last(), sentAs).changes).toContain('metadata');
    expect(toldSince(last({ sent: sentAs.sent }), sentAs).changes).toEqual([]);
  });

  test('is nothing where it shows nothing, or nobody knows what', () => {
    for (const latest of [
      undefined,
      last({ action: 'withdraw' }),
      last({ fingerprint: undefined }),
    ]) {
      expect(toldSince(latest, prints)).toEqual(prints);
    }
  });
});

test('rules of today make the same of an article, or not', () => {
  expect(isSentUnchanged(last(), prints)).toBe(true);
  expect(isSentUnchanged(last(), sentAs)).toBe(false);
  expect(isSentUnchanged(last({ sent: sentAs.sent }), sentAs)).toBe(true);
  expect(isSentUnchanged(last({ sent: sentAs.sent }), prints)).toBe(false);
  expect(isSentUnchanged(last({ fingerprint: undefined }), prints)).toBe(true);
  expect(isSentUnchanged(last({ action: 'withdraw' }), prints)).toBe(false);
});
