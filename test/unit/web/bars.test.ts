import { expect, test } from 'vitest';
import { dayBars, hourBars } from '../../../src/web/bars.ts';
import { pageText } from '../../support/web/page-text.ts';

const hour = (count: number, usual: number) => ({ startMs: 0, count, usual });

test('an hour’s bar is as high as its share of the most, and what is usual is a line', async () => {
  const text = await pageText(hourBars({ hours: [hour(0, 1), hour(3, 4), hour(2, 0)] }));
  expect(text).toContain('viewBox="0 0 3 10"');
  expect(text).toContain('aria-label="5 in 3 hours"');
  expect(text).toContain('class="bars" d="M1 10V2.5h.8V10M2 10V5h.8V10"');
  expect(text).toContain('class="usual" d="M0.5 7.5L1.5 0L2.5 10"');
});

test('hours with less than one article are measured against one', async () => {
  expect(await pageText(hourBars({ hours: [hour(0, 0.5)] }))).toContain('d="M0.5 5"');
});

test('a day’s bar stands on the ground and names its day', async () => {
  const days = [
    { startMs: Date.UTC(2026, 10, 28), count: 1 },
    { startMs: Date.UTC(2026, 10, 29), count: 4 },
  ];
  const text = await pageText(dayBars(days));
  expect(text).toContain('viewBox="0 0 2 10"');
  expect(text).toContain('x="0" y="7.5" width=".8" height="2.5" ><title>2026-11-28: 1</title>');
  expect(text).toContain('x="1" y="0" width=".8" height="10" ><title>2026-11-29: 4</title>');
  const none = [{ startMs: 0, count: 0 }];
  expect(await pageText(dayBars(none))).toContain('y="10" width=".8" height="0"');
});
