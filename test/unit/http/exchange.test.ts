import { gzipSync } from 'node:zlib';
import type { Dispatcher } from 'undici';
import { describe, expect, test } from 'vitest';
import { exchange } from '../../../src/http/exchange.ts';
import { FETCH_RULES } from '../../../src/http/fetch-kind.ts';

type Headers = Record<string, string | string[] | undefined>;

/** What undici would tell of an answer, step by step. */
class Answer {
  readonly #handler: Dispatcher.DispatchHandler;
  readonly aborted: unknown[] = [];
  readonly flow: string[] = [];
  readonly #controller = {
    abort: (reason: unknown) => this.aborted.push(reason),
    pause: () => this.flow.push('pause'),
    resume: () => this.flow.push('resume'),
  } as unknown as Dispatcher.DispatchController;

  constructor(handler: Dispatcher.DispatchHandler) {
    this.#handler = handler;
    handler.onRequestStart?.(this.#controller, undefined);
  }

  start(status: number, headers: Headers = {}): this {
    this.#handler.onResponseStart?.(this.#controller, status, headers as never, 'x');
    return this;
  }

  data(...chunks: (string | Uint8Array)[]): this {
    for (const chunk of chunks) {
      this.#handler.onResponseData?.(this.#controller, Buffer.from(chunk as string));
    }
    return this;
  }

  end(): this {
    this.#handler.onResponseEnd?.(this.#controller, {});
    return this;
  }

  error(error: Error): this {
    this.#handler.onResponseError?.(this.#controller, error);
    return this;
  }
}

interface Asked {
  kind?: 'page' | 'robots';
  maxBytes?: number;
  signal?: AbortSignal;
}

function ask({ kind = 'page', maxBytes = 1_000_000, signal }: Asked = {}) {
  let answer: Answer | undefined;
  const options: unknown[] = [];
  const dispatcher = {
    dispatch: (asked: unknown, handler: Dispatcher.DispatchHandler) => {
      options.push(asked);
      answer = new Answer(handler);
      return true;
    },
  } as unknown as Dispatcher;
  const outcome = exchange(dispatcher, {
    url: new URL('https://bay.example/pier?key=***'),
    path: '/pier?key=s3cret',
    headers: ['accept', '*/*'],
    rule: { ...FETCH_RULES[kind], maxBytes },
    signal: signal ?? new AbortController().signal,
  }).then(
    ({ body, ...response }) => ({ ...response, body: Buffer.from(body).toString() }),
    (error: Error & { code?: string }) => ({ code: error.code, message: error.message }),
  );
  return { answer: answer!, options, outcome };
}

const WHOLE = { status: 200, headers: {}, setCookies: [], body: '' };
const at = (message: string) => `https://bay.example/pier?key=***: ${message}`;

describe('an answer', () => {
  test('is asked for by its path and resolves with all that it holds', async () => {
    const { answer, options, outcome } = ask();
    answer
      .start(200, {
        'set-cookie': ['a=1', 'b=2'],
        'x-robots-tag': ['all', 'none'],
        link: ['x', 'y'],
      })
      .data('The ', 'pier.')
      .end();
    expect(options).toEqual([
      {
        origin: 'https://bay.example',
        path: '/pier?key=s3cret',
        method: 'GET',
        headers: ['accept', '*/*'],
      },
    ]);
    expect(await outcome).toEqual({
      status: 200,
      headers: { 'set-cookie': 'a=1, b=2', 'x-robots-tag': 'all\nnone', link: 'x, y' },
      setCookies: ['a=1', 'b=2'],
      body: 'The pier.',
    });
    expect([answer.aborted, answer.flow]).toEqual([[], []]);
  });

  test('that is packed is unpacked', async () => {
    const { answer, outcome } = ask();
    answer.start(200, { 'content-encoding': 'gzip' }).data(gzipSync('The pier.')).end();
    expect(await outcome).toMatchObject({ status: 200, body: 'The pier.' });
  });

  test.each([199, 304, 404, 500])('with status %i has no body', async (status) => {
    const { answer, outcome } = ask();
    if (status < 200) answer.start(status).start(200);
    else answer.start(status).data('not here');
    answer.end();
    expect(await outcome).toEqual({ ...WHOLE, status: status < 200 ? 200 : status });
  });

  test('that says no is read up to 64 KiB', async () => {
    const short = ask();
    short.answer.start(404).data('x'.repeat(65_536)).end();
    expect([await short.outcome, short.answer.aborted]).toEqual([{ ...WHOLE, status: 404 }, []]);
    const long = ask();
    long.answer.start(404).data('x'.repeat(65_537));
    expect(await long.outcome).toEqual({ ...WHOLE, status: 404 });
    expect(long.answer.aborted).toHaveLength(1);
  });

  test('may have sixteen interim ones before it', async () => {
    const few = ask();
    for (let count = 0; count < 16; count += 1) few.answer.start(103);
    few.answer.start(200).end();
    expect(await few.outcome).toEqual(WHOLE);
    const many = ask();
    for (let count = 0; count < 17; count += 1) many.answer.start(103);
    expect(await many.outcome).toEqual({
      code: 'protocol',
      message: at('the server sends interim answers without end'),
    });
  });
});

describe('refused is', () => {
  test('a part that nobody asked for', async () => {
    const { answer, outcome } = ask();
    answer.start(206).data('x').end();
    expect(await outcome).toEqual({
      code: 'truncated-body',
      message: at('sent a part of the body that was not asked for'),
    });
    expect(answer.aborted).toHaveLength(1);
  });

  test.each([
    ['by its length', { 'content-length': '11' }, []],
    ['as it comes', {}, ['1234567890', '1']],
    ['as it is unpacked', { 'content-encoding': 'gzip' }, [gzipSync('12345678901')]],
  ])('what is too long: %s', async (_how, headers, chunks) => {
    const { answer, outcome } = ask({ maxBytes: 10 });
    answer
      .start(200, headers)
      .data(...chunks)
      .end();
    expect(await outcome).toEqual({
      code: 'too-large',
      message: at('the body exceeds 10 bytes'),
    });
  });

  test.each([
    ['of a type without text, by its first bytes', {}, '\u0000\u0001PNG'],
    ['of a type without text that is packed', { 'content-encoding': 'gzip' }, ''],
  ])('what is %s', async (_what, headers, body) => {
    const { answer, outcome } = ask();
    answer
      .start(200, { 'content-type': ' image/png', ...headers })
      .data(body)
      .end();
    expect(await outcome).toEqual({
      code: 'bad-content-type',
      message: at('answers with  image/png, which holds no text to read'),
    });
  });

  test('what cannot be unpacked', async () => {
    const { answer, outcome } = ask();
    answer
      .start(200, { 'content-encoding': 'gzip' })
      .data(gzipSync('The pier.').subarray(0, 15))
      .end();
    expect(await outcome).toMatchObject({ code: 'corrupt-body' });
  });
});

describe('taken is', () => {
  test('text under the label of a picture', async () => {
    const { answer, outcome } = ask();
    answer.start(200, { 'content-type': 'image/png' }).data('<html>', '\u0000').end();
    expect(await outcome).toMatchObject({ body: '<html>\u0000' });
  });

  test('as much as may be, where the beginning is enough', async () => {
    const { answer, outcome } = ask({ kind: 'robots', maxBytes: 10 });
    answer.start(200, { 'content-length': '11' }).data('1234567890').data('1');
    expect(await outcome).toMatchObject({ body: '1234567890' });
    expect(answer.aborted).toHaveLength(1);
  });

  test('just as much as may be', async () => {
    const { answer, outcome } = ask({ maxBytes: 10 });
    answer.start(200, { 'content-length': '10' }).data('12345', '67890').end();
    expect(await outcome).toMatchObject({ body: '1234567890' });
  });
});

describe('an exchange ends', () => {
  test('and leaves nothing behind at the signal of its caller', async () => {
    const { signal } = new AbortController();
    const listeners = new Set<unknown>();
    signal.addEventListener = (_type: string, listener: unknown) => void listeners.add(listener);
    signal.removeEventListener = (_type: string, listener: unknown) =>
      void listeners.delete(listener);
    const { answer, outcome } = ask({ signal });
    expect(listeners.size).toBe(1);
    answer.start(200).end();
    await outcome;
    expect(listeners.size).toBe(0);
  });

  test('with the error of the connection, and hears no more', async () => {
    const { answer, outcome } = ask();
    answer.start(200).data('x').error(new Error('reset')).data('y').end();
    expect(await outcome).toEqual({ code: undefined, message: 'reset' });
  });

  test('when its caller gives up, before it and under way', async () => {
    const before = ask({ signal: AbortSignal.abort(new Error('too late')) });
    expect(await before.outcome).toMatchObject({ message: 'too late' });
    expect(before.answer.aborted).toHaveLength(1);
    const controller = new AbortController();
    const { answer, outcome } = ask({ signal: controller.signal });
    answer.start(200).data('x');
    controller.abort(new Error('too late'));
    answer.data('y').end();
    expect(await outcome).toMatchObject({ message: 'too late' });
    expect(answer.aborted).toHaveLength(1);
  });
});
