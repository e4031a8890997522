import { articlePage, inventedArticle, rssFeed } from '../records/articles.ts';
import { serveNewsSite, type NewsSite } from './news-site.ts';

/** One of each kind that a source may be asked with; the user’s name is `desk`. */
export interface PartnerSecrets {
  header: string;
  cookie: string;
  query: string;
  password: string;
}

/**
 * A partner who lets in only those with all four kinds of credentials, and repeats them in links, pages, headers and
 * redirects; one of its pages it shows to nobody.
 */
export async function indiscreetPartner(secrets: PartnerSecrets): Promise<NewsSite> {
  const site = await serveNewsSite();
  const wharf = { ...inventedArticle(9, 1), path: '/wharf' };
  const locked = { ...inventedArticle(9, 2), path: '/locked' };
  const key = `key=${secrets.query}`;
  const basic = Buffer.from(`desk:${secrets.password}`).toString('base64');
  const told = [secrets.header, secrets.cookie, secrets.password, basic].join(' ');
  const answers: Record<string, () => { type: string; body: string } | undefined> = {
    '/feed.xml': () => ({
      type: 'text/xml',
      body: rssFeed(site.url, [wharf, locked]).replaceAll(
        /<link>([^<]+\/\w+)<\/link>/g,
        `<link>$1?a=1&amp;${key}</link>`,
      ),
    }),
    '/wharf': () => ({
      type: 'text/html',
      body: articlePage(wharf)
        .replace('</head>', `<link rel="canonical" href="${site.url}/wharf?${key}"></head>`)
        .replace('</p>', `</p><p>Whoever asks for this page with ${told} reads it in full.</p>`),
    }),
  };
  site.pages.get = (path) => (request, response) => {
    const { headers } = request;
    const isKnown =
      path.includes(key) &&
      headers['x-key'] === secrets.header &&
      headers.cookie === `session=${secrets.cookie}` &&
      headers.authorization === `Basic ${basic}`;
    const page = answers[path.replace(/\?.*/, '')]?.();
    const repeated = { 'x-told': told, link: `<${path}>; rel=self`, 'set-cookie': `a=${told}` };
    if (path.startsWith('/old')) {
      response.writeHead(301, { location: path.replace('/old', '/feed') }).end();
    } else if (isKnown && page) {
      response.writeHead(200, { 'content-type': page.type, ...repeated }).end(page.body);
    } else response.writeHead(path === '/robots.txt' ? 404 : 403, repeated).end(told + path);
  };
  return site;
}
