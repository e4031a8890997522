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
