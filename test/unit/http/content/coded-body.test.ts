import zlib from 'node:zlib';
import { expect, test } from 'vitest';
import { bodyBehindWrongLabel, looksPlain } from '../../../../src/http/content/coded-body.ts';

const CAP = 1_000_000;
const read = (bytes: Uint8Array) => {
  const body = bodyBehindWrongLabel(bytes, CAP);
  return body && Buffer.from(body).toString();
};
const packed = zlib.gzipSync('<rss>');

test('a plain body is itself, whatever packed it was said to be', () => {
  expect(read(Buffer.from(' \n<rss>'))).toBe(' \n<rss>');
  expect(read(Buffer.from('{"version":1}'))).toBe('{"version":1}');
});

test('whole gzip members are read, and what follows them is not', () => {
  expect(read(Buffer.concat([packed, Buffer.from('<!-- x -->')]))).toBe('<rss>');
  expect(read(Buffer.concat([packed, zlib.gzipSync('</rss>'), Buffer.from('x')]))).toBe(
    '<rss></rss>',
  );
});

test('a member with a name in its header is read', () => {
  const named = Buffer.concat([
    packed.subarray(0, 10),
    Buffer.from('feed.xml\0'),
    packed.subarray(10),
  ]);
  named[3] = 8;
  expect(read(named)).toBe('<rss>');
});

test('gzip in gzip is peeled', () => {
  expect(read(zlib.gzipSync(packed))).toBe('<rss>');
});

test('what is cut, damaged or neither is not read', () => {
  expect(read(packed.subarray(0, -3))).toBeUndefined();
  expect(read(Buffer.from([0x1f, 0x8b, 8, 0, 1]))).toBeUndefined();
  expect(read(Buffer.from('plain words'))).toBeUndefined();
  const wrong = Buffer.from(packed);
  wrong[wrong.length - 6]! ^= 0xff;
  expect(read(wrong)).toBeUndefined();
});

test('what unpacks to more than the cap is not read', () => {
  expect(bodyBehindWrongLabel(zlib.gzipSync(Buffer.alloc(CAP + 1, '<')), CAP)).toBeUndefined();
});

test('packed bytes that begin like text do not look plain', () => {
  expect(looksPlain(Buffer.from([0x3c, 0x01, 0x7f]))).toBe(false);
});

test.each<[string, number, number[]]>([
  ['an extra field', 4, [3, 0, 1, 2, 3]],
  ['an extra field of more than 255 bytes', 4, [2, 1, ...Array<number>(258).fill(7)]],
  ['a comment', 16, [...Buffer.from('late\0')]],
  ['a sum of its header', 2, [1, 2]],
  [
    'all of them in their order',
    30,
    [1, 0, 9, ...Buffer.from('feed.xml\0'), ...Buffer.from('late\0'), 1, 2],
  ],
])('a member with %s is read', (_what, flags, header) => {
  const member = Buffer.concat([packed.subarray(0, 10), Buffer.from(header), packed.subarray(10)]);
  member[3] = flags;
  expect(read(member)).toBe('<rss>');
  expect(read(Buffer.concat([packed, member]))).toBe('<rss><rss>');
});

test('a byte order mark and spaces may stand before the first bracket', () => {
  expect(looksPlain(Buffer.from('\u{feff} [1]'))).toBe(true);
  expect(looksPlain(Buffer.from('x <rss>'))).toBe(false);
});

test('controls in the first 64 bytes tell packed data, later ones do not', () => {
  const at = (offset: number) => looksPlain(Buffer.from(`${'<'.padEnd(offset)}\u0001`));
  expect([at(63), at(64)]).toEqual([false, true]);
});

test('members count together against the cap', () => {
  const half = zlib.gzipSync('<'.repeat(CAP / 2));
  const body = (...parts: Buffer[]) => bodyBehindWrongLabel(Buffer.concat(parts), CAP)?.length;
  expect(body(half, half)).toBe(CAP);
  expect(body(half, zlib.gzipSync('<'.repeat(CAP / 2 + 1)))).toBeUndefined();
});
