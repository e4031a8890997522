import { describe, expect, test } from 'vitest';
import { article, articleOf, FIRST, PARAGRAPHS } from '../ferry-page.ts';

const signaturesOf = (body: string, head = '') => articleOf(article(body), head).signatures;

test('an agency that signs in several places is told once, by the first of them', () => {
  const ld =
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry late again","author":"Reuters"}</script>';
  const body = `<p class="byline">By Reuters</p>${PARAGRAPHS}<p>© 2026 Reuters</p>`;
  expect(signaturesOf(body, ld)).toEqual([{ agency: 'Reuters', where: 'author' }]);
  expect(signaturesOf(body)).toEqual([{ agency: 'Reuters', where: 'byline' }]);
});

test('agencies that sign together are all told, and none that only helped', () => {
  const body = `<p class="byline">By Ann Lee with Kyodo News</p><p>Text: AFP and dpa</p>${PARAGRAPHS}<p>— EFE</p>`;
  expect(signaturesOf(body)).toEqual([
    { agency: 'AFP', where: 'byline' },
    { agency: 'dpa', where: 'byline' },
    { agency: 'EFE', where: 'text' },
  ]);
});

test('what stands at a picture signs the picture', () => {
  const figure = '<figure><img src="/a.jpg"><figcaption>© ANSA</figcaption></figure>';
  expect(signaturesOf(`${figure}${PARAGRAPHS}${figure}`)).toEqual([]);
});

const told = (body: string, head = '') =>
  articleOf(article(body), head).signatures.map(({ agency, where }) => `${agency}: ${where}`);
const ld = (...nodes: object[]) =>
  nodes
    .map(
      (node) =>
        `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Ferry late again', author: 'Ann Lee', ...node })}</script>`,
    )
    .join('');
const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;

describe('an agency signs', () => {
  test.each([
    ['among the writers of structured data', '', ld({ author: 'Reuters' }), 'author'],
    [
      'as an organization among them',
      '',
      ld({ author: [{ name: 'Ann Lee' }, { '@type': 'Organization', name: 'Reuters' }] }),
      'author',
    ],
    ['among the writers of metadata', '', meta('author', 'Reuters'), 'author'],
    ['in the byline', '<p>By Ann Lee, Reuters</p>', '', 'byline'],
    ['on the line below the byline', '<p>By Ann Lee</p><p>Reuters</p>', '', 'byline'],
    ['beside a writer’s name', '<p>Ann Lee, Reuters</p>', meta('author', 'Ann Lee'), 'byline'],
    [
      'as the holder of the rights in structured data',
      '',
      ld({ copyrightHolder: 'Reuters' }),
      'rights',
    ],
    ['in the notice of structured data', '', ld({ copyrightNotice: '© 2026 Reuters' }), 'rights'],
    ...['dc.rights', 'dcterms.rights', 'dcterms.rightsholder', 'copyright'].map((name) => [
      `in ${name}`,
      '',
      meta(name, '© 2026 Reuters'),
      'rights',
    ]),
  ] as [string, string, string, string][])('%s', (_place, above, head, where) => {
    expect(told(above + PARAGRAPHS, head)).toEqual([`Reuters: ${where}`]);
  });

  test('on a line of up to 140 letters', () => {
    const line = 'By Ann Lee, Reuters,'.padEnd(140, ' x');
    expect(told(`<p>${line}</p>${PARAGRAPHS}`)).toEqual(['Reuters: byline']);
  });

  test('before the first sentence', () => {
    expect(told(`<p>PORT ELSE (Reuters) - ${FIRST}</p>${PARAGRAPHS}`)).toEqual([
      'Reuters: dateline',
    ]);
  });

  test('at the end of the last sentence', () => {
    expect(told(`${PARAGRAPHS}<p>${FIRST} (Reuters)</p>`)).toEqual(['Reuters: text']);
  });
});

describe('an agency does not sign', () => {
  test.each([
    ['on a line of more than 140 letters', `<p>By Ann Lee, Reuters ${'x'.repeat(130)}</p>`],
    ['two lines below the byline', '<p>By Ann Lee</p><p>Port Else</p><p>Reuters</p>'],
    [
      'below a sentence that begins like a byline',
      `<p>By ${'and by the sea '.repeat(10)}</p><p>Reuters</p>`,
    ],
    ['below a line that is no byline', '<p>Port Else</p><p>Reuters</p>'],
  ])('%s', (_place, above) => {
    expect(told(above + PARAGRAPHS)).toEqual([]);
  });

  test('on a line alone that stands below no byline', () => {
    expect(told(`<p>Reuters</p>${PARAGRAPHS}`)).toEqual([]);
  });

  test('in a sentence that names a writer', () => {
    expect(told(`<p>Ann Lee, Reuters.</p>${PARAGRAPHS}`, meta('author', 'Ann Lee'))).toEqual([]);
  });

  test.each(['figure', 'picture'])('at a picture, in <%s>', (name) => {
    expect(told(`<${name}><p>By Ann Lee, Reuters</p></${name}>${PARAGRAPHS}`)).toEqual([]);
  });
});

describe('who owns a text is named below it', () => {
  const below = (...lines: string[]) =>
    told(PARAGRAPHS + lines.map((text) => `<p>${text}</p>`).join(''));

  test('on one of four lines', () => {
    const soup = ['Soup', 'Bread', 'Salt', 'Fish'].map((text) => `<a href="/x">${text}</a>`);
    expect(below(...soup.slice(0, 3), '© 2026 EFE')).toEqual(['EFE: text']);
    expect(below(...soup, '© 2026 EFE')).toEqual([]);
  });

  test('and not in a heading or at a picture', () => {
    expect(told(`${PARAGRAPHS}<h3>© 2026 EFE</h3>`)).toEqual([]);
    expect(told(`${PARAGRAPHS}<figcaption>© 2026 EFE</figcaption>`)).toEqual([]);
  });
});

describe('initials sign', () => {
  const by = (type: string, name: string) =>
    told(PARAGRAPHS, ld({ author: { '@type': type, name } }));

  test('where data types them as an organization', () => {
    expect([by('Organization', 'AA'), by('Person', 'AA')]).toEqual([
      ['Anadolu Agency: author'],
      [],
    ]);
  });

  test('as the holder of the rights', () => {
    expect(told(PARAGRAPHS, ld({ copyrightHolder: { name: 'AA' } }))).toEqual([
      'Anadolu Agency: rights',
    ]);
  });
});

test('a claim that is nobody’s for sure counts for writers and rights', () => {
  const claim = (node: object) =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...node })}</script>`;
  expect(told(PARAGRAPHS, claim({ author: 'Reuters' }))).toEqual(['Reuters: author']);
  expect(told(PARAGRAPHS, claim({ copyrightHolder: 'Reuters' }))).toEqual(['Reuters: rights']);
  expect(told(PARAGRAPHS, claim({ sourceOrganization: 'Reuters' }))).toEqual(['Reuters: rights']);
  expect(told(PARAGRAPHS, claim({ copyrightNotice: '© Reuters' }))).toEqual(['Reuters: rights']);
});
