import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDocument, ROOT } from '../../support/docs/documents.ts';

const page = readDocument('docs/when-something-is-wrong.md');

const FEWEST_SYMPTOMS = 30;

const source = globSync(
  ['src/**/*.ts', 'workers/*.mjs', 'scripts/set-up.mjs', 'wordpress/newsrelay/*.php'],
  {
    cwd: ROOT,
  },
)
  .map((path) => readFileSync(join(ROOT, path), 'utf8'))
  .join('\n')
  .replaceAll(/['`]\s*\+\s*['`]/g, '')
  .replaceAll(/\\(?=['"`$])/g, '');

/** What differs from case to case is `…` there, as it is on the page. */
const said = source.replaceAll(/(?<!\$)\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, '…');

/** The program's own words in the first column of a symptom. */
function symptoms(): { quotes: string[]; cells: string[] }[] {
  const rows = page.prose
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| you see'));
  return rows.map((row) => {
    const cells = row
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim());
    const quotes = [...(cells[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, quote = '']) => quote);
    return { quotes, cells };
  });
}

/** The pieces of a quote that the program does not say. */
const unsaid = (quote: string): string[] =>
  quote
    .split('…')
    .map((piece) => piece.replaceAll(/^[\s;:,.()]+|[\s;:,.()]+$/g, ''))
    .filter((piece) => /\w/.test(piece) && !said.includes(piece) && !source.includes(piece));

test.each(symptoms())('$cells.0 has a cause and a mend', ({ cells }) => {
  expect(cells).toHaveLength(3);
  expect(cells).not.toContain('');
});

test('what it quotes is what the program says', () => {
  expect(
    symptoms()
      .flatMap(({ quotes }) => quotes)
      .filter((quote) => unsaid(quote).length > 0),
  ).toEqual([]);
});

test('a message that the program does not say is found', () => {
  expect(unsaid('the flux of … is inverted')).toEqual(['the flux of', 'is inverted']);
});

test('there are symptoms enough, in the program’s own words', () => {
  const quoting = symptoms().filter(({ quotes }) => quotes.some((quote) => quote.includes(' ')));
  expect(quoting.length).toBeGreaterThanOrEqual(FEWEST_SYMPTOMS);
});
