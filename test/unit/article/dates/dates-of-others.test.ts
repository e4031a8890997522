import { describe, expect, test } from 'vitest';
import { BODY, recordOf, published } from './dated-page.ts';

describe('a page that states only its last change', () => {
  test.each([
    'Updated: 12 March 2026',
    'Aktualisiert am 12.03.2026',
    'This page was last edited on 12 March 2026, at 00:00.',
  ])('as "%s" was published then as far as anybody knows', (line) => {
    expect(recordOf({ body: `${BODY}<p>${line}</p>` })).toMatchObject({
      publishedAt: '2026-03-12T00:00:00Z',
      modifiedAt: '2026-03-12T00:00:00Z',
      provenance: { publishedAt: 'text', modifiedAt: 'text' },
    });
  });

  test('in its data alike', () => {
    const head = '<meta property="article:modified_time" content="2026-03-12T09:00:00Z">';
    expect(recordOf({ head })).toMatchObject({ publishedAt: '2026-03-12T09:00:00Z' });
  });
});

test('a live blog was published when it began, not with its latest entry', () => {
  const entry = (hour: number) => ({
    '@type': 'BlogPosting',
    headline: 'Ferry in sight',
    url: `https://quay.example/ferry-late#${hour}`,
    datePublished: `2026-05-04T${hour}:00:00Z`,
    author: { name: 'Ann Lee' },
    publisher: { name: 'The Quay' },
    articleBody: 'The ferry is in sight.',
  });
  const head = `<script type="application/ld+json">${JSON.stringify({
    '@type': 'LiveBlogPosting',
    headline: 'Ferry late again',
    datePublished: '2026-05-04T10:00:00Z',
    liveBlogUpdate: [entry(12), entry(11)],
  })}</script>`;
  expect(published({ head })).toBe('2026-05-04T10:00:00Z');
});

test('a thing that is reviewed was published when it came, not with its readers’ reviews', () => {
  const review = (day: number) => ({
    '@type': 'Review',
    author: { name: 'Bob Ray' },
    datePublished: `2026-05-0${day}`,
  });
  const soup = { '@type': 'Recipe', datePublished: '2026-04-01', review: [review(4), review(3)] };
  const head = `<script type="application/ld+json">${JSON.stringify(soup)}</script>`;
  expect(published({ head })).toBe('2026-04-01T00:00:00Z');
});

test('data that is no JSON still gives the fields that are written out', () => {
  const head = `<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry late \\"again\\"",
    "datePublished": "2026-05-04T03:37:37Z", "author": {"@type": "Person"}}}</script>`;
  expect(published({ head })).toBe('2026-05-04T03:37:37Z');
});

describe('a class that names a day in the page’s own language', () => {
  test.each([
    ['fecha', '4 de mayo de 2026'],
    ['datum', '4. Mai 2026'],
    ['data', '4 maggio 2026'],
    ['articleDatum', '4 mei 2026'],
    ['fecha_publicacion', '04.05.2026'],
    ['tanggal', '4 Mei 2026'],
    ['julkaistu', '4.5.2026'],
  ])('%s dates a page that states no day elsewhere', (name, day) => {
    const above = `<div><span class="${name}">${day}</span></div>`;
    const lines = '<p>A line of the harbour’s own.</p>'.repeat(8);
    const of = (top: string) => published({ above: top + lines, url: 'https://quay.example/a' });
    expect(of(above)).toBe('2026-05-04T00:00:00Z');
    expect(of(above.replace(name, 'x'))).toBeUndefined();
  });

  test('a class that names other things too is not believed in a table or in a sentence', () => {
    const cell = '<table><tr><td class="data">4 maggio 2026</td></tr></table>';
    const text =
      '<div class="data">Il sistema conserva i valori raccolti dal 4 maggio 2026 per tutti</div>';
    const lines = '<p>A line of the harbour’s own.</p>'.repeat(8);
    for (const above of [cell, text]) expect(published({ above: above + lines })).toBeUndefined();
  });

  test('a class of another day dates nothing', () => {
    const lines = '<p>A line of the harbour’s own.</p>'.repeat(8);
    for (const name of [
      'fecha-actualizacion',
      'geburtsdatum datum',
      'fecha-comentario',
      'data-evento',
    ]) {
      const above = `<span class="${name}">4. Mai 2026</span>${lines}`;
      expect.soft(published({ above }), name).toBeUndefined();
    }
  });
});

describe('the day of another story in the page’s data dates nothing', () => {
  const other = {
    '@type': 'NewsArticle',
    headline: 'Soup kitchen closes for a week',
    datePublished: '2026-01-02',
    author: 'Ola Nord',
  };
  const block = (node: object) =>
    `<script type="application/ld+json">${JSON.stringify(node)}</script>`;

  test.each([
    ['in a list', { '@type': 'ItemList', itemListElement: [other] }],
    ['at the top', other],
    [
      'mentioned without a headline',
      { '@type': 'WebPage', mentions: { datePublished: '2026-01-02', '@type': 'Article' } },
    ],
  ])('%s', (_where, node) => {
    const head = `<meta property="og:title" content="Ferry late again">${block(node)}`;
    expect(
      published({
        head: head.replaceAll('Ferry late again', 'Ferry late again in the harbour'),
        above: '<h1>Ferry late again in the harbour</h1>',
      }),
    ).toBeUndefined();
  });

  test('the node of the page itself does', () => {
    expect(published({ head: block({ '@type': 'WebPage', datePublished: '2026-01-02' }) })).toBe(
      '2026-01-02T00:00:00Z',
    );
  });
});
