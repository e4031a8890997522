import { expect, test } from 'vitest';
import { withSettings } from '../../../scripts/settings-table.ts';
import { readDocument } from '../../support/docs/documents.ts';

const reference = readDocument('docs/config.md');

test('the tables of settings are current; npm run schema writes them', () => {
  expect(withSettings(reference.text)).toBe(reference.text);
});

test('every section with a table of settings has an example above or below it', () => {
  const sections = reference.text.split(/^(?=#{2,3} )/m);
  const bare = sections
    .filter((section) => section.includes('<!-- settings: ') && !section.includes('```yaml'))
    .map((section) => section.split('\n')[0]);
  expect(bare).toEqual([]);
});

test('a setting that no table would hold is named, with the line that is missing', () => {
  const without = reference.text.replace('<!-- settings: takedowns -->', '');
  expect(() => withSettings(without)).toThrow(/no table for takedowns; add a section/);
});
