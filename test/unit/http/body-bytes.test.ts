import { expect, test } from 'vitest';
import { BodyBytes } from '../../../src/http/body-bytes.ts';

const text = ({ bytes }: BodyBytes) => Buffer.from(bytes).toString();

test('chunks are put together up to the cap', () => {
  const body = new BodyBytes(5);
  expect([body.append(Buffer.from('ab')), body.append(Buffer.from('cde')), text(body)]).toEqual([
    true,
    true,
    'abcde',
  ]);
  expect([body.append(Buffer.from('f')), body.append(new Uint8Array(0)), text(body)]).toEqual([
    false,
    true,
    'abcde',
  ]);
  const cut = new BodyBytes(4);
  expect([cut.append(Buffer.from('abcdef')), text(cut)]).toEqual([false, 'abcd']);
});

test('memory is taken for what is promised up to 1 MiB, else for 16 KiB, and doubled', () => {
  const held = (body: BodyBytes) => body.bytes.buffer.byteLength;
  expect(held(new BodyBytes(10 * 2 ** 20, 5_000))).toBe(5_000);
  expect(held(new BodyBytes(10 * 2 ** 20, 5 * 2 ** 20))).toBe(2 ** 20);
  expect(held(new BodyBytes(100, 5_000))).toBe(100);
  const body = new BodyBytes(40_000);
  expect(held(body)).toBe(0);
  body.append(new Uint8Array(1));
  expect(held(body)).toBe(16 * 1024);
  body.append(new Uint8Array(16 * 1024));
  expect(held(body)).toBe(32 * 1024);
  body.append(new Uint8Array(20_000));
  expect(held(body)).toBe(40_000);
  body.release();
  expect([held(body), body.bytes.length]).toEqual([0, 0]);
});
