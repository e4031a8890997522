import { Buffer } from 'node:buffer';
import zlib from 'node:zlib';

/** Whether bytes begin as feeds and pages do when nothing has packed them. */
export function looksPlain(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
  // oxlint-disable-next-line no-control-regex -- packed bytes hold controls, text does not
  const isPacked = /[\u0000-\u0008\u000E-\u001F]/.test(start);
  return !isPacked && /^(?:\u00EF\u00BB\u00BF)?\s*[<{[]/.test(start);
}

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

const [FHCRC, FEXTRA, FNAME, FCOMMENT] = [2, 4, 8, 16];

/** Where the packed data of a gzip member begin (RFC 1952, section 2.3); -1 where its header is cut. */
function dataStart(bytes: Uint8Array, from: number): number {
  const flags = bytes[from + 3] ?? 0;
  let at = from + 10;
  if (flags & FEXTRA) at += 2 + (bytes[at] ?? 0) + ((bytes[at + 1] ?? 0) << 8);
  for (const flag of [FNAME, FCOMMENT]) {
    if ((flags & flag) === 0) continue;
    const zero = bytes.indexOf(0, at);
    if (zero < 0) return -1;
    at = zero + 1;
  }
  return at + (flags & FHCRC ? 2 : 0);
}

/**
 * The text of the whole gzip members that bytes begin with; null where the first is not whole. What follows
 * the last is padding, as curl and browsers take it.
 *
 * @throws what zlib throws for damaged data or more than `maxBytes`.
 */
export function gzipMembers(bytes: Uint8Array, maxBytes: number): Uint8Array | null {
  const parts: Uint8Array[] = [];
  let length = 0;
  let at = 0;
  while (isGzip(bytes.subarray(at))) {
    const start = dataStart(bytes, at);
    if (start < 0) break;
    const options = { info: true, maxOutputLength: Math.max(maxBytes - length, 1) } as const;
    const { buffer, engine } = zlib.inflateRawSync(bytes.subarray(start), options) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    const end = start + engine.bytesWritten;
    const trailer = Buffer.from(bytes.subarray(end, end + 8));
    if (trailer.length < 8 || trailer.readUInt32LE(0) !== zlib.crc32(buffer)) break;
    parts.push(buffer);
    length += buffer.length;
    at = end + 8;
  }
  return parts.length === 0 ? null : Buffer.concat(parts);
}

/**
 * A body whose label did not hold: text that nothing packed, or gzip with something behind it. Undefined
 * where it is neither, so that the decoder's own reason stands.
 */
export function bodyBehindWrongLabel(coded: Uint8Array, maxBytes: number): Uint8Array | undefined {
  let bytes = coded;
  try {
    while (isGzip(bytes)) {
      const unpacked = gzipMembers(bytes, maxBytes);
      if (unpacked === null) return undefined;
      bytes = unpacked;
    }
  } catch {
    return undefined;
  }
  return looksPlain(bytes) ? bytes : undefined;
}
