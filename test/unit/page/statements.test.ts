import { expect, test } from 'vitest';
import { readPage } from '../../../src/page/page.ts';
import { parsePage } from '../../../src/page/page-tree.ts';
import type { PageStatements } from '../../../src/page/statements.ts';

function statementsOf(head: string): PageStatements {
  const parsed = parsePage(`<html><head>${head}</head><body><p>Text.</p></body></html>`);
  if (parsed.kind !== 'tree') throw new Error(parsed.message);
  return readPage(parsed.tree, { url: 'https://quay.example/a', siteName: undefined }).says;
}

const ld = (node: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Ferry late', url: 'https://quay.example/a', ...node })}</script>`;
const meta = (name: string, content: string): string =>
  `<meta name="${name}" content="${content}">`;

test('structured data is stated before metadata, and each place in its order', () => {
  const says = statementsOf(
    ld({ description: 'One', articleSection: 'Harbour', datePublished: '2026-05-04' }) +
      meta('og:description', 'Three') +
      meta('dc.description', 'Two') +
      meta('section', 'Town') +
      meta('pubdate', '2026-05-05') +
      meta('article:published_time', '2026-05-06'),
  );
  expect(says.descriptions.map(({ text }) => text)).toEqual(['One', 'Two', 'Three']);
  expect(says.sections).toEqual([
    { text: 'Harbour', from: 'jsonld' },
    { text: 'Town', from: 'meta' },
  ]);
  const days = says.dates.published.map(({ text }) => text);
  expect(days).toEqual(['2026-05-04', '2026-05-06', '2026-05-05']);
});

test('writers are stated with their address and kind, and by reference', () => {
  const block = JSON.stringify({
    '@graph': [
      { '@type': 'NewsArticle', headline: 'Ferry late', author: [{ '@id': '#a' }, 'Bob Ray'] },
      { '@type': 'Person', '@id': '#a', name: 'Ann Lee', url: '/ann' },
    ],
  });
  const { writers } = statementsOf(
    `<script type="application/ld+json">${block}</script>${meta('author', 'Cy Fox')}`,
  );
  expect(writers).toEqual({
    structured: [
      { names: ['Ann Lee'], url: '/ann', isOrganization: false },
      { names: ['Bob Ray'], isOrganization: false },
    ],
    meta: ['Cy Fox'],
  });
});

test('a page that states nothing has empty statements', () => {
  const { descriptions, sections, publishers, dates } = statementsOf('');
  const all = [descriptions, sections, publishers, ...Object.values(dates)];
  expect(all.flat()).toEqual([]);
});
