import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  confidencePicture,
  measuredPages,
  tally,
  withFigures,
} from '../../../scripts/confidence-picture.ts';
import { readDocument, ROOT } from '../../support/docs/documents.ts';

const sets = measuredPages();
const page = readDocument('docs/confidence.md');
const counts = tally([...sets.values()].flat());

test('The picture and the figures are those of what was measured; npm run schema writes them.', () => {
  expect(readFileSync(join(ROOT, 'docs/confidence.svg'), 'utf8')).toBe(confidencePicture(sets));
  expect(withFigures(page.text, sets)).toBe(page.text);
});

test('Of the measured pages that the scraper is sure of, at least 97 % are read right.', () => {
  expect(counts.sure).toBeGreaterThan(counts.all / 2);
  expect(counts.sureAndRight / counts.sure).toBeGreaterThanOrEqual(0.97);
});

test('The default limit holds half of the measured pages that are read badly, and at most 2 % of those read right.', () => {
  expect(counts.heldAndWrong / counts.wrong).toBeGreaterThanOrEqual(0.5);
  expect(counts.heldAndRight / counts.right).toBeLessThanOrEqual(0.02);
});

test('A set that is measured anew changes the picture and the figures.', () => {
  const other = new Map([...sets, ['harbour', [[0.3, 0.2]] as [number, number][]]]);
  expect(confidencePicture(other)).toContain('harbour, 1 pages');
  expect(withFigures(page.text, other)).not.toBe(page.text);
});
