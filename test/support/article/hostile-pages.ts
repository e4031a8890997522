/** Pages that are made to take long, just within what is read of a page: a name and the page's HTML. */

/** A little under what is read of elements, and of texts between them. */
const MANY = 24_000;
export const MANY_TEXTS = 9_900;
export const SENTENCE =
  'A sentence of the usual length, with a comma, that says nothing at all to anybody. ';

export const HOSTILE_PAGES: readonly (readonly [name: string, html: string])[] = [
  ['unclosed paragraphs', `<p>${SENTENCE}`.repeat(MANY_TEXTS)],
  ['closing tags without openers', '</p></div>'.repeat(MANY)],
  ['comments', `<p>${SENTENCE}</p>${'<!-- -->'.repeat(1_000_000)}`],
  [
    'headings',
    `<h2>Soup</h2>`.repeat(4_900) + `<p>${SENTENCE}</p>` + `<h3>Bread</h3>`.repeat(4_900),
  ],
  ['one long text', `<p>${'word '.repeat(190_000)}</p>`],
  ['one long word', `<p>${'a'.repeat(990_000)}</p>`],
  [
    'pictures beside each other',
    `<article><p>${SENTENCE}</p>${'<img src="/a.jpg">'.repeat(MANY)}</article>`,
  ],
  [
    'links beside each other',
    `<article><p>${SENTENCE}</p>${'<a href="/x?page=2">next</a>'.repeat(MANY_TEXTS)}</article>`,
  ],
  ['line breaks', `<article>${'<br>'.repeat(MANY)}<p>${SENTENCE}</p></article>`],
  [
    'bylines',
    `<article><h1>T</h1>${'<span class="author">By A B and C D, E F</span>'.repeat(MANY_TEXTS)}<p>${SENTENCE}</p></article>`,
  ],
  [
    'bylines of as many classes',
    `<article><h1>T</h1>${Array.from({ length: MANY_TEXTS }, (_, index) => `<div class="author-${index} byline">By Ann Lee</div>`).join('')}<p>${SENTENCE}</p></article>`,
  ],
  [
    'a site that signs with its address, beside thousands of writers',
    `${'<meta name="author" content="Ann Lee, courier.example">'.repeat(200)}<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Soup', author: Array.from({ length: 20_000 }, (_, index) => ({ name: `Lee${index}` })) })}</script><p>${SENTENCE}</p>`,
  ],
  [
    'deep values of microdata',
    `${'<div>'.repeat(500)}${'<meta itemprop="author" content="Ann Lee">'.repeat(MANY - 1_000)}<p>${SENTENCE}</p>`,
  ],
  [
    'first-level headings',
    `<title>${'Soup and bread '.repeat(600)}</title>${'<h1>XYZ QXJ</h1>'.repeat(MANY_TEXTS)}<p>${SENTENCE}</p>`,
  ],
  [
    'headings of which one may be the headline',
    `<title>Soup and bread</title><meta property="og:title" content="The title that is shared here"><h1>Soup and bread</h1>${'<h2>A heading of the usual length, which says nothing</h2>'.repeat(MANY_TEXTS)}<p>${SENTENCE}</p>`,
  ],
  [
    'meta tags',
    `<head>${'<meta name="author" content="A &amp; B, C">'.repeat(MANY)}</head><p>${SENTENCE}</p>`,
  ],
  ['a title of separators', `<title>${' | a - '.repeat(100_000)}</title><p>${SENTENCE}</p>`],
  ['a heading of spaces', `<h1>${' '.repeat(500_000)}x</h1><p>${SENTENCE}</p>`],
  [
    'nested arrays in structured data',
    `<script type="application/ld+json">${'['.repeat(500_000)}</script><p>${SENTENCE}</p>`,
  ],
  [
    'structured data of commas',
    `<script type="application/ld+json">{${',   '.repeat(300_000)}</script><p>${SENTENCE}</p>`,
  ],
  [
    'structured data of empty nodes',
    `${`<script type="application/ld+json">[${'{},'.repeat(600_000)}1]</script>`.repeat(8)}<p>${SENTENCE}</p>`,
  ],
  [
    'states of empty nodes',
    `${`<script type="application/json">[${'{},'.repeat(600_000)}1]</script>`.repeat(8)}<p>Soup</p>`,
  ],
  [
    'a source set without end',
    `<article><p>${SENTENCE}</p><img srcset="${'/a.jpg 1w, '.repeat(200_000)}"></article>`,
  ],
  [
    'elements that share their name with the article’s',
    `<div class="a">${`<p>${SENTENCE}</p>`.repeat(5_500)}</div><a href="/x">${'link '.repeat(50_000)}</a>${`<section><div class="a">${SENTENCE}</div></section>`.repeat(3_000)}`,
  ],
  [
    'lines in one element',
    `<h1>A heading of usual length</h1>${`A line and <a href="/x">a link</a>, no more.<br><br>`.repeat(3_250)}<p>${SENTENCE.repeat(9)}</p>`,
  ],
  [
    'links on lines that single breaks part',
    `<h1>A heading of usual length</h1><div>${`A line of the usual length that holds <a href="/x">a link</a>, and nothing else at all.<br>`.repeat(3_250)}</div><p>${SENTENCE.repeat(9)}</p>`,
  ],
  [
    'long lines that end no sentence',
    `<h1>A heading of usual length</h1><div>${`${SENTENCE.trim().slice(0, -1)}<br>`.repeat(MANY_TEXTS)}</div>`,
  ],
  [
    'short lines that end like credits',
    `<article>${'<p>A, B and C, with D, contributed to</p>'.repeat(MANY_TEXTS)}<p>${SENTENCE}</p></article>`,
  ],
  ...['canonical', 'next', 'license', 'amphtml'].map((rel): [string, string] => [
    `the address of rel=${rel} of slashes`,
    `<link rel="${rel}" href="https://a.example${'/'.repeat(100_000)}x"><p>${SENTENCE}</p>`,
  ]),
  ...['-', '.', ' ', '( ', 'a ', '| ', ','].map((pump): [string, string] => [
    `a thousand writers of ${JSON.stringify(pump)}, each another one`,
    `${Array.from({ length: 1_000 }, (_, at) => `<meta name="author" content="${pump.repeat(300)}${at}!">`).join('')}<p>${SENTENCE}</p>`,
  ]),
  [
    'ten thousand writers in structured data',
    `<script type="application/ld+json">{"@type":"NewsArticle","author":[${Array.from({ length: 10_000 }, (_, at) => `{"name":"${'-'.repeat(280)}x${at}!"}`).join()}]}</script><p>${SENTENCE}</p>`,
  ],
];
