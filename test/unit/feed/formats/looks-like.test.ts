import { describe, expect, test } from 'vitest';
import { binaryKind, textKind } from '../../../../src/feed/formats/looks-like.ts';

const bytes = (hex: string, length = 64) =>
  Buffer.concat([Buffer.from(hex, 'hex'), Buffer.alloc(length, 'a')]);

describe('a file that is no text', () => {
  test.each([
    ['89504e470d0a', 'a PNG image'],
    ['ffd8ffe0', 'a JPEG image'],
    ['474946383961', 'a GIF image'],
    ['52494646', 'a media file (RIFF)'],
    ['255044462d', 'a PDF document'],
    ['504b030414', 'a ZIP archive'],
    ['377abcaf271c', 'a 7-Zip archive'],
    ['28b52ffd', 'Zstandard-compressed data'],
    ['424d3600', 'a BMP image'],
    ['49443303', 'an MP3 recording'],
    ['7f454c46', 'a program'],
    ['000000206674797061766966', 'a video or AVIF file'],
  ])('that begins with %s is %s', (hex, kind) => {
    expect(binaryKind(bytes(hex))).toBe(kind);
  });

  test('that is zeros to more than an eighth is binary, unless it is wide text', () => {
    const zeros = (count: number, start = '61') =>
      binaryKind(
        Buffer.concat([
          Buffer.from(start, 'hex'),
          Buffer.alloc(count),
          Buffer.alloc(79 - count, 'a'),
        ]),
      );
    expect([zeros(10), zeros(11)]).toEqual([null, 'a binary file']);
    for (const start of ['fffe', 'feff', '0000feff', '3c00', '003c']) {
      expect(zeros(40, start)).toBeNull();
    }
  });

  test('is told by its first 1,024 bytes', () => {
    const late = Buffer.concat([Buffer.alloc(1_024, 'a'), Buffer.alloc(1_024)]);
    expect(binaryKind(late)).toBeNull();
    expect(binaryKind(Buffer.from('<rss>'))).toBeNull();
    expect(binaryKind(new Uint8Array())).toBeNull();
  });
});

describe('a text that is no feed', () => {
  test.each([
    ['{"a": 1}', 'JSON that is not a JSON Feed'],
    [' [1]', 'JSON that is not a JSON Feed'],
    ['<!DOCTYPE html><p>', 'an HTML page'],
    ['<html >', 'an HTML page'],
    ...['head', 'body', 'script', 'div', 'p', 'meta', 'h1'].map((tag) => [
      `<${tag}>x`,
      'an HTML page',
    ]),
    ['<html><title>Not <found></title>', 'an HTML page titled “Not”'],
    [`<html><title id="x">${'a'.repeat(90)}</title>`, `an HTML page titled “${'a'.repeat(80)}”`],
    ['<?xml version="1.0"?><opml>', 'an OPML list of feeds'],
    ['<urlset>', 'a sitemap without news entries'],
    ['<sitemapindex>', 'a sitemap index'],
    ['<soap:Envelope>', 'a SOAP message'],
    ['<!-- x --><Note a="b">', 'XML with the root <note>, which is no feed format'],
    ['Bread  is\ndear', 'plain text beginning “Bread is dear”'],
    ['b'.repeat(100), `plain text beginning “${'b'.repeat(60)}”`],
    [' \n', 'an empty document'],
  ])('%j is %s', (text, kind) => {
    expect(textKind(text)).toBe(kind);
  });

  test('is told by its first 100,000 signs', () => {
    const behind = (signs: number) => textKind(`<!--${'x'.repeat(signs - 4)}<urlset>`);
    expect(behind(100_000 - '<urlset>'.length)).toBe('a sitemap without news entries');
    expect(behind(100_000)).toMatch(/^plain text beginning/);
  });
});
