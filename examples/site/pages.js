import { html, raw } from 'hono/html';
import {
  canonical,
  escapeText,
  excerpt,
  jsonLd,
  readingMinutes,
  renderHtml,
  robots,
  slug,
} from 'newsrelay/consumer';

/**
 * @typedef {import('newsrelay/consumer').ArticleRecord} ArticleRecord
 * @typedef {import('newsrelay/consumer').StoredArticle} StoredArticle
 * @typedef {import('./archive.js').Archive} Archive
 * @typedef {{ name: string, url: string }} Site
 * @typedef {{ title: string, head?: unknown, body: unknown, archive: Archive, site: Site }} Page
 */

/** @param {Pick<ArticleRecord, 'id' | 'title'>} record */
export const pathOf = (record) => `/article/${record.id}/${encodeURIComponent(slug(record))}`;

/** @param {string} path */
const topicPath = (path) => `/topic/${path.split('/').map(encodeURIComponent).join('/')}`;

/** Scripts that are written from right to left. */
const RIGHT_TO_LEFT = /^(?:ar|arc|ckb|dv|fa|he|ku-Arab|ps|sd|ug|ur|yi)\b/i;

/** @param {ArticleRecord} record */
const textAttributes = ({ language = '' }) =>
  raw(
    language === ''
      ? 'dir="auto"'
      : `lang="${escapeText(language)}" dir="${RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr'}"`,
  );

/** @param {string} moment RFC 3339 */
const time = (moment) =>
  html`<time datetime="${moment}">${moment.slice(0, 16).replace('T', ' ')} UTC</time>`;

/** @param {Page} page */
export function layout({ title, head, body, archive, site }) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – ${site.name}</title>
        <link rel="stylesheet" href="/style.css" />
        <link rel="alternate" type="application/rss+xml" title="${site.name}" href="/feed.xml" />
        ${head}
      </head>
      <body>
        <header class="site">
          <a class="name" href="/">${site.name}</a>
          <form action="/search" role="search">
            <input name="q" aria-label="Search" placeholder="Search" /><button>Search</button>
          </form>
          <nav>
            ${archive.topTopics(8).map(({ path, name }) => html`<a href="${topicPath(path)}">${name}</a> `)}<a
              href="/sources"
              >Sources</a
            >
            <a href="/archive">Archive</a>
          </nav>
        </header>
        <main>${body}</main>
        <aside class="recent">
          <h2>Recent posts</h2>
          <ul>
            ${archive
              .newest(5)
              .map(
                ({ record }) =>
                  html`<li><a href="${pathOf(record)}" dir="auto">${record.title}</a></li>`,
              )}
          </ul>
        </aside>
      </body>
    </html>`;
}

/** @param {StoredArticle} article */
function card({ record }) {
  const [picture] = record.images;
  return html`<article class="card">
    ${picture && html`<img src="${picture.url}" alt="${picture.alt ?? ''}" loading="lazy" referrerpolicy="no-referrer" />`}
    <h2 ${textAttributes(record)}><a href="${pathOf(record)}">${record.title}</a></h2>
    <p ${textAttributes(record)}>${excerpt(record, 200)}</p>
    <p class="facts">
      <a href="/source/${record.sourceId}">${record.source}</a> ·
      ${time(record.publishedAt ?? record.firstSeenAt)}
    </p>
  </article>`;
}

/**
 * @param {string} heading
 * @param {StoredArticle[]} articles
 */
export const list = (heading, articles) =>
  html`<h1 dir="auto">${heading}</h1>
    ${articles.length > 0 ? articles.map(card) : html`<p>Nothing here.</p>`}`;

/** @param {ArticleRecord} record */
const labels = ({ flags }) =>
  Object.entries({
    Sponsored: flags.sponsored,
    Opinion: flags.opinion,
    Live: flags.live,
    Developing: flags.developing,
  })
    .filter(([, isSet]) => isSet)
    .map(([name]) => html`<span class="label">${name}</span> `);

/** @param {StoredArticle} article */
function byline({ record, byline: account }) {
  const authors = record.authors.map(({ name }) => name).join(', ');
  return html`<p class="facts">
    ${authors && html`By ${authors} · `}<a href="/source/${record.sourceId}">${record.source}</a> ·
    posted by <a href="/by/${encodeURIComponent(account)}">${account}</a> ·
    ${time(record.publishedAt ?? record.firstSeenAt)}${
      record.modifiedAt && record.modifiedAt !== record.publishedAt
        ? html` · updated ${time(record.modifiedAt)}`
        : ''
    }${record.rights.mode === 'full' ? ` · ${readingMinutes(record)} min` : ''}
  </p>`;
}

/**
 * @param {StoredArticle} article
 * @param {StoredArticle[]} related
 */
export function articleBody(article, related) {
  const { record } = article;
  const { topics = [], corrections = [] } = record;
  const attributes = textAttributes(record);
  return html`<article>
      <p>${labels(record)}</p>
      <h1 ${attributes}>${record.title}</h1>
      ${record.subtitle && html`<p class="standfirst" ${attributes}>${record.subtitle}</p>`}
      ${byline(article)}
      ${corrections.length > 0 && html`<div class="corrections" ${attributes}>${corrections.map(({ text }) => html`<p>${text}</p>`)}</div>`}
      <div class="text" ${attributes}>
        ${raw(renderHtml(record, { readOn: record.rights.mode === 'link' ? 'Read the story at' : 'Continue reading at' }))}
      </div>
      <p class="topics">
        ${topics.map(({ path, name }) => html`<a href="${topicPath(path)}">${name}</a> `)}
      </p>
    </article>
    ${
      related.length > 0 &&
      html`<section class="related">
        <h2>Related</h2>
        ${related.map(card)}
      </section>`
    }`;
}

/**
 * @param {ArticleRecord} record
 * @param {Site} site
 */
export function articleHead(record, site) {
  const home = canonical(record);
  const data = jsonLd(record, { url: `${site.url}${pathOf(record)}`, siteName: site.name });
  return html`<meta name="robots" content="${robots(record)}" />
    <meta name="description" content="${excerpt(record, 160)}" />
    ${home && html`<link rel="canonical" href="${home}" />`}
    <script type="application/ld+json">
      ${raw(data)}
    </script>`;
}

/** @param {{ code: string }} reason */
export const gone = ({ code }) =>
  html`<h1>No longer here</h1>
    <p>
      ${
        code === 'takedown'
          ? 'This page was taken down.'
          : 'This article was withdrawn by its publisher.'
      }
    </p>`;

/**
 * @param {StoredArticle[]} articles
 * @param {Site} site
 */
export function rss(articles, site) {
  const items = articles.map(({ record }) => {
    const link = escapeText(`${site.url}${pathOf(record)}`);
    const date = new Date(record.publishedAt ?? record.firstSeenAt).toUTCString();
    return `<item><title>${escapeText(record.title)}</title><link>${link}</link><guid>${link}</guid><pubDate>${date}</pubDate><source url="${escapeText(record.canonicalUrl)}">${escapeText(record.source)}</source><description>${escapeText(excerpt(record))}</description></item>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>${escapeText(site.name)}</title><link>${escapeText(site.url)}</link><description>${escapeText(site.name)}</description>\n${items.join('\n')}\n</channel></rss>\n`;
}

export const STYLE = `body{font:17px/1.55 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:0 1rem;display:grid;grid-template-columns:1fr 15rem;gap:0 2rem}
header.site{grid-column:1/-1;display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:center;border-bottom:1px solid #ccc;padding:1rem 0}
.name{font-weight:700;font-size:1.4rem;text-decoration:none;color:inherit}nav a{margin-inline-end:.8rem}
img{max-width:100%;height:auto}.facts,.topics{color:#555;font-size:.9rem}.label{background:#b30;color:#fff;padding:.1rem .5rem;font-size:.8rem}
.card{border-bottom:1px solid #ddd;padding:.5rem 0}.corrections{border:1px solid #b30;padding:0 1rem}table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:.2rem .6rem}
pre{overflow:auto}figure{margin:1rem 0}figcaption{color:#555;font-size:.9rem}@media(max-width:45rem){body{display:block}}`;
