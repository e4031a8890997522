import { describe, expect, test } from 'vitest';
import { AnswerHeads, soundenHeads, soundHead } from '../../../src/http/answer-head.ts';

const head = (...lines: string[]) => `HTTP/1.1 200 OK\r\n${lines.join('\r\n')}\r\n\r\n`;

test('a sound head is given on as it is', () => {
  const sound = head('Content-Type: text/html', 'X-Empty:', 'X: a  b');
  expect(soundHead(sound)).toBe(sound);
});

test.each([
  ['a folded line', head('X: one', '\ttwo'), head('X: one two')],
  ['a folded line behind two', head('Y: a', 'X: one', ' two'), head('Y: a', 'X: one two')],
  ['a control in a value', head('X: a\u0001b'), head('X: ab')],
  ['a line that is no field', head('X Y: a', 'Z: b\u0000'), head('Z: b')],
  ['equal lengths', head('Content-Length: 5', 'content-length: 05'), head('Content-Length: 5')],
  [
    'a length beside chunks',
    head('Content-Length: 5', 'Transfer-Encoding: chunked'),
    head('Transfer-Encoding: chunked'),
  ],
  ['bare line feeds', 'HTTP/1.1 200 OK\nX: a\n\n', head('X: a')],
  ['bare carriage returns', head('X: a\rY: b'), head('X: a', 'Y: b')],
  ['a folded line in front of all', head(' a', 'Y: b'), head('Y: b')],
  ['a line without a name', head(': a', 'a', 'Y: b\u007f'), head('Y: b')],
  ['one length with zeros in front', head('Content-Length: 005'), head('Content-Length: 5')],
  ['a length of nothing', head('Content-Length: 00'), head('Content-Length: 0')],
  ['equal lengths in one line', head('Content-Length: 5, 5'), head('Content-Length: 5')],
  ['several codings', head('Transfer-Encoding: gzip, Chunked'), head('Transfer-Encoding: chunked')],
  ['a coding that is no framing', head('Transfer-Encoding: identity', 'X: a'), head('X: a')],
])('%s is mended', (_what, odd, sound) => {
  expect(soundHead(odd)).toBe(sound);
});

test.each([['1', '2'], ['abc'], ['-1']])('the lengths %s are refused by name', (...lengths) => {
  expect(() => soundHead(head(...lengths.map((length) => `Content-Length: ${length}`)))).toThrow(
    /Content-Length/,
  );
});

describe('chunks of a connection', () => {
  const take = (heads: AnswerHeads, ...chunks: string[]) =>
    chunks.map((chunk) => heads.take(Buffer.from(chunk, 'latin1'))?.toString('latin1') ?? null);

  test('give a head once it is whole, and the body untouched', () => {
    const heads = new AnswerHeads();
    expect(take(heads, 'HTTP/1.1 200 OK\r\nX: a', '\r\n b\r\n\r\n1\n 2', '\n\n 3')).toEqual([
      null,
      `${head('X: a b')}1\n 2`,
      '\n\n 3',
    ]);
  });

  test('give the head behind an interim answer in the same grammar', () => {
    const heads = new AnswerHeads();
    const interim = 'HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n';
    expect(take(heads, `${interim}HTTP/1.1 200 OK\nX: a\n\nbody`)).toEqual([
      `${interim}${head('X: a')}body`,
    ]);
  });

  test('give the head that comes after an interim answer, as it comes', () => {
    const heads = new AnswerHeads();
    const interim = 'HTTP/1.1 100 Continue\r\n\r\n';
    expect(take(heads, interim, 'HTTP/1.1 200 OK\nX: a\n\n', '\n\n')).toEqual([
      interim,
      head('X: a'),
      '\n\n',
    ]);
  });

  test('give a head for each request', () => {
    const heads = new AnswerHeads();
    expect(take(heads, 'HTTP/1.1 204 No\n\n')).toEqual(['HTTP/1.1 204 No\r\n\r\n']);
    heads.begin();
    expect(take(heads, 'HTTP/1.1 204 No\n\n')).toEqual(['HTTP/1.1 204 No\r\n\r\n']);
  });

  test('are waited for up to 64 KiB', () => {
    const heads = new AnswerHeads();
    const start = 'HTTP/1.1 200 OK\r\nX: '.padEnd(65_536, 'a');
    expect(take(heads, start, 'a')).toEqual([null, `${start}a`]);
    heads.begin();
    expect(take(heads, start, '\r\n\r\n')).toEqual([null, `${start}\r\n\r\n`]);
  });

  test('without an end are handed over for the parser to refuse', () => {
    const heads = new AnswerHeads();
    const long = `HTTP/1.1 200 OK\r\nX: ${'a'.repeat(70_000)}`;
    expect(take(heads, long)).toEqual([long]);
  });
});

describe('who reads a socket', () => {
  /** A socket that gives these chunks. */
  const socketWith = (...chunks: string[]) => {
    const waiting = chunks.map((chunk) => Buffer.from(chunk, 'latin1'));
    const seen: unknown[] = [];
    const socket = {
      read: (size?: number) => (size === undefined ? (waiting.shift() ?? null) : `${size} bytes`),
      write: (...args: unknown[]) => seen.push(...args) > 0,
      destroy: (error: Error) => seen.push(error.message),
    };
    soundenHeads(socket as never);
    return { socket, seen };
  };
  const read = (socket: { read(): Buffer | string | null }) => {
    const chunk = socket.read();
    return chunk === null ? null : String(chunk);
  };

  test('is given sound heads, the next one behind the next request', () => {
    const answer = 'HTTP/1.1 200 OK\nX: a\n\n';
    const { socket, seen } = socketWith('HTTP/1.1 200 OK\n', 'X: a\n\n', '\n\n', answer);
    expect([read(socket), read(socket)]).toEqual([head('X: a'), '\n\n']);
    expect(socket.write('GET / HTTP/1.1', 'latin1')).toBe(true);
    expect([read(socket), read(socket)]).toEqual([head('X: a'), null]);
    expect(seen).toEqual(['GET / HTTP/1.1', 'latin1']);
  });

  test('has what is asked for by its size as it is', () => {
    expect((socketWith().socket.read as (size: number) => unknown)(0)).toBe('0 bytes');
  });

  test('is cut off where no length can be made out', () => {
    const lengths = head('Content-Length: 1', 'Content-Length: 2');
    const { socket, seen } = socketWith(lengths, 'more');
    expect(read(socket)).toBeNull();
    expect(seen).toEqual(['the header Content-Length says 1 and 2']);
  });
});
