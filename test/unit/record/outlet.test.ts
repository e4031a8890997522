import { expect, test } from 'vitest';
import { outletOf } from '../../../src/record/outlet.ts';

test('a source is printed with what its config says of it', () => {
  const least = { id: 'quay', name: 'The Quay', republish: 'excerpt' } as const;
  expect(outletOf(least)).toEqual(least);
  const most = {
    ...least,
    homePage: 'https://quay.example/',
    language: 'en',
    icon: 'https://quay.example/a.png',
  };
  expect(outletOf({ ...most, feeds: [] } as never)).toEqual(most);
});
