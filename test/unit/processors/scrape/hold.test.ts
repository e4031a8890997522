import { describe, expect, test } from 'vitest';
import { holdReason } from '../../../../src/processors/scrape/hold.ts';
import { articleRecord } from '../../../support/records/article-record.ts';

const record = (changes = {}) => {
  const { flags, rights } = articleRecord();
  return { flags: { ...flags, ...changes }, rights };
};
const certain = { doubts: [] };

describe('an article that somebody paid for', () => {
  const paid = record({ sponsored: true });

  test('is held where the config says hold, with the choices', () => {
    const reason = holdReason(paid, { minConfidence: 0, sponsored: 'hold' }, certain);
    expect(reason).toContain('sponsored: label or skip');
  });

  test('is published with its label where the config says so', () => {
    const rules = { minConfidence: 0, sponsored: 'label' } as const;
    expect(holdReason(paid, rules, certain)).toBeUndefined();
  });

  test('is held for a graver doubt first', () => {
    const rules = { minConfidence: 0, sponsored: 'hold' } as const;
    expect(holdReason(paid, rules, { doubt: 'a front page', doubts: [] })).toBe('a front page');
  });
});

test('an article that nobody paid for is not held for it', () => {
  const rules = { minConfidence: 0, sponsored: 'hold' } as const;
  expect(holdReason(record({ opinion: true }), rules, certain)).toBeUndefined();
});

describe('an article that is not sure enough', () => {
  const rules = { minConfidence: 0.6, sponsored: 'hold' } as const;
  const of = (confidence: number, doubts: string[] = []) =>
    holdReason({ ...record(), confidence }, rules, { doubts });

  test('is held below what the config asks for, and not at it', () => {
    expect(of(0.6)).toBeUndefined();
    expect(of(0.59)).toBe('confidence 0.59 is below 0.6: ');
  });

  test('and does not say how sure it is is not held', () => {
    expect(holdReason(record(), { ...rules, minConfidence: 1 }, certain)).toBeUndefined();
  });

  test('is told with the three weightiest of its doubts', () => {
    expect(of(0.4, ['short', 'no date', 'many links', 'no title'])).toBe(
      'confidence 0.4 is below 0.6: short; no date; many links',
    );
  });

  test('is not held where not everybody may read it and its text is not quoted', () => {
    const gated = { ...record({ gated: true }), confidence: 0.1 };
    const excerpt = { ...gated, rights: { ...gated.rights, mode: 'excerpt' as const } };
    expect(holdReason(excerpt, rules, certain)).toBeUndefined();
    expect(holdReason(gated, rules, certain)).toMatch(/^confidence 0\.1/);
  });
});
