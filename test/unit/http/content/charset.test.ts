import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../../src/http/content/charset.ts';

const bytesOf = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));
// "Привет" and "日本" in encodings that Node cannot write.
const windows1251 = [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2];
const shiftJis = [0x93, 0xfa, 0x96, 0x7b];

describe('an XML document', () => {
  const xml = (bytes: Uint8Array, contentType?: string) =>
    decodeText(bytes, { kind: 'xml', contentType });

  test('is UTF-8 when nothing says otherwise', () => {
    expect(xml(bytesOf('<a>é</a>'))).toEqual({ charset: 'utf-8', text: '<a>é</a>' });
  });

  test.each([
    ['UTF-8', [0xef, 0xbb, 0xbf, 0x3c, 0xc3, 0xa9], 'utf-8'],
    ['UTF-16, little end first', [0xff, 0xfe, 0x3c, 0, 0xe9, 0], 'utf-16le'],
    ['UTF-16, big end first', [0xfe, 0xff, 0, 0x3c, 0, 0xe9], 'utf-16be'],
    ['UTF-32, little end first', [0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0, 0xe9, 0, 0, 0], 'utf-32le'],
    ['UTF-32, big end first', [0, 0, 0xfe, 0xff, 0, 0, 0, 0x3c, 0, 0, 0, 0xe9], 'utf-32be'],
  ])(
    'with the byte order mark of %s is decoded by it, before any label',
    (_mark, bytes, charset) => {
      expect(xml(bytesOf(bytes), 'text/xml; charset=koi8-r')).toEqual({ charset, text: '<é' });
    },
  );

  test.each([
    ['UTF-16, little end first', [0x3c, 0, 0xe9, 0], 'utf-16le'],
    ['UTF-16, big end first', [0, 0x3c, 0, 0xe9], 'utf-16be'],
    ['UTF-32, little end first', [0x3c, 0, 0, 0, 0xe9, 0, 0, 0], 'utf-32le'],
    ['UTF-32, big end first', [0, 0, 0, 0x3c, 0, 0, 0, 0xe9], 'utf-32be'],
  ])('in %s without a mark is told by its zeros', (_form, bytes, charset) => {
    expect(xml(bytesOf(bytes))).toEqual({ charset, text: '<é' });
  });

  test('is decoded by the charset of the HTTP header before its own declaration', () => {
    const bytes = bytesOf('<?xml version="1.0" encoding="iso-8859-1"?>', windows1251);
    expect(xml(bytes, 'text/xml; charset="windows-1251"').text).toContain('Привет');
  });

  test('is decoded by its own declaration when the header says nothing', () => {
    const bytes = bytesOf('<?xml version="1.0" encoding="Shift_JIS"?>', shiftJis);
    expect(xml(bytes, 'application/rss+xml')).toMatchObject({
      charset: 'shift_jis',
      text: expect.stringContaining('日本') as string,
    });
  });

  test('that is valid UTF-8 beyond ASCII is UTF-8 whatever its labels say', () => {
    const bytes = bytesOf('<?xml version="1.0" encoding="iso-8859-1"?>Привет');
    expect(xml(bytes, 'text/xml; charset=windows-1252').text).toContain('Привет');
  });

  test('is decoded by the declaration when the header names a charset its bytes are not in', () => {
    const bytes = bytesOf('<?xml version="1.0" encoding="windows-1251"?>', windows1251);
    expect(xml(bytes, 'text/xml; charset=utf-8').text).toContain('Привет');
  });

  test('in UTF-8 with a few broken bytes stays UTF-8', () => {
    const text = xml(
      bytesOf('<?xml version="1.0" encoding="utf-8"?>Grüße aus Köln', [0xe2, 0x82]),
    ).text;
    expect(text).toContain('Grüße aus Köln\u{fffd}');
  });

  test('of unknown charset that is not UTF-8 is windows-1252', () => {
    expect(xml(bytesOf('<a>', [0x93, 0xe9, 0x94]), 'text/xml; charset=klingon')).toEqual({
      charset: 'windows-1252',
      text: '<a>“é”',
    });
  });

  test('labelled iso-8859-1 is windows-1252, as in browsers', () => {
    const bytes = bytesOf('<?xml version="1.0" encoding="iso-8859-1"?>', [0x85]);
    expect(xml(bytes).text).toContain('…');
  });

  test('in iso-2022-jp, whose bytes are all ASCII, is decoded all the same', () => {
    const bytes = bytesOf([0x1b, 0x24, 0x42, 0x46, 0x7c, 0x1b, 0x28, 0x42]);
    expect(xml(bytes, 'text/xml; charset=iso-2022-jp').text).toBe('日');
  });

  test('may hold no byte at all', () => {
    expect(xml(bytesOf())).toEqual({ charset: 'utf-8', text: '' });
  });
});

describe('an HTML page', () => {
  test.each([
    ['<meta charset="windows-1251">'],
    ["<META http-equiv=Content-Type content='text/html; charset=windows-1251'>"],
  ])('is decoded by %s', (meta) => {
    const page = decodeText(bytesOf('<html><head>', meta, windows1251), { kind: 'html' });
    expect(page).toMatchObject({
      charset: 'windows-1251',
      text: expect.stringContaining('Привет') as string,
    });
  });

  test('is decoded by the HTTP header before its meta element', () => {
    const bytes = bytesOf('<meta charset="shift_jis">', windows1251);
    const page = decodeText(bytes, { kind: 'html', contentType: 'text/html;charset=windows-1251' });
    expect(page.text).toContain('Привет');
  });
});

test('a meta element inside an XML document declares nothing', () => {
  const bytes = bytesOf('<rss><![CDATA[<meta charset="windows-1251">]]>', [0xe9]);
  expect(decodeText(bytes, { kind: 'xml' }).charset).toBe('windows-1252');
});

test.each([
  ['cp932', 'shift_jis'],
  ['CP936', 'gbk'],
  ['cp949', 'euc-kr'],
  ['cp950', 'big5'],
  ['latin', 'windows-1252'],
  ['iso-latin-1', 'windows-1252'],
  ['iso8859_1', 'windows-1252'],
  ['windows-utf-8', 'utf-8'],
  ['utf', 'utf-8'],
])('the label %s, which no standard lists, means %s', (label, charset) => {
  const contentType = `text/html; charset=${label}`;
  expect(decodeText(bytesOf('<p>a'), { kind: 'html', contentType }).charset).toBe(charset);
});
