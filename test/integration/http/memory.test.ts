import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { expect, test } from 'vitest';
import { pour, serveRaw } from './loopback-server.ts';

const mebibyte = 1024 * 1024;
const member = zlib.gzipSync(Buffer.alloc(100 * mebibyte));
const zeros = Buffer.alloc(200 * mebibyte);
const fast = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 1 } };

/** Each claims or unfolds to far more than the process may hold. */
const bombs: Record<string, { coding: string; pieces: Buffer[] }> = {
  'gzip-10-gigabytes': { coding: 'gzip', pieces: Array(100).fill(member) },
  'br-200-megabytes': { coding: 'br', pieces: [zlib.brotliCompressSync(zeros, fast)] },
  'zstd-200-megabytes': { coding: 'zstd', pieces: [zlib.zstdCompressSync(zeros)] },
  'gzip-in-br': { coding: 'gzip, br', pieces: [zlib.brotliCompressSync(member)] },
};

const chunk = Buffer.from('1\r\na\r\n'.repeat(10_000));
const floods: Record<string, [string, Buffer]> = {
  endless: ['Connection: close', Buffer.alloc(64 * 1024, 'a')],
  'one-byte-chunks': ['Transfer-Encoding: chunked', chunk],
  'chunk-extensions': ['Transfer-Encoding: chunked', Buffer.from(`1;${'x'.repeat(60_000)}`)],
};

const paths = [...Object.keys(bombs), ...Object.keys(floods)];

test.each(paths)('%s ends early and makes the process grow by less than 64 MiB', async (path) => {
  await using site = await serveRaw((socket, request) => {
    const bomb = request.startsWith('GET /warm-up') ? undefined : bombs[path];
    const flood = request.startsWith('GET /warm-up') ? undefined : floods[path];
    if (bomb) {
      socket.write(`HTTP/1.1 200 OK\r\nContent-Encoding: ${bomb.coding}\r\n\r\n`);
      for (const piece of bomb.pieces) socket.write(piece);
      socket.end();
    } else if (flood) {
      socket.write(`HTTP/1.1 200 OK\r\n${flood[0]}\r\n\r\n`);
      pour(socket, flood[1]);
    } else {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfeed!');
    }
  });
  const probe = fileURLToPath(new URL('memory-probe.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--max-old-space-size=128',
    probe,
    String(site.port),
  ]);
  const { outcome, grownMiB } = JSON.parse(stdout) as { outcome: string; grownMiB: number };
  expect(outcome).toBe('too-large');
  expect(grownMiB).toBeLessThan(64);
});
