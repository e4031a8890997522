import { expect, test } from 'vitest';
import { sharedTopicSchema } from '../../../src/config/topics.ts';

const isRight = (topic: object) =>
  sharedTopicSchema.safeParse({ path: 'world', name: 'World', from: ['Welt'], ...topic }).success;

test.each(['world', 'world/asia', 'welt/süd-ost'])('%s is a path', (path) => {
  expect(isRight({ path })).toBe(true);
});

test.each(['', '/world', 'world/', 'world//asia', 'world asia'])('"%s" is none', (path) => {
  expect(isRight({ path })).toBe(false);
});

test('a topic has a name, and one of a source’s at least', () => {
  expect([isRight({ name: ' ' }), isRight({ from: [] }), isRight({ from: [''] })]).toEqual([
    false,
    false,
    false,
  ]);
});
