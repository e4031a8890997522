import { describe, expect, test } from 'vitest';
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

const block = (node: object) =>
  `<script type="application/ld+json">${JSON.stringify(node)}</script>`;
const texts = (statements: { text: string }[]) => statements.map(({ text }) => text);

describe('the section', () => {
  const crumbs = (...items: object[]) =>
    texts(statementsOf(block({ '@type': 'BreadcrumbList', itemListElement: items })).sections);

  test('is the first crumb between the front page and the story', () => {
    const [home, town, quay, story] = ['Home', 'Town', 'Quay', 'Ferry late'].map((name) => ({
      name,
    }));
    expect(crumbs(home!, town!, quay!, story!)).toEqual(['Town']);
    expect(crumbs(home!, { item: { name: 'Town' } }, story!)).toEqual(['Town']);
    expect(crumbs(home!, {}, quay!, story!)).toEqual(['Quay']);
    expect(crumbs(home!, story!)).toEqual([]);
    expect(crumbs('Home' as never, 'Town' as never, 'Ferry' as never)).toEqual([]);
  });

  test('is stated before the crumbs', () => {
    const list = {
      '@type': 'BreadcrumbList',
      itemListElement: [{ name: 'a' }, { name: 'Town' }, { name: 'b' }],
    };
    expect(texts(statementsOf(block(list) + meta('section', 'Quay')).sections)).toEqual([
      'Quay',
      'Town',
    ]);
  });
});

describe('a day', () => {
  test.each(['datePublished', 'dateCreated', 'uploadDate'])('of publication is in %s', (field) => {
    expect(texts(statementsOf(ld({ author: 'A', [field]: '2026-05-04' })).dates.published)).toEqual(
      ['2026-05-04'],
    );
  });

  test('is that of the article and then that of one more node that is dated', () => {
    const page = (day: number) =>
      block({
        '@type': 'WebPage',
        datePublished: `2026-05-0${day}`,
        dateModified: `2026-06-0${day}`,
      });
    const { dates } = statementsOf(
      page(1) + ld({ author: 'A', datePublished: '2026-05-04' }) + page(2),
    );
    expect([texts(dates.published), texts(dates.modified)]).toEqual([
      ['2026-05-04', '2026-05-01'],
      ['2026-06-01'],
    ]);
    const undated = block({ '@type': 'WebPage', dateModified: '2026-06-01' });
    expect(statementsOf(ld({ author: 'A' }) + undated).dates.modified).toEqual([]);
  });

  test('of the page is stated by itself', () => {
    const { dates } = statementsOf(meta('date', '2026-05-04') + meta('revised', '2026-05-05'));
    expect([texts(dates.published), texts(dates.vague), texts(dates.modified)]).toEqual([
      [],
      ['2026-05-04'],
      ['2026-05-05'],
    ]);
  });
});

describe('writers', () => {
  const structured = (author: unknown) =>
    statementsOf(ld({ author, image: 'x' })).writers.structured;

  test('are up to forty, in data, in metadata and by claim', () => {
    const many = Array.from({ length: 41 }, (_, at) => ({ name: `Ann Lee ${at}` }));
    expect(structured(many)).toHaveLength(40);
    const metas = many.map(({ name }) => meta('author', name)).join('');
    expect(statementsOf(metas).writers.meta).toHaveLength(40);
    const claimed = block({ '@type': 'Article', author: many });
    expect(statementsOf(claimed).claimedWriters).toHaveLength(40);
  });

  test('are named whole, in parts, or several at once', () => {
    const names = (author: unknown) => structured(author).flatMap((one) => one.names);
    expect(names({ name: 'Ann Lee', givenName: 'Ann' })).toEqual(['Ann Lee']);
    expect(names({ givenName: 'Ann', additionalName: 'B.', familyName: 'Lee' })).toEqual([
      'Ann B. Lee',
    ]);
    expect(names({ name: ['Ann Lee', 'Bob Ray'] })).toEqual(['Ann Lee', 'Bob Ray']);
    expect(names([{ '@type': 'Person' }, 7, ''])).toEqual([]);
  });

  test('are organizations by their type', () => {
    const kinds = ['Organization', 'NewsMediaOrganization', 'Person'].map(
      (type) => structured({ '@type': type, name: 'Quay' })[0]?.isOrganization,
    );
    expect(kinds).toEqual([true, true, false]);
  });

  test('are creators where no author is stated', () => {
    const { writers } = statementsOf(ld({ creator: 'Ann Lee', image: 'x' }));
    expect(writers.structured[0]?.names).toEqual(['Ann Lee']);
  });
});

test('titles are the window’s and those for sharing, and a site’s names are those that are stated', () => {
  const says = statementsOf(
    `<title>One</title><title>Two</title>${meta('og:title', 'Three')}${meta('application-name', 'Quay')}${ld({ author: 'A', publisher: { name: 'Quay Media' } })}`,
  );
  expect(says.titles).toEqual(['One', 'Three']);
  expect(says.siteNames).toEqual(['Quay', 'Quay Media']);
  expect(statementsOf('').siteNames).toEqual([]);
  expect(texts(says.publishers)).toEqual(['Quay Media', 'Quay']);
});
