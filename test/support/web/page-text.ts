import type { Markup } from '../../../src/web/layout.ts';

/** The markup with its blanks and line ends as one blank each, and none between tags. */
export async function pageText(markup: Markup): Promise<string> {
  return String(await markup)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/> </g, '><')
    .trim();
}

/** The texts of a table's cells, row by row. */
export function rowsOf(text: string): string[][] {
  return [...text.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh]>(.*?)<\/t[dh]>/g)].map(([, cell = '']) =>
      cell
        .replaceAll('</form>', ' ')
        .replaceAll(/<[^>]*>/g, '')
        .trim(),
    ),
  );
}

export const SESSION = { name: 'mara', csrf: 'c5rf' };
