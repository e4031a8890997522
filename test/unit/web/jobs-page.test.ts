import { expect, test } from 'vitest';
import { jobsPage } from '../../../src/web/jobs-page.ts';
import { localTime } from '../../../src/monitor/times.ts';
import { queueStanding } from '../../support/records/status.ts';
import { pageText, rowsOf, SESSION } from '../../support/web/page-text.ts';

const queue = queueStanding();
const job = {
  ref: 'scrape/one',
  failedAt: '2026-11-29T11:00:00.000Z',
  subject: 'harbour',
  reason: 'HTTP 404',
};

test('each queue has its numbers under their names', async () => {
  const text = await pageText(jobsPage([queue], [], undefined));
  expect(rowsOf(text)).toEqual([
    ['queue', 'waiting', 'oldest', 'active', 'later', 'given up'],
    ['scrape', '1', localTime(queue.oldestWaitingAt!), '2', '3', '4'],
  ]);
  expect(text).toContain('<p class="soft">None.</p>');
});

test('a job that was given up is told with why, and can be tried again or forgotten', async () => {
  const text = await pageText(jobsPage([], [job] as never, SESSION));
  const [, head, row] = rowsOf(text);
  expect(head).toEqual(['when', 'job', 'about', 'why', '']);
  expect(row).toEqual([
    localTime(job.failedAt),
    'scrape/one',
    'harbour',
    'HTTP 404',
    'retry forget',
  ]);
  expect(text).not.toContain('None.');
  for (const what of ['retry', 'forget']) {
    expect(text).toMatch(
      new RegExp(
        `action="/actions/${what}"><input type="hidden" name="csrf" value="c5rf" /><input type="hidden" name="subject" value="scrape/one"`,
      ),
    );
  }
});
