import type { Transform } from 'node:stream';
import zlib from 'node:zlib';
import { PermanentError } from '../../errors.ts';
import { bodyBehindWrongLabel } from './coded-body.ts';

/** What we ask for. `deflate` is understood but not asked for: servers disagree about what it means. */
export const ACCEPT_ENCODING = 'gzip, br, zstd';

// RFC 9659: a zstd window in HTTP is at most 8 MiB. Without this a 20-byte frame claims 128 MiB.
const ZSTD_WINDOW_LOG = 23;
const MAX_CODINGS = 3;
const CHUNK_SIZE = 64 * 1024;

/** Takes the first bytes of the body when they are known. */
type DecoderFactory = (firstChunk: Uint8Array) => Transform;

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

/** Codings of the IANA registry and of old servers that we do not undo. */
const FOREIGN_CODINGS = new Set(
  'compress sdch aes128gcm exi pack200-gzip dcb dcz bzip2 bz2 lzma xz lz4 snappy'.split(' '),
);

/**
 * The decoders of a Content-Encoding header in the order they must be applied, empty for none. A word that
 * names no coding, such as a charset or `none`, says nothing of the body.
 * @throws PermanentError `unsupported-coding` for a coding we never asked for.
 */
function contentDecoders(header: string | undefined): DecoderFactory[] {
  if (header === undefined) return [];
  const codings = header
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim().replace(/^x-/, ''))
    .filter((coding) => DECODERS.has(coding) || FOREIGN_CODINGS.has(coding));
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

interface DecoderEvents {
  maxBytes: number;
  onData: (chunk: Uint8Array) => void;
  /** The whole body, in place of all that was given so far. */
  onWhole: (body: Uint8Array) => void;
  /** More may be written after `write` gave false. */
  onDrain: () => void;
  onEnd: () => void;
  onError: (error: Error) => void;
}

/** Undoes the codings of a body as it arrives; ends once the message has ended. */
export class BodyDecoder {
  readonly #decoders: Transform[];
  readonly #events: DecoderEvents;
  /** The body as it came: what its decoders give up on may be read without them. */
  #coded: Uint8Array[] = [];
  #error: Error | undefined;
  #isDecoded = false;
  #isReceived = false;

  constructor(decoders: Transform[], events: DecoderEvents) {
    this.#decoders = decoders;
    this.#events = events;
    for (const [index, decoder] of decoders.entries()) {
      decoder.on('error', (error) => this.#giveUp(error));
      const next = decoders[index + 1];
      if (next) decoder.pipe(next);
    }
    decoders[0]?.on('drain', () => events.onDrain());
    decoders.at(-1)?.on('data', (chunk: Uint8Array) => events.onData(chunk));
    decoders.at(-1)?.on('end', () => {
      this.#isDecoded = true;
      // What follows the coded stream is padding, but the message must still end well.
      if (this.#isReceived) events.onEnd();
      else events.onDrain();
    });
  }

  /** False when the next chunk has to wait for `onDrain`. */
  write(chunk: Uint8Array): boolean {
    this.#coded.push(chunk);
    return (
      this.#isDecoded || this.#error !== undefined || (this.#decoders[0]?.write(chunk) ?? true)
    );
  }

  /** The message has ended. */
  end(): void {
    this.#isReceived = true;
    if (this.#error) this.#finishDespite(this.#error);
    else if (this.#isDecoded) this.#events.onEnd();
    else this.#decoders[0]?.end();
  }

  // The rest of the message may show that the label is wrong, or that this was padding.
  #giveUp(error: Error): void {
    this.#error ??= error;
    if (this.#isReceived) this.#finishDespite(this.#error);
    else this.#events.onDrain();
  }

  #finishDespite(error: Error): void {
    const body = bodyBehindWrongLabel(Buffer.concat(this.#coded), this.#events.maxBytes);
    if (!body) return this.#events.onError(error);
    this.#events.onWhole(body);
    this.#events.onEnd();
  }

  destroy(): void {
    this.#coded = [];
    for (const decoder of this.#decoders) decoder.destroy();
  }
}

/**
 * The decoder of a body with such a Content-Encoding header; undefined where nothing is to be undone.
 * @throws PermanentError `unsupported-coding`
 */
export function openBodyDecoder(
  header: string | undefined,
  firstChunk: Uint8Array,
  events: DecoderEvents,
): BodyDecoder | undefined {
  const factories = contentDecoders(header);
  if (factories.length === 0) return undefined;
  return new BodyDecoder(
    factories.map((create) => create(firstChunk)),
    events,
  );
}
