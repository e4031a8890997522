import { expect, test } from 'vitest';
import { decodeText } from '../../../../src/http/content/charset.ts';

const bytesOf = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const xml = (bytes: Uint8Array, contentType?: string) =>
  decodeText(bytes, { kind: 'xml', contentType });

test.each([
  ['win-1251', 'windows-1251'],
  ['windows_1251', 'windows-1251'],
  ['cp-1251', 'windows-1251'],
  ['ansi-1251', 'windows-1251'],
  ['ms-win-1251', 'windows-1251'],
  ['microsoft-cp1251', 'windows-1251'],
  ['win-874', 'windows-874'],
  ['iso8859_15', 'iso-8859-15'],
  ['iso8859_2', 'iso-8859-2'],
  ['8859-5', 'iso-8859-5'],
  ['latin-2', 'iso-8859-2'],
  ['utf_8', 'utf-8'],
  ['utf8mb4', 'utf-8'],
  ['utf-8-sig', 'utf-8'],
  ['utf-8-bom', 'utf-8'],
  ['utf8n', 'utf-8'],
  ['utf8_unicode', 'utf-8'],
  ['utf8_unicode_ci', 'utf-8'],
  ['utf-8-encoding', 'utf-8'],
  ['unicode-utf8', 'utf-8'],
  ['utf_16', 'utf-16le'],
  ['koi8r', 'koi8-r'],
  ['koi8_u', 'koi8-u'],
  ['ms-sjis', 'shift_jis'],
  ['shiftjis', 'shift_jis'],
  ['x-shiftjis', 'shift_jis'],
  ['windows31j', 'shift_jis'],
  ['eucjp', 'euc-jp'],
  ['euc_kr', 'euc-kr'],
  ['euc-cn', 'gbk'],
  ['gb', 'gbk'],
  ['gb-2312', 'gbk'],
  ['gb2312-80', 'gbk'],
  ['big-5', 'big5'],
  ['big5-tw', 'big5'],
  ['big5hk', 'big5'],
  ['big5_hkscs', 'big5'],
  ['big5-eten', 'big5'],
])('the label %s is one of people’s own spellings of %s', (label, charset) => {
  const bytes = bytesOf('<?xml version="1.0" encoding="iso-8859-10"?><a/>');
  expect(xml(bytes, `text/xml; charset=${label}`).charset).toBe(charset);
});

test.each(['win-1299', 'iso8859_17', 'latin-7', 'utf-9', 'utf8mb5', 'koi8_x', 'euc_xx', 'big5-zz'])(
  'the label %s, which is nobody’s spelling of anything, leaves the word to the declaration',
  (label) => {
    const bytes = bytesOf('<?xml version="1.0" encoding="iso-8859-10"?><a/>');
    expect(xml(bytes, `text/xml; charset=${label}`).charset).toBe('iso-8859-10');
  },
);

test.each<[string, number[], string, string]>([
  ['ff fe before a letter whose low byte is 0', [0xff, 0xfe, 0, 0x04], 'utf-16le', 'Ѐ'],
  ['< before a letter whose low byte is 0', [0x3c, 0, 0, 0x04], 'utf-16le', '<Ѐ'],
  ['ff alone', [0xff, 0x41], 'windows-1252', 'ÿA'],
  ['fe alone', [0xfe, 0x41], 'windows-1252', 'þA'],
  ['fe in the second place', [0x41, 0xfe], 'windows-1252', 'Aþ'],
  ['ff in the second place', [0x41, 0xff], 'windows-1252', 'Aÿ'],
  ['two bytes of the mark of UTF-8', [0xef, 0xbb, 0x41], 'windows-1252', 'ï»A'],
  ['the first and the last of that mark', [0xef, 0x41, 0xbf], 'windows-1252', 'ïA¿'],
  ['the last two of that mark', [0x41, 0xbb, 0xbf], 'windows-1252', 'A»¿'],
  ['< in the second place', [0x41, 0x3c], 'utf-8', 'A<'],
  ['< in the fourth place', [0x41, 0x41, 0x41, 0x3c], 'utf-8', 'AAA<'],
])('a document that begins with %s is told by all of its bytes', (_what, bytes, charset, text) => {
  expect(xml(bytesOf(bytes))).toEqual({ charset, text });
});

test('the last code point of Unicode is read, what lies beyond it is not, and a cut one is dropped', () => {
  const last = [0xff, 0xff, 0x10, 0];
  const beyond = [0, 0, 0x11, 0];
  const marked = bytesOf([0xff, 0xfe, 0, 0], last, beyond, [0x41, 0, 0]);
  expect(xml(marked).text).toBe('\u{10ffff}\u{fffd}');
});

test('a declaration is looked for in the first 4,096 bytes', () => {
  const at = (offset: number) => {
    const bytes = bytesOf('<!--'.padEnd(offset), '<meta charset="koi8-r">', [0xc1]);
    return decodeText(bytes, { kind: 'html' }).charset;
  };
  expect([at(4_000), at(4_100)]).toEqual(['koi8-r', 'windows-1252']);
});

test.each([
  ['twice as many whole sequences as broken ones', 'é é', [0xa0], 'utf-8'],
  ['fewer than twice as many', 'é é é', [0xa0, 0x20, 0xa0], 'windows-1252'],
])('a document with %s is read as that', (_what, whole, broken, charset) => {
  const bytes = bytesOf(whole, [0x20], broken);
  expect(xml(bytes, 'text/xml; charset=iso-8859-1').charset).toBe(charset);
});

test.each([
  ['é é é', [0xa0, 0x20, 0xa0], 'utf-8'],
  ['é é', [0xa0, 0x20, 0xa0], 'windows-1252'],
])('where no label helps, most of the bytes decide: %s', (whole, broken, charset) => {
  expect(xml(bytesOf(whole, [0x20], broken)).charset).toBe(charset);
});

test.each(['windows-1251', 'iso-8859-5', 'koi8-r', 'macintosh', 'x-mac-cyrillic', 'ibm866'])(
  'a stray byte in UTF-8 is read by the label %s, which is of single bytes',
  (label) => {
    const stray = new TextDecoder(label).decode(Uint8Array.of(0xc1));
    const { charset, text } = xml(bytesOf('é é é ', [0xc1], '.'), `text/xml; charset=${label}`);
    expect([charset, text]).toEqual(['utf-8', `é é é ${stray}.`]);
  },
);

test('a stray byte is read as windows-1252 where the label is of several bytes', () => {
  expect(xml(bytesOf('é é é ', [0xc1], '.'), 'text/xml; charset=big5').text).toBe('é é é Á.');
});

test('single bytes that are said to be UTF-16 are not', () => {
  expect(xml(bytesOf([0x61, 0xe9, 0x20]), 'text/xml; charset=utf-16').text).toBe('aé ');
});
