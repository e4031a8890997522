import type { Transform } from 'node:stream';
import zlib from 'node:zlib';
import { PermanentError } from '../errors.ts';

/** What we ask for. `deflate` is understood but not asked for: servers disagree about what it means. */
export const ACCEPT_ENCODING = 'gzip, br, zstd';

// RFC 9659: a zstd window in HTTP is at most 8 MiB. Without this a 20-byte frame claims 128 MiB.
const ZSTD_WINDOW_LOG = 23;
const MAX_CODINGS = 3;
const CHUNK_SIZE = 64 * 1024;

/** Takes the first bytes of the body when they are known. */
export type DecoderFactory = (firstChunk: Uint8Array) => Transform;

const ZSTD_PARAMS = { [zlib.constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG };

const DECODERS = new Map<string, DecoderFactory>([
  ['gzip', () => zlib.createGunzip({ chunkSize: CHUNK_SIZE })],
  ['br', () => zlib.createBrotliDecompress({ chunkSize: CHUNK_SIZE })],
  ['zstd', () => zlib.createZstdDecompress({ chunkSize: CHUNK_SIZE, params: ZSTD_PARAMS })],
  // RFC 9110 section 8.4.1.2 means the zlib format, whose first byte ends in 8; some servers send
  // the bare stream.
  [
    'deflate',
    ([first = 8]) =>
      (first & 0x0f) === 8
        ? zlib.createInflate({ chunkSize: CHUNK_SIZE })
        : zlib.createInflateRaw({ chunkSize: CHUNK_SIZE }),
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
    .map((coding) => DECODERS.get(coding))
    .filter((decoder) => decoder !== undefined);
  if (known.length !== codings.length || known.length > MAX_CODINGS) {
    const shown = header.slice(0, 60);
    throw new PermanentError(
      'unsupported-coding',
      `the body is coded as "${shown}", which is not understood`,
    );
  }
  return known.toReversed();
}
