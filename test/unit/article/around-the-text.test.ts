import { describe, expect, test } from 'vitest';
import { article, articleOf, FIRST, LINE, PARAGRAPHS, SECOND, texts, THIRD } from './ferry-page.ts';

const TITLE = 'The ferry is late again, and soup is given';

describe('before and after the text', () => {
  test.each([
    ['what the page hides', `<div style="display:none"><p>${LINE}</p></div>`],
    ['what a window offers', `<div class="subtitle-modal"><p>${LINE}</p></div>`],
    ['a caption named like one', `<p class="caption" itemprop="description">${LINE}</p>`],
    ['a caption beside it', `<aside class="single-photo"><p>${LINE}</p></aside>`],
    ['what a film is called', `<p class="video-desc">${LINE}</p>`],
    ['the caption of a picture', `<div><img src="/quay.jpg"><br><span>${LINE}</span></div>`],
  ])('%s is no standfirst', (_what, line) => {
    const body = `<div class="story-text">${PARAGRAPHS}</div>`;
    expect(texts(article(line + body))).toEqual([FIRST, SECOND, THIRD]);
  });

  test('slides are the article where most of the text is in them, else they are none of it', () => {
    const slides = (...slideTexts: string[]) =>
      slideTexts.map((text) => `<li class="slideshow_item"><div>${text}</div></li>`).join('');
    const lead = `${FIRST} ${LINE}`;
    const told = `<div class="body"><p>${lead}</p></div><ul>${slides(SECOND, THIRD)}</ul>`;
    expect(texts(article(told))).toEqual([lead, SECOND, THIRD]);
    expect(texts(article(`${PARAGRAPHS}<ul>${slides(LINE)}</ul>`))).toEqual([FIRST, SECOND, THIRD]);
  });

  test.each([
    ['after it, named like a note', `${PARAGRAPHS}<div class="story-body-bio">${LINE}</div>`],
    [
      'before it, named like a caption',
      `<div class="story-body-caption">${LINE}</div>${PARAGRAPHS}`,
    ],
  ])('a part of the text’s element %s is none of the text', (_what, content) => {
    const body = `<div class="story-body">${content}</div>`;
    expect(texts(article(body))).toEqual([FIRST, SECOND, THIRD]);
  });

  test.each([
    [
      'the answers of a poll',
      '<label><input type="radio">Soup of the warm kind, with bread.</label>',
    ],
    [
      'a line that points elsewhere',
      `<p>&gt;&gt; All that <a href="/soup">the soup</a> holds.</p>`,
    ],
    ['what is marked as no prose', `<div class="not-prose grid"><p>${LINE}</p></div>`],
  ])('%s in it is none of the text', (_what, extra) => {
    const body = `<p>${FIRST}</p><p>${SECOND}</p>${extra}<p>${THIRD}</p>`;
    expect(texts(article(body))).toEqual([FIRST, SECOND, THIRD]);
  });

  test('the text ends where the page tells how to cite it', () => {
    const citing = '<h3>Cite this article</h3>';
    const after = `<p>Lee, Ann. ${LINE}</p><p>MLA</p><p>${LINE} Web.</p>`;
    expect(texts(article(PARAGRAPHS + citing + after))).toEqual([FIRST, SECOND, THIRD]);
    expect(texts(article(citing + PARAGRAPHS))).toContain(FIRST);
    const told = '<h3>Cite this article as a sailor would</h3>';
    expect(texts(article(`<p>${LINE}</p>${told}${PARAGRAPHS}`))).toContain(FIRST);
  });

  test('a subhead in it stays, whatever it is called', () => {
    const subhead = '<h2 class="story-body-header">Soup on the quay</h2>';
    const body = `<div class="story-body"><p>${FIRST}</p>${subhead}<p>${SECOND}</p><p>${THIRD}</p></div>`;
    expect(texts(article(body))).toContain('Soup on the quay');
  });

  test('a standfirst that the first paragraph repeats behind the place is not said twice', () => {
    const standfirst = `<div class="standfirst">${FIRST}</div>`;
    const body = PARAGRAPHS.replace(FIRST, `PORT ELSE (TNN) — ${FIRST}`);
    expect(texts(article(standfirst + body))).toEqual([
      `PORT ELSE (TNN) — ${FIRST}`,
      SECOND,
      THIRD,
    ]);
  });

  test.each([
    'Updated: Thursday, 18 Jul 2026, 4:25 PM EDT Published : Thursday, 18 Jul 2026, 3:05 PM EDT',
    '25/04/2026 Actualizado a las 15:10h.',
    'by Ann Lee at July 18, 2026 12:12 pm. Updated at July 18, 2026 12:21 pm.',
  ])('"%s" is none of it', (line) => {
    expect(texts(article(`<p>${line}</p>${PARAGRAPHS}`))).toEqual([FIRST, SECOND, THIRD]);
  });

  test.each([
    ['Updated: Thursday, 18 Jul 2026, 4:25 PM EDT', [FIRST, SECOND, THIRD]],
    ['July 2013: Ada Mole', ['July 2013: Ada Mole', FIRST, SECOND, THIRD]],
  ])('in a list, "%s" is a date where it is labelled so', (line, expected) => {
    expect(texts(article(`<ul><li>${line}</li></ul>${PARAGRAPHS}`))).toEqual(expected);
  });

  test('an article inside the article is another one, until there is little else', () => {
    const other = `<article><h3>The storm in pictures</h3><p>${LINE}</p></article>`;
    const [first = '', ...rest] = PARAGRAPHS.split(/(?<=<\/p>)/);
    expect(texts(article(`${first}${other}${rest.join('')}`))).toEqual([FIRST, SECOND, THIRD]);
    const posts = [FIRST, SECOND, THIRD].map((text) => `<article><p>${text}</p></article>`);
    expect(texts(article(posts.join('')))).toEqual([FIRST, SECOND, THIRD]);
  });

  test('a link in square brackets is none of it', () => {
    const [first = '', ...rest] = PARAGRAPHS.split(/(?<=<\/p>)/);
    const link = '<p>[See <a href="/storm">the storm of last winter in pictures</a>.]</p>';
    const said = '<p>["It is <a href="/late">late</a>" is what she said then.]</p>';
    expect(texts(article(`${first}${link}${rest.join('')}`))).toEqual([FIRST, SECOND, THIRD]);
    expect(texts(article(`${first}${said}${rest.join('')}`))).toHaveLength(4);
  });

  test('it begins below the headline, not below a share bar’s copy of it', () => {
    const bar = `<div class="share"><h4>Ferry late again</h4><p>${LINE}</p></div>`;
    expect(texts(bar + article(PARAGRAPHS))).toEqual([FIRST, SECOND, THIRD]);
  });

  test('nothing is left of a note that begins with the writer’s name', () => {
    const head = '<meta name="author" content="Annabel Leeward">';
    const note = 'Annabel Leeward covers the ferries. She has been late herself, and likes soup.';
    const { paragraphs: found } = articleOf(article(`${PARAGRAPHS}<p>${note}</p>`), head);
    expect(found.value.map(({ text }) => text)).toEqual([FIRST, SECOND, THIRD]);
    const other = articleOf(
      article(`${PARAGRAPHS}<p>${note.replace('Annabel', 'Cara')}</p>`),
      head,
    );
    expect(other.paragraphs.value).toHaveLength(4);
  });

  test('nothing is left of what is said about the writer', () => {
    const about = `<h3>About the author</h3><p>${LINE}</p><p>She likes soup.</p>`;
    expect(texts(article(PARAGRAPHS + about))).toEqual([FIRST, SECOND, THIRD]);
  });

  test('a list of other stories is none of it', () => {
    const entries = [
      '<li><b>Is soup enough?</b> <a href="/soup">The quay asks its guests for an answer</a></li>',
      '<li><a href="/storm">The storm of last winter in pictures</a> Ann Lee - May 20, 2026, 7:10 AM</li>',
    ].join('');
    const [first = '', ...rest] = PARAGRAPHS.split(/(?<=<\/p>)/);
    const list = `<h3>Stories of the quay for you</h3><ul>${entries}</ul>`;
    expect(texts(article(`${first}${list}${rest.join('')}`))).toEqual([FIRST, SECOND, THIRD]);
    expect(texts(article(`${PARAGRAPHS}${list}`))).toEqual([FIRST, SECOND, THIRD]);
  });

  test('a line of stars parts the text, and is none of it before and after', () => {
    const [first = '', ...rest] = PARAGRAPHS.split(/(?<=<\/p>)/);
    const stars = '<p>***</p>';
    const credit = '<p>Ann Lee contributed to this report.</p>';
    const body = [stars, first, stars, ...rest, '<p>___</p>', credit].join('');
    expect(texts(article(body))).toEqual([FIRST, '***', SECOND, THIRD]);
    const note = '<p>Follow the harbour on Twitter @quay</p>';
    expect(texts(article(`${PARAGRAPHS}<p>___</p>${note}`))).toEqual([FIRST, SECOND, THIRD]);
  });

  test('readers’ contributions are none of it', () => {
    const posts = `<div id="article-forums">${`<p>${LINE}</p><p>${SECOND} ${FIRST}</p>`}</div>`;
    expect(texts(article(PARAGRAPHS + posts))).toEqual([FIRST, SECOND, THIRD]);
  });

  test.each([
    ['with its kicker', `<h2>Islands – ${TITLE}</h2>`],
    [
      'without its kicker',
      `<h2>The ferry is late once more</h2>`,
      `Islands: The ferry is late once more`,
    ],
  ])('a headline that the text repeats %s is none of it', (_what, heading, title = TITLE) => {
    const body = `<article><h1>${title}</h1><div class="story-text">${heading}${PARAGRAPHS}</div></article>`;
    expect(texts(body)).toEqual([FIRST, SECOND, THIRD]);
  });

  test('a byline in a list is none of it', () => {
    expect(texts(article(`${PARAGRAPHS}<ul><li>Autorin/Autor Ann Lee</li></ul>`))).toEqual([
      FIRST,
      SECOND,
      THIRD,
    ]);
  });

  test('the byline of several writers is not repeated', () => {
    const head = '<meta name="author" content="Annabel Leeward and Robert Raymond">';
    const byline = '<p>By ANNABEL LEEWARD and ROBERT RAYMOND - TNN Harbour Writers | 4 hrs ago</p>';
    const { paragraphs: found } = articleOf(article(byline + PARAGRAPHS), head);
    expect(found.value.map(({ text }) => text)).toEqual([FIRST, SECOND, THIRD]);
  });
});
