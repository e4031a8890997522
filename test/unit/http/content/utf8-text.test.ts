import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../../src/http/content/charset.ts';
import { mixedUtf8Text, utf8Balance } from '../../../../src/http/content/utf8-text.ts';

const bytesOf = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

describe('UTF-8 with bytes of another encoding', () => {
  test('has each stray byte read by that encoding', () => {
    const bytes = bytesOf('Fähre ', [0x93], 'kehrt zurück', [0x94]);
    expect(mixedUtf8Text(bytes, 'windows-1252')).toBe('Fähre “kehrt zurück”');
    expect(utf8Balance(bytes)).toEqual({ whole: 2, broken: 2 });
  });

  test('has one replacement character for each sequence that was cut', () => {
    expect(
      mixedUtf8Text(bytesOf('a', [0xe2, 0x82], 'b', [0xf0, 0x9f, 0x98], 'c'), 'windows-1252'),
    ).toBe('a\u{fffd}b\u{fffd}c');
  });

  // The first and last of each length and of each bound of RFC 3629, section 4, and what lies beside them.
  test.each([
    [[0xc2, 0x80], 1, 0],
    [[0xdf, 0xbf], 1, 0],
    [[0xc1, 0xbf], 0, 2],
    [[0xe0, 0xa0, 0x80], 1, 0],
    [[0xe0, 0x9f, 0xbf], 0, 3],
    [[0xed, 0x9f, 0xbf], 1, 0],
    [[0xed, 0xa0, 0x80], 0, 3],
    [[0xef, 0xbf, 0xbf], 1, 0],
    [[0xf0, 0x90, 0x80, 0x80], 1, 0],
    [[0xf0, 0x8f, 0xbf, 0xbf], 0, 4],
    [[0xf4, 0x8f, 0xbf, 0xbf], 1, 0],
    [[0xf4, 0x90, 0x80, 0x80], 0, 4],
    [[0xf5, 0x80, 0x80, 0x80], 0, 4],
    [[0xc3], 0, 1],
    [[0xc3, 0xc0], 0, 2],
    [[0xe2, 0x82], 0, 1],
    [[0xe2, 0x82, 0x41], 0, 1],
    [[0xf0, 0x9f, 0x98], 0, 1],
    [[0xf0, 0x9f, 0x98, 0x41], 0, 1],
    [[0x41, 0x7f], 0, 0],
    [[0x80], 0, 1],
  ])('%j holds %i whole sequences and %i broken ones', (bytes, whole, broken) => {
    expect(utf8Balance(Uint8Array.from(bytes))).toEqual({ whole, broken });
  });

  test('counts overlong forms and surrogates as broken', () => {
    expect(utf8Balance(Uint8Array.of(0xc0, 0x80)).whole).toBe(0);
    expect(utf8Balance(Uint8Array.of(0xed, 0xa0, 0x80)).whole).toBe(0);
  });
});

const read = (bytes: Uint8Array, contentType: string) =>
  decodeText(bytes, { contentType, kind: 'xml' });

test('one broken byte turns no UTF-8 document into what a wrong label says', () => {
  const bytes = bytesOf('<a>Grüße aus Köln an Müller', [0xa0], '</a>');
  expect(read(bytes, 'text/xml; charset=iso-8859-1')).toEqual({
    charset: 'utf-8',
    text: '<a>Grüße aus Köln an Müller\u00a0</a>',
  });
});

test('a document of another encoding in which few bytes look like UTF-8 is read by its label', () => {
  const bytes = bytesOf('<a>', [0xe9, 0x20, 0xe8, 0x20, 0xc3, 0xa9, 0x20, 0xe0], '</a>');
  expect(read(bytes, 'text/xml; charset=iso-8859-1').charset).toBe('windows-1252');
});

test.each([
  ['win-1251', 'windows-1251'],
  ['Windows_1251', 'windows-1251'],
  ['CP-1252', 'windows-1252'],
  ['ISO8859_15', 'iso-8859-15'],
  ['utf8mb4', 'utf-8'],
  ['koi8r', 'koi8-r'],
  ['ms-sjis', 'shift_jis'],
])('the label %s is known as %s', (label, charset) => {
  expect(read(Uint8Array.of(0x61, 0xe9, 0x20), `text/xml; charset=${label}`).charset).toBe(
    charset === 'utf-8' ? 'windows-1252' : charset,
  );
});
