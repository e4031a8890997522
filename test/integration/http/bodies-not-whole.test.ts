import type { Socket } from 'node:net';
import zlib from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { serveRaw } from './loopback-server.ts';
import { loopbackClient } from './test-client.ts';
import { head, outcome, truncated, corrupt } from './hostile-outcome.ts';

describe('not whole', () => {
  const page = Buffer.from('News. '.repeat(10_000));
  const whole = {
    gzip: zlib.gzipSync(page),
    br: zlib.brotliCompressSync(page),
    zstd: zlib.zstdCompressSync(page),
    deflate: zlib.deflateSync(page),
  };

  test.each(Object.entries(whole))('a truncated body in %s', async (coding, body) => {
    const cut = body.subarray(0, body.length - 8);
    const answer = (socket: Socket) =>
      socket.end(Buffer.concat([Buffer.from(head([`Content-Encoding: ${coding}`])), cut]));
    expect(await outcome(answer)).toEqual(corrupt);
  });

  test.each(Object.entries(whole))(
    'a body in %s whose message breaks off',
    async (coding, body) => {
      const lines = [`Content-Encoding: ${coding}`, `Content-Length: ${body.length + 1}`];
      const answer = (socket: Socket) =>
        socket.end(Buffer.concat([Buffer.from(head(lines)), body]));
      expect(await outcome(answer)).toEqual(truncated);
    },
  );

  test.each(Object.keys(whole))('a body that is not in %s although it says so', async (coding) => {
    const answer = (socket: Socket) =>
      socket.end(`${head([`Content-Encoding: ${coding}`])}plain words, no markup`);
    expect(await outcome(answer)).toEqual(corrupt);
  });

  test.each(Object.keys(whole))('a plain page that says it is in %s is read', async (coding) => {
    const answer = (socket: Socket) =>
      socket.end(`${head([`Content-Encoding: ${coding}`])}<html>plain text`);
    expect(await outcome(answer)).toEqual({ status: 200, length: 16 });
  });

  test.each(['UTF-8', 'none', 'constructor', 'chunked', 'text/html'])(
    'a coding of %j names none',
    async (coding) => {
      const answer = (socket: Socket) =>
        socket.end(`${head([`Content-Encoding: ${coding}`])}whole`);
      expect(await outcome(answer)).toEqual({ status: 200, length: 5 });
    },
  );

  test('what follows the last gzip member is padding', async () => {
    const padded = Buffer.concat([zlib.gzipSync('<p>whole'), Buffer.from('<!-- cached -->')]);
    const answer = (socket: Socket) =>
      socket.end(Buffer.concat([Buffer.from(head(['Content-Encoding: gzip'])), padded]));
    expect(await outcome(answer)).toEqual({ status: 200, length: 8 });
  });

  test('a gzip body with a wrong checksum', async () => {
    const body = Buffer.from(whole.gzip);
    body[body.length - 5]! ^= 0xff;
    const answer = (socket: Socket) =>
      socket.end(Buffer.concat([Buffer.from(head(['Content-Encoding: gzip'])), body]));
    expect(await outcome(answer)).toEqual(corrupt);
  });

  test.each(['compress', 'gzip, sdch', 'gzip, gzip, gzip, gzip'])(
    'a coding of %j is refused',
    async (coding) => {
      const answer = (socket: Socket) => socket.end(`${head([`Content-Encoding: ${coding}`])}x`);
      expect(await outcome(answer)).toEqual({ name: 'PermanentError', code: 'unsupported-coding' });
    },
  );

  test.each([
    ['shorter than its length', `${head(['Content-Length: 10'])}half`],
    ['without the last chunk', `${head(['Transfer-Encoding: chunked'])}4\r\nhalf\r\n`],
    ['cut inside a chunk', `${head(['Transfer-Encoding: chunked'])}a\r\nhalf`],
    ['cut in the headers', 'HTTP/1.1 200 OK\r\nContent-Le'],
    ['missing altogether', ''],
  ])('an answer %s', async (_what, bytes) => {
    expect(await outcome((socket) => socket.end(bytes))).toEqual(truncated);
  });

  test('a connection reset in the middle of a body', async () => {
    const answer = (socket: Socket) => {
      socket.write(`${head(['Content-Length: 10'])}half`, () => socket.resetAndDestroy());
    };
    expect(await outcome(answer)).toEqual(truncated);
  });

  test('a part of the body that nobody asked for', async () => {
    const lines = ['Content-Length: 4', 'Content-Range: bytes 0-3/10'];
    const answer = (socket: Socket) => socket.end(`${head(lines, '206 Partial Content')}half`);
    expect(await outcome(answer)).toEqual(truncated);
  });

  test('what is longer than its length ends at its length', async () => {
    const answer = (socket: Socket) => socket.end(`${head(['Content-Length: 4'])}whole`);
    expect(await outcome(answer)).toEqual({ status: 200, length: 4 });
  });

  test.each([
    ['not HTTP', 'SSH-2.0-OpenSSH_9.9\r\n'],
    ['two lengths', `${head(['Content-Length: 1', 'Content-Length: 2'])}ab`],
    ['a chunk size that is no number', `${head(['Transfer-Encoding: chunked'])}zz\r\n`],
  ])('an answer that is %s', async (_what, bytes) => {
    expect(await outcome((socket) => socket.end(bytes))).toMatchObject({ name: 'TransientError' });
  });

  test.each([
    ['has its length twice', `${head(['Content-Length: 5', 'Content-Length: 5'])}whole`],
    ['lists its length twice', `${head(['Content-Length: 5, 5'])}whole`],
    [
      'has a length and chunks',
      `${head(['Content-Length: 9', 'Transfer-Encoding: chunked'])}5\r\nwhole\r\n0\r\n\r\n`,
    ],
    ['folds a line', `${head(['X: one\r\n two', 'Content-Length: 5'])}whole`],
    ['has a control in a value', `${head(['X: a\u0001b\0', 'Content-Length: 5'])}whole`],
    ['has a line that is no field', `${head(['X Y: a', 'no colon', 'Content-Length: 5'])}whole`],
    ['ends its lines with line feeds', head(['Content-Length: 5']).replaceAll('\r', '') + 'whole'],
    ['has 60 KB of headers', `${head([`X: ${'a'.repeat(60_000)}`, 'Content-Length: 5'])}whole`],
    [
      'announces itself first',
      `HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n${head(['Content-Length: 5'])}whole`,
    ],
  ])('an answer that %s is read', async (_what, bytes) => {
    const answer = (socket: Socket) => void socket.write(bytes);
    expect(await outcome(answer)).toEqual({ status: 200, length: 5 });
  });

  test('lengths that differ are named', async () => {
    await using site = await serveRaw((socket) =>
      socket.end(`${head(['Content-Length: 1', 'Content-Length: 2'])}ab`),
    );
    await using client = loopbackClient([site.port]);
    await expect(client.fetch({ url: site.url, kind: 'page' })).rejects.toThrow(
      /Content-Length says 1 and 2/,
    );
  });

  test('a 304 that carries a body is a 304 and its body nothing', async () => {
    let answers = 0;
    await using site = await serveRaw((socket) => {
      answers += 1;
      socket.write(`${head(['Content-Length: 5', 'ETag: "a"'], '304 Not Modified')}stray`);
    });
    await using client = loopbackClient([site.port]);
    for (const _ of [1, 2]) {
      const response = await client.fetch({ url: site.url, kind: 'feed' });
      expect(response).toMatchObject({ status: 304, body: new Uint8Array(0) });
    }
    expect(answers).toBe(2);
  });
});
