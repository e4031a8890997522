import { expect, test } from 'vitest';
import { TickWatch } from '../../../src/queue/lost-ticks.ts';

const NOW = 1_000_000;

/** The watch of a queue with these schedulers and the states of the jobs that they made. */
function watchOf(ticks: [id: string, nextMs: number][], states: Record<string, string>) {
  const jobs = new Map(Object.entries(states));
  const client = {
    zrange: async () => ticks.flatMap(([id, nextMs]) => [id, String(nextMs)]),
    hget: async (key: string) => (jobs.has(key) ? 'poll' : null),
  };
  const poll = {
    toKey: (name: string) => name,
    backend: { client: Promise.resolve(client) },
    getJobState: async (jobId: string) => jobs.get(jobId),
  };
  return { watch: new TickWatch(poll as never), jobs, ticks };
}

test('a tick that is in no queue is lost when it is missing twice running', async () => {
  const { watch, jobs, ticks } = watchOf(
    [
      ['a', NOW + 5],
      ['b', NOW + 5],
    ],
    { [`repeat:b:${NOW + 5}`]: 'delayed' },
  );
  expect(await watch.look(NOW)).toEqual([]);
  expect(await watch.look(NOW)).toEqual(['a']);
  ticks[0] = ['a', NOW + 9];
  expect(await watch.look(NOW)).toEqual([]);
  jobs.set(`repeat:a:${NOW + 9}`, 'delayed');
  expect(await watch.look(NOW)).toEqual([]);
});

test.each([
  ['unknown', 60_000, true],
  ['failed', 60_000, true],
  ['completed', 60_000, true],
  ['active', 60_000, false],
  ['waiting', 600_000, false],
  ['unknown', 59_999, false],
  ['failed', 0, false],
])('one whose job is %s and %i ms late is lost: %s', async (state, lateMs, isLost) => {
  const nextMs = NOW - lateMs;
  const { watch } = watchOf([['a', nextMs]], { [`repeat:a:${nextMs}`]: state });
  await watch.look(NOW);
  expect(await watch.look(NOW)).toEqual(isLost ? ['a'] : []);
});

test('more than a thousand schedulers are all looked at', async () => {
  const many = Array.from({ length: 1_001 }, (_, at) => [`s-${at}`, NOW] as [string, number]);
  const { watch } = watchOf(many, {});
  await watch.look(NOW);
  expect(await watch.look(NOW)).toHaveLength(1_001);
});
