import { expect, test } from 'vitest';
import { PermanentError, ThrottledError, TransientError } from '../../../src/errors.ts';
import { outcomeOf } from '../../../src/politeness/ask-robots.ts';

test('a host that cannot be had is an outcome, a fault of our own and a turn that comes later are not', async () => {
  expect(await outcomeOf(Promise.resolve('text'))).toBe('text');
  for (const error of [new PermanentError('too-large', 'x'), new TransientError('dns', 'x')]) {
    expect(await outcomeOf(Promise.reject(error))).toBe(error);
  }
  for (const error of [new TypeError('a slip'), new ThrottledError('host-busy', 'later', 1)]) {
    await expect(outcomeOf(Promise.reject(error))).rejects.toBe(error);
  }
});
