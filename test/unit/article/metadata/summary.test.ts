import { expect, test } from 'vitest';
import { findSummary } from '../../../../src/article/metadata/summary.ts';
import { pageOf } from '../../../support/site/page-of.ts';

test('the summary is the first description that the page states', () => {
  const meta = '<meta name="description" content="Bread &amp;amp; salt">';
  const ld =
    '<script type="application/ld+json">{"@type":"Article","headline":"H","author":"A","description":"Dear"}</script>';
  expect(findSummary(pageOf(meta + ld))).toEqual({ value: 'Dear', from: 'jsonld' });
  expect(findSummary(pageOf(meta))).toEqual({ value: 'Bread & salt', from: 'meta' });
  expect(findSummary(pageOf('<p>'))).toBeUndefined();
});
