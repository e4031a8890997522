import { expect, test } from 'vitest';
import type { DeliveryOutcome, Destination } from '../../../src/deliver/destination.ts';
import { heedGone } from '../../../src/deliver/heed-gone.ts';
import { republishJob } from '../../support/records/republish-job.ts';

const job = republishJob();
const context = { now: () => new Date() };

test('a destination is called until it asks not to be, and then told to be gone in its own words', async () => {
  const answers: DeliveryOutcome[] = [
    { kind: 'refused', code: 'trashed', message: 'in the bin' },
    { kind: 'gone', message: 'no more' },
    { kind: 'delivered', remoteId: '2', notes: [] },
  ];
  let calls = 0;
  const bare: Destination = {
    name: 'site',
    deliver: async (given, { now }) => {
      expect([given, now]).toEqual([job, context.now]);
      return answers[calls++]!;
    },
    probe: () => Promise.reject(new Error('not well')),
    check: async () => [],
  };
  const target = heedGone(bare);
  const outcomes: DeliveryOutcome[] = [];
  for (let n = 0; n < 4; n += 1) outcomes.push(await target.deliver(job, context));
  expect(outcomes).toEqual([answers[0], answers[1], answers[1], answers[1]]);
  expect(calls).toBe(2);
  expect([target.name, await target.check(context)]).toEqual(['site', []]);
  await expect(target.probe(context)).rejects.toThrow('not well');
});
