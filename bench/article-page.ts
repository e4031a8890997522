/** A small seeded generator (mulberry32): the same pages on every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const WORDS =
  'harbour council breakwater vote storm winter boats mayor said that the of and a in for would be with more than any other year before region money paid stone wall fleet fishermen'.split(
    ' ',
  );

export interface BenchPage {
  url: string;
  html: string;
}

/** An invented news page of the weight of real ones: some 250 KB, most of it scripts, menus and teasers. */
export function inventedPage(index: number): BenchPage {
  const next = random(index + 1);
  const word = (): string => WORDS[Math.floor(next() * WORDS.length)] ?? 'boat';
  const sentence = (length: number): string => {
    const text = Array.from({ length }, word).join(' ');
    return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
  };
  const paragraph = (): string =>
    Array.from({ length: 2 + Math.floor(next() * 3) }, () =>
      sentence(12 + Math.floor(next() * 14)),
    ).join(' ');
  const title = sentence(8).slice(0, -1);
  const times = (count: number, part: (at: number) => string): string =>
    Array.from({ length: count }, (_, at) => part(at)).join('\n');
  const script = (size: number): string =>
    `<script>window.data=${JSON.stringify(Array.from({ length: size }, () => ({ id: Math.floor(next() * 1e9), label: sentence(6) })))}</script>`;
  const teaser = (at: number): string =>
    `<div class="card teaser-card"><a href="/story-${at}"><img src="/img/${at}.jpg" alt="${sentence(5)}"><h3 class="card-title">${sentence(8)}</h3></a><p class="card-text">${sentence(15)}</p><time datetime="2026-01-0${1 + (at % 9)}">January ${at}</time></div>`;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    datePublished: '2026-03-04T08:15:00+08:00',
    author: [{ '@type': 'Person', name: 'Ann Lee' }],
    publisher: { '@type': 'Organization', name: 'Port Else Courier' },
  };
  const html = `<!doctype html><html lang="en"><head><title>${title} - Port Else Courier</title>
<meta property="og:title" content="${title}"><meta name="description" content="${sentence(14)}">
${times(30, (at) => `<link rel="preload" href="/assets/${at}.css" as="style">`)}
<script type="application/ld+json">${JSON.stringify(data)}</script>${script(400)}<style>${times(300, (at) => `.c${at}{margin:${at}px;color:#${at}}`)}</style></head>
<body class="page article-page"><header class="site-header"><nav>${times(120, (at) => `<li class="menu-item"><a href="/section-${at}">${sentence(3)}</a></li>`)}</nav></header>
<main><article class="story"><h1 class="headline">${title}</h1><div class="byline">By <a rel="author" href="/author/ann-lee">Ann Lee</a></div>
<div class="article-body">${times(18 + Math.floor(next() * 20), (at) => (at % 7 === 5 ? `<div class="ad-slot"><p>Advertisement</p></div><p>${paragraph()}</p>` : `<p>${paragraph()}</p>`))}
<ul class="related-links">${times(6, (at) => `<li><a href="/r${at}">${sentence(9)}</a></li>`)}</ul></div></article>
<aside class="sidebar">${times(60, teaser)}</aside></main>${script(700)}
<footer class="site-footer">${times(80, (at) => `<div class="col"><a href="/f${at}">${sentence(3)}</a></div>`)}<p>All rights reserved.</p></footer></body></html>`;
  return { url: `https://courier.example/news/story-${index}`, html };
}
