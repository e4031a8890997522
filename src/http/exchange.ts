import type { Transform } from 'node:stream';
import type { Dispatcher } from 'undici';
import { PermanentError, TransientError } from '../errors.ts';
import { BodyBytes } from './body-bytes.ts';
import { contentDecoders } from './content-coding.ts';
import type { FetchRule } from './fetch-kind.ts';
import { printableUrl } from '../printable-url.ts';

export interface ExchangeRequest {
  url: URL;
  /** Name, value, name, value, … */
  headers: string[];
  /** `maxBytes` caps the decoded body. */
  rule: FetchRule & { maxBytes: number };
  /** Aborted with the error the exchange is to fail with. */
  signal: AbortSignal;
}

export interface ExchangeResponse {
  status: number;
  headers: Record<string, string>;
  /** Of a 2xx answer; empty for every other, which is judged by its status and headers alone. */
  body: Uint8Array;
}

/** One request and its answer, without redirects. Rejects with undici's, zlib's or our own errors. */
export function exchange(
  dispatcher: Dispatcher,
  request: ExchangeRequest,
): Promise<ExchangeResponse> {
  return new Promise((resolve, reject) => {
    const handler = new ExchangeHandler(request, resolve, reject);
    const { url, headers } = request;
    const path = url.pathname + url.search;
    dispatcher.dispatch({ origin: url.origin, path, method: 'GET', headers }, handler);
  });
}

// An error page is read to its end when it is short, so that the connection can be used again.
const MAX_DISCARDED_BYTES = 64 * 1024;
const MAX_INTERIM_ANSWERS = 16;

type State = 'open' | 'keep' | 'discard' | 'settled';

class ExchangeHandler implements Dispatcher.DispatchHandler {
  readonly #request: ExchangeRequest;
  readonly #resolve: (response: ExchangeResponse) => void;
  readonly #reject: (error: unknown) => void;
  readonly #onAbort = () => this.#fail(this.#request.signal.reason);
  #state: State = 'open';
  #controller: Dispatcher.DispatchController | undefined;
  #status = 0;
  #headers: Record<string, string> = {};
  #interimAnswers = 0;
  #receivedBytes = 0;
  #received = false;
  #body = new BodyBytes(0);
  #decoders: Transform[] = [];
  #decoded = true;

  constructor(
    request: ExchangeRequest,
    resolve: (response: ExchangeResponse) => void,
    reject: (error: unknown) => void,
  ) {
    this.#request = request;
    this.#resolve = resolve;
    this.#reject = reject;
    if (request.signal.aborted) this.#onAbort();
    else request.signal.addEventListener('abort', this.#onAbort, { once: true });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#state === 'settled') controller.abort(abandoned);
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    if (status < 200) {
      this.#interimAnswers += 1;
      if (this.#interimAnswers > MAX_INTERIM_ANSWERS) {
        this.#fail(this.#transient('protocol', 'the server sends interim answers without end'));
      }
      return;
    }
    this.#status = status;
    for (const [name, value] of Object.entries(headers)) {
      if (value !== undefined)
        this.#headers[name] = Array.isArray(value) ? value.join(', ') : value;
    }
    if (this.#state !== 'open') return;
    try {
      this.#state = this.#isBodyWanted() ? 'keep' : 'discard';
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Refuses by the headers what need not be read to be refused. */
  #isBodyWanted(): boolean {
    const { rule, url } = this.#request;
    if (this.#status < 200 || this.#status > 299) return false;
    if (this.#status === 206) {
      throw this.#transient('truncated-body', 'sent a part of the body that was not asked for');
    }
    const type = this.#headers['content-type'] ?? '';
    if (rule.refusedTypes?.test(type.trimStart())) {
      throw new PermanentError(
        'bad-content-type',
        `${printableUrl(url)}: answers with ${type.slice(0, 60)}, which holds no text to read`,
      );
    }
    const length = Number(this.#headers['content-length'] ?? 0);
    if (length > rule.maxBytes && rule.overflow === 'refuse') throw this.#tooLarge();
    this.#body = new BodyBytes(rule.maxBytes, length);
    return true;
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#state === 'settled') return;
    const isFirst = this.#receivedBytes === 0;
    this.#receivedBytes += chunk.length;
    if (this.#state === 'discard') {
      if (this.#receivedBytes > MAX_DISCARDED_BYTES) this.#finishEarly();
      return;
    }
    if (isFirst) this.#openDecoders(chunk);
    const [decoder] = this.#decoders;
    if (this.#receivedBytes > this.#request.rule.maxBytes && decoder) return this.#overflow();
    if (!decoder) this.#keep(chunk);
    else if (!this.#decoded && !decoder.write(chunk)) controller.pause();
  }

  onResponseEnd(): void {
    this.#received = true;
    if (this.#state === 'settled') return;
    const [decoder] = this.#decoders;
    // undici frees the connection one turn of the event loop after the message. Waiting for that lets
    // a request that follows at once, such as the next hop, use it instead of opening another.
    if (this.#decoded) queueMicrotask(() => setImmediate(() => this.#finish()));
    else decoder?.end();
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#fail(error);
  }

  #openDecoders(firstChunk: Uint8Array): void {
    try {
      const factories = contentDecoders(this.#headers['content-encoding']);
      this.#decoders = factories.map((create) => create(firstChunk));
    } catch (error) {
      return this.#fail(error);
    }
    const last = this.#decoders.at(-1);
    if (!last) return;
    this.#decoded = false;
    for (const [index, decoder] of this.#decoders.entries()) {
      decoder.on('error', (error) =>
        this.#fail(this.#transient('corrupt-body', `cannot be decompressed (${error.message})`)),
      );
      const next = this.#decoders[index + 1];
      if (next) decoder.pipe(next);
    }
    this.#decoders[0]?.on('drain', () => this.#controller?.resume());
    last.on('data', (chunk: Uint8Array) => this.#keep(chunk));
    last.on('end', () => {
      this.#decoded = true;
      // What follows the coded stream is padding, but the message must still end well.
      if (this.#received) this.#finish();
      else this.#controller?.resume();
    });
  }

  #keep(chunk: Uint8Array): void {
    if (this.#state !== 'settled' && !this.#body.append(chunk)) this.#overflow();
  }

  #overflow(): void {
    if (this.#request.rule.overflow === 'cut') this.#finishEarly();
    else this.#fail(this.#tooLarge());
  }

  #finishEarly(): void {
    this.#finish();
    this.#controller?.abort(abandoned);
  }

  #finish(): void {
    if (!this.#settle()) return;
    this.#resolve({ status: this.#status, headers: this.#headers, body: this.#body.bytes });
  }

  #fail(error: unknown): void {
    if (!this.#settle()) return;
    this.#body.release();
    this.#reject(error);
    this.#controller?.abort(abandoned);
  }

  #settle(): boolean {
    if (this.#state === 'settled') return false;
    this.#state = 'settled';
    this.#request.signal.removeEventListener('abort', this.#onAbort);
    for (const decoder of this.#decoders) decoder.destroy();
    return true;
  }

  #tooLarge(): PermanentError {
    const { rule, url } = this.#request;
    const message = `${printableUrl(url)}: the body exceeds ${rule.maxBytes} bytes`;
    return new PermanentError('too-large', message);
  }

  #transient(code: string, message: string): TransientError {
    return new TransientError(code, `${printableUrl(this.#request.url)}: ${message}`);
  }
}

const abandoned = new Error('the exchange is over');
