import { describe, expect, test } from 'vitest';
import { scrapeArticle } from '../../../src/article/scrape.ts';
import { article, articleOf, FIRST, LINE, PARAGRAPHS, SECOND, texts, THIRD } from './ferry-page.ts';

describe('line breaks', () => {
  test.each([
    ['two', `<div>${FIRST}<br><br>${SECOND}<br><br>${THIRD}</div>`],
    ['one between long sentences', `<p>${FIRST}<br>${SECOND}<br/>${THIRD}</p>`],
    [
      'empty elements called so',
      `<div>${FIRST}<span class="part br" data-pos="2"></span>${SECOND}<span class="br"></span>${THIRD}</div>`,
    ],
  ])('%s part paragraphs', (_what, content) => {
    expect(texts(article(content))).toEqual([FIRST, SECOND, THIRD]);
  });

  test('one within a sentence, or after a short line, is a space', () => {
    const [start, end] = [SECOND.slice(0, 60).trim(), SECOND.slice(60).trim()];
    const content = `<p>${FIRST}</p><p>${start}<br>${end}</p><p>She waited.<br>${THIRD}</p>`;
    expect(texts(article(content))).toEqual([FIRST, `${start} ${end}`, `She waited. ${THIRD}`]);
  });
});

test.each([
  ['numbered', ['1. Soup (11-3)', '2. Bread (10-4)', '3. Tea']],
  ['marked', ['• Soup is given to all who wait', '• Bread is sold', '• Tea, too']],
  ['labelled', ['Soup: pea, with mint', 'Bread: rye', 'Next ferry: on Thursday']],
])('%s lines that single breaks part are a list', (_what, lines) => {
  const { paragraphs } = articleOf(
    article(`<p>${FIRST}</p><p>${lines.join('<br>')}</p><p>${SECOND}</p>`),
  );
  expect(paragraphs.value).toEqual([
    { kind: 'p', text: FIRST },
    ...lines.map((text) => ({ kind: 'li', text })),
    { kind: 'p', text: SECOND },
  ]);
});

test('lines of an interview are no list', () => {
  const lines = [`Quay: Whose is it, then?`, `Mole: ${SECOND}`, `Lee: ${THIRD}`];
  const { paragraphs } = articleOf(article(`<p>${FIRST}</p><p>${lines.join('<br>')}</p>`));
  expect(paragraphs.value.slice(2)).toEqual([
    { kind: 'p', text: lines[1] },
    { kind: 'p', text: lines[2] },
  ]);
});

describe('an article that a template cuts in parts', () => {
  const day = (name: string) => `On ${name} it was late too. ${SECOND}`;
  const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday'].map(day);
  const rest = `<section><div class="story-text">${days.map((text) => `<p>${text}</p>`).join('')}</div></section>`;
  const tours = 'See the islands by boat, now. '.repeat(3);
  const promotion = `<ul>${`<li><a href="/tours">${tours}</a></li>`.repeat(9)}</ul>`;
  const opening = `<section><div class="story-text"><p>${FIRST}</p></div></section>`;

  test('is read on in elements called the same', () => {
    expect(texts(article(opening + promotion + rest))).toEqual([FIRST, ...days]);
  });

  test('shows the pictures of all its parts', () => {
    const shown = (name: string) => `<img src="/${name}.jpg" width="600" height="400">`;
    const body = (opening + promotion + rest).replaceAll(
      '</section>',
      `${shown('quay')}</section>`,
    );
    const cut = body.replace('/quay.jpg', '/ferry.jpg');
    const urls = articleOf(article(cut)).images.value.map(({ url }) => url);
    expect(urls).toEqual(['https://quay.example/ferry.jpg', 'https://quay.example/quay.jpg']);
  });

  test('is not read on in those of a side show', () => {
    const aside = `<aside class="related"><div class="story-text"><p>${THIRD}</p></div></aside>`;
    expect(texts(article(opening + promotion + rest + aside))).toEqual([FIRST, ...days]);
  });
});

test.each([
  ['span', 'cross-head'],
  ['p', 'article-zwischentitel'],
])('a line in <%s class="%s"> is a subhead', (name, names) => {
  const subhead = `<${name} class="${names}">'Soup for all'</${name}>`;
  const content = `<div><p>${FIRST}</p>${subhead}<p>${SECOND}</p><p>${THIRD}</p></div>`;
  expect(articleOf(article(content)).paragraphs.value[1]).toEqual({
    kind: 'h',
    text: "'Soup for all'",
  });
});

test('a heading that was not closed takes no text with it', () => {
  const long = `${FIRST} ${SECOND} ${THIRD}`;
  const content = `<h4>By the harbour office<div>${long}</div><div>${long.replace('four', 'five')}</div>`;
  const said = [long, long.replace('four', 'five')];
  expect(texts(article(content))).toEqual(said);
});

test('text in an element that the parser knows for another is read', () => {
  const content = `<div><tmp>${FIRST}<br><br>${SECOND}<br><br>${THIRD}</tmp></div>`;
  expect(texts(article(content))).toEqual([FIRST, SECOND, THIRD]);
});

test.each([
  ['an anchor', '<a name="top"/>'],
  ['a link within a link', '<a href="/harbour">Harbour <a href="/ferry">Ferry</a> '],
  ['a link', '<a href="/harbour">Harbour '],
])('%s that was not closed ends where the next begins', (_what, open) => {
  const body = `<div>${open}<p><a href="/">Home</a></p>${article(PARAGRAPHS)}</div>`;
  expect(texts(body)).toEqual([FIRST, SECOND, THIRD]);
});

test.each([
  [
    'after a head that nothing closed, as HTML allows',
    (paragraphs: string) =>
      `<!doctype html><html><head><title>Ferry late again</title><h1>Ferry late again</h1>${paragraphs}`,
  ],
  [
    'in a declared shadow tree',
    (paragraphs: string) =>
      `<body><h1>Ferry late again</h1><news-story><template shadowrootmode="open">${paragraphs}</template></news-story></body>`,
  ],
])('text %s is read', (_what, page) => {
  const outcome = scrapeArticle({
    siteName: undefined,
    html: page(PARAGRAPHS),
    url: 'https://quay.example/ferry-late',
  });
  expect(outcome).toMatchObject({
    article: { paragraphs: { value: [{ text: FIRST }, { text: SECOND }, { text: THIRD }] } },
  });
});

describe('preformatted text', () => {
  test('has paragraphs where a blank line is', () => {
    const content = `<pre>\n${FIRST.replace(' four', '\nfour')}\n\n${SECOND}\n \n${THIRD}\n</pre>`;
    expect(texts(article(content))).toEqual([FIRST, SECOND, THIRD]);
  });

  test('that is code is one block', () => {
    const code = 'const soup = await quay.give();\n\nreturn soup.bowls;';
    const content = `<p>${FIRST}</p><pre><code>${code}</code></pre><p>${SECOND}</p>`;
    expect(texts(article(content))).toEqual([FIRST, code.replaceAll(/\s+/g, ' '), SECOND]);
  });
});

test('a standfirst that is made of the first sentences is not said twice', () => {
  const standfirst = `<h2 class="standfirst">${FIRST} ${SECOND.slice(0, 40)}.</h2>`;
  const body = `<div class="article-body"><p>${FIRST}</p><p>${SECOND}</p><p>${THIRD}</p></div>`;
  expect(texts(article(standfirst + body))).toEqual([FIRST, SECOND, THIRD]);
});

test('a page whose only text is its headline and its template is no article', () => {
  const rubric =
    '<p>The harbour pages are made by the harbour office of Port Else for all of you.</p>';
  expect(() => texts(article(rubric.repeat(4)))).toThrow(/no running text/);
});

test('text that only a screen reader is given is none of the paragraph’s', () => {
  const hidden = '<span class="go-vh">(opens in a new window)</span>';
  const content = `<p><a href="https://a.example/">${FIRST}</a>${hidden}</p><p>${SECOND}</p><p>${THIRD}</p>`;
  expect(texts(article(content))).toContain(SECOND);
  expect(texts(article(content)).join(' ')).not.toContain('new window');
});

describe('a page drawn by scripts gives the text that it carries for them', () => {
  const markup = PARAGRAPHS;
  const push = (text: string) =>
    `<script>self.__next_f.push(${JSON.stringify([1, text])})</script>`;

  test.each([
    [
      'as a text row of server components, in pieces',
      () => {
        const length = Buffer.byteLength(markup).toString(16);
        const rows = `1:"$Sreact.fragment"\n24:T${length},${markup}5:["$","p",null,{}]\n`;
        return push(rows.slice(0, 90)) + push(rows.slice(90));
      },
    ],
    [
      'as a template',
      () => `<div class="post-body"><script type="text/template">${markup}</script></div>`,
    ],
    ['as data of server components', () => push(`7:${JSON.stringify({ body: markup })}\n`)],
    [
      'as an assigned state',
      () => `<script>window.__STATE__ = ${JSON.stringify({ article: { body: markup } })};</script>`,
    ],
    [
      'without its captions',
      () =>
        push(
          `7:${JSON.stringify({ body: `<div class="caption"><p>${LINE}</p></div>${markup}` })}\n`,
        ),
    ],
  ])('%s', (_what, script) => {
    const page = `<h1>Ferry late again</h1><div id="root"></div>${script()}`;
    expect(texts(page)).toEqual([FIRST, SECOND, THIRD]);
  });

  test.each([
    ['a row whose length is a lie', `24:Tffffff,${'x'.repeat(50)}`],
    ['rows that are no JSON', '1:{"a":\n2:[1,\n'],
    ['a script that only looks like it', '', '<script>self.__next_f.push(alert(1))</script>'],
    ['a template for a form', '', `<script type="text/template">${markup}</script>`],
  ])('and none of %s', (_what, rows, script = push(rows)) => {
    expect(() => texts(`<h1>Ferry late again</h1>${script}`)).toThrow(/no running text/);
  });
});

describe('writers that no word announces', () => {
  const names = (content: string, head = '') =>
    articleOf(
      article(`${content}<p>${FIRST}</p><p>${SECOND}</p><p>${THIRD}</p>`),
      head,
    ).authors?.value.map(({ name }) => name);

  test.each([
    [
      'in bold before the text',
      '<p><strong>Ann Lee/Bob van Dyk</strong></p>',
      ['Ann Lee', 'Bob van Dyk'],
    ],
    ['beside the date', '<div>Ann Lee | 05.04.2026 - Update: 05.04.2026</div>', ['Ann Lee']],
  ])('are found %s', (_where, content, expected) => {
    expect(names(content)).toEqual(expected);
  });

  test.each([
    ['a subhead in bold', '<p><strong>What the harbour office says</strong></p>'],
    ['one word in bold', '<p><b>Update</b></p>'],
    ['a name that is not in bold', '<p>Ann Lee</p>'],
  ])('are not %s', (_what, content) => {
    expect(names(content)).toBeUndefined();
  });

  test('stand in place of the publisher, whose name templates put there', () => {
    const head = `<meta property="og:site_name" content="The Quay"><meta name="author" content="The Quay">`;
    expect(names('<p><strong>Ann Lee</strong></p>', head)).toEqual(['Ann Lee']);
  });

  test('are people beside their publisher, and without their profession', () => {
    const author = [{ name: '부두일보' }, { name: '김철수 기자' }];
    const ld = { '@type': 'NewsArticle', author, publisher: { name: '부두일보' } };
    const head = `<script type="application/ld+json">${JSON.stringify(ld)}</script>`;
    expect(names('', head)).toEqual(['김철수']);
  });
});
