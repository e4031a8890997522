import { expect, test } from 'vitest';
import { alertMessage } from '../../../src/alerts/message.ts';

const alert = (subject: string, cause = 'is down: refused') => {
  return { subject, cause, mend: 'mend it', sinceMs: 0, seenMs: 0, looks: 2 };
};

test('one trouble is its own headline, with since when and what to do', () => {
  const { subject, text, json } = alertMessage({ began: [alert('blog')], ended: [] });
  expect(subject).toBe('newsrelay: blog: is down: refused');
  expect(text).toContain('since 1970-01-01T00:00:00.000Z\n  mend it');
  expect(json).toMatchObject({ schema: 'newsrelay.alert/1', began: [{ subject: 'blog' }] });
});

test('many are a digest that stays short', () => {
  const began = Array.from({ length: 200 }, (_, n) => alert(`source-${n}`));
  const { subject, text } = alertMessage({ began, ended: [alert('blog')] });
  expect(subject).toBe('newsrelay: 200 in trouble, 1 well again');
  expect(text).toContain('and 150 more');
  expect(text).toContain('well again: blog');
});

test('a stranger’s text cannot add a line to a mail’s head', () => {
  const { subject } = alertMessage({ began: [alert('x', 'a\r\nBcc: all@example.org')], ended: [] });
  expect(subject).not.toMatch(/[\r\n]/);
});
