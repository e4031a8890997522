import { describe, expect, test } from 'vitest';
import { pictureWidth } from '../../../../../src/deliver/wordpress/pictures/picture-width.ts';
import { png } from '../../../../support/wordpress/destination-under-test.ts';

const hex = (...parts: string[]) => Buffer.from(parts.join('').replaceAll(' ', ''), 'hex');
const APP0 = 'ffe0 0010 4a46494600 0102 00 0001 0001 00 00';
const frame = (marker: string) => `ff${marker} 0011 08 0300 0500 03 012200 021101 031101`;
const riff = (chunk: string, data: string) =>
  hex('52494646 00000000 57454250', Buffer.from(chunk).toString('hex'), '00000000', data);

describe('the width of a picture', () => {
  test.each([
    ['a PNG', png(1, { width: 800, height: 2 }), 800],
    ['a GIF', hex('474946383961', '2003', '0100'), 800],
    ['a JPEG', hex('ffd8', APP0, frame('c0')), 1_280],
    ['a progressive JPEG', hex('ffd8', APP0, 'ffdb 0004 0000', frame('c2')), 1_280],
    ['a JPEG with fill bytes', hex('ffd8', 'ffff', APP0, 'ffffff', frame('c1')), 1_280],
    ['a JPEG with tables of codes first', hex('ffd8', 'ffc4 0004 0000', frame('c0')), 1_280],
    ['an extended WebP', riff('VP8X', '00000000 1f0300 000000'), 800],
    ['a lossless WebP', riff('VP8L', '2f 1f030000 0000000000'), 800],
    ['the widest lossless WebP', riff('VP8L', '2f ffff0000 0000000000'), 16_384],
    ['the widest lossy WebP', riff('VP8 ', '000000 9d012a ffff 0100'), 16_383],
    ['a lossy WebP', riff('VP8 ', '000000 9d012a 2003 0100'), 800],
  ])('%s', (_what, bytes, width) => {
    expect(pictureWidth(bytes)).toBe(width);
  });

  test.each([
    ['nothing', hex('')],
    ['a PNG that is cut', hex('89504e470d0a1a0a 0000')],
    ['a GIF that is cut', hex('474946383961 20')],
    ['a JPEG without a frame', hex('ffd8', APP0)],
    ['a GIF of no width', hex('474946383961', '0000', '0100')],
    ['a JPEG of rubbish', hex('ffd8ff', '00'.repeat(40))],
    ['a WebP of a kind to come', riff('VP9 ', '00'.repeat(20))],
    ['a WebP that is cut', hex('52494646 00000000 57454250')],
    ['another file', Buffer.from('<svg width="800">')],
  ])('is unknown of %s', (_what, bytes) => {
    expect(pictureWidth(bytes)).toBeUndefined();
  });

  test('ends soon however long the file is', () => {
    expect(pictureWidth(hex('ffd8', 'ff'.repeat(1_000_000)))).toBeUndefined();
    expect(pictureWidth(hex('ffd8', 'ffe0 0000'.repeat(100_000)))).toBeUndefined();
  });
});
