import { describe, expect, test } from 'vitest';
import type { ArticleRecord, Image } from '../../../../src/article-record.ts';
import { articleRecordSchema } from '../../../../src/article-record.ts';
import {
  applyRights,
  decideRights,
  type RightsInput,
} from '../../../../src/record/rights/rights.ts';
import { articleRecord } from '../../../support/records/article-record.ts';
import { input, licensed, robots, noFlags } from './rights-input.ts';

describe('a record with the rights applied', () => {
  const agencyPhoto: Image = { url: 'https://harbour.example/2.jpg', credit: 'AP Photo/A. Cruz' };
  const ownPhoto: Image = { url: 'https://harbour.example/1.jpg', credit: 'Harbour Post' };
  const withRights = (given: RightsInput, changes: Partial<ArticleRecord> = {}): ArticleRecord =>
    applyRights(
      articleRecord({ images: [ownPhoto, agencyPhoto], ...changes, rights: decideRights(given) }),
    );

  test('keeps everything of a licensed full text except agency pictures', () => {
    const record = withRights(licensed());
    expect(record).toEqual({
      ...articleRecord({ rights: record.rights }),
      images: [ownPhoto],
    });
  });

  test('keeps agency pictures when the agency published the page', () => {
    const publisher = { name: 'Associated Press', host: 'ap.example' };
    expect(withRights(licensed(), { publisher }).images).toEqual([ownPhoto, agencyPhoto]);
  });

  test('carries at most the summary in excerpt mode', () => {
    const record = withRights(input());
    expect(record.paragraphs).toEqual([]);
    expect(record).not.toHaveProperty('subtitle');
    expect(record.summary).toBe(articleRecord().summary);
    expect(record.credit).toEqual(articleRecord().credit);
    expect(record.provenance).not.toHaveProperty('paragraphs');
    expect(articleRecordSchema.parse(record)).toEqual(record);
  });

  test('takes the first paragraph, cut between words, when there is no summary', () => {
    const text = `${'word '.repeat(200)}end`;
    const { summary: _none, ...bare } = articleRecord({ paragraphs: [{ kind: 'p', text }] });
    const { summary = '' } = applyRights({
      ...bare,
      rights: decideRights(input({ signals: [robots('max-snippet:52')] })),
    });
    expect(summary).toBe(`${'word '.repeat(9)}word…`);
    expect(summary.length).toBeLessThanOrEqual(52);
  });

  test('never quotes the body of a gated article', () => {
    const { summary: _none, ...bare } = articleRecord();
    const flags = { ...noFlags, gated: true };
    const record = applyRights({ ...bare, flags, rights: decideRights(input({ flags })) });
    expect(record).not.toHaveProperty('summary');
  });

  test('is title and link, with the facts about them, in link mode', () => {
    const record = withRights(input({ mode: 'link' }));
    for (const gone of ['subtitle', 'summary', 'credit', 'dateline']) {
      expect(record).not.toHaveProperty(gone);
    }
    expect(articleRecordSchema.parse(record)).toEqual(record);
    expect([record.paragraphs, record.images]).toEqual([[], []]);
  });

  test('is stripped like a link when dropped, so that a withdrawal can still name it', () => {
    const dropped = withRights(input({ signals: [robots('noindex')] }));
    expect([dropped.paragraphs, dropped.summary, dropped.title]).toEqual([
      [],
      undefined,
      articleRecord().title,
    ]);
  });
});
