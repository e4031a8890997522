import { test } from 'vitest';
import { OFFERS } from '../../../../../src/article/text/wordings/offers.ts';
import { expectRows } from './expect-rows.ts';

test('each row fits its own examples', () => {
  expectRows([...OFFERS]);
});
