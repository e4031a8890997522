import { expect, test } from 'vitest';
import { withBreaker } from '../../../src/deliver/breaker.ts';
import type { DeliveryOutcome, Destination } from '../../../src/deliver/destination.ts';
import { unavailable } from '../../../src/deliver/reply.ts';
import { TransientError } from '../../../src/errors.ts';
import { republishJob } from '../../support/records/republish-job.ts';

const job = republishJob();
const ok: DeliveryOutcome = { kind: 'delivered', remoteId: '1', notes: [] };

function breaker(answers: (Error | DeliveryOutcome | Promise<DeliveryOutcome>)[]) {
  let nowMs = 1_000_000;
  let calls = 0;
  const destination: Destination = {
    name: 'site',
    deliver: async () => {
      const answer = answers[Math.min(calls, answers.length - 1)] ?? ok;
      calls += 1;
      if (answer instanceof Error) throw answer;
      return answer;
    },
    check: async () => [],
  };
  const guarded = withBreaker(destination, () => 1);
  return {
    deliver: () => guarded.deliver(job, { now: () => new Date(nowMs) }),
    wait: (ms: number) => {
      nowMs += ms;
    },
    calls: () => calls,
    now: () => nowMs,
  };
}
const down = () => unavailable('site is down');

test('jobs are put off without a call while the destination is down, longer each time', async () => {
  const site = breaker([down(), down(), down(), ok]);
  for (const [calls, waitMs] of [
    [1, 1_000],
    [2, 2_000],
    [3, 4_000],
  ] as const) {
    await expect(site.deliver()).rejects.toMatchObject({
      name: 'ThrottledError',
      untilMs: site.now() + waitMs,
    });
    await expect(site.deliver()).rejects.toMatchObject({ name: 'ThrottledError' });
    expect(site.calls()).toBe(calls);
    site.wait(waitMs);
  }
  expect(await site.deliver()).toEqual(ok);
  expect(await site.deliver()).toEqual(ok);
});

test('the wait ends growing at five minutes', async () => {
  const site = breaker([down()]);
  for (let round = 0; round < 30; round += 1) {
    await expect(site.deliver()).rejects.toMatchObject({ name: 'ThrottledError' });
    site.wait(300_000);
  }
  expect(site.calls()).toBe(30);
});

test('one job at a time tries whether it is back', async () => {
  const back = Promise.withResolvers<DeliveryOutcome>();
  const site = breaker([down(), back.promise, ok]);
  await expect(site.deliver()).rejects.toMatchObject({ name: 'ThrottledError' });
  site.wait(1_000);
  const trial = site.deliver();
  await expect(site.deliver()).rejects.toMatchObject({ name: 'ThrottledError' });
  expect(site.calls()).toBe(2);
  back.resolve(ok);
  expect(await trial).toEqual(ok);
  expect(await site.deliver()).toEqual(ok);
});

test("a job's own trouble is passed on and holds up nothing", async () => {
  const site = breaker([new TransientError('http-500', 'stumbled'), ok]);
  await expect(site.deliver()).rejects.toMatchObject({ code: 'http-500' });
  expect(await site.deliver()).toEqual(ok);
});

test('failures of jobs that were under way when it went down count once', async () => {
  const site = breaker([down()]);
  await Promise.allSettled(Array.from({ length: 10 }, () => site.deliver()));
  site.wait(1_000);
  await expect(site.deliver()).rejects.toMatchObject({ untilMs: site.now() + 2_000 });
});
