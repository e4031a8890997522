import type { Transform } from 'node:stream';
import zlib from 'node:zlib';
import { PermanentError } from '../errors.ts';

/** What we ask for. `deflate` is understood but not asked for: servers disagree about what it means. */
export const acceptEncoding = 'gzip, br, zstd';

// RFC 9659: a zstd window in HTTP is at most 8 MiB. Without this a 20-byte frame claims 128 MiB.
const zstdWindowLog = 23;
const maxCodings = 3;
const chunkSize = 64 * 1024;

/** Takes the first bytes of the body when they are known. */
export type DecoderFactory = (firstChunk: Uint8Array) => Transform;

const zstdParams = { [zlib.constants.ZSTD_d_windowLogMax]: zstdWindowLog };

const decoders = new Map<string, DecoderFactory>([
  ['gzip', () => zlib.createGunzip({ chunkSize })],
  ['br', () => zlib.createBrotliDecompress({ chunkSize })],
  ['zstd', () => zlib.createZstdDecompress({ chunkSize, params: zstdParams })],
  // RFC 9110 section 8.4.1.2 means the zlib format, whose first byte ends in 8; some servers send
  // the bare stream.
  [
    'deflate',
    ([first = 8]) =>
      (first & 0x0f) === 8
        ? zlib.createInflate({ chunkSize })
        : zlib.createInflateRaw({ chunkSize }),
  ],
]);

/**
 * The decoders of a Content-Encoding header in the order they must be applied, empty for none.
 * @throws PermanentError `unsupported-coding` for a coding we never asked for.
 */
export function contentDecoders(header: string | undefined): DecoderFactory[] {
  if (header === undefined) return [];
  const codings = header
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim().replace(/^x-/, ''))
    .filter((coding) => coding !== '' && coding !== 'identity');
  const known = codings
    .map((coding) => decoders.get(coding))
    .filter((decoder) => decoder !== undefined);
  if (known.length !== codings.length || known.length > maxCodings) {
    const shown = header.slice(0, 60);
    throw new PermanentError(
      'unsupported-coding',
      `the body is coded as "${shown}", which is not understood`,
    );
  }
  return known.toReversed();
}
