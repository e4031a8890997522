import { expect, test } from 'vitest';
import { jsonReader } from '../../../../src/page/page-data/script-data.ts';

test('JSON is read while the texts of a page together are no longer than those of an honest one', () => {
  const read = jsonReader();
  expect(read('{"a": 1}')).toEqual({ a: 1 });
  expect(read('{"a": 1')).toBeUndefined();
  const text = (length: number) => `"${'a'.repeat(length - 2)}"`;
  expect(jsonReader()(text(2_000_000))).toHaveLength(1_999_998);
  expect(jsonReader()(text(2_000_001))).toBeUndefined();
  const long = `["${'a'.repeat(1_100_000)}"]`;
  expect(read(long)).toHaveLength(1);
  expect(read(long)).toBeUndefined();
  expect(read('{"a": 1}')).toBeUndefined();
  expect(jsonReader()(long)).toHaveLength(1);
});
