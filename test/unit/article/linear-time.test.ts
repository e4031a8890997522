// No address, name or text of a page costs more than linear time: every string that a page or its headers may hold is
// made four times as long. Quadratic work then takes sixteen times as long, linear work about four times.

import { expect, test } from 'vitest';
import { type ScrapePage, scrapeArticle } from '../../../src/article/scrape.ts';

const TEXT = [2, 3, 4, 5]
  .map(
    (hours) =>
      `<p>The ferry to the outer islands left ${hours} hours late again, and those who waited were given soup.</p>`,
  )
  .join('');

interface Parts {
  title?: string;
  head?: string;
  h1?: string;
  above?: string;
  below?: string;
  body?: string;
  after?: string;
  url?: string;
  headers?: Record<string, string>;
}

const pageWith = ({
  title = 'Ferry late',
  head = '',
  h1 = 'Ferry late again today',
  above = '',
  below = '',
  body = '',
  after = '',
  ...rest
}: Parts): ScrapePage => ({
  html: `<html lang="en"><head><title>${title}</title>${head}</head><body>${above}<article><h1>${h1}</h1>${below}${TEXT}${body}</article>${after}</body></html>`,
  url: 'https://quay.example/ferry-late',
  siteName: 'The Quay',
  ...rest,
});

type Place = (text: string) => Parts;

const meta =
  (name: string): Place =>
  (text) => ({ head: `<meta name="${name}" content="${text}">` });
const ld =
  (fields: (text: string) => object): Place =>
  (text) => ({
    head: `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Ferry late again today', datePublished: '2026-01-01', ...fields(text) })}</script>`,
  });

const PLACES: Record<string, Place> = {
  title: (s) => ({ title: s }),
  h1: (s) => ({ h1: s }),
  h2: (s) => ({ above: `<h2>${s}</h2>` }),
  canonical: (s) => ({ head: `<link rel="canonical" href="https://quay.example/${s}x">` }),
  next: (s) => ({ head: `<link rel="next" href="https://quay.example/a/${s}x">` }),
  base: (s) => ({ head: `<base href="https://quay.example/${s}x">` }),
  ogurl: meta('og:url'),
  ogtitle: meta('og:title'),
  desc: meta('description'),
  author: meta('author'),
  site: meta('og:site_name'),
  kw: meta('keywords'),
  date: meta('article:published_time'),
  dateU: meta('pubdate'),
  section: meta('article:section'),
  ident: meta('dc.identifier'),
  image: meta('og:image'),
  copyright: meta('copyright'),
  source: meta('dc.source'),
  classification: meta('classification'),
  tl: (s) => ({
    head: `<meta name="twitter:label1" content="${s}"><meta name="twitter:data1" content="${s}">`,
  }),
  ldhead: ld((s) => ({ headline: s })),
  ldauthor: ld((s) => ({ author: { name: s } })),
  lddate: ld((s) => ({ datePublished: s })),
  lddesc: ld((s) => ({ description: s })),
  ldbody: ld((s) => ({ articleBody: s })),
  ldurl: ld((s) => ({ url: s })),
  ldimage: ld((s) => ({ image: s })),
  ldsection: ld((s) => ({ articleSection: s })),
  ldpub: ld((s) => ({ publisher: { name: s } })),
  ldkw: ld((s) => ({ keywords: s })),
  ldlic: ld((s) => ({ license: s, copyrightNotice: s, copyrightHolder: s })),
  ldbroken: (s) => ({
    head: `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${s}</script>`,
  }),
  byline: (s) => ({ below: `<p class="byline">By ${s}</p>` }),
  bylineplain: (s) => ({ below: `<p>By ${s}</p>` }),
  time: (s) => ({ below: `<time datetime="${s}">${s}</time>` }),
  dateclass: (s) => ({ below: `<span class="date">${s}</span>` }),
  near: (s) => ({ below: `<p>${s}</p>` }),
  cls: (s) => ({ below: `<p class="${s}">Word</p>` }),
  id: (s) => ({ below: `<p id="${s}">Word</p>` }),
  style: (s) => ({ below: `<p style="${s}">Word</p>` }),
  href: (s) => ({
    body: `<p>See <a href="/${s}x">this</a> and all that is said of it there at length, in so many words.</p>`,
  }),
  rel: (s) => ({ body: `<a rel="${s}" href="/ferry-late/2">next</a>` }),
  linktext: (s) => ({ body: `<a href="/ferry-late/2">${s}</a>` }),
  src: (s) => ({ body: `<img src="/${s}x.jpg">` }),
  srcset: (s) => ({ body: `<img srcset="${s}">` }),
  alt: (s) => ({ body: `<img src="/a.jpg" alt="${s}">` }),
  width: (s) => ({ body: `<img src="/a.jpg" width="${s}">` }),
  caption: (s) => ({ body: `<figure><img src="/a.jpg"><figcaption>${s}</figcaption></figure>` }),
  para: (s) => ({ body: `<p>${s}</p>` }),
  li: (s) => ({ body: `<ul><li>${s}</li></ul>` }),
  quote: (s) => ({ body: `<blockquote>${s}</blockquote>` }),
  cell: (s) => ({ body: `<table><tr><td>${s}</td></tr></table>` }),
  pre: (s) => ({ body: `<pre>${s}</pre>` }),
  iframe: (s) => ({ body: `<iframe src="https://${s}"></iframe>` }),
  script: (s) => ({ head: `<script>window.__STATE__ = {"body":"${s}"}</script>` }),
  scriptraw: (s) => ({ head: `<script>${s}</script>` }),
  json: (s) => ({ head: `<script type="application/json">{"body":"${s}"}</script>` }),
  comment: (s) => ({ head: `<!--${s}-->` }),
  footer: (s) => ({ after: `<footer>${s}</footer>` }),
  datats: (s) => ({ below: `<span class="date" data-time="${s}">x</span>` }),
  itemprop: (s) => ({ below: `<span itemprop="${s}">x</span>` }),
  lang: (s) => ({ head: `<meta name="language" content="${s}">` }),
  refresh: (s) => ({ head: `<meta http-equiv="refresh" content="${s}">` }),

  'address of the page': (s) => ({ url: `https://quay.example/${s}x` }),
  'link header': (s) => ({ headers: { link: `<https://quay.example/${s}>; rel="canonical"` } }),
  'robots header': (s) => ({ headers: { 'x-robots-tag': s } }),
  'state as a tree': (s) => ({
    head: `<script>var S={title:"${s}",body:[{type:"p",text:"${s}"}]}</script>`,
  }),
};

const FILLERS = ['/', 'a', ' ', 'A ', '. ', '-', '1 ', '(', 'A, ', '字', ' | ', 'By Ab '];
const LENGTH = 40_000;
/** Less says nothing of how the work grows. */
const MIN_MS = 250;
const MOST_TIMES = 10;

function cpuMsOf(place: Place, filler: string, length: number): number {
  const page = pageWith(place(filler.repeat(Math.ceil(length / filler.length))));
  const started = process.cpuUsage();
  scrapeArticle(page);
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1_000;
}

test.each(Object.entries(PLACES))('%s costs linear time', { timeout: 120_000 }, (_name, place) => {
  const slow = FILLERS.filter((filler) => {
    if (cpuMsOf(place, filler, LENGTH) < MIN_MS) return false;
    const [small, large] = [LENGTH / 4, LENGTH].map((length) =>
      Math.min(...[1, 2, 3].map(() => cpuMsOf(place, filler, length))),
    );
    return (large ?? 0) > MOST_TIMES * (small ?? 0);
  });
  expect(slow).toEqual([]);
});
