import { describe, expect, test } from 'vitest';
import { requestSchema } from '../../../src/config/secrets/request.ts';
import { credentialsOf } from '../../../src/http/credentials.ts';
import { serveNewsSite, type NewsSite, type Page } from '../../support/site/news-site.ts';
import { serveTls, trustLoopbackCertificate } from './loopback-tls.ts';
import { loopbackClient } from './test-client.ts';

const SECRET = 'canary-k4/+=';
const coded = encodeURIComponent(SECRET);
const basic = `Basic ${Buffer.from(`desk:${SECRET}`).toString('base64')}`;

type Headers = Record<string, string | string[] | undefined>;

const kinds: [
  kind: string,
  request: object,
  isLetIn: (path: string, headers: Headers) => boolean,
][] = [
  ['headers', { headers: { 'X-Key': SECRET } }, (_path, headers) => headers['x-key'] === SECRET],
  [
    'cookies',
    { cookies: { session: SECRET } },
    (_path, { cookie = '' }) => `${String(cookie)};`.includes(`session=${SECRET};`),
  ],
  [
    'basic',
    { basic: { username: 'desk', password: SECRET } },
    (_path, { authorization }) => authorization === basic,
  ],
  ['query', { query: { key: SECRET } }, (path) => path.includes(`key=${coded}`)],
];

const to = (location: string, status = 302): Page => ({ status, body: '', headers: { location } });

/** A partner who lets in only those with the credential, whatever the path; redirects come first. */
async function partner(
  isLetIn: (path: string, headers: Headers) => boolean,
  redirects: Record<string, Page> = {},
) {
  const site = await serveNewsSite();
  const answer =
    (path: string): Page =>
    (request, response) => {
      const asked = request.url ?? '';
      if (!isLetIn(asked, request.headers)) response.writeHead(401).end('who are you?');
      else response.setHeader('etag', `"${path}"`).end(`<p>whole, at ${asked}`);
    };
  const get = site.pages.get.bind(site.pages);
  site.pages.get = (path) => {
    const plain = path.replace(/[?&]key=.*$/, '');
    return redirects[plain] ?? get(path) ?? answer(plain);
  };
  return site;
}

const heard = ({ requests }: NewsSite) => JSON.stringify(requests);
const sings = [SECRET, coded, basic.slice(6)];

describe.each(kinds)('a partner behind %s', (_kind, request, isLetIn) => {
  const asks = (site: NewsSite, hosts: string[] = []) =>
    credentialsOf({
      feeds: [`${site.url}/feed`],
      request: requestSchema.parse({ ...request, hosts }),
      credentialVariables: ['PARTNER_KEY'],
    });

  test('lets us in, also after a redirect of its own, and nothing of the answer holds the credential', async () => {
    await using site = await partner(isLetIn, { '/old': to('/feed') });
    await using client = loopbackClient([Number(new URL(site.url).port)]);
    const answer = await client.fetch({
      url: `${site.url}/old`,
      kind: 'feed',
      credentials: asks(site),
    });
    expect(answer).toMatchObject({
      status: 200,
      url: `${site.url}/feed`,
      redirects: [{ from: `${site.url}/old`, to: `${site.url}/feed` }],
      credential: { isSent: true },
    });
    const told = JSON.stringify({ ...answer, body: Buffer.from(answer.body).toString() });
    for (const song of sings) expect(told).not.toContain(song);
  });

  test('turns away whoever comes without', async () => {
    await using site = await partner(isLetIn);
    await using client = loopbackClient([Number(new URL(site.url).port)]);
    const answer = await client.fetch({ url: `${site.url}/feed`, kind: 'feed' });
    expect(answer).toMatchObject({ status: 401 });
    expect(answer.credential).toBeUndefined();
  });

  test.each([
    ['another port', '127.0.0.1'],
    ['another host', '127.0.0.2'],
  ])(
    'that sends us to %s sends us there without, at each of its addresses',
    async (_where, address) => {
      await using stranger = await serveNewsSite({}, address);
      stranger.pages.set('/first', to('/second'));
      stranger.pages.set('/second', { body: '<p>public' });
      const echo: Page = (asked, response) =>
        response
          .writeHead(302, { location: `${stranger.url}/first${asked.url!.replace(/^[^?]*/, '')}` })
          .end();
      await using site = await partner(isLetIn, { '/feed': echo });
      const ports = [site, stranger].map(({ url }) => Number(new URL(url).port));
      await using client = loopbackClient(ports);
      const answer = await client.fetch({
        url: `${site.url}/feed`,
        kind: 'page',
        credentials: asks(site),
      });
      expect(answer).toMatchObject({
        status: 200,
        url: `${stranger.url}/second`,
        credential: { isSent: false },
      });
      expect(stranger.requests.map(({ path }) => path)).toEqual(['/first', '/second']);
      for (const song of sings) expect(heard(stranger)).not.toContain(song);
      expect(stranger.requests.flatMap(({ headers }) => Object.keys(headers))).not.toContain(
        'cookie',
      );
    },
  );

  test('whose page sends its readers to a stranger, with the address that it was asked for, tells it nothing', async () => {
    await using stranger = await serveNewsSite({}, '127.0.0.2');
    const refresh: Page = (asked, response) => {
      const back = encodeURIComponent(asked.url!);
      response.setHeader('content-type', 'text/html');
      response.end(`<meta http-equiv="refresh" content="0; url=${stranger.url}/?next=${back}">`);
    };
    await using site = await partner(isLetIn, { '/feed': refresh });
    await using client = loopbackClient(
      [site, stranger].map(({ url }) => Number(new URL(url).port)),
    );
    await client.fetch({ url: `${site.url}/feed`, kind: 'page', credentials: asks(site) });
    const told = decodeURIComponent(heard(stranger));
    for (const song of sings) expect(told).not.toContain(song);
  });

  test('gets the credential at a host that is named, and by way of a stranger', async () => {
    await using site = await partner(isLetIn);
    await using media = await partner(isLetIn);
    await using stranger = await serveNewsSite({ '/link': to(`${media.url}/story`) });
    const ports = [site, media, stranger].map(({ url }) => Number(new URL(url).port));
    await using client = loopbackClient(ports);
    const credentials = asks(site, [media.url]);
    const answer = await client.fetch({ url: `${stranger.url}/link`, kind: 'page', credentials });
    expect(answer).toMatchObject({ status: 200, url: `${media.url}/story` });
    for (const song of sings) expect(heard(stranger)).not.toContain(song);
    const unnamed = await client.fetch({
      url: `${stranger.url}/link`,
      kind: 'page',
      credentials: asks(site),
    });
    expect(unnamed).toMatchObject({ status: 401, credential: { isSent: false } });
  });

  test('that sends us on from TLS to plain HTTP sends us there without', async () => {
    using _trust = trustLoopbackCertificate();
    await using plain = await serveNewsSite({ '/feed': { body: '<p>public' } });
    const told: string[] = [];
    await using secure = await serveTls((asked, response) => {
      told.push(JSON.stringify([asked.url, asked.headers]));
      response.writeHead(302, { location: `${plain.url}/feed` }).end();
    });
    await using client = loopbackClient([secure.port, Number(new URL(plain.url).port)]);
    const url = `https://127.0.0.1:${secure.port}/feed`;
    const asked = requestSchema.parse(request);
    const credentials = credentialsOf({ feeds: [url], homePage: plain.url, request: asked });
    const answer = await client.fetch({ url, kind: 'feed', credentials });
    expect(answer).toMatchObject({ status: 200, credential: { isSent: false } });
    expect(sings.some((song) => told.join().includes(song))).toBe(true);
    for (const song of sings) expect(heard(plain)).not.toContain(song);
  });

  test('has its validators sent to the address without the credential', async () => {
    await using site = await partner(isLetIn);
    await using client = loopbackClient([Number(new URL(site.url).port)]);
    const url = `${site.url}/feed`;
    const conditional = { url, headers: { 'if-none-match': '"/feed"' } };
    await client.fetch({ url, kind: 'feed', credentials: asks(site), conditional });
    expect(site.requests[0]!.headers['if-none-match']).toBe('"/feed"');
  });
});
