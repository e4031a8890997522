import { expect, test } from 'vitest';
import { Fields, from } from '../../../src/record/fields.ts';

test('The first layer that says something gives the value, and is noted.', () => {
  const fields = new Fields();
  const title = fields.take(
    'title',
    from('meta', ''),
    undefined,
    from('feed', 'Soup'),
    from('text', 'Bread'),
  );
  expect([title, fields.provenance]).toEqual(['Soup', { title: 'feed' }]);
});

test('A field that no layer knows has no value and no place.', () => {
  const fields = new Fields();
  expect(fields.take('title', from('feed', null), from('meta', undefined))).toBeUndefined();
  expect(fields.provenance).toEqual({});
});

test.each([0, false, 'soup'])('%j is said.', (value) => {
  expect(from('feed', value)).toEqual({ value, from: 'feed' });
});
