import { describe, expect, test } from 'vitest';
import { article, articleOf, FIRST, PARAGRAPHS, SECOND, texts, THIRD } from './ferry-page.ts';

const authorsOf = (body: string, head = ''): string[] =>
  articleOf(body, head).authors?.value.map(({ name }) => name) ?? [];

const site =
  '<meta property="og:site_name" content="Port Else Courier"><meta name="author" content="Port Else Courier">';

describe('where no writer stands near the headline', () => {
  test.each([
    ['after the text', article(`${PARAGRAPHS}<p><em>Von Ann Lee</em></p>`), ['Ann Lee']],
    [
      'after the text, two of them',
      article(`${PARAGRAPHS}<p>Autoren Ann Lee und Bob Ray</p>`),
      ['Ann Lee', 'Bob Ray'],
    ],
    [
      'in an agency’s note after the text',
      article(`${PARAGRAPHS}<p>(Reporting by Ann Lee; Editing by Bob Ray)</p>`),
      ['Ann Lee'],
    ],
    [
      'in a note that names the agency alone',
      article(`${PARAGRAPHS}<p><i>Reporting by The Associated Press.</i></p>`),
      ['The Associated Press'],
    ],
    [
      'before whose copyright it is',
      article(`${PARAGRAPHS}<p>Written by Ann Lee<br>Copyright: The Quay<br>Ask first</p>`),
      ['Ann Lee'],
    ],
    [
      'before the text of a page without a headline',
      `<div>Harbour</div><div><h5>Von Ann Lee</h5>${PARAGRAPHS}</div>`,
      ['Ann Lee'],
    ],
    [
      'in a list of facts, in so many words',
      `<h1>Ferry late again</h1><div>${PARAGRAPHS}</div><ul><li><b>Datum</b> 9.3.2026</li><li><b>Autorin/Autor</b> Ann Lee</li></ul>`,
      ['Ann Lee'],
    ],
    [
      'above the headline, behind the day',
      `<div>09.03.2026 <span>- Redaktion: Ann Lee (Harbour office)</span></div>${article(PARAGRAPHS)}`,
      ['Ann Lee'],
    ],
    [
      'below its label',
      article(`<h4>Autor</h4><p><a href="/x">Ann Lee</a><b>, </b></p>${PARAGRAPHS}`),
      ['Ann Lee'],
    ],
    [
      'over what is said about the writer',
      `${article(PARAGRAPHS)}<div class="author-bio"><h3>Ann Lee</h3><p>She knows the harbour.</p></div>`,
      ['Ann Lee'],
    ],
  ])('the byline is read %s', (_where, body, expected) => {
    expect(authorsOf(body)).toEqual(expected);
  });

  test.each([
    [
      'the writers of other stories',
      `${article(PARAGRAPHS)}<div><h3>The storm</h3><p>${FIRST}</p><p>By Bob Ray</p></div>`,
    ],
    [
      'the author of a book that is reviewed',
      article(`${PARAGRAPHS}<p>Titel: Die Suppe</p><p>Autor: Bob Ray</p><p>Verlag: Quay</p>`),
    ],
    [
      'a subhead in bold',
      article(`<p>${FIRST}</p><h2><strong>Late Ferry</strong></h2><p>${SECOND}</p><p>${THIRD}</p>`),
    ],
    [
      'a headline that begins like a byline',
      `<h2>Von Fähren und Suppen</h2><div>Harbour</div>${article(PARAGRAPHS)}`,
    ],
  ])('%s are none', (_what, body) => {
    expect(authorsOf(body)).toEqual([]);
  });
});

describe('data that names the site alone', () => {
  const closed = article(`${PARAGRAPHS}<p>Von Ann Lee</p>`);

  test.each([
    ['as its author', site],
    ['by its address', '<meta name="author" content="The Quay (quay.example)">'],
  ])('%s gives way to the byline after the text', (_how, head) => {
    expect(authorsOf(closed, head)).toEqual(['Ann Lee']);
  });

  test('stays where the byline names the site too', () => {
    expect(authorsOf(article(`<p>Von Port Else Courier</p>${PARAGRAPHS}`), site)).toEqual([
      'Port Else Courier',
    ]);
  });
});

describe('a byline that is marked up', () => {
  test.each([
    ['in Spanish', '<div class="autor">Ann Lee | Publicado hace 3 horas</div>', ['Ann Lee']],
    [
      'beside who took the pictures',
      '<div class="article_autor">Text: <i itemprop="author">Ann Lee</i> / <i itemprop="name">Quay</i></div>',
      ['Ann Lee'],
    ],
    [
      'with the way to the page in its element',
      '<div class="author-line"><a rel="author" href="/x">Ann Lee</a><ul itemtype="http://schema.org/BreadcrumbList"><li itemprop="name">Late Ferries</li></ul></div>',
      ['Ann Lee'],
    ],
    [
      'as a business card',
      '<div class="byline"><b class="author fn">Ann Lee</b> <b class="org">Harbour Today</b> <b>Follow</b></div>',
      ['Ann Lee'],
    ],
    ['as an account', '<span class="author">Herr_Ray</span>', ['Herr_Ray']],
    [
      'beside its label',
      '<p class="byline"><b class="author">Article by</b><b class="author">Ann Lee</b></p>',
      ['Ann Lee'],
    ],
    [
      'with what the writer is',
      '<p><b class="author">Ann Lee</b> <b class="author">Autor</b></p>',
      ['Ann Lee'],
    ],
    ['as a day alone', '<span class="author">Dienstag</span>', []],
    [
      'before the last change',
      '<p class="byline">Ann Lee zuletzt bearbeitet: Montag</p>',
      ['Ann Lee'],
    ],
    ['as a place to put a name', '<span class="author">display_name</span>', []],
    ['with the words of a link', '<a class="author">Zum Profil von Ann Lee</a>', ['Ann Lee']],
    [
      'before the day',
      '<p class="author">Erstellt von Annlee am Dienstag 6. Mai 2026</p>',
      ['Annlee'],
    ],
    [
      'before who drew the pictures',
      '<p class="byline">Text von Ann Lee Illustration von Bob Ray</p>',
      ['Ann Lee'],
    ],
  ])('%s', (_how, byline, expected) => {
    expect(authorsOf(article(byline + PARAGRAPHS))).toEqual(expected);
  });

  test('is none in a menu', () => {
    const menu = '<ul><li class="menu-item menu-item-autor"><a href="/x">Bob Ray</a></li></ul>';
    expect(authorsOf(menu + article(PARAGRAPHS))).toEqual([]);
  });

  test('is none where a content management system lists an article’s tags', () => {
    const body = `<article class="post hentry tag-fan-contributor"><h1>Ferry late again</h1><p class="byline">By Ann Lee</p>${PARAGRAPHS}<p class="note">Bob knows <a href="/author/bob">Bob Ray</a></p></article>`;
    expect(authorsOf(body)).toEqual(['Ann Lee']);
  });
});

describe('microdata of a work that the article cites', () => {
  const cited =
    '<ol><li itemprop="citation" itemscope><meta itemprop="author" content="Bob Ray"><meta itemprop="datePublished" content="1988-05-01"></li></ol>';

  test('gives it no author and no date', () => {
    const { authors, publishedAt } = articleOf(
      article(PARAGRAPHS + cited),
      '<meta name="dc.creator" content="Ann Lee">',
    );
    expect(authors?.value).toEqual([{ name: 'Ann Lee' }]);
    expect(publishedAt).toBeUndefined();
  });
});

test('metadata within a paragraph does not part it', () => {
  const line = `The soup was good, said <span itemscope><meta itemprop="name" content="Ann Lee">Ann Lee</span> of the harbour office, and there was enough of it.`;
  expect(texts(article(`<p>${line}</p>${PARAGRAPHS}`))[0]).toBe(
    'The soup was good, said Ann Lee of the harbour office, and there was enough of it.',
  );
});
