import type { Socket } from 'node:net';
import zlib from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { pour, serve, serveRaw } from './loopback-server.ts';
import { loopbackClient } from './test-client.ts';
import { head, outcome, tooLarge, timeout, corrupt } from './hostile-outcome.ts';

describe('too much', () => {
  const mebibytes = (count: number) => Buffer.alloc(count * 1024 * 1024);

  test.each([
    ['gzip', zlib.gzipSync(mebibytes(50))],
    [
      'br',
      zlib.brotliCompressSync(mebibytes(50), {
        params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 1 },
      }),
    ],
    ['zstd', zlib.zstdCompressSync(mebibytes(50))],
    ['deflate', zlib.deflateSync(mebibytes(50))],
    ['deflate', zlib.deflateRawSync(mebibytes(50))],
    ['gzip, gzip', zlib.gzipSync(zlib.gzipSync(mebibytes(50)))],
    ['gzip', Buffer.concat(Array.from({ length: 50 }, () => zlib.gzipSync(mebibytes(1))))],
  ])('a bomb in %s is refused', async (coding, bomb) => {
    const lines = [`Content-Encoding: ${coding}`, `Content-Length: ${bomb.length}`];
    const answer = (socket: Socket) => {
      socket.write(head(lines));
      socket.write(bomb);
    };
    expect(await outcome(answer)).toEqual(tooLarge);
    expect(await outcome(answer, { kind: 'feed' })).toEqual(tooLarge);
  });

  test('a zstd frame that claims a huge window is refused', async () => {
    const params = {
      [zlib.constants.ZSTD_c_windowLog]: 27,
      [zlib.constants.ZSTD_c_enableLongDistanceMatching]: 1,
    };
    const frame = zlib.zstdCompressSync(mebibytes(32), { params });
    const lines = ['Content-Encoding: zstd', `Content-Length: ${frame.length}`];
    expect(
      await outcome((socket) => socket.write(Buffer.concat([Buffer.from(head(lines)), frame]))),
    ).toEqual(corrupt);
  });

  test('a length over the cap is refused before the body is read', async () => {
    expect(await outcome((socket) => socket.write(head(['Content-Length: 6000000'])))).toEqual(
      tooLarge,
    );
  });

  test.each(['feed', 'page'] as const)('an endless %s is cut off', async (kind) => {
    const answer = (socket: Socket) => {
      socket.write(head([]));
      pour(socket, Buffer.alloc(64 * 1024, 'a'));
    };
    expect(await outcome(answer, { kind })).toEqual(tooLarge);
  });

  test('chunks of one byte without end are cut off at the cap', async () => {
    const answer = (socket: Socket) => {
      socket.write(head(['Transfer-Encoding: chunked']));
      pour(socket, '1\r\na\r\n'.repeat(10_000));
    };
    expect(await outcome(answer, { timeoutMs: 20_000 })).toEqual(tooLarge);
  });

  test('chunk extensions without end are cut off though they are no body', async () => {
    const answer = (socket: Socket) => {
      socket.write(`${head(['Transfer-Encoding: chunked'])}1;`);
      pour(socket, 'x'.repeat(64 * 1024));
    };
    expect(await outcome(answer)).toEqual(tooLarge);
  });

  test.each([
    ['one header of 64 KiB', `X: ${'a'.repeat(65_536)}`],
    ['nine thousand headers', Array.from({ length: 9_000 }, (_, i) => `X-${i}: abc`).join('\r\n')],
  ])('%s are refused', async (_what, lines) => {
    expect(await outcome((socket) => socket.write(head([lines])))).toEqual(tooLarge);
  });

  test('headers without end are refused', async () => {
    const answer = (socket: Socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      pour(socket, 'X-A: b\r\n'.repeat(100));
    };
    expect(await outcome(answer)).toEqual(tooLarge);
  });

  test('interim answers without end are cut off', async () => {
    const answer = (socket: Socket) =>
      pour(socket, 'HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n');
    expect(await outcome(answer)).toEqual({ name: 'TransientError', code: 'protocol' });
  });

  test('a robots file over the cap is read up to the cap', async () => {
    const line = 'Disallow: /a\n';
    const answer = (socket: Socket) => socket.end(head([]) + line.repeat(100_000));
    expect(await outcome(answer, { kind: 'robots' })).toEqual({ status: 200, length: 500 * 1024 });
  });

  test('a compressed robots file over the cap is read up to the cap', async () => {
    const body = zlib.gzipSync('Disallow: /a\n'.repeat(1_000_000));
    const answer = (socket: Socket) => {
      socket.write(head(['Content-Encoding: gzip', `Content-Length: ${body.length}`]));
      socket.end(body);
    };
    expect(await outcome(answer, { kind: 'robots' })).toEqual({ status: 200, length: 500 * 1024 });
  });
});

describe('too slow', () => {
  test.each([
    ['nothing at all', () => undefined],
    ['headers a byte at a time', (socket: Socket) => drip(socket, 'HTTP/1.1 200 OK\r\nX-Long: ')],
    ['a body a byte at a time', (socket: Socket) => drip(socket, head(['Content-Length: 9999']))],
    ['a body that stops', (socket: Socket) => socket.write(head(['Content-Length: 10']) + 'half')],
    [
      'an error page that stops',
      (socket: Socket) => socket.write(head(['Content-Length: 10'], '500 No')),
    ],
  ] as [string, (socket: Socket) => void][])(
    '%s is ended by the deadline',
    async (_what, answer) => {
      expect(await outcome(answer, { timeoutMs: 300 })).toEqual(timeout);
    },
  );

  function drip(socket: Socket, start: string) {
    socket.write(start);
    const timer = setInterval(() => socket.write('a'), 20);
    socket.on('close', () => clearInterval(timer));
  }

  test('those who wait for a connection meanwhile are ended by the deadline too', async () => {
    let isAwake = false;
    await using site = await serve((_request, response) => {
      if (isAwake) response.end('awake');
    });
    await using client = loopbackClient([site.port], { timeoutMs: 400 });
    const get = () => client.fetch({ url: site.url, kind: 'page' });
    const codes = await Promise.all(
      Array.from({ length: 200 }, () => get().catch((error: { code: string }) => error.code)),
    );
    expect(new Set(codes)).toEqual(new Set(['timeout']));
    isAwake = true;
    const answered = async () => expect(await get()).toMatchObject({ status: 200 });
    await vi.waitFor(answered, 20_000);
    expect(site.requests.length).toBeLessThan(200);
  });

  test('a TLS handshake that never ends', async () => {
    await using site = await serveRaw(() => undefined);
    await using client = loopbackClient([site.port], { timeoutMs: 300 });
    const url = `https://127.0.0.1:${site.port}/`;
    await expect(client.fetch({ url, kind: 'page' })).rejects.toMatchObject(timeout);
  });
});

test('after a hostile answer the client goes on serving others', async () => {
  await using bad = await serveRaw((socket) =>
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx'),
  );
  await using good = await serve((_request, response) => response.end('fine'));
  await using client = loopbackClient([bad.port, good.port]);
  const bads = Array.from({ length: 50 }, () =>
    client.fetch({ url: bad.url, kind: 'page' }).catch((error: { code: string }) => error.code),
  );
  const goods = Array.from({ length: 50 }, () => client.fetch({ url: good.url, kind: 'page' }));
  expect(new Set(await Promise.all(bads))).toEqual(new Set(['truncated-body']));
  expect((await Promise.all(goods)).map(({ status }) => status)).toEqual(Array(50).fill(200));
});
