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
