import { describe, expect, test } from 'vitest';
import { serve, serveRaw } from './loopback-server.ts';
import { loopbackClient } from './test-client.ts';
import { serveTls, trustLoopbackCertificate } from './loopback-tls.ts';

/** Answers `/a` with a redirect to `/b` and so on as the table says; any other path with 200. */
const redirecting = (table: Record<string, [number, string]>) =>
  serve((request, response) => {
    const [status, location] = table[request.url ?? ''] ?? [200, undefined];
    response.writeHead(status, location === undefined ? {} : { location }).end('here');
  });

test.each([301, 302, 303, 307, 308])('%d is followed and listed', async (status) => {
  await using site = await redirecting({ '/a': [status, '/b#top'] });
  await using client = loopbackClient([site.port]);
  const response = await client.fetch({ url: `${site.url}/a`, kind: 'feed' });
  expect(response).toMatchObject({
    status: 200,
    url: `${site.url}/b`,
    redirects: [{ status, from: `${site.url}/a`, to: `${site.url}/b` }],
  });
});

test.each([300, 304, 305, 306])('%d is an answer, not a redirect', async (status) => {
  await using site = await redirecting({ '/a': [status, '/b'] });
  await using client = loopbackClient([site.port]);
  const response = await client.fetch({ url: `${site.url}/a`, kind: 'feed' });
  expect(response).toMatchObject({ status, redirects: [] });
});

test('a redirect without Location is an answer', async () => {
  await using site = await serve((_request, response) => response.writeHead(302).end());
  await using client = loopbackClient([site.port]);
  await expect(client.fetch({ url: site.url, kind: 'feed' })).resolves.toMatchObject({
    status: 302,
  });
});

test('ten redirects are followed, the eleventh is refused', async () => {
  const hops = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i): [string, [number, string]] => [
        `/${i}`,
        [302, `/${i + 1}`],
      ]),
    );
  await using ten = await redirecting(hops(10));
  await using eleven = await redirecting(hops(11));
  await using client = loopbackClient([ten.port, eleven.port]);
  await expect(client.fetch({ url: `${ten.url}/0`, kind: 'feed' })).resolves.toMatchObject({
    url: `${ten.url}/10`,
  });
  await expect(client.fetch({ url: `${eleven.url}/0`, kind: 'feed' })).rejects.toMatchObject({
    name: 'PermanentError',
    code: 'too-many-redirects',
  });
  expect(eleven.requests).toHaveLength(11);
});

test('a circle is known at its first turn', async () => {
  await using site = await redirecting({ '/a': [301, '/b'], '/b': [301, '/a'] });
  await using client = loopbackClient([site.port]);
  await expect(client.fetch({ url: `${site.url}/a`, kind: 'feed' })).rejects.toMatchObject({
    code: 'too-many-redirects',
  });
  expect(site.requests).toHaveLength(2);
});

describe('a redirect that wants its cookie back', () => {
  const wanting = (path: string, cookie: string) =>
    serve((request, response) => {
      if (request.headers.cookie?.includes('seen=1')) response.end('<p>whole');
      else response.writeHead(302, { location: path, 'set-cookie': cookie }).end();
    });

  test('gets it', async () => {
    await using site = await wanting('/a', 'seen=1; Path=/');
    await using client = loopbackClient([site.port]);
    const response = await client.fetch({ url: `${site.url}/a`, kind: 'feed' });
    expect(response.redirects).toHaveLength(1);
  });

  test('is a circle where the cookie belongs to another path', async () => {
    await using site = await wanting('/a', 'seen=1; Path=/elsewhere');
    await using client = loopbackClient([site.port]);
    await expect(client.fetch({ url: `${site.url}/a`, kind: 'feed' })).rejects.toMatchObject({
      code: 'too-many-redirects',
    });
    expect(site.requests).toHaveLength(1);
  });
});

test('a page that sends its readers on at once is a redirect, one of another site is not', async () => {
  const refresh = (target: string) =>
    `<html><head><meta http-equiv="refresh" content="0; url=${target}"></head></html>`;
  await using site = await serve((request, response) => {
    response.setHeader('content-type', 'text/html');
    if (request.url === '/a') response.end(refresh('/b'));
    else if (request.url === '/away') response.end(refresh('https://other.example/'));
    else response.end('<p>whole');
  });
  await using client = loopbackClient([site.port]);
  const moved = await client.fetch({ url: `${site.url}/a`, kind: 'page' });
  expect(moved).toMatchObject({ url: `${site.url}/b`, redirects: [{ to: `${site.url}/b` }] });
  const stayed = await client.fetch({ url: `${site.url}/away`, kind: 'page' });
  expect(stayed).toMatchObject({ url: `${site.url}/away`, redirects: [] });
});

test('hops of one site share a connection', async () => {
  await using site = await redirecting({ '/a': [301, '/b'], '/b': [301, '/c'] });
  await using client = loopbackClient([site.port]);
  await client.fetch({ url: `${site.url}/a`, kind: 'feed' });
  expect(new Set(site.requests.map(({ socket }) => socket)).size).toBe(1);
});

test('a Location in raw UTF-8 is understood', async () => {
  await using site = await serveRaw((socket, head) => {
    const location = head.startsWith('GET /a') ? 'Location: /münchen\r\n' : '';
    const status = location === '' ? '200 OK' : '301 Moved';
    socket.write(Buffer.from(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\n${location}\r\n`));
  });
  await using client = loopbackClient([site.port]);
  const response = await client.fetch({ url: `${site.url}/a`, kind: 'feed' });
  expect(response.url).toBe(`${site.url}/m%C3%BCnchen`);
});

test.each(['http://', 'http://[', 'http://a b/'])(
  'a Location of %j is refused',
  async (location) => {
    await using site = await redirecting({ '/a': [302, location] });
    await using client = loopbackClient([site.port]);
    await expect(client.fetch({ url: `${site.url}/a`, kind: 'feed' })).rejects.toMatchObject({
      name: 'PermanentError',
      code: 'bad-url',
    });
  },
);

test.each([
  'http://169.254.169.254/latest/meta-data/',
  'http://[::1]/',
  '//[::ffff:10.0.0.1]/',
  'http://x@10.0.0.1/',
  'http://0x0a.1/',
  'http://127.0.0.1:6379/',
  'file:///etc/passwd',
  'gopher://127.0.0.1:6379/_FLUSHALL',
  'data:text/xml,<rss/>',
  'ftp://news.example/',
])('a redirect to %s is refused at the hop', async (location) => {
  await using site = await redirecting({ '/a': [302, location] });
  await using client = loopbackClient([site.port]);
  await expect(client.fetch({ url: `${site.url}/a`, kind: 'feed' })).rejects.toMatchObject({
    name: 'PermanentError',
    code: 'address-refused',
  });
});

test('credentials and own headers end at the first other origin and do not come back', async () => {
  await using other = await serve((_request, response) =>
    response.writeHead(302, { location: `${home.url}/end` }).end(),
  );
  await using home = await serve((request, response) => {
    const location = { '/start': '/next', '/next': other.url }[request.url ?? ''];
    if (location === undefined) response.end();
    else response.writeHead(302, { location }).end();
  });
  await using client = loopbackClient([home.port, other.port]);
  await client.fetch({
    url: `http://me:pw@127.0.0.1:${home.port}/start`,
    kind: 'feed',
    headers: { 'x-api-key': 'k', cookie: 'a=b', 'if-none-match': '"v1"' },
  });
  const secrets = (requests: typeof home.requests) =>
    requests.map(({ headers }) => [
      headers.authorization,
      headers['x-api-key'],
      headers.cookie,
      headers['if-none-match'],
    ]);
  const sent = ['Basic bWU6cHc=', 'k', 'a=b', '"v1"'];
  const none = [undefined, undefined, undefined, undefined];
  expect(secrets(home.requests)).toEqual([sent, sent, none]);
  expect(secrets(other.requests)).toEqual([none]);
});

test('credentials in a Location are not used', async () => {
  await using site = await serve((request, response) => {
    if (request.url !== '/a') return response.end();
    return response.writeHead(302, { location: `http://spy:pw@127.0.0.1:${site.port}/b` }).end();
  });
  await using client = loopbackClient([site.port]);
  const response = await client.fetch({ url: `${site.url}/a`, kind: 'feed' });
  expect(site.requests[1]?.headers.authorization).toBeUndefined();
  expect(response.redirects[0]?.to).toBe(`${site.url}/b`);
});

test('validators go to the URL that issued them, wherever it stands in the chain', async () => {
  await using cdn = await serve((_request, response) => response.writeHead(304).end());
  await using home = await redirecting({ '/feed': [302, `${cdn.url}/feed.xml`] });
  await using client = loopbackClient([home.port, cdn.port]);
  const conditional = { url: `${cdn.url}/feed.xml`, headers: { 'if-none-match': '"v1"' } };
  const response = await client.fetch({ url: `${home.url}/feed`, kind: 'feed', conditional });
  expect(response.status).toBe(304);
  expect(home.requests[0]?.headers['if-none-match']).toBeUndefined();
  expect(cdn.requests[0]?.headers['if-none-match']).toBe('"v1"');
});

test('from https to http only without credentials', async () => {
  using _trust = trustLoopbackCertificate();
  await using plain = await serve((_request, response) => response.end());
  await using secure = await serveTls((_request, response) =>
    response.writeHead(302, { location: plain.url }).end(),
  );
  await using client = loopbackClient([plain.port, secure.port]);
  const fetchWith = (user: string) =>
    client.fetch({ url: `https://${user}127.0.0.1:${secure.port}/`, kind: 'feed' });
  await expect(fetchWith('')).resolves.toMatchObject({ status: 200 });
  await expect(fetchWith('me:pw@')).rejects.toMatchObject({
    name: 'PermanentError',
    code: 'downgrade-refused',
  });
  expect(plain.requests).toHaveLength(1);
});

test('the deadline covers all hops together', async () => {
  let hop = 0;
  await using site = await serve((_request, response) => {
    hop += 1;
    setTimeout(() => response.writeHead(302, { location: `/${hop}` }).end(), 150);
  });
  await using client = loopbackClient([site.port], { timeoutMs: 400 });
  await expect(client.fetch({ url: site.url, kind: 'feed' })).rejects.toMatchObject({
    code: 'timeout',
  });
  expect(site.requests.length).toBeLessThan(5);
});
