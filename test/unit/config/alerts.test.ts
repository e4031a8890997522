import { describe, expect, test } from 'vitest';
import { alertsSchema } from '../../../src/config/alerts.ts';

const isRight = (receiver: object) => alertsSchema.safeParse({ to: [receiver] }).success;

test('nobody is told unless you say, and after times of its own', () => {
  expect(alertsSchema.parse({})).toEqual({
    to: [],
    after: { failing: 21_600_000, destination: 300_000, held: 20 },
  });
  expect(alertsSchema.safeParse({ after: { held: 0 } }).success).toBe(false);
  expect(alertsSchema.safeParse({ after: { held: 1 } }).success).toBe(true);
});

describe('a receiver', () => {
  test.each(['smtp://mail.example', 'smtps://u:p@mail.example:465'])('%s takes mail', (url) => {
    expect(isRight({ type: 'email', url, to: ['desk@relay.test'] })).toBe(true);
    expect(isRight({ type: 'email', url, to: [] })).toBe(false);
  });

  test.each(['https://mail.example', 'mail.example', ''])('%s takes none', (url) => {
    expect(isRight({ type: 'email', url, to: ['desk@relay.test'] })).toBe(false);
  });

  test('may be a hook or a program', () => {
    expect(alertsSchema.parse({ to: [{ type: 'webhook', url: 'https://a.example' }] }).to).toEqual([
      { type: 'webhook', url: 'https://a.example', secrets: [] },
    ]);
    expect(isRight({ type: 'command', run: ['notify'] })).toBe(true);
    expect(isRight({ type: 'command', run: [] })).toBe(false);
    expect(isRight({ type: 'pager' })).toBe(false);
  });
});
