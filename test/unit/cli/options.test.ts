import { describe, expect, test } from 'vitest';
import {
  collectValues,
  duration,
  logFormat,
  logLevel,
  positiveInteger,
  roleList,
} from '../../../src/cli/options.ts';

test('a duration on the command line is one of the config’s', () => {
  expect(duration('10m')).toBe(600_000);
  expect(duration('250ms')).toBe(250);
  expect(() => duration('10')).toThrow('write a number and a unit, such as 30s, 10m or 2h.');
});

describe('roles', () => {
  test('are named with commas between, and stand in one order', () => {
    expect(roleList('deliver, poll')).toEqual(['poll', 'deliver']);
    expect(roleList('scrape')).toEqual(['scrape']);
  });

  test('that are none are named, with those that are', () => {
    expect(() => roleList('poll,sweep,cook')).toThrow(
      /^there is no role sweep, cook; there are poll, /,
    );
  });
});

test.each(['0', '-1', '1.5', 'x', ''])('%j is no whole number above 0', (text) => {
  expect(() => positiveInteger(text)).toThrow('write a whole number above 0.');
});

test('a whole number above 0 is itself', () => {
  expect([positiveInteger('1'), positiveInteger('120')]).toEqual([1, 120]);
});

test('an option that is given again adds to what was given', () => {
  expect(collectValues('b', ['a'])).toEqual(['a', 'b']);
});

test('the log has its formats and levels, and a level by default', () => {
  expect(logLevel('warn')).toMatchObject({
    defaultValue: 'warn',
    argChoices: ['silent', 'error', 'warn', 'info', 'debug'],
  });
  expect(logFormat().argChoices).toEqual(['text', 'json']);
});
