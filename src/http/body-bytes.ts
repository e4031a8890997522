const FIRST_RESERVE = 16 * 1024;
const MAX_PROMISED_RESERVE = 1024 * 1024;

/**
 * A body as it arrives, copied together, so that a million one-byte chunks cost a million bytes and
 * not a million buffers.
 */
export class BodyBytes {
  readonly #maxBytes: number;
  #store = new Uint8Array(0);
  #length = 0;

  /** @param promised length the sender states; believed up to 1 MiB. */
  constructor(maxBytes: number, promised = 0) {
    this.#maxBytes = maxBytes;
    if (promised > 0)
      this.#store = new Uint8Array(Math.min(promised, maxBytes, MAX_PROMISED_RESERVE));
  }

  /** Takes as much of the chunk as fits; false when it did not fit whole. */
  append(chunk: Uint8Array): boolean {
    const room = this.#maxBytes - this.#length;
    const taken = chunk.length > room ? chunk.subarray(0, room) : chunk;
    const length = this.#length + taken.length;
    if (length > this.#store.length) this.#grow(length);
    this.#store.set(taken, this.#length);
    this.#length = length;
    return taken === chunk;
  }

  get bytes(): Uint8Array {
    return this.#store.subarray(0, this.#length);
  }

  /** Gives the memory back at once, without waiting for the garbage collector. */
  release(): void {
    this.#length = 0;
    this.#resize(0);
  }

  #grow(needed: number): void {
    const doubled = Math.max(needed, this.#store.length * 2, FIRST_RESERVE);
    this.#resize(Math.min(doubled, this.#maxBytes));
  }

  // `transfer` frees the old memory at once; a copy would leave it to the garbage collector, which
  // sees a small object and is in no hurry.
  #resize(length: number): void {
    this.#store = new Uint8Array(this.#store.buffer.transfer(length));
  }
}
