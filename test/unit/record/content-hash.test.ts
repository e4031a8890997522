import { expect, test } from 'vitest';
import { contentHash } from '../../../src/record/content-hash.ts';

const content = { title: 'Pier opens', paragraphs: [{ kind: 'p' as const, text: 'It opened.' }] };

test('the same content has the same hash, whatever else the record says', () => {
  const dated = { ...content, publishedAt: '2026-11-23T08:00:00Z' };
  expect(contentHash(dated)).toBe(contentHash(content));
  expect(contentHash(content)).toMatch(/^[0-9a-f]{64}$/);
});

test.each([
  ['title', { title: 'Pier closes' }],
  ['subtitle', { subtitle: 'After years' }],
  ['a paragraph', { paragraphs: [{ kind: 'p' as const, text: 'It opened late.' }] }],
  ['the kind of a paragraph', { paragraphs: [{ kind: 'h' as const, text: 'It opened.' }] }],
  ['credit', { credit: { text: 'With AFP', people: [], organizations: ['AFP'] } }],
])('another %s gives another hash', (_what, change) => {
  expect(contentHash({ ...content, ...change })).not.toBe(contentHash(content));
});
