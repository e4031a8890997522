import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { layers } from '../../../oxlint.config.ts';
import { withLayers } from '../../../scripts/architecture-table.ts';
import { architecturePicture } from '../../../scripts/architecture-picture.ts';
import { codeSpans, readDocument, ROOT, tableRows } from '../../support/docs/documents.ts';

const page = readDocument('docs/architecture.md');

const FEWEST_CHANGES = 20;

/** The names between backticks of a cell that says "nothing", or lists them. */
const listed = (cell = ''): string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

test('the table of layers is that of oxlint.config.ts, in its order; npm run schema writes it', () => {
  expect(withLayers(page.text)).toBe(page.text);
});

test('a layer that no row explains is named, with the row to add', () => {
  const without = page.text.replace(/^\| `store` .*\n/m, '');
  expect(() => withLayers(without)).toThrow(/says nothing of src\/store; add a row/);
});

test('every layer but that of one file an operation has a file for a door', () => {
  const doors = tableRows(page, '## The layers').map(([folder, , door]) => [
    folder,
    listed(door).length > 0,
  ]);
  expect(doors.filter(([, isNamed]) => !isNamed)).toEqual([['`operations`', false]]);
});

test('every folder within a layer, and every file beside the layers, is explained', () => {
  const told = codeSpans(page);
  const rooms = globSync('src/*/**/', { cwd: ROOT }).map(
    (path) => `${path.replaceAll('\\', '/').replace(/\/$/, '')}/`,
  );
  const within = rooms.filter((path) => path.split('/').length > 3);
  const files = globSync('src/*.ts', { cwd: ROOT });
  expect([...within, ...files].filter((path) => !told.includes(path))).toEqual([]);
});

test('every folder of the layers is one of src, and the other way round', () => {
  const folders = globSync('src/*/', { cwd: ROOT }).map(
    (path) => path.replaceAll('\\', '/').split('/')[1],
  );
  expect(new Set(folders)).toEqual(new Set(Object.keys(layers)));
});

test('the picture is drawn from the imports of today; npm run schema draws it', () => {
  expect(readFileSync(join(ROOT, 'docs/architecture.svg'), 'utf8')).toBe(architecturePicture());
});

test('twenty changes and more have their files named', () => {
  const rows = tableRows(page, '## Where do I change …');
  expect(rows.length).toBeGreaterThanOrEqual(FEWEST_CHANGES);
  expect(rows.filter(([, where]) => !where?.includes('`src/'))).toEqual([]);
});
