import type { Dispatcher } from 'undici';
import { PermanentError, TransientError } from '../errors.ts';
import { BodyBytes } from './body-bytes.ts';
import { looksPlain } from './content/coded-body.ts';
import { openBodyDecoder, type BodyDecoder } from './content/content-coding.ts';
import type { FetchRule } from './fetch-kind.ts';
import { printableUrl } from '../printable-url.ts';

export interface ExchangeRequest {
  url: URL;
  /** Path and query as they are asked for; the address without what is secret in it is `url`. */
  path: string;
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
  /** Each `Set-Cookie` header by itself: joined they cannot be told apart. */
  setCookies: string[];
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
    const { url, path, headers } = request;
    dispatcher.dispatch({ origin: url.origin, path, method: 'GET', headers }, handler);
  });
}

// An error page is read to its end when it is short, so that the connection can be used again.
const MAX_DISCARDED_BYTES = 64 * 1024;
const MAX_INTERIM_ANSWERS = 16;

// The agent that a line of it names is meant for that line alone; no line holds a line feed.
const LINES_APART = new Set(['x-robots-tag']);
const separatorOf = (name: string): string => (LINES_APART.has(name) ? '\n' : ', ');

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
  #setCookies: string[] = [];
  #interimAnswers = 0;
  #receivedBytes = 0;
  #body = new BodyBytes(0);
  #decoder: BodyDecoder | undefined;
  #isTypeRefused = false;

  constructor(
    request: ExchangeRequest,
    resolve: (response: ExchangeResponse) => void,
    reject: (error: unknown) => void,
  ) {
    this.#request = request;
    this.#resolve = resolve;
    this.#reject = reject;
    if (request.signal.aborted) this.#onAbort();
    else request.signal.addEventListener('abort', this.#onAbort);
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
        this.#headers[name] = Array.isArray(value) ? value.join(separatorOf(name)) : value;
    }
    this.#setCookies = [headers['set-cookie'] ?? []].flat();
    if (this.#state !== 'open') return;
    try {
      this.#state = this.#isBodyWanted() ? 'keep' : 'discard';
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Refuses by the headers what need not be read to be refused. */
  #isBodyWanted(): boolean {
    const { rule } = this.#request;
    if (this.#status < 200 || this.#status > 299) return false;
    if (this.#status === 206) {
      throw this.#transient('truncated-body', 'sent a part of the body that was not asked for');
    }
    const type = this.#headers['content-type'] ?? '';
    this.#isTypeRefused = rule.refusedTypes?.test(type.trimStart()) ?? false;
    // What nothing packed may still be text under a wrong label: its first bytes will tell.
    if (this.#isTypeRefused && this.#headers['content-encoding'] !== undefined)
      throw this.#noText();
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
    if (isFirst && this.#isTypeRefused && !looksPlain(chunk)) return this.#fail(this.#noText());
    if (isFirst) this.#openDecoder(chunk);
    const decoder = this.#decoder;
    if (this.#receivedBytes > this.#request.rule.maxBytes && decoder) return this.#overflow();
    if (!decoder) this.#keep(chunk);
    else if (!decoder.write(chunk)) controller.pause();
  }

  onResponseEnd(): void {
    if (this.#state === 'settled') return;
    if (this.#decoder) this.#decoder.end();
    else this.#finishSoon();
  }

  // undici frees the connection one turn of the event loop after the message. Waiting for that lets a
  // request that follows at once, such as the next hop, use it instead of opening another.
  #finishSoon(): void {
    queueMicrotask(() => setImmediate(() => this.#finish()));
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#fail(error);
  }

  #openDecoder(firstChunk: Uint8Array): void {
    try {
      this.#decoder = openBodyDecoder(this.#headers['content-encoding'], firstChunk, {
        maxBytes: this.#request.rule.maxBytes,
        onData: (chunk) => this.#keep(chunk),
        onWhole: (body) => {
          this.#body = new BodyBytes(this.#request.rule.maxBytes, body.length);
          this.#keep(body);
        },
        onDrain: () => this.#controller?.resume(),
        // The message must end well, too.
        onEnd: () => this.#finishSoon(),
        onError: ({ message }) =>
          this.#fail(this.#transient('corrupt-body', `cannot be decompressed (${message})`)),
      });
    } catch (error) {
      this.#fail(error);
    }
  }

  #noText(): PermanentError {
    const type = this.#headers['content-type'] ?? '';
    const message = `answers with ${type.slice(0, 60)}, which holds no text to read`;
    return new PermanentError('bad-content-type', `${printableUrl(this.#request.url)}: ${message}`);
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
    this.#resolve({
      status: this.#status,
      headers: this.#headers,
      setCookies: this.#setCookies,
      body: this.#body.bytes,
    });
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
    this.#decoder?.destroy();
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
