import { expect, test } from 'vitest';
import { html } from 'hono/html';
import { localTime } from '../../../src/monitor/times.ts';
import { action, moment, page } from '../../../src/web/layout.ts';
import { pageText, SESSION } from '../../support/web/page-text.ts';

test('a moment is told in the zone of this machine, and in UTC for whoever points at it', async () => {
  const at = '2026-11-29T08:15:00.000Z';
  expect(await pageText(moment(at))).toBe(
    `<time datetime="${at}" title="${at}">${localTime(at)}</time>`,
  );
  expect(await pageText(moment(0))).toContain('1970-01-01T00:00:00.000Z');
  for (const never of [null, undefined]) expect(await pageText(moment(never))).toBe('–');
});

test('a page offers to log in where there is a token, and to log out who has', async () => {
  const frame = (session: typeof SESSION | undefined, canLogIn: boolean) =>
    pageText(page({ title: 'Quay <1>', session, canLogIn }, html`<p>text</p>`));
  const bare = await frame(undefined, false);
  expect(bare).toContain('<title>Quay &lt;1&gt;</title>');
  expect(bare).toContain('<p>text</p>');
  expect(bare).not.toMatch(/log (?:in|out)/);
  expect(await frame(undefined, true)).toContain('<a href="/login">log in to act</a>');
  expect(await frame(SESSION, true)).toMatch(
    /action="\/logout"><input type="hidden" name="csrf" value="c5rf" \/><button> log out mara <\/button>/,
  );
});

test('a button is for who has logged in, and says what it does', async () => {
  expect(await pageText(action(undefined, 'poll', 'harbour'))).toBe('');
  expect(await pageText(action(SESSION, 'poll', 'harbour'))).toContain('<button>poll</button>');
  expect(await pageText(action(SESSION, 'poll', 'harbour', 'poll now'))).toContain(
    '<button>poll now</button>',
  );
});
