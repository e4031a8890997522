import { test } from 'vitest';
import {
  EMBEDDED_CONTENT,
  MADE_BY_MACHINES,
} from '../../../../../src/article/text/wordings/embedded-content.ts';
import { expectRows } from './expect-rows.ts';

test('each row fits its own examples', () => {
  expectRows([...EMBEDDED_CONTENT, ...MADE_BY_MACHINES]);
});
