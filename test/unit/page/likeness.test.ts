import { expect, test } from 'vitest';
import { likeness } from '../../../src/page/likeness.ts';

const HEADLINE = 'Ferry to the outer islands is late again';

test.each([
  ['the same', HEADLINE],
  ['cut short', 'Ferry to the outer isl'],
  ['with a kicker', `Harbour: ${HEADLINE}`],
  ['in capitals and with other signs', 'FERRY TO THE OUTER ISLANDS – IS LATE, AGAIN!'],
])('a headline and itself %s are alike', (_how, other) => {
  expect(likeness(HEADLINE, other)).toBeGreaterThan(0.95);
});

test.each([
  [HEADLINE, 'Soup kitchen closes for a week'],
  [HEADLINE, 'Council votes on new parking fees for visitors'],
  ['市议会因裂缝关闭渡轮码头十天', '面包店获得全国大奖'],
  [HEADLINE, ''],
])('the headlines of two stories are not: %s · %s', (one, other) => {
  expect(likeness(one, other)).toBeLessThan(0.3);
});

test('the shortest headlines are like themselves and nothing else', () => {
  for (const short of ['Ahoy', '開港', 'Go']) expect(likeness(short, short)).toBe(1);
  expect(likeness('Ahoy', 'Stop')).toBe(0);
  expect([likeness('', ''), likeness('?', '!')]).toEqual([0, 0]);
});

test.each([
  ['abcdefgh', 'abcdefxyzq', 3 / 5],
  ['abcdefxyzq', 'abcdefgh', 3 / 5],
  ['abcd', 'abcdefgh', 1],
  ['abc', 'abcdefgh', 0],
  ['渡轮码头', '渡轮停航十天', 1 / 3],
])('%s and %s have so much in common: %d', (one, other, alike) => {
  expect(likeness(one, other)).toBe(alike);
});

test('headlines are compared by their first three hundred characters', () => {
  const [one, other] = ['a'.repeat(296), 'b'.repeat(296)];
  expect(likeness(`${one}wxyz`, `${other}wxyz`)).toBeGreaterThan(0);
  expect(likeness(`${one}.wxyz`, `${other}.wxyz`)).toBe(0);
});
