import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import zlib from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ACCEPT_ENCODING, openBodyDecoder } from '../../../../src/http/content/content-coding.ts';

const BODY = Buffer.from('The ferry is late again. '.repeat(20));
const CODED: Record<string, (body: Buffer) => Buffer> = {
  gzip: (body) => zlib.gzipSync(body),
  br: (body) => zlib.brotliCompressSync(body),
  zstd: (body) => zlib.zstdCompressSync(body),
  deflate: (body) => zlib.deflateSync(body),
};

/** What becomes of a body under such a header; undefined where nothing is undone. */
async function decoded(header: string | undefined, body: Buffer): Promise<string | undefined> {
  const out = new PassThrough();
  let given: Uint8Array[] = [];
  const decoder = openBodyDecoder(header, body, {
    maxBytes: 1_000_000,
    onData: (chunk) => given.push(chunk),
    onWhole: (whole) => (given = [whole]),
    onDrain: () => undefined,
    onEnd: () => out.emit('done'),
    onError: (error) => out.emit('error', error),
  });
  if (!decoder) return undefined;
  const done = once(out, 'done');
  decoder.write(body);
  decoder.end();
  await done;
  return Buffer.concat(given).toString();
}

describe('a body is coded', () => {
  test.each(Object.entries(CODED))('by %s', async (name, code) => {
    expect(await decoded(name, code(BODY))).toBe(BODY.toString());
    expect(await decoded(`X-${name.toUpperCase()}`, code(BODY))).toBe(BODY.toString());
  });

  test('by deflate without its wrapper, or by several, the last first', async () => {
    expect(await decoded('deflate', zlib.deflateRawSync(BODY))).toBe(BODY.toString());
    const thrice = zlib.brotliCompressSync(zlib.gzipSync(zlib.zstdCompressSync(BODY)));
    expect(await decoded('zstd, gzip , br', thrice)).toBe(BODY.toString());
    await expect(decoded('gzip, gzip, gzip, gzip', BODY)).rejects.toThrow('not understood');
  });

  test.each([
    'compress',
    'sdch',
    'aes128gcm',
    'exi',
    'pack200-gzip',
    'dcb',
    'dcz',
    'bzip2',
    'bz2',
    'lzma',
    'xz',
    'lz4',
    'snappy',
    'x-compress',
  ])('by %s, which is not understood', async (name) => {
    await expect(decoded(name, BODY)).rejects.toThrow(`"${name}", which is not understood`);
    await expect(decoded(`gzip, ${name}`, BODY)).rejects.toThrow('not understood');
  });

  test.each([undefined, '', 'identity', 'none', 'utf-8'])('or is not, by %s', async (header) => {
    expect(await decoded(header, BODY)).toBeUndefined();
  });
});

test('we ask for what is undone', () => {
  expect(ACCEPT_ENCODING).toBe('gzip, br, zstd');
});

test('a frame of zstd whose window is above 8 MiB is refused', async () => {
  const params = (log: number) => ({ params: { [zlib.constants.ZSTD_c_windowLog]: log } });
  const large = Buffer.alloc(20_000_000, 'a');
  const frame = async (log: number) => {
    const stream = zlib.createZstdCompress(params(log));
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.end(large);
    await once(stream, 'end');
    return Buffer.concat(chunks);
  };
  await expect(decoded('zstd', await frame(24))).rejects.toThrow('too much memory');
  expect(await decoded('zstd', await frame(23))).toHaveLength(large.length);
});

describe('a coded stream that ends before its message does', () => {
  /** What was told, in its order. */
  function toldOf(body: Buffer) {
    const told: string[] = [];
    const ended = Promise.withResolvers<void>();
    const decoder = openBodyDecoder('gzip', body, {
      maxBytes: 1_000_000,
      onData: () => told.push('data'),
      onWhole: () => told.push('whole'),
      onDrain: () => {
        told.push('drain');
        ended.resolve();
      },
      onEnd: () => {
        told.push('end');
        ended.resolve();
      },
      onError: () => told.push('error'),
    })!;
    return { told, decoder, ended: ended.promise };
  }

  test('takes what follows for padding, and is over with the message alone', async () => {
    const coded = zlib.gzipSync(BODY);
    const { told, decoder, ended } = toldOf(coded);
    decoder.write(coded);
    decoder.write(Buffer.alloc(8));
    await ended;
    expect(told).toEqual(['data', 'drain']);
    expect(decoder.write(Buffer.alloc(8))).toBe(true);
    decoder.end();
    expect(told).toEqual(['data', 'drain', 'end']);
  });
});

test('a body whose label is wrong is read as it came, in whatever pieces', async () => {
  const page = Buffer.from('<rss>The ferry is late again.</rss>');
  expect(await decoded('gzip', page)).toBe(page.toString());
  expect(await decoded('br', Buffer.concat([zlib.gzipSync(page)]))).toBe(page.toString());
  await expect(decoded('gzip', Buffer.from('words alone'))).rejects.toThrow('incorrect header');
});
