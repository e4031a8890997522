import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withSettings } from '../../../scripts/settings-table.ts';
import { articleRecordSchema } from '../../../src/article-record.ts';

const readme = await readFile(join(import.meta.dirname, '../../../README.md'), 'utf8');

test('the README’s table of settings is current; npm run schema writes it', () => {
  expect(withSettings(readme)).toBe(readme);
});

test.each(Object.keys(articleRecordSchema.shape))(
  'the README explains the record’s %s',
  (field) => {
    expect(readme).toContain(`\`${field}`);
  },
);
