import zlib from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type PermanentError } from '../../../src/errors.ts';
import { createHttpClient } from '../../../src/http/client.ts';
import { serve, serveRaw } from './loopback-server.ts';
import { loopbackClient, userAgent } from './test-client.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('what is sent', () => {
  test('a request names us and what we read, and nothing else', async () => {
    await using site = await serve((_request, response) => response.end('hello'));
    await using client = loopbackClient([site.port]);
    await client.fetch({ url: `${site.url}/feed.xml?a=1&b=%20#part`, kind: 'feed' });
    const [request] = site.requests;
    expect(request?.method).toBe('GET');
    expect(request?.url).toBe('/feed.xml?a=1&b=%20');
    expect(request?.headers).toEqual({
      host: `127.0.0.1:${site.port}`,
      connection: 'keep-alive',
      'user-agent': userAgent,
      accept: expect.stringContaining('application/rss+xml'),
      'accept-encoding': 'gzip, br, zstd',
    });
  });

  test('cookies that a site sets are not sent back', async () => {
    await using site = await serve((_request, response) => {
      response.setHeader('set-cookie', 'visitor=1; Path=/');
      response.end();
    });
    await using client = loopbackClient([site.port]);
    await client.fetch({ url: site.url, kind: 'page' });
    await client.fetch({ url: site.url, kind: 'page' });
    expect(site.requests.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined]);
  });

  test('validators arrive byte for byte, whatever bytes they are', async () => {
    await using site = await serve((_request, response) => response.writeHead(304).end());
    await using client = loopbackClient([site.port]);
    const etags = ['"a"', 'W/"x;br"', 'unquoted', '"gr\u00fc\u00dfe \u00ff"', '"\'`,;"'];
    for (const etag of etags) {
      await client.fetch({
        url: site.url,
        kind: 'feed',
        conditional: { url: `${site.url}/`, headers: { 'if-none-match': etag } },
      });
    }
    expect(site.requests.map(({ headers }) => headers['if-none-match'])).toEqual(etags);
  });

  test('a header with a line break is refused before anything is sent', async () => {
    await using site = await serve((_request, response) => response.end());
    await using client = loopbackClient([site.port]);
    const headers = { 'if-none-match': '"a"\r\nx-injected: 1' };
    await expect(client.fetch({ url: site.url, kind: 'feed', headers })).rejects.toMatchObject({
      code: 'bad-url',
    });
    expect(site.requests).toHaveLength(0);
  });

  test('user and password of a URL become Basic credentials and leave the URL', async () => {
    await using site = await serve((_request, response) => response.end('ok'));
    await using client = loopbackClient([site.port]);
    const url = `http://ed%40itor:p%C3%A4ss@127.0.0.1:${site.port}/feed`;
    const response = await client.fetch({ url, kind: 'feed' });
    const expected = `Basic ${Buffer.from('ed@itor:päss').toString('base64')}`;
    expect(site.requests[0]?.headers.authorization).toBe(expected);
    expect(response.url).toBe(`${site.url}/feed`);
  });

  test('a proxy of the environment is not used', async () => {
    await using site = await serve((_request, response) => response.end('direct'));
    await using proxy = await serve((_request, response) => response.end('by proxy'));
    process.env['HTTP_PROXY'] = process.env['http_proxy'] = proxy.url;
    try {
      await using client = loopbackClient([site.port]);
      const response = await client.fetch({ url: site.url, kind: 'page' });
      expect(text(response.body)).toBe('direct');
      expect(proxy.requests).toHaveLength(0);
    } finally {
      delete process.env['HTTP_PROXY'];
      delete process.env['http_proxy'];
    }
  });

  test('a user agent that is not ASCII is refused at once', () => {
    const options = { allowPrivateAddresses: [], allowPorts: [80], timeoutMs: 1_000 };
    expect(() => createHttpClient({ ...options, userAgent: 'bot\u2028' })).toThrow(TypeError);
    expect(() => createHttpClient({ ...options, userAgent: '' })).toThrow(TypeError);
  });
});

describe('what comes back', () => {
  const plain = 'News. '.repeat(40_000);

  test.each([
    ['identity', (body: Buffer) => body],
    ['gzip', zlib.gzipSync],
    ['x-gzip', zlib.gzipSync],
    ['br', zlib.brotliCompressSync],
    ['zstd', zlib.zstdCompressSync],
    ['deflate', zlib.deflateSync],
    ['deflate', zlib.deflateRawSync],
    ['gzip, br', (body: Buffer) => zlib.brotliCompressSync(zlib.gzipSync(body))],
    ['GZIP', (body: Buffer) => zlib.gzipSync(body)],
  ] as [string, (body: Buffer) => Buffer][])('a body in %s is decoded', async (coding, encode) => {
    await using site = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': coding, 'content-type': 'text/html' });
      response.end(encode(Buffer.from(plain)));
    });
    await using client = loopbackClient([site.port]);
    const response = await client.fetch({ url: site.url, kind: 'page' });
    expect(text(response.body) === plain).toBe(true);
  });

  test('gzip in two members is one body', async () => {
    const members = Buffer.concat([zlib.gzipSync('first '), zlib.gzipSync('second')]);
    await using site = await serve((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(members),
    );
    await using client = loopbackClient([site.port]);
    const response = await client.fetch({ url: site.url, kind: 'feed' });
    expect(text(response.body)).toBe('first second');
  });

  test('zero padding after the coded stream is dropped', async () => {
    const padded = Buffer.concat([zlib.gzipSync('whole'), Buffer.alloc(200_000)]);
    await using site = await serve((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(padded),
    );
    await using client = loopbackClient([site.port]);
    for (const _ of [1, 2]) {
      const response = await client.fetch({ url: site.url, kind: 'feed' });
      expect(text(response.body)).toBe('whole');
    }
  });

  test('an empty body that claims a coding is empty', async () => {
    await using site = await serve((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': 0 }).end(),
    );
    await using client = loopbackClient([site.port]);
    const response = await client.fetch({ url: site.url, kind: 'feed' });
    expect(response.body).toHaveLength(0);
  });

  test('every status resolves, and only a 2xx answer has a body', async () => {
    await using site = await serve((request, response) => {
      response.writeHead(Number(request.url?.slice(1)), { 'retry-after': '60' }).end('words');
    });
    await using client = loopbackClient([site.port]);
    for (const status of [200, 226, 300, 401, 403, 404, 410, 418, 429, 451, 500, 503, 599]) {
      const response = await client.fetch({ url: `${site.url}/${status}`, kind: 'feed' });
      expect(response.status).toBe(status);
      expect(text(response.body)).toBe(status < 300 ? 'words' : '');
      expect(response.headers['retry-after']).toBe('60');
    }
  });

  test('an error page larger than the cap is still only its status', async () => {
    await using site = await serve((_request, response) => {
      response.writeHead(410).end(Buffer.alloc(6 * 1024 * 1024));
    });
    await using client = loopbackClient([site.port]);
    await expect(client.fetch({ url: site.url, kind: 'page' })).resolves.toMatchObject({
      status: 410,
    });
  });

  test('repeated headers are joined, and a header named __proto__ changes nothing', async () => {
    await using site = await serveRaw((socket) =>
      socket.end('HTTP/1.1 200 OK\r\nLink: <a>\r\nLink: <b>\r\n__proto__: x\r\n\r\n'),
    );
    await using client = loopbackClient([site.port]);
    const { headers } = await client.fetch({ url: site.url, kind: 'page' });
    expect(headers).toEqual({ link: '<a>, <b>' });
    expect(Object.getPrototypeOf(headers)).toBe(Object.prototype);
  });

  test('connections are kept and used again', async () => {
    await using site = await serve((_request, response) => response.end('x'));
    await using client = loopbackClient([site.port]);
    for (const _ of [1, 2, 3]) await client.fetch({ url: site.url, kind: 'page' });
    expect(new Set(site.requests.map(({ socket }) => socket)).size).toBe(1);
  });

  test.each([
    ['page', 'image/png', 'bad-content-type'],
    ['feed', 'video/mp4; x=y', 'bad-content-type'],
    ['page', 'application/pdf', 'bad-content-type'],
    ['page', 'text/html', 200],
    ['feed', 'application/octet-stream', 200],
    ['feed', 'text/html', 200],
    ['robots', 'image/png', 200],
    ['any', 'image/png', 200],
  ] as const)('a %s of type %s: %s', async (kind, type, outcome) => {
    await using site = await serve((_request, response) =>
      response.writeHead(200, { 'content-type': type }).end('x'),
    );
    await using client = loopbackClient([site.port]);
    const seen = await client.fetch({ url: site.url, kind }).then(
      ({ status }) => status,
      (error: PermanentError) => error.code,
    );
    expect(seen).toBe(outcome);
  });
});
