import type { Socket } from 'node:net';
import zlib from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { pour, serve, serveRaw } from './loopback-server.ts';
import { loopbackClient } from './test-client.ts';

const head = (lines: string[], status = '200 OK') =>
  [`HTTP/1.1 ${status}`, 'Content-Type: text/html', ...lines, '', ''].join('\r\n');

async function outcome(
  answer: (socket: Socket, requestHead: string) => void,
  options: { kind?: 'feed' | 'page' | 'robots'; timeoutMs?: number } = {},
) {
  await using site = await serveRaw(answer);
  await using client = loopbackClient([site.port], { timeoutMs: options.timeoutMs ?? 5_000 });
  return await client.fetch({ url: site.url, kind: options.kind ?? 'page' }).then(
    ({ status, body }) => ({ status, length: body.length }),
    ({ name, code }: { name: string; code: string }) => ({ name, code }),
  );
}

const tooLarge = { name: 'PermanentError', code: 'too-large' };
const timeout = { name: 'TransientError', code: 'timeout' };
const truncated = { name: 'TransientError', code: 'truncated-body' };
const corrupt = { name: 'TransientError', code: 'corrupt-body' };

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
    await expect(get()).resolves.toMatchObject({ status: 200 });
    expect(site.requests.length).toBeLessThan(200);
  });

  test('a TLS handshake that never ends', async () => {
    await using site = await serveRaw(() => undefined);
    await using client = loopbackClient([site.port], { timeoutMs: 300 });
    const url = `https://127.0.0.1:${site.port}/`;
    await expect(client.fetch({ url, kind: 'page' })).rejects.toMatchObject(timeout);
  });
});

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
