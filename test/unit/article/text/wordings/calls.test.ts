import { test } from 'vitest';
import { CALLS } from '../../../../../src/article/text/wordings/calls.ts';
import { expectRows } from './expect-rows.ts';

test('each row fits its own examples', () => {
  expectRows([...CALLS]);
});
