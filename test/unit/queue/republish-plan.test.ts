import { expect, test } from 'vitest';
import { stepFor } from '../../../src/queue/republish-plan.ts';
import { nextJob, republishJob } from '../../support/records/republish-job.ts';

const publish = republishJob();
const update = nextJob(publish, 'update');
const withdraw = nextJob(publish, 'withdraw');
const planned = { job: publish, plannedMs: 9_000 };
const sent = { job: publish, plannedMs: undefined };

test('without a delay a job joins at once, as what the two change together', () => {
  expect(stepFor(publish, undefined, {})).toEqual({ kind: 'add', next: publish });
  expect(stepFor(update, sent, {})).toMatchObject({ kind: 'add', next: { action: 'publish' } });
  expect(stepFor(withdraw, planned, {})).toEqual({ kind: 'add', next: withdraw });
});

test('with a delay it waits for its time, and for that of the job whose place it takes', () => {
  const plan = { dueMs: 8_000, nowMs: 5_000 };
  expect(stepFor(publish, undefined, plan)).toEqual({ kind: 'add', next: publish, dueMs: 8_000 });
  expect(stepFor(update, planned, plan)).toMatchObject({
    next: { action: 'publish' },
    dueMs: 9_000,
  });
  expect(stepFor(update, sent, { dueMs: 4_000, nowMs: 5_000 })).not.toHaveProperty('dueMs');
});

test('a withdrawal never waits, and is nothing to send of what never began', () => {
  const plan = { dueMs: 5_000, nowMs: 5_000 };
  expect(stepFor(withdraw, planned, plan)).toEqual({ kind: 'never-began' });
  expect(stepFor(withdraw, sent, plan)).toEqual({ kind: 'add', next: withdraw });
  expect(stepFor(withdraw, { job: update, plannedMs: 9_000 }, plan)).toMatchObject({ kind: 'add' });
});
