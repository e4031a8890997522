import { expect, test } from 'vitest';
import { readTold, toldOf } from '../../../../src/store/articles/told.ts';

const told = { changes: ['text' as const], reason: { code: 'gone' as const, text: 'http-410' } };

test('what was told with a revision is read back with it', () => {
  expect(readTold(toldOf(7, told), 7)).toEqual(told);
});

test('what an earlier worker left behind beside a later revision says nothing', () => {
  expect(readTold(toldOf(7, told), 8)).toEqual({});
});

test.each([null, '{"v":99,"revision":7,"changes":["mood"]}', '{"revision":7}'])(
  '%s, of another version, says nothing',
  (json) => {
    expect(readTold(json, 7)).toEqual({});
  },
);
