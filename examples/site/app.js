import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { articleBody, articleHead, gone, layout, list, pathOf, rss, STYLE } from './pages.js';

/**
 * @typedef {import('./archive.js').Archive} Archive
 * @typedef {import('./pages.js').Site} Site
 */

/** What a page of the site may do: nothing but show pictures and its own style. */
const contentSecurityPolicy = {
  defaultSrc: ["'none'"],
  imgSrc: ['https:', 'http:'],
  styleSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

/**
 * @param {Archive} archive
 * @param {Site} site
 */
export function createApp(archive, site) {
  const app = new Hono();
  app.use(secureHeaders({ contentSecurityPolicy, crossOriginResourcePolicy: false }));

  /** @param {{ title: string, head?: unknown, body: unknown }} page */
  const page = (page) => layout({ head: '', ...page, archive, site });
  /**
   * @param {string} title
   * @param {ReturnType<Archive['newest']>} articles
   */
  const listPage = (title, articles) => page({ title, body: list(title, articles) });
  const missing = () => page({ title: 'Not found', body: list('Not found', []) });

  app.get('/style.css', (c) => c.body(STYLE, 200, { 'content-type': 'text/css; charset=utf-8' }));
  app.get('/feed.xml', (c) =>
    c.body(rss(archive.newest(), site), 200, {
      'content-type': 'application/rss+xml; charset=utf-8',
    }),
  );
  app.get('/', (c) => c.html(listPage('News', archive.newest())));

  app.get('/article/:id/:slug?', (c) => {
    const id = c.req.param('id');
    const article = archive.find(id);
    if (article) {
      const { record } = article;
      const path = pathOf(record);
      // An edited headline moves the page; the id finds it under its earlier address.
      if (new URL(c.req.url).pathname !== path) return c.redirect(path, 301);
      const body = articleBody(article, archive.related(id));
      return c.html(page({ title: record.title, head: articleHead(record, site), body }));
    }
    const reason = archive.withdrawn(id);
    return reason
      ? c.html(page({ title: 'Gone', body: gone(reason) }), 410)
      : c.html(missing(), 404);
  });

  app.get('/topic/:path{.+}', (c) => {
    const path = c.req.param('path');
    const articles = archive.ofTopic(path);
    return articles.length > 0
      ? c.html(listPage(archive.nameOfTopic(path) ?? path, articles))
      : c.html(missing(), 404);
  });
  app.get('/sources', (c) =>
    c.html(
      page({
        title: 'Sources',
        body: list(
          'Sources',
          archive.sources().flatMap(({ id }) => archive.ofSource(id).slice(0, 1)),
        ),
      }),
    ),
  );
  app.get('/source/:id', (c) => {
    const articles = archive.ofSource(c.req.param('id'));
    const [first] = articles;
    return first
      ? c.html(listPage(first.record.outlet?.name ?? first.record.source, articles))
      : c.html(missing(), 404);
  });
  app.get('/by/:account', (c) => {
    const articles = archive.ofByline(c.req.param('account'));
    return articles.length > 0
      ? c.html(listPage(`Posted by ${c.req.param('account')}`, articles))
      : c.html(missing(), 404);
  });
  app.get('/archive', (c) => {
    const [latest] = archive.months();
    return c.redirect(`/archive/${latest?.month ?? 'none'}`);
  });
  app.get('/archive/:month', (c) =>
    c.html(listPage(`Archive ${c.req.param('month')}`, archive.ofMonth(c.req.param('month')))),
  );
  app.get('/search', (c) => {
    const query = c.req.query('q') ?? '';
    return c.html(listPage(`Search: ${query}`, archive.search(query)));
  });
  app.notFound((c) => c.html(missing(), 404));
  return app;
}
